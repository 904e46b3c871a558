// The catalogue and the rules: the files of rules/, from the program itself or from a folder that takes their
// place.
#pragma once

#include "base/diagnostic.hpp"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::loading {

struct library_file {
  std::string path;  // from the library's folder: "salesforce/experience-cloud/guest.proviso"
  std::string shown; // as reports name it: "rules/salesforce/…"
  std::string_view text;
  std::string_view tree;       // of a file that the program carries, parsed before; else empty
  bool declares_rules = false; // where false, it need not be parsed to know
};

class library {
public:
  // The files the program carries, shown as those of "rules", without their tests.
  [[nodiscard]] static library embedded();
  // All *.proviso of a folder and those below it.
  [[nodiscard]] static library of_folder(const std::string& folder, base::span named_at,
                                         base::diagnostics& faults);

  // By path.
  [[nodiscard]] const std::vector<library_file>& files() const { return files_; }
  // The file NAME.proviso, or all files of the folder NAME: their numbers in `files()`.
  [[nodiscard]] std::vector<std::size_t> pack(std::string_view name) const;
  // Every name a `use` may have.
  [[nodiscard]] std::vector<std::string> packs() const;

private:
  std::vector<library_file> files_;
  std::deque<std::string> texts_; // of a folder's files
};

} // namespace proviso::loading
