// What is neither tag nor plain text: references, comments, character data, declarations, and the characters
// themselves.
#include "metadata/xml.hpp"

#include "base/text.hpp"
#include "metadata/entity.hpp"
#include "metadata/scan.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::metadata {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t longest_reference = 16;

std::size_t control_byte(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (static_cast<unsigned char>(text[i]) < 0x20 && !is_blank(text[i]))
      return i;
  return npos;
}

} // namespace

std::size_t foreign_byte(std::string_view text) {
  const auto odd = find_odd(text, 0);
  const auto rest = text.substr(odd);
  const auto found = std::min(base::broken_utf8(rest), control_byte(rest));
  return found == npos ? npos : odd + found;
}

bool xml_reader::reference(std::string* into) {
  const auto end = text_.substr(at_, longest_reference).find(';');
  const auto name = end == npos ? std::string_view() : text_.substr(at_ + 1, end - 1);
  const auto code = entity(name);
  if (code == 0) {
    if (name.empty())
      fail("expected an entity such as '&amp;'", at_, "write '&amp;' for a '&'");
    else
      fail(fmt::format("the entity '&{};' is unknown and never expanded", base::harmless(name)), at_);
    return false;
  }
  if (into != nullptr)
    append_utf8(*into, code);
  at_ += end + 1;
  return true;
}

bool xml_reader::special() {
  if (starts("<!--"))
    return comment();
  if (starts("<![CDATA["))
    return character_data(value_);
  if (starts("<?"))
    return instruction();
  const bool type = starts("<!DOCTYPE");
  fail(type ? "a document type declaration is refused: entities are never expanded and nothing is fetched"
            : "expected a comment or an element after '<!'",
       at_, type ? "take the declaration out; metadata needs none" : "");
  return false;
}

bool xml_reader::comment() {
  const auto end = text_.find("--", at_ + 4);
  if (end == npos || text_.substr(end, 3) != "-->") {
    fail(end == npos ? "the comment does not end" : "'--' may not stand in a comment", end == npos ? at_ : end);
    return false;
  }
  at_ = end + 3;
  return true;
}

bool xml_reader::character_data(std::string* into) {
  const auto from = at_ + std::string_view("<![CDATA[").size();
  const auto end = text_.find("]]>", from);
  if (depth_ == 0 || end == npos) {
    fail(end == npos ? "the character data does not end" : "expected an element, found text", at_);
    return false;
  }
  if (into != nullptr)
    into->append(text_.substr(from, end - from));
  at_ = end + 3;
  return true;
}

// A declaration stands at the very start and may only tell of UTF-8.
bool xml_reader::instruction() {
  const auto end = text_.find("?>", at_);
  const auto whole = text_.substr(at_, end == npos ? npos : end - at_);
  const bool declares = whole.starts_with("<?xml") && (whole.size() == 5 || is_blank(whole[5]));
  if (end == npos || whole.size() < 3 || !in_name(whole[2], 1)) {
    fail("the processing instruction does not end, or has no name", at_);
    return false;
  }
  if (declares && at_ != first_) {
    fail("the XML declaration does not stand at the start of the file", at_);
    return false;
  }
  if (declares && !declared_encoding(whole, at_))
    return false;
  at_ = end + 2;
  return true;
}

bool xml_reader::declared_encoding(std::string_view declaration, std::size_t at) {
  const auto word = declaration.find("encoding");
  const auto quote = word == npos ? npos : declaration.find_first_of("\"'", word);
  const auto end = quote == npos ? npos : declaration.find(declaration[quote], quote + 1);
  if (word == npos)
    return true;
  const auto encoding = end == npos ? std::string_view() : declaration.substr(quote + 1, end - quote - 1);
  if (base::same_but_case(encoding, "UTF-8") || base::same_but_case(encoding, "US-ASCII"))
    return true;
  fail(fmt::format("the file says that its encoding is '{}'", base::harmless(encoding)), at + word,
       "save it as UTF-8");
  return false;
}

} // namespace proviso::metadata
