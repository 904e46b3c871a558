#include "loading/words.hpp"

namespace proviso::loading {
namespace {

bool part_of_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

} // namespace

std::ptrdiff_t occurrences(std::string_view word, std::string_view text) {
  std::ptrdiff_t result = 0;
  if (word.empty())
    return result;
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + word.size())) {
    const auto end = at + word.size();
    if ((at == 0 || !part_of_name(text[at - 1])) && (end == text.size() || !part_of_name(text[end])))
      ++result;
  }
  return result;
}

} // namespace proviso::loading
