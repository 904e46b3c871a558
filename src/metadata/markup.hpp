// The opening tags of a page or component that is no strict XML, with their attributes.
#pragma once

#include "base/diagnostic.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace proviso::metadata {

struct markup_attribute {
  std::string_view name;
  std::string_view value; // a piece of the text, between the quotes
};

struct markup_tag {
  std::size_t at = 0;    // the '<'
  std::string_view name; // as asked for; where none was, as written
  std::vector<markup_attribute> attributes;
};

// Where a piece of the text is.
[[nodiscard]] inline base::span span_of(std::string_view piece, std::string_view text, std::uint32_t source) {
  const auto begin = static_cast<std::uint32_t>(piece.data() - text.data());
  return {source, begin, begin + static_cast<std::uint32_t>(piece.size())};
}

// The first tag of one of these names, without case; tags in comments do not count.
[[nodiscard]] std::optional<markup_tag> find_tag(std::string_view text,
                                                 std::span<const std::string_view> names);

// Each tag whose name has a prefix, in their order; those in comments do not count.
[[nodiscard]] std::vector<markup_tag> prefixed_tags(std::string_view text);

// That there is none: what is expected, and what the file's name says that it is.
[[nodiscard]] base::diagnostic no_tag(std::string_view expected, std::string_view what, std::string_view text,
                                      std::uint32_t source);

} // namespace proviso::metadata
