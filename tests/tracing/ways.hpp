// Small projects as texts, and the ways that are found in them as lines.
#pragma once

#include "metadata/read.hpp"

#include <string>
#include <vector>

namespace proviso::tracing::testing {

// The profile Dealer, which all ways begin with: name it first.
[[nodiscard]] metadata::text_file profile(const std::string& content);

// <classAccesses>, say, with one <apexClass> in it that is enabled.
[[nodiscard]] std::string access(const std::string& kind, const std::string& element, const std::string& name);
[[nodiscard]] std::string to_class(const std::string& name);
[[nodiscard]] std::string to_flow(const std::string& name);
[[nodiscard]] std::string to_page(const std::string& name);
[[nodiscard]] std::string writes(const std::string& object); // the right to create it

[[nodiscard]] metadata::text_file code(const std::string& name, const std::string& text);
[[nodiscard]] metadata::text_file flow(const std::string& name, const std::string& content); // an active one

// Contents of flows.
inline const std::string as_system = "<runInMode>SystemModeWithoutSharing</runInMode>";
inline const std::string makes_lead = "<recordCreates><name>Make</name><object>Lead</object></recordCreates>";

// Each site, "?" before it where it is only possible, "!" where it may not run; then what cannot be told.
[[nodiscard]] std::string ways(std::vector<metadata::text_file> files);

} // namespace proviso::tracing::testing
