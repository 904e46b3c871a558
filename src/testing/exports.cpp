#include "testing/exports.hpp"

#include <fmt/format.h>

namespace proviso::testing {
namespace {

class gathering {
public:
  gathering(const std::vector<const syntax::given*>& all, const path_of& path, given_files& texts,
            base::diagnostics& faults)
      : all_(all), path_(path), texts_(texts), faults_(faults) {}

  loading::export_files::names operator()(std::string_view kind) {
    loading::export_files::names result;
    for (const auto* given : all_) {
      if (given->what.text != kind)
        continue;
      if (auto found = file_of(kind, *given))
        result.push_back(std::move(*found));
    }
    return result;
  }

private:
  std::optional<base::stated<std::string>> file_of(std::string_view kind, const syntax::given& one) {
    if (one.path && one.content) {
      faults_.push_back(
          {fmt::format("'given {}' takes a file or its content", kind),
           one.at,
           fmt::format("write given {} \"FILE.csv\", or the rows between \"\"\" and \"\"\"", kind),
           {}});
      return std::nullopt;
    }
    if (one.path) {
      auto found = path_(*one.path);
      return found ? std::optional(base::stated<std::string>{std::move(*found), one.path->at}) : std::nullopt;
    }
    auto path = texts_.add(kind, one.content->value);
    if (!path.empty())
      return base::stated<std::string>{std::move(path), one.content->at};
    faults_.push_back({"there is no memory for this text", one.content->at, {}, {}});
    return std::nullopt;
  }

  const std::vector<const syntax::given*>& all_;
  const path_of& path_;
  given_files& texts_;
  base::diagnostics& faults_;
};

} // namespace

loading::export_files exports_of(const std::vector<const syntax::given*>& all, const path_of& path,
                                 given_files& texts, base::diagnostics& faults) {
  gathering files_of(all, path, texts, faults);
  loading::export_files result;
  result.logins = files_of("logins");
  result.users = files_of("users");
  result.assignments = files_of("assignments");
  result.org = files_of("org");
  return result;
}

} // namespace proviso::testing
