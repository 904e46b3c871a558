#include "optimizing/spreading.hpp"

#include <algorithm>
#include <cmath>

namespace proviso::optimizing {
namespace {

constexpr int steps = 24;
constexpr std::uint32_t no_row = std::numeric_limits<std::uint32_t>::max();

} // namespace

spreading::spreading(const problem& of, const layout& by)
    : of_(of), by_(by), profiles_(of.profiles.begin(), of.profiles.end()),
      row_of_month_(of.offers.size() * of.months, no_row), weights_(by.rows.size()) {
  for (std::uint32_t i = 0; i < by.rows.size(); ++i) {
    if (const auto& at = by.rows[i]; at.kind == row_kind::window) {
      const auto& judged = of.offers[at.offer].windows[at.part];
      for (auto month = judged.months.first; month < judged.months.first + judged.months.count; ++month)
        row_of_month_[std::size_t{at.offer} * of.months + month] = i;
      weights_[i] = 1.0 / static_cast<double>(of.offers[at.offer].windows.size());
    }
  }
}

std::vector<double> spreading::spread(const std::vector<double>& multipliers) const {
  std::vector<double> sums(of_.offers.size());
  for (std::uint32_t i = 0; i < by_.rows.size(); ++i)
    sums[by_.rows[i].offer] += by_.rows[i].kind == row_kind::window ? multipliers[i] : 0;
  auto all = multipliers;
  for (std::uint32_t i = 0; i < by_.rows.size(); ++i)
    if (by_.rows[i].kind == row_kind::window)
      all[i] = sums[by_.rows[i].offer] * weights_[i];
  return all;
}

// The least sum of what users cost under the multipliers, and the logins by row that come with it.
double spreading::measure(const std::vector<double>& multipliers, std::vector<double>& logins) {
  std::vector<float> by_month(row_of_month_.size());
  std::vector<float> per_user(of_.offers.size());
  for (std::size_t i = 0; i < by_month.size(); ++i) {
    by_month[i] =
        row_of_month_[i] == no_row
            ? 0
            : static_cast<float>(multipliers[row_of_month_[i]] / static_cast<double>(of_.denominator));
  }
  for (std::uint32_t i = 0; i < by_.rows.size(); ++i) {
    per_user[by_.rows[i].offer] +=
        by_.rows[i].kind == row_kind::window ? 0 : static_cast<float>(multipliers[i]);
  }
  std::vector<double> by_offer(row_of_month_.size());
  double sum = 0;
  for (const auto& each : of_.segments) {
    const auto* profile = profiles_.data() + std::size_t{each.profile} * of_.months;
    auto least = std::numeric_limits<float>::infinity();
    const choice* best = nullptr;
    for (const auto& taken : of_.menus[each.menu]) {
      float price = 0;
      const auto* prices = by_month.data() + std::size_t{taken.offer} * of_.months;
      for (std::uint32_t month = 0; taken.load != no_load && month < of_.months; ++month)
        price += prices[month] * profile[month];
      price = price * static_cast<float>(each.scale) + per_user[taken.offer];
      if (price < least) {
        least = price;
        best = &taken;
      }
    }
    if (best == nullptr)
      continue;
    const auto users = static_cast<double>(each.users);
    sum += users * static_cast<double>(least);
    if (best->load != no_load) {
      auto* used = by_offer.data() + std::size_t{best->offer} * of_.months;
      for (std::uint32_t month = 0; month < of_.months; ++month)
        used[month] += users * static_cast<double>(each.scale) * static_cast<double>(profile[month]);
    }
  }
  work_ += by_.first_choice.back() * of_.months / 2;
  logins.assign(by_.rows.size(), 0);
  for (std::size_t i = 0; i < by_offer.size(); ++i)
    if (row_of_month_[i] != no_row)
      logins[row_of_month_[i]] += by_offer[i];
  return sum;
}

// Exponentiated gradient: windows that users fill more than the offer's mean are priced more.
void spreading::learn(const std::vector<double>& multipliers) {
  std::vector<double> logins;
  auto best = weights_;
  auto most = -std::numeric_limits<double>::infinity();
  for (int step = 0; step < steps; ++step) {
    const auto value = measure(spread(multipliers), logins);
    if (value > most) {
      most = value;
      best = weights_;
    }
    std::vector<double> mean(of_.offers.size());
    for (std::uint32_t i = 0; i < by_.rows.size(); ++i)
      mean[by_.rows[i].offer] += weights_[i] * logins[i];
    std::vector<double> sums(of_.offers.size());
    const auto pace = 6.0 / (1.0 + 0.3 * step);
    for (std::uint32_t i = 0; i < by_.rows.size(); ++i) {
      const auto offer = by_.rows[i].offer;
      if (by_.rows[i].kind == row_kind::window && mean[offer] > 0)
        weights_[i] *= std::exp(std::clamp(pace * (logins[i] / mean[offer] - 1), -2.0, 2.0));
      sums[offer] += weights_[i];
    }
    for (std::uint32_t i = 0; i < by_.rows.size(); ++i)
      weights_[i] /= by_.rows[i].kind == row_kind::window ? sums[by_.rows[i].offer] : 1;
  }
  weights_ = best;
}

} // namespace proviso::optimizing
