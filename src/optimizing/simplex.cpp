#include "optimizing/simplex.hpp"

#include <algorithm>
#include <cmath>

namespace proviso::optimizing {
namespace {

constexpr double endless = std::numeric_limits<double>::infinity();

// A small price of each column's own, the same on every machine, so that steps are not all of length 0.
double own_price(std::uint32_t column) {
  const auto mixed = (column + 1U) * 2654435761U;
  return 1e-7 * (1.0 + static_cast<double>(mixed >> 8) / static_cast<double>(1U << 24));
}

} // namespace

simplex::simplex(std::vector<double> segment_users, std::vector<family> families,
                 std::vector<double> right_sides)
    : rows_(static_cast<std::uint32_t>(right_sides.size())), segment_users_(std::move(segment_users)),
      families_(std::move(families)), right_(std::move(right_sides)) {
  std::vector<std::uint32_t> counts(segment_users_.size() + 1);
  for (std::uint32_t i = 0; i < families_.size(); ++i) {
    family_begin_.push_back(users_);
    for (const auto segment : families_[i].segments) {
      family_of_.push_back(i);
      segment_.push_back(segment);
      ++counts[segment + 1];
      ++users_;
    }
  }
  for (std::size_t i = 1; i < counts.size(); ++i)
    counts[i] += counts[i - 1];
  segment_begin_ = counts;
  segment_columns_.resize(users_);
  for (std::uint32_t i = 0; i < users_; ++i)
    segment_columns_[counts[segment_[i]]++] = i;
  const auto columns = users_ + rows_;
  cost_.assign(columns, 0);
  low_.assign(columns, 0);
  high_.assign(columns, endless);
  upper_.assign(columns, 0);
  position_.assign(columns, none);
  price_.assign(columns, 0);
  entry_.assign(columns, 0);
  for (std::uint32_t i = 0; i < users_; ++i) {
    cost_[i] = own_price(i);
    high_[i] = segment_users_[segment_[i]];
  }
  place_.assign(rows_, none);
  basics_in_.assign(segment_users_.size(), 0);
  resting_.assign(segment_users_.size(), 0);
  for (std::uint32_t i = 0; i < segment_users_.size(); ++i)
    key_.push_back(segment_columns_[segment_begin_[i]]);
}

std::uint32_t simplex::add_purchase(double cost, const std::vector<cover>& covers) {
  covers_.push_back(covers);
  cost_.push_back(cost);
  low_.push_back(0);
  high_.push_back(0);
  upper_.push_back(0);
  position_.push_back(none);
  price_.push_back(cost);
  entry_.push_back(0);
  return static_cast<std::uint32_t>(cost_.size() - 1);
}

void simplex::set_bounds(std::uint32_t column, double low, double high) {
  low_[column] = low;
  high_[column] = high;
  if (is_users(column) && std::ranges::find(limited_, column) == limited_.end())
    limited_.push_back(column);
}

double simplex::key_value(std::uint32_t segment) const {
  auto value = segment_users_[segment] - resting_[segment];
  if (basics_in_[segment] != 0) {
    for (auto i = segment_begin_[segment]; i < segment_begin_[segment + 1]; ++i) {
      const auto at = position_[segment_columns_[i]];
      value -= at == none ? 0 : values_[at];
    }
  }
  return value;
}

double simplex::value(std::uint32_t column) const {
  if (position_[column] != none)
    return values_[position_[column]];
  if (is_users(column) && key_[segment_[column]] == column)
    return key_value(segment_[column]);
  return rest(column);
}

void simplex::add_entries(std::uint32_t column, double factor, std::vector<double>& sum) const {
  if (is_slack(column)) {
    if (const auto at = place_[column - users_]; at != none)
      sum[at] += factor;
    return;
  }
  if (!is_users(column)) {
    for (const auto& each : covers_[column - users_ - rows_])
      if (const auto at = place_[each.row]; at != none)
        sum[at] -= factor * each.amount;
    return;
  }
  const auto& own = families_[family_of_[column]];
  const auto member = column - family_begin_[family_of_[column]];
  for (std::size_t i = 0; i < own.window_rows.size(); ++i)
    if (const auto at = place_[own.window_rows[i]]; at != none)
      sum[at] += factor * own.use[i * own.segments.size() + member];
  for (const auto row : own.user_rows)
    if (const auto at = place_[row]; at != none)
      sum[at] += factor;
}

void simplex::add_reduced(std::uint32_t column, double factor, std::vector<double>& sum) const {
  add_entries(column, factor, sum);
  if (is_users(column))
    add_entries(key_[segment_[column]], -factor, sum);
}

basis simplex::here() const {
  basis all{active_, basic_, key_, {}};
  for (std::uint32_t i = 0; i < upper_.size(); ++i)
    if (upper_[i] != 0 && position_[i] == none && !(is_users(i) && key_[segment_[i]] == i))
      all.upper.push_back(i);
  return all;
}

std::vector<double> simplex::multipliers() const {
  std::vector<double> all(rows_);
  for (const auto row : active_)
    all[row] = std::max(0.0, price_[users_ + row]);
  return all;
}

std::vector<double> simplex::ray() const {
  std::vector<double> all(rows_);
  for (std::size_t i = 0; i < ray_.size(); ++i)
    all[active_[i]] = std::max(0.0, ray_[i]);
  return all;
}

} // namespace proviso::optimizing
