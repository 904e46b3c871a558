#include "testing/exports.hpp"

#include <fmt/format.h>

namespace proviso::testing {
namespace {

loading::export_files::names files_of(const std::vector<const syntax::given*>& all, std::string_view kind,
                                      const path_of& path, base::diagnostics& faults) {
  loading::export_files::names result;
  for (const auto* given : all) {
    if (given->what.text != kind)
      continue;
    if (given->content || !given->path)
      faults.push_back({fmt::format("'given {}' takes a file", kind),
                        given->at,
                        fmt::format("write the rows into a file and name it: given {} \"FILE.csv\"", kind),
                        {}});
    else if (auto found = path(*given->path))
      result.push_back({std::move(*found), given->path->at});
  }
  return result;
}

} // namespace

loading::export_files exports_of(const std::vector<const syntax::given*>& all, const path_of& path,
                                 base::diagnostics& faults) {
  loading::export_files result;
  result.logins = files_of(all, "logins", path, faults);
  result.users = files_of(all, "users", path, faults);
  result.assignments = files_of(all, "assignments", path, faults);
  result.org = files_of(all, "org", path, faults);
  return result;
}

} // namespace proviso::testing
