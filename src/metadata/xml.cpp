// The way through a text, event by event.
#include "metadata/xml.hpp"

#include "base/text.hpp"
#include "metadata/entity.hpp"
#include "metadata/scan.hpp"

#include <fmt/format.h>
#include <tuple>

namespace proviso::metadata {
namespace {

constexpr std::size_t npos = std::string_view::npos;

} // namespace

xml_reader::xml_reader(std::string_view text, xml_shapes& shapes) : text_(text), shapes_(shapes) {
  if (starts("\xEF\xBB\xBF"))
    at_ = 3;
  first_ = at_;
}

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
  if (pending_close_ || failed())
    return skip_inside();
  const auto element = name_;
  const auto depth = depth_;
  const auto from = at_;
  const auto* const shape = shapes_.find(element, depth);
  if (const auto end = shape == nullptr ? npos : shape->end_of(text_, from); end != npos) {
    at_ = end;
    --depth_;
    return true;
  }
  if (!skip_inside())
    return false;
  if (skipped_ == element) // what never comes again is not worth learning
    shapes_.learn(element, depth, text_.substr(from, at_ - from));
  skipped_ = element;
  return true;
}

std::span<const xml_leaf> xml_reader::leaves() {
  if (pending_close_ || failed())
    return {};
  std::span<const xml_leaf> found;
  auto end = known_leaves(found);
  if (end == npos && learn_ahead())
    end = known_leaves(found);
  if (end == npos)
    return {};
  at_ = end;
  --depth_;
  return found;
}

std::size_t xml_reader::known_leaves(std::span<const xml_leaf>& found) {
  auto* const shape = shapes_.find(name_, depth_);
  return shape == nullptr ? npos : shape->leaves_of(text_, at_, found);
}

// Goes through the element that was opened to learn its shape, and comes back. False at a fault, which is met
// again.
bool xml_reader::learn_ahead() {
  const auto [element, depth, begin, from] = std::tuple(name_, depth_, begin_, at_);
  const bool whole = skip_inside();
  if (whole)
    shapes_.learn(element, depth, text_.substr(from, at_ - from));
  std::tie(name_, depth_, begin_, at_) = std::tuple(element, depth, begin, from);
  pending_close_ = false;
  fault_ = {};
  return whole;
}

bool xml_reader::skip_inside() {
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
    into = without_blanks(text_.substr(at_, mark - at_));
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
    into = std::string(without_blanks(into));
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
    if (const auto word = depth_ == 0 ? run.find_first_not_of(xml_blanks) : npos; word != npos) {
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

} // namespace proviso::metadata
