#include "checking/facts/overrun.hpp"

#include "checking/facts/purchase.hpp"

#include <algorithm>

namespace proviso::checking {
namespace {

using metering::month_usage;

enum class month_verdict { within, beyond, doubtful };

struct people { // one month held against its limit
  month_verdict is = month_verdict::within;
  std::int64_t users = 0;
  std::int64_t allowed = 0;
  std::string doubt;
};

people held_against(const month_usage& month, const base::known<std::int64_t>& allowed) {
  if (!month.users && allowed && month.least_users > *allowed)
    return {month_verdict::beyond, month.least_users, *allowed, {}};
  if (!month.users)
    return {month_verdict::doubtful, 0, 0, month.users.why().missing};
  if (*month.users == 0)
    return {};
  if (!allowed)
    return {month_verdict::doubtful, 0, 0, allowed.why().missing};
  return {*month.users > *allowed ? month_verdict::beyond : month_verdict::within, *month.users, *allowed, {}};
}

// Accounts that one purchased login brings, as the SKU or else its license states.
std::int64_t accounts_each(const model::sku& sku, const month_usage& month) {
  const auto& stated = month.terms->accounts ? month.terms->accounts : sku.license->accounts;
  return stated ? std::max<std::int64_t>(stated->value, 1) : 1;
}

std::int64_t addition(const model::sku& sku, const month_usage& month, const people& of) {
  const auto each = sku.sold.value == model::sale::logins ? accounts_each(sku, month) : 1;
  const auto missing = (of.users - of.allowed + each - 1) / each;
  return raised_to_block(missing, *month.terms);
}

struct running { // the run that is being built
  std::vector<overrun>& all;
  bool open = false;

  void meet(overrun base, const model::sku& sku, const month_usage& month, const people& now) {
    const bool goes_on = open && all.back().doubt == now.doubt && all.back().last_month == month.month - 1;
    if (!goes_on) {
      base.first_month = month.month;
      base.doubt = now.doubt;
      all.push_back(base);
    }
    auto& run = all.back();
    run.last_month = month.month;
    if (!goes_on || now.users - now.allowed > run.users - run.allowed) {
      run.worst_month = month.month;
      run.users = now.users;
      run.allowed = now.allowed;
    }
    if (now.is == month_verdict::beyond)
      run.needed = std::max(run.needed, addition(sku, month, now));
    open = true;
  }
};

void judge(const metering::sku_assessment& one, std::uint32_t index, std::vector<overrun>& found) {
  const bool of_accounts = one.sku->sold.value == model::sale::logins;
  running run{found};
  for (const auto& month : one.months) {
    if (!month.terms->quantity) { // people on what is not sold have no limit: they have no license
      run.open = false;
      continue;
    }
    const auto now =
        held_against(month, of_accounts ? month.accounts : base::known<std::int64_t>(month.quantity));
    if (now.is == month_verdict::within)
      run.open = false;
    else
      run.meet({of_accounts, index, 0, 0, 0, 0, 0, 0, {}}, *one.sku, month, now);
  }
}

} // namespace

std::vector<overrun> overruns(const metering::assessment& all) {
  std::vector<overrun> found;
  for (std::size_t i = 0; i < all.skus.size(); ++i)
    if (all.skus[i].sku->sold.value != model::sale::other)
      judge(all.skus[i], static_cast<std::uint32_t>(i), found);
  return found;
}

} // namespace proviso::checking
