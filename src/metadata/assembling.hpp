// Puts what the files of a project say together: holders from their parts, classes with their settings.
#pragma once

#include "metadata/org.hpp"
#include "metadata/part.hpp"
#include "metadata/walk.hpp"

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace proviso::metadata {

class assembling {
public:
  // About so many files come.
  explicit assembling(org& into, std::size_t files = 0);

  // In the order of the files. Objects are numbered as in the org.
  void add(const found_file& file, part&& what);
  // After all files: what belongs together is brought together, and what is missing of it is a gap.
  void finish();

private:
  struct open { // a decomposed set
    std::size_t holder = 0;
    bool has_main = false;
  };

  void add_holder(const found_file& file, holder_kind is, part&& what);
  void add_program(const found_file& file, part&& what);
  void add_flow(const found_file& file, flow&& what, base::span at);
  template <typename Named>
  static void add_named(std::vector<Named>& to, const found_file& file, Named&& what, base::span at);
  void add_manifest(const found_file& file, manifest&& what, base::span at);

  org& org_;
  std::unordered_map<std::string, open> decomposed_;
  std::vector<std::pair<std::size_t, std::string>> programs_; // of the org, with their paths
  std::unordered_map<std::string, code_settings> settings_;   // by the path of what they are of
  std::vector<std::string> profiles_;                         // their paths
};

} // namespace proviso::metadata
