// The files of a change, and which findings it touches.
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "cli/options/settings.hpp"
#include "report/report.hpp"

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace proviso::cli {

class change {
public:
  // Paths of files and folders, from the working folder or, as git prints them, from the repository's; a value
  // is one of them, "-" a list on standard input, "@FILE" and a file that ends in .txt a list in a file. A list
  // has one path a line, in quotes as git writes odd ones, or paths that each end with a NUL. A file need not
  // be there any more.
  void read(const std::vector<given>& from, base::diagnostics& faults);

  // Whether one of the finding's places, or a file that it rests on, is such a file. One without a place is
  // always touched.
  [[nodiscard]] bool touches(const checking::finding& f, const base::sources& in);

  // Takes out findings that the change does not touch, and counts them.
  void leave_out_others(report::report& all);

  // The files that held lists.
  [[nodiscard]] const std::vector<std::string>& lists() const { return lists_; }
  // What standard input held, where it was read.
  [[nodiscard]] const std::string& standard_input() const { return standard_input_; }

private:
  void add_list(const std::string& text, const given& from, base::diagnostics& faults);
  void add(const std::string& path);
  void insert(const std::filesystem::path& path);
  [[nodiscard]] bool holds(const std::string& file);

  std::set<std::filesystem::path> paths_; // canonical
  std::map<std::string, bool> known_;     // of files asked for
  std::vector<std::string> lists_;
  std::string standard_input_;
};

} // namespace proviso::cli
