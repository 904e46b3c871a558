#include "metadata/page_reader.hpp"

#include "base/text.hpp"

namespace proviso::metadata {
namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view page_tag = "<apex:page";

// The tags of comments do not count.
std::size_t first_tag(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text.substr(at, 4) == "<!--")
      at = std::min(text.find("-->", at), text.size());
    else if (text[at] == '<' && base::same_but_case(text.substr(at, page_tag.size()), page_tag))
      return at;
  return std::string_view::npos;
}

class page_tag_reader {
public:
  page_tag_reader(std::string_view text, std::size_t at, std::uint32_t source)
      : text_(text), at_(at), source_(source) {}

  // name="value" up to the end of the tag
  void read(page& into) {
    for (;;) {
      at_ = std::min(text_.find_first_not_of(blanks, at_), text_.size());
      if (at_ == text_.size() || text_[at_] == '>' || text_[at_] == '/')
        return;
      const auto name = text_.substr(at_, text_.find_first_of("= \t\r\n>", at_) - at_);
      const auto quote = text_.find_first_of("\"'>", at_);
      if (quote == std::string_view::npos || text_[quote] == '>')
        return;
      const auto end = std::min(text_.find(text_[quote], quote + 1), text_.size());
      if (base::same_but_case(name, "controller") || base::same_but_case(name, "extensions"))
        add(into, quote + 1, end);
      at_ = std::min(end + 1, text_.size());
    }
  }

private:
  // A list of names with commas between.
  void add(page& into, std::size_t from, std::size_t end) const {
    while (from < end) {
      const auto comma = std::min(text_.find(',', from), end);
      const auto first = std::min(text_.find_first_not_of(blanks, from), comma);
      const auto last = std::min(text_.find_first_of(" \t\r\n,", first), comma);
      if (first < last)
        into.controllers.push_back(
            {std::string(text_.substr(first, last - first)),
             {source_, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)}});
      from = comma + 1;
    }
  }

  std::string_view text_;
  std::size_t at_;
  std::uint32_t source_;
};

} // namespace

part page_part(std::string_view text, std::uint32_t source) {
  part result;
  const auto at = first_tag(text);
  if (at == std::string_view::npos) {
    result.faults.push_back({"expected <apex:page>",
                             {source, 0, text.empty() ? 0U : 1U},
                             "the file's name says that it is a page: rename it, or retrieve it again",
                             {}});
    return result;
  }
  const auto begin = static_cast<std::uint32_t>(at);
  result.at = {source, begin, begin + static_cast<std::uint32_t>(page_tag.size())};
  result.page = std::make_unique<page>();
  result.page->at = result.at;
  page_tag_reader(text, at + page_tag.size(), source).read(*result.page);
  return result;
}

} // namespace proviso::metadata
