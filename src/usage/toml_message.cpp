#include "usage/toml_message.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace proviso::usage {
namespace {

struct wording {
  std::string_view theirs;
  std::string_view ours;
};

constexpr std::string_view values =
    "a value is a text in quotes, a number, a date, true, false, a list or a table";
constexpr std::string_view control = "a quote is not closed, or a control character stands here";

// A reason that starts so is replaced, and may move the place.
struct rewording {
  std::string_view theirs;
  std::string_view ours;
  toml_message::place at = toml_message::place::here;
};

constexpr std::array reasons{
    rewording{"could not determine value type", values, toml_message::place::word},
    rewording{"expected 'nan'", values, toml_message::place::word},
    rewording{"expected 'inf'", values, toml_message::place::word},
    rewording{"expected 'true'", values, toml_message::place::word},
    rewording{"expected 'false'", values, toml_message::place::word},
    rewording{"control characters other than TAB (U+0009)", control},
    rewording{"unescaped control characters", control},
    rewording{"expected '\\n' after '\\r'", "a carriage return stands alone"},
    rewording{"expected key-value pair, saw closing '}'", "a comma stands before the closing '}'"},
    rewording{"exceeded maximum nested value depth", "lists and tables nest too deep"},
    rewording{"leading zeroes", "a number does not start with 0", toml_message::place::word},
    rewording{"expected day between", "this day does not exist", toml_message::place::word},
    rewording{"expected month between", "this month does not exist", toml_message::place::word},
    rewording{"cannot redefine existing", "what stands before the dot is no table"},
};

// A word is replaced wherever it stands.
constexpr std::array words{
    wording{"'\\n'", "the end of the line"},
    wording{"'\\r'", "the end of the line"},
    wording{"decimal digit", "a digit"},
    wording{"expected digit", "expected a digit"},
    wording{"expected expected", "expected"},
    wording{"value-terminator", "the end of the value"},
    wording{"expected value,", "expected a value,"},
    wording{"expected key or", "expected a key or"},
    wording{"expected comma or", "expected a comma or"},
    wording{"keys, tables, whitespace or comments", "a key or a table"},
    wording{"a comment or whitespace", "the end of the line"},
    wording{"are explicitly prohibited", "are not allowed"},
    wording{"is not representable in 64 bits", "is too large"},
    wording{"could not be interpreted as a value", "is no number that can be read"},
};

constexpr std::array parts{
    wording{"string", "a text"},
    wording{"literal string", "a text"},
    wording{"array", "a list"},
    wording{"floating-point", "a number"},
    wording{"decimal integer", "a number"},
    wording{"key-value pair", "a key and its value"},
    wording{"inline table", "a table"},
    wording{"table header", "a table's header"},
    wording{"value", "a value"},
    wording{"date", "a date"},
};

toml_message in_words(std::string_view reason) {
  const auto starts = [&](const rewording& each) { return reason.starts_with(each.theirs); };
  if (const auto* const found = std::ranges::find_if(reasons, starts); found != reasons.end())
    return {std::string(found->ours), found->at};
  toml_message result{std::string(reason)};
  if (reason.starts_with('\'')) // "'1e400' is …" is said after the number
    result.at = toml_message::place::word;
  for (const auto& [theirs, ours] : words)
    if (const auto at = result.text.find(theirs); at != std::string::npos)
      result.text.replace(at, theirs.size(), ours);
  return result;
}

std::string_view part_words(std::string_view part) {
  const auto* const found = std::ranges::find(parts, part, &wording::theirs);
  return found == parts.end() ? "a value" : found->ours;
}

} // namespace

toml_message in_our_words(std::string_view description) {
  constexpr std::string_view opening = "Error while parsing ";
  const auto colon = description.find(": ");
  if (!description.starts_with(opening) || colon == std::string_view::npos || colon < opening.size())
    return {fmt::format("this is not TOML: {}", description)};
  const auto part = description.substr(opening.size(), colon - opening.size());
  const auto reason = description.substr(colon + 2);
  const auto open = reason.find('\'');
  if (reason.starts_with("cannot redefine existing ") && open != std::string_view::npos)
    return {
        {}, toml_message::place::again, std::string(reason.substr(open + 1, reason.rfind('\'') - open - 1))};
  if (reason == "encountered end-of-file")
    return {fmt::format("this is not TOML: the file ends inside {}", part_words(part))};
  auto result = in_words(reason);
  result.text.insert(0, "this is not TOML: ");
  return result;
}

} // namespace proviso::usage
