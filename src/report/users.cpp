#include "report/users.hpp"

#include "report/spreadsheet.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::report {

std::string users_as_csv(const users_request& of, const observing::observation& seen) {
  observing::router routes(of.contract, of.plan, *seen.org, of.lists);
  std::vector<std::string> rows;
  observing::each_holder(
      {of.contract, seen.question, *seen.org, seen.logins, seen.covered, of.contract.months.holding(of.today)},
      routes, [&](const org::user& user, std::uint32_t place, const observing::holder_days& days) {
        rows.push_back(fmt::format("{},{},{},{}\n", spreadsheet_cell(routes.places()[place].name),
                                   spreadsheet_cell(user.id.empty() ? user.name : user.id), days.total,
                                   seen.who.whole_months));
      });
  std::ranges::sort(rows);
  return fmt::format("population,user,login_days,months\n{}", fmt::join(rows, ""));
}

} // namespace proviso::report
