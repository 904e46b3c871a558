#include "metadata/xml.hpp"

#include "base/text.hpp"
#include "metadata/entity.hpp"
#include "metadata/scan.hpp"

#include <fmt/format.h>

namespace proviso::metadata {
namespace {

constexpr std::size_t npos = std::string_view::npos;

constexpr bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

std::size_t control_byte(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (static_cast<unsigned char>(text[i]) < 0x20 && !is_blank(text[i]))
      return i;
  return npos;
}

constexpr std::size_t longest_reference = 16;

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  return first == npos ? std::string_view() : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

} // namespace

std::size_t foreign_byte(std::string_view text) {
  const auto odd = find_odd(text, 0);
  const auto rest = text.substr(odd);
  const auto found = std::min(base::broken_utf8(rest), control_byte(rest));
  return found == npos ? npos : odd + found;
}

xml_reader::xml_reader(std::string_view text) : text_(text) {
  if (starts("\xEF\xBB\xBF"))
    at_ = 3;
  first_ = at_;
}

// ---- the way through

xml_reader::event xml_reader::next() {
  if (failed())
    return event::fault;
  if (pending_close_) {
    pending_close_ = false;
    --depth_;
    return event::close;
  }
  while (text(value_)) {
    if (at_ == text_.size())
      return finish();
    begin_ = at_;
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (next == '/')
      return close();
    if (next != '!' && next != '?')
      return open();
    if (!special())
      break;
  }
  return event::fault;
}

bool xml_reader::skip() {
  const auto outside = depth_ - 1;
  for (;;) {
    while (skip_leaf()) {
    }
    const auto what = next();
    if (what == event::fault || what == event::end)
      return false;
    if (what == event::close && depth_ == outside)
      return true;
  }
}

// Nearly all elements hold others or a plain text: one of the latter is gone past in one step. Whatever else
// comes, nothing is taken.
bool xml_reader::skip_leaf() {
  auto at = at_;
  while (at < text_.size() && is_blank(text_[at]))
    ++at;
  const auto from = at + 1;
  if (pending_close_ || depth_ == most_depth || from >= text_.size() || text_[at] != '<' ||
      !in_name(text_[from], 1))
    return false;
  at = find_no_letter(text_, from + 1);
  if (at == text_.size() || text_[at] != '>')
    return false;
  const auto name = text_.substr(from, at - from);
  at = find_mark(text_, at + 1);
  if (!closes(at, name))
    return false;
  at_ = at + name.size() + 3;
  return true;
}

// Whether "</name>" stands there.
bool xml_reader::closes(std::size_t at, std::string_view name) const {
  const auto end = at + 2 + name.size();
  return end < text_.size() && text_[at] == '<' && text_[at + 1] == '/' && text_[end] == '>' &&
         same_at(text_, at + 2, name);
}

bool xml_reader::value(std::string& into) {
  into.clear();
  const auto element = name_;
  if (const auto mark = find_mark(text_, at_); !pending_close_ && !failed() && closes(mark, element)) {
    into = trimmed(text_.substr(at_, mark - at_));
    at_ = mark + element.size() + 3;
    --depth_;
    return true;
  }
  value_ = &into;
  const auto what = next();
  value_ = nullptr;
  if (what == event::open)
    fail(fmt::format("<{}> holds an element where a text was expected", base::harmless(element)), begin_);
  if (what != event::close)
    return false;
  if (!into.empty() && (is_blank(into.front()) || is_blank(into.back())))
    into = std::string(trimmed(into));
  return true;
}

xml_reader::event xml_reader::finish() {
  if (depth_ > 0)
    return fail(fmt::format("the file ends inside <{}>", base::harmless(open_[depth_ - 1])), text_.size(),
                "it seems to be cut off: retrieve it again");
  if (!seen_root_)
    return fail("there is no element in this file", text_.size());
  return event::end;
}

xml_reader::event xml_reader::fail(std::string message, std::size_t at, std::string help) {
  if (!failed())
    fault_ = {std::move(message), at, std::move(help)};
  return event::fault;
}

// ---- tags

std::string_view xml_reader::scan_name() {
  const auto from = at_;
  if (from == text_.size() || !in_name(text_[from], 1))
    return {};
  auto at = find_no_letter(text_, from + 1);
  while (at < text_.size() && in_name(text_[at], 2))
    at = find_no_letter(text_, at + 1);
  at_ = at;
  return text_.substr(from, at - from);
}

void xml_reader::blanks() {
  while (at_ < text_.size() && is_blank(text_[at_]))
    ++at_;
}

xml_reader::event xml_reader::open() {
  ++at_;
  name_ = scan_name();
  if (name_.empty())
    return fail("expected the name of an element after '<'", begin_, "write '&lt;' for a '<' in a text");
  if (depth_ == 0 && seen_root_)
    return fail(fmt::format("a second element, <{}>, stands beside the first", base::harmless(name_)), begin_);
  if (depth_ == most_depth)
    return fail(fmt::format("elements are nested more than {} deep", most_depth), begin_);
  if (at_ < text_.size() && text_[at_] != '>' && !attributes())
    return event::fault;
  if (at_ == text_.size())
    return fail(fmt::format("the tag <{}> does not end", base::harmless(name_)), begin_,
                "it seems to be cut off: retrieve it again");
  pending_close_ = text_[at_] == '/';
  at_ += pending_close_ ? 2 : 1;
  seen_root_ = true;
  open_[depth_++] = name_;
  return event::open;
}

xml_reader::event xml_reader::close() {
  at_ += 2;
  if (depth_ == 0)
    return fail("an element is closed that was not opened", begin_);
  const auto expected = open_[depth_ - 1];
  if (!starts(expected) || (at_ + expected.size() < text_.size() && in_name(text_[at_ + expected.size()], 2)))
    return fail(fmt::format("expected </{}>", base::harmless(expected)), begin_);
  at_ += expected.size();
  blanks();
  if (at_ == text_.size() || text_[at_] != '>')
    return fail(fmt::format("expected '>' after </{}", base::harmless(expected)), at_);
  ++at_;
  name_ = expected;
  --depth_;
  return event::close;
}

// Up to the '>' or '/>' of a tag.
bool xml_reader::attributes() {
  const auto element = name_;
  const auto from = at_;
  for (;;) {
    const auto before = at_;
    blanks();
    if (at_ == text_.size() || text_[at_] == '>' || starts("/>"))
      break;
    if (before == at_) {
      fail(fmt::format("expected '>' at the end of the tag <{}", base::harmless(element)), at_);
      return false;
    }
    const auto name_at = at_;
    const auto one = scan_name();
    // Attributes are few and short: looked for again in the tag.
    const auto written = text_.substr(from, name_at - from);
    for (auto same = written.find(one); !one.empty() && same != npos; same = written.find(one, same + 1))
      if (is_blank(written[same - (same > 0 ? 1 : 0)]) && same > 0 && same + one.size() < written.size() &&
          (written[same + one.size()] == '=' || is_blank(written[same + one.size()]))) {
        fail(fmt::format("the attribute '{}' is stated twice", base::harmless(one)), name_at);
        return false;
      }
    if (one.empty() || !attribute()) {
      fail("expected an attribute such as name=\"value\"", name_at);
      return false;
    }
  }
  name_ = element;
  return true;
}

// After its name.
bool xml_reader::attribute() {
  blanks();
  if (!starts("="))
    return false;
  ++at_;
  blanks();
  if (at_ == text_.size() || (text_[at_] != '"' && text_[at_] != '\''))
    return false;
  const auto end = text_.find(text_[at_], at_ + 1);
  if (end == npos)
    return false;
  for (++at_; at_ < end;) {
    if (text_[at_] == '<')
      return false;
    if (text_[at_] != '&')
      ++at_;
    else if (!reference(nullptr))
      return false;
  }
  at_ = end + 1;
  return true;
}

// ---- between tags

// Up to the next '<' or the end. Outside of the first element only blanks may stand.
bool xml_reader::text(std::string* into) {
  auto from = at_;
  for (;;) {
    at_ = find_mark(text_, at_);
    const char mark = at_ == text_.size() ? '<' : text_[at_];
    if (mark == ']' && !starts("]]>")) {
      ++at_;
      continue;
    }
    const auto run = text_.substr(from, at_ - from);
    if (const auto word = depth_ == 0 ? run.find_first_not_of(" \t\r\n") : npos; word != npos) {
      fail("expected an element, found text", from + word);
      return false;
    }
    if (into != nullptr)
      into->append(run);
    if (mark == '<')
      return true;
    if (mark == ']' || depth_ == 0) {
      fail(mark == ']' ? "']]>' may not stand in a text" : "expected an element, found text", at_);
      return false;
    }
    if (!reference(into))
      return false;
    from = at_;
  }
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
