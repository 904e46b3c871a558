// What of a class no file of the project holds: the platform's own types, and bases that nothing is known of.
#pragma once

#include "tracing/drawing.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace proviso::tracing {

// Of the platform, by its namespace or name: Database.Batchable, Exception.
[[nodiscard]] bool is_standard(std::string_view name);

// An object, as far as tables, the project and its name tell.
[[nodiscard]] bool is_record(const drawing& in, std::string_view name);
// A type that no file of the project declares, and that is neither of the platform nor an object.
[[nodiscard]] bool is_missing(const drawing& in, std::string_view type, type_id inside);
// By how code and permissions use them, for objects that no table knows.
void list_used_objects(drawing& to);

enum class inherited : std::uint8_t { anything, constructors }; // interfaces have no constructors

// The nearest base, of the type or of its bases, that is in no file and not of the platform.
[[nodiscard]] std::optional<std::string> base_without_file(const type_index& types, type_id of, inherited what);

} // namespace proviso::tracing
