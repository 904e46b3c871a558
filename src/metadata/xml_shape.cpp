#include "metadata/xml_shape.hpp"

#include "metadata/scan.hpp"

namespace proviso::metadata {
namespace {

constexpr std::size_t npos = std::string_view::npos;

// Behind <name> or </name>; npos: there is more in it, or it is none.
std::size_t end_of_tag(std::string_view text, std::size_t at) {
  const bool closing = text.substr(at, 2) == "</";
  at = find_no_letter(text, at + (closing ? 2 : 1));
  return at < text.size() && text[at] == '>' ? at + 1 : npos;
}

} // namespace

void xml_shape::learn(std::string_view name, std::size_t depth, std::string_view content) {
  const bool again = name == name_ && depth == depth_;
  name_ = name;
  depth_ = depth;
  count_ = 0;
  if (again && !find_pieces(content))
    count_ = 0;
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

std::size_t xml_shape::end_of(std::string_view name, std::size_t depth, std::string_view text,
                              std::size_t at) const {
  if (count_ == 0 || depth != depth_ || name != name_)
    return npos;
  for (std::size_t i = 0;; ++i) {
    if (!text.substr(at).starts_with(pieces_[i]))
      return npos;
    at += pieces_[i].size();
    if (i + 1 == count_)
      return at;
    at = find_mark(text, at);
    if (at == text.size() || text[at] != '<')
      return npos;
  }
}

} // namespace proviso::metadata
