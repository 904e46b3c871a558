#include "checking/facts/agreement.hpp"

#include "observing/held.hpp"
#include "observing/words.hpp"

namespace proviso::checking {
namespace {

using org::directory;

bool may_log_in(const org::user& user) {
  return user.active != base::truth::no && !user.internal;
}

// By the export of users; null: it does not say.
const org::license* exported_license(const directory& org, std::size_t user) {
  const auto number = user < org.exported ? org.users[user].license : org::none;
  return number == org::none ? nullptr : &org.licenses[number];
}

// By the dated assignment of today; null: there is none.
const org::license* assigned_license(const directory& org, std::size_t user, base::day today) {
  const auto* dated = org.dated(org.users[user]);
  const auto* held = dated == nullptr ? nullptr : observing::held_on(*dated, today);
  return held == nullptr ? nullptr : &org.licenses[held->license];
}

bool is_known(const org::license* one) {
  return one != nullptr && one->is != org::license::kind::unknown;
}

} // namespace

agreement agreement_on(const license_sold& license, const directory& org, base::day today) {
  agreement result;
  for (std::size_t i = 0; i < org.users.size(); ++i) {
    const auto* assigned = may_log_in(org.users[i]) ? assigned_license(org, i, today) : nullptr;
    if (assigned == nullptr)
      continue;
    const auto* exported = exported_license(org, i);
    const bool by_export = exported != nullptr && license.is(*exported);
    const bool by_assignment = license.is(*assigned);
    if (!is_known(exported) || !is_known(assigned)) {
      result.untold += by_export || by_assignment ? 1 : 0;
      continue;
    }
    result.exported += by_export ? 1 : 0;
    result.assigned += by_assignment ? 1 : 0;
    result.both += by_export && by_assignment ? 1 : 0;
  }
  return result;
}

base::known<std::int64_t> holders_of(const license_sold& license, const directory& org, base::day today) {
  std::int64_t result = 0;
  std::int64_t unstated = 0;
  const auto users = org.has_users ? org.exported : org.users.size();
  for (std::size_t i = 0; i < users; ++i) {
    if (!may_log_in(org.users[i]))
      continue;
    const auto* held = org.has_users ? exported_license(org, i) : assigned_license(org, i, today);
    result += held != nullptr && license.is(*held) ? 1 : 0;
    unstated += held == nullptr && org.has_users ? 1 : 0;
  }
  if (unstated > 0)
    return base::unknown{observing::words::unknown_holders(unstated)};
  return result;
}

} // namespace proviso::checking
