// The "--- " sections of a case: the files it starts from.
#include "support/case_run.hpp"
#include "support/folder.hpp"

#include <charconv>
#include <fstream>
#include <stdexcept>

namespace proviso::support {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const std::string& what) {
  throw std::runtime_error(what + "\n");
}

// The blank line before the next section is for the reader.
std::string content_of(const layout& section) {
  const bool spaced = section.body == "\n" || section.body.ends_with("\n\n");
  return unescaped(std::string_view(section.body).substr(0, section.body.size() - (spaced ? 1 : 0)));
}

std::string bytes_of(const std::string& digits) {
  std::string bytes;
  std::string pair;
  for (const char c : digits) {
    if (c != ' ' && c != '\n') {
      pair += c;
    }
    if (pair.size() == 2) {
      unsigned value = 0;
      if (std::from_chars(pair.data(), pair.data() + 2, value, 16).ptr != pair.data() + 2) {
        refuse("'" + pair + "' is not a byte in hexadecimal");
      }
      bytes += static_cast<char>(value);
      pair.clear();
    }
  }
  return pair.empty() ? bytes : (refuse("a byte has two digits, '" + pair + "' has one"), "");
}

std::string repeated(const std::vector<std::string>& words, const std::string& body) {
  std::size_t times = 0;
  const auto& count = words.at(2);
  if (std::from_chars(count.data(), count.data() + count.size(), times).ptr != count.data() + count.size()) {
    refuse("'" + count + "' is not a count");
  }
  std::string piece;
  for (std::size_t i = 3; i < words.size(); ++i) {
    piece += (i == 3 ? "" : " ") + words[i];
  }
  piece = piece.empty() ? body : piece;
  std::string text;
  text.reserve(times * piece.size());
  for (std::size_t i = 0; i < times; ++i) {
    text += piece;
  }
  return text;
}

std::string text_of(const layout& section) {
  const auto& words = section.words;
  const auto content = content_of(section);
  if (words.size() == 1) {
    return content;
  }
  if (words.size() == 2 && words[1] == "bytes") {
    return bytes_of(content);
  }
  if (words.size() > 2 && words[1] == "repeat") {
    return repeated(words, content);
  }
  refuse("expected 'NAME', 'NAME bytes' or 'NAME repeat COUNT [TEXT]' after '--- '");
}

// A section for a file that is there already goes on with it.
void append(const fs::path& file, std::string_view text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary | std::ios::app)
      .write(text.data(), static_cast<std::streamsize>(text.size()));
}

void copy(const std::vector<std::string>& words, const fs::path& folder, const fs::path& project) {
  const bool renamed = words.size() == 4 && words[2] == "as";
  if (words.size() != 2 && !renamed) {
    refuse("expected 'copy PATH' or 'copy PATH as NAME' after '--- '");
  }
  const auto target = folder / (renamed ? words[3] : words[1]);
  fs::create_directories(target.parent_path());
  fs::copy(project / words[1], target, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
}

} // namespace

void lay_out(const layout& section, const fs::path& folder, const fs::path& project) {
  const auto& words = section.words;
  if (words.empty()) {
    refuse("expected a file's name after '--- '");
  }
  if (words[0] == "copy" && words.size() > 1) {
    copy(words, folder, project);
  } else if (words[0] == "folder" && words.size() == 2) {
    fs::create_directories(folder / words[1]);
  } else if (words[0] == "link" && words.size() == 4 && words[2] == "to") {
    fs::create_symlink(words[3], folder / words[1]);
  } else {
    append(folder / words[0], text_of(section));
  }
}

} // namespace proviso::support
