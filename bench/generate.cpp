#include "generate.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::bench {
namespace {

std::string opening(std::size_t number) {
  return fmt::format(R"(contract generated-{0} "Generated contract {0}" {{
  vendor     "Salesforce"
  customer   "Customer {0}"
  term       2027-01-15 to 2030-01-14
  currency   USD
  time zone  "America/Los_Angeles"
  rounding   half even
)",
                     number);
}

std::string login_sku(std::size_t number) {
  return fmt::format(R"(
  sku logins-{0} "Customer Community Logins, region {0}" {{
    license    customer-community
    sold as    logins
    count      one login per user per day
    quantity   20_000 per month
    block      1_000
    price      2.00 per login
    accounts   20 per login
    grace      10%
    overage    2.50 per login, measured quarterly
    pack       15_000 on 2027-11-15 for 22_500.00
    from 2028-01-15 {{
      quantity 25_000 per month
      price    1.90 per login
    }}
    clause     "Order form, line {0}"
  }}
)",
                     number);
}

std::string member_sku(std::size_t number) {
  return fmt::format(R"(
  # Members of region {0}, who need reports.
  sku members-{0} "Customer Community Plus Member, region {0}" {{
    license    customer-community-plus
    sold as    members
    quantity   800
    minimum    500
    price graduated per member per month {{
      first 500     at 15.00
      next  1_500   at 13.50
      beyond        at 12.00
    }}
    discount   2.5%
    uplift     at most 7% per renewal
  }}
)",
                     number);
}

std::string restriction(std::size_t number) {
  return fmt::format(R"(
  restriction no-crm-{0} "Users of region {0} stay out of sales and service records" {{
    for        logins-{0}, members-{0}
    prohibit   create, read, update, delete on Lead, Opportunity, Case, Solution, Campaign
    except     read on Case for members-{0} until 2027-07-14 because "migration window"
    open ended
  }}
)",
                     number);
}

std::string region(std::size_t number) {
  return login_sku(number) + member_sku(number) + restriction(number);
}

std::size_t lines_in(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

constexpr auto packs = "use \"salesforce/experience-cloud\"\n\n";

} // namespace

std::string contract_of_lines(std::size_t lines) {
  auto text = packs + opening(1);
  const auto each = lines_in(region(1));
  for (std::size_t i = 1, so_far = lines_in(text); so_far < lines; ++i, so_far += each) {
    text += region(i);
  }
  return text + "}\n";
}

std::string contracts_of_bytes(std::size_t bytes) {
  std::string text = packs;
  for (std::size_t number = 1; text.size() < bytes; ++number) {
    text += opening(number);
    for (std::size_t i = 1; i <= 25; ++i) {
      text += region(i);
    }
    text += "}\n\n";
  }
  return text;
}

} // namespace proviso::bench
