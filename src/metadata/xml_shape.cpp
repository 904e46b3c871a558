#include "metadata/xml_shape.hpp"

#include "metadata/scan.hpp"

#include <algorithm>

namespace proviso::metadata {
namespace {

constexpr std::size_t npos = std::string_view::npos;

// Behind <name> or </name>; npos: there is more in it, or it is none.
std::size_t end_of_tag(std::string_view text, std::size_t at) {
  const bool closing = text.substr(at, 2) == "</";
  at = find_no_letter(text, at + (closing ? 2 : 1));
  return at < text.size() && text[at] == '>' ? at + 1 : npos;
}

void drop_blanks(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(xml_blanks), text.size()));
}

// Takes "</name>" off.
bool drop_end(std::string_view& text, std::string_view name) {
  if (!text.starts_with("</") || text.substr(2, name.size()) != name || text.substr(2 + name.size(), 1) != ">")
    return false;
  text.remove_prefix(name.size() + 3);
  return true;
}

} // namespace

void xml_shape::learn(std::string_view name, std::size_t depth, std::string_view content) {
  text_.assign(name).append(content);
  name_ = std::string_view(text_).substr(0, name.size());
  depth_ = depth;
  count_ = 0;
  if (!find_pieces(std::string_view(text_).substr(name.size())))
    count_ = 0;
  is_flat_ = count_ > 1 && find_leaves();
}

bool xml_shape::find_pieces(std::string_view content) {
  std::size_t from = 0;
  for (std::size_t at = 0; at < content.size();) {
    const auto tag = content.find('<', at);
    if (content.substr(at, tag - at).find_first_not_of(xml_blanks) != npos) {
      if (!add(content.substr(from, at - from)))
        return false;
      from = tag;
    }
    at = end_of_tag(content, tag);
    if (at == npos)
      return false;
  }
  return add(content.substr(from));
}

bool xml_shape::add(std::string_view piece) {
  if (count_ == most_pieces)
    return false;
  pieces_[count_++] = piece;
  return true;
}

// Each piece closes the leaf before it, the first none, and opens one, the last none.
bool xml_shape::find_leaves() {
  for (std::size_t i = 0; i < count_; ++i) {
    auto rest = pieces_[i];
    if (i > 0 && !drop_end(rest, leaves_[i - 1].name))
      return false;
    drop_blanks(rest);
    if (i + 1 == count_)
      return drop_end(rest, name_) && rest.empty();
    if (rest.size() < 3 || rest.starts_with("</") || end_of_tag(rest, 0) != rest.size())
      return false;
    leaves_[i].name = rest.substr(1, rest.size() - 2);
    if (leaves_[i].name.find(':') != npos)
      return false;
  }
  return false;
}

// `met` is given each text and where it begins.
template <typename Met>
std::size_t xml_shape::follow(std::string_view text, std::size_t at, Met met) const {
  for (std::size_t i = 0; i < count_; ++i) {
    if (!holds_at(text, at, pieces_[i]))
      return npos;
    at += pieces_[i].size();
    if (i + 1 == count_)
      return at;
    const auto from = at;
    at = find_mark(text, from);
    if (at == text.size() || text[at] != '<')
      return npos;
    met(i, from, at);
  }
  return npos;
}

std::size_t xml_shape::end_of(std::string_view text, std::size_t at) const {
  return follow(text, at, [](std::size_t, std::size_t, std::size_t) {});
}

std::size_t xml_shape::leaves_of(std::string_view text, std::size_t at, std::span<const xml_leaf>& leaves) {
  if (!is_flat_)
    return npos;
  leaves = std::span(leaves_).first(count_ - 1);
  return follow(text, at, [&](std::size_t i, std::size_t from, std::size_t to) {
    auto& one = leaves_[i];
    one.text = text.substr(from, to - from);
    one.begin = from - one.name.size() - 2;
    one.end = from;
  });
}

xml_shape* xml_shapes::find(std::string_view name, std::size_t depth) {
  for (std::size_t i = 0; i < most; ++i) // neighbours are alike
    if (const auto which = (last_ + i) % most; all_[which].is_of(name, depth)) {
      last_ = which;
      return &all_[which];
    }
  return nullptr;
}

void xml_shapes::learn(std::string_view name, std::size_t depth, std::string_view content) {
  if (content.size() > longest)
    return;
  auto* known = find(name, depth);
  if (known == nullptr)
    known = &all_[next_++ % most];
  known->learn(name, depth, content);
}

} // namespace proviso::metadata
