#include "report/users.hpp"

#include "observing/holders.hpp"
#include "report/spreadsheet.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::report {

namespace {

// Of who is on one of several SKUs all of them.
std::string name_of(const observing::route& at, const model::contract& contract,
                    const observing::router& routes) {
  return at.leads == observing::route::to::place ? routes.places()[at.number].name
                                                 : observing::sellers_in_words(contract, at.number);
}

} // namespace

std::string users_as_csv(const users_request& of, const observing::observation& seen) {
  observing::router routes(of.contract, of.plan, *seen.org, of.lists);
  std::vector<std::string> rows;
  observing::each_holder(
      {of.contract, seen.question, *seen.org, seen.logins, seen.covered, of.contract.months.holding(of.today),
       of.today},
      routes, [&](const org::user& user, const observing::route& at, const observing::holder_days& days) {
        rows.push_back(fmt::format("{},{},{},{}\n", spreadsheet_cell(name_of(at, of.contract, routes)),
                                   spreadsheet_cell(user.id.empty() ? user.name : user.id), days.total,
                                   seen.who.whole_months));
      });
  std::ranges::sort(rows);
  return fmt::format("population,user,login_days,months\n{}", fmt::join(rows, ""));
}

} // namespace proviso::report
