#include "testing/exports.hpp"

#include "logins/count.hpp"
#include "org/read.hpp"

#include <fmt/format.h>

namespace proviso::testing {
namespace {

constexpr std::string_view logins_input = "logins";
constexpr std::string_view users_input = "users";
constexpr std::string_view assignments_input = "assignments";
constexpr std::string_view org_input = "org";

using files = std::vector<base::stated<std::string>>;

files files_of(const std::vector<const syntax::given*>& all, std::string_view kind, const path_of& path,
               base::diagnostics& faults) {
  files result;
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

std::optional<logins::tally> count(const files& from, const logins::question& asked,
                                   base::diagnostics& faults) {
  std::vector<std::string> names;
  for (const auto& file : from)
    names.push_back(file.value);
  const auto before = faults.size();
  auto result = logins::count(names, asked, faults);
  for (auto i = before; i < faults.size(); ++i)
    if (!faults[i].at.somewhere())
      faults[i].at = from.front().at;
  return result;
}

} // namespace

std::unique_ptr<exports> read_exports(const std::vector<const syntax::given*>& all, const observed_contract& of,
                                      const path_of& path, base::diagnostics& faults) {
  const auto before = faults.size();
  const auto logins = files_of(all, logins_input, path, faults);
  const auto users = files_of(all, users_input, path, faults);
  const auto assignments = files_of(all, assignments_input, path, faults);
  const auto org = files_of(all, org_input, path, faults);
  if (faults.size() != before || (logins.empty() && users.empty() && assignments.empty() && org.empty()))
    return nullptr;
  auto result = std::make_unique<exports>();
  result->org =
      org::read({{users, org::form::users}, {assignments, org::form::assignments}, {org, std::nullopt}},
                of.known, of.words, faults);
  auto question = observing::ask(of.contract, faults);
  if (faults.size() == before && !logins.empty())
    result->logins = count(logins, question->asked, faults);
  if (faults.size() != before)
    return nullptr;
  result->seen =
      observing::observe(of.contract, of.plan, std::move(*question),
                         {&result->org, result->logins ? &*result->logins : nullptr, {}, {}, of.today});
  return result;
}

} // namespace proviso::testing
