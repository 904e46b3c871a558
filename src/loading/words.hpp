// Words in a text that need not be one of the language's.
#pragma once

#include <cstddef>
#include <string_view>

namespace proviso::loading {

// How often the word stands in the text, not as a part of a longer name. No word stands nowhere.
[[nodiscard]] std::ptrdiff_t occurrences(std::string_view word, std::string_view text);

} // namespace proviso::loading
