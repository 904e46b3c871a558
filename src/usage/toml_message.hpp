// The TOML parser's complaints in the words of our own.
#pragma once

#include <string>
#include <string_view>

namespace proviso::usage {

struct toml_message {
  enum class place {
    here,  // where the parser stopped
    word,  // the word or number there or just before
    again, // a key or header that was stated before, or passes through a value; the text is the caller's
  };

  std::string text;
  place at = place::here;
  std::string name = {}; // of that key or header, without blanks
};

// "Error while parsing string: encountered end-of-file" is "this is not TOML: the file ends inside a text".
[[nodiscard]] toml_message in_our_words(std::string_view description);

} // namespace proviso::usage
