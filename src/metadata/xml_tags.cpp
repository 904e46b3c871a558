// Tags: names, attributes, and whether what closes is what was opened.
#include "metadata/xml.hpp"

#include "base/text.hpp"
#include "metadata/scan.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace proviso::metadata {

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
  std::array<std::string_view, most_attributes> names;
  std::size_t count = 0;
  for (;;) {
    const auto before = at_;
    blanks();
    if (at_ == text_.size() || text_[at_] == '>' || starts("/>"))
      break;
    if (before == at_) {
      fail(fmt::format("expected '>' at the end of the tag <{}", base::harmless(element)), at_);
      return false;
    }
    if (count == most_attributes) {
      fail(fmt::format("the tag <{}> has more than {} attributes", base::harmless(element), most_attributes),
           at_);
      return false;
    }
    if (!attribute(std::span(names).first(count)))
      return false;
    names[count++] = name_;
  }
  name_ = element;
  return true;
}

// Its name stays in `name_`.
bool xml_reader::attribute(std::span<const std::string_view> others) {
  const auto at = at_;
  name_ = scan_name();
  if (name_.empty() || !attribute_value()) {
    fail("expected an attribute such as name=\"value\"", at);
    return false;
  }
  if (std::ranges::find(others, name_) != others.end()) {
    fail(fmt::format("the attribute '{}' is stated twice", base::harmless(name_)), at);
    return false;
  }
  return true;
}

// After its name.
bool xml_reader::attribute_value() {
  blanks();
  if (!starts("="))
    return false;
  ++at_;
  blanks();
  if (at_ == text_.size() || (text_[at_] != '"' && text_[at_] != '\''))
    return false;
  const auto end = text_.find(text_[at_], at_ + 1);
  if (end == std::string_view::npos)
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

} // namespace proviso::metadata
