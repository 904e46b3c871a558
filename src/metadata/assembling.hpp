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

struct read_part_of { // a file of the walk
  part what;
  unsigned by = 0; // the worker, whose object names it speaks in
};

class assembling {
public:
  // `names` are those of each worker.
  assembling(org& into, const std::vector<object_names>& names);

  void add(const found_file& file, read_part_of&& from);
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
  std::vector<std::vector<object_id>> numbers_; // by worker and its own number
  std::unordered_map<std::string, open> decomposed_;
  std::vector<std::pair<std::size_t, std::string>> programs_; // of the org, with their paths
  std::unordered_map<std::string, code_settings> settings_;   // by the path of what they are of
  std::vector<std::string> profiles_;                         // their paths
};

} // namespace proviso::metadata
