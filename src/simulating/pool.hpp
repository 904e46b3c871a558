// The pool of a SKU, window by window, for logins that were drawn: what metering/pool.hpp works out, in whole
// numbers and fast. A test holds both against each other on random contracts.
#pragma once

#include "metering/assessment.hpp"
#include "simulating/wide.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace proviso::simulating {

// Minor units of the contract's currency. What is beyond `most_money` is counted as that.
using money = std::int64_t;
inline constexpr money most_money = 100'000'000'000'000;

// The charge for logins that are due, rounded as a line of the invoice is.
class overage_price {
public:
  overage_price() = default; // nothing is charged
  overage_price(const model::overage& terms, int decimals, base::rounding rounding);
  [[nodiscard]] money operator()(std::int64_t due) const;

private:
  std::int64_t per_ = 1;
  std::optional<money> unit_ = 0; // empty: no whole number of minor units
  base::rational amount_;
  int decimals_ = 0;
  base::rounding rounding_ = base::rounding::half_up;
};

struct window_verdict {
  std::int64_t logins = 0;
  std::int64_t allowed = 0; // entitled and tolerated
  std::int64_t due = 0;
  money overage = 0;
  bool exceeded = false;
  bool undecided = false; // no overage clause, and the year and its months say different things
};

class pool {
public:
  // Months and windows of a SKU sold as logins; what its months hold is not looked at.
  pool(const metering::sku_assessment& of, const model::contract& contract);

  struct window {
    int first = 0; // months from 0
    int last = 0;
    base::period days;
    bool blocked = false;
    bool priced = true; // there is an overage clause
    bool sold = true;   // else there is no clause either, and nothing to exceed
    overage_price price;
    std::optional<base::stated<model::grace>> grace;
    std::int64_t entitled = 0; // without rollover
    std::int64_t allowed = 0;
  };

  [[nodiscard]] const std::vector<window>& windows() const { return windows_; }
  [[nodiscard]] bool rolls_over() const { return rolls_over_; }
  [[nodiscard]] bool is_priced() const;  // wherever it is sold
  [[nodiscard]] bool is_blocked() const; // in any window

  // Of a window by itself: where nothing rolls over and there is an overage clause.
  [[nodiscard]] window_verdict judge(const window& of, std::int64_t logins) const {
    return judge(of, logins, of.allowed);
  }

  // One verdict for each window, from logins by month. `into` has as many places as there are windows.
  void judge(std::span<const std::int64_t> logins, std::span<window_verdict> into) const;

private:
  struct month {
    std::int64_t own = 0; // quantity and packs
    std::int64_t rolls = 0;
    int for_months = 0;         // 0: nothing rolls over
    std::int64_t tolerated = 0; // judged alone, as where there is no overage clause
  };

  [[nodiscard]] window_verdict judge(const window& of, std::int64_t logins, std::int64_t allowed) const;
  [[nodiscard]] bool any_month_exceeded(const window& of, std::span<const std::int64_t> logins) const;
  void judge_rolling(std::span<const std::int64_t> logins, std::span<window_verdict> into) const;

  std::vector<month> months_;
  std::vector<window> windows_;
  bool rolls_over_ = false;
};

} // namespace proviso::simulating
