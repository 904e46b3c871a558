// The basis of the simplex method and its inverse.
#include "optimizing/simplex.hpp"

#include <algorithm>
#include <cmath>

namespace proviso::optimizing {
namespace {

constexpr double broken = 1e-6; // of a row, in logins or users
constexpr double noise = 1e-7;  // of prices
constexpr double least_pivot = 1e-11;
constexpr std::uint32_t rows_at_once = 3; // of one family

double squared(const std::vector<double>& row) {
  double sum = 0;
  for (const auto each : row)
    sum += each * each;
  return sum;
}

} // namespace

// The row joins with its slack basic: the inverse grows by a row and a column.
void simplex::activate(std::uint32_t row) {
  place_[row] = static_cast<std::uint32_t>(active_.size());
  active_.push_back(row);
  const auto slack = users_ + row;
  position_[slack] = static_cast<std::uint32_t>(basic_.size());
  basic_.push_back(slack);
  values_.push_back(0);
  upper_[slack] = 0;
}

void simplex::go_to(const basis& start) {
  std::ranges::fill(place_, none);
  std::ranges::fill(position_, none);
  std::ranges::fill(upper_, 0);
  std::ranges::fill(basics_in_, 0);
  active_ = start.rows;
  basic_ = start.columns;
  if (!start.keys.empty())
    key_ = start.keys;
  for (std::uint32_t i = 0; i < active_.size(); ++i) {
    place_[active_[i]] = i;
    position_[basic_[i]] = i;
    if (is_users(basic_[i]))
      ++basics_in_[segment_[basic_[i]]];
  }
  for (const auto column : start.upper)
    upper_[column] = 1;
  rebuild();
}

void simplex::only_slacks() {
  for (const auto column : basic_)
    position_[column] = none;
  std::ranges::fill(basics_in_, 0);
  for (std::uint32_t i = 0; i < active_.size(); ++i) {
    basic_[i] = users_ + active_[i];
    position_[basic_[i]] = i;
  }
}

void simplex::rebuild() {
  refactor();
  recompute_prices();
  recompute_values();
}

// Gauss-Jordan elimination with the largest pivot of each column. Where columns depend on each other all give
// way to slacks, from which any problem can start.
void simplex::refactor() {
  const auto size = active_.size();
  std::vector<std::vector<double>> matrix(size, std::vector<double>(2 * size)); // transposed: basis | unit
  for (std::size_t i = 0; i < size; ++i) {
    scratch_.assign(size, 0);
    add_reduced(basic_[i], 1, scratch_);
    for (std::size_t j = 0; j < size; ++j)
      matrix[j][i] = scratch_[j];
    matrix[i][size + i] = 1;
  }
  for (std::size_t i = 0; i < size; ++i) {
    auto best = i;
    for (auto j = i + 1; j < size; ++j)
      best = std::abs(matrix[j][i]) > std::abs(matrix[best][i]) ? j : best;
    std::swap(matrix[i], matrix[best]);
    const auto pivot = matrix[i][i];
    if (std::abs(pivot) < least_pivot) {
      only_slacks();
      refactor();
      return;
    }
    for (auto k = i; k < 2 * size; ++k)
      matrix[i][k] /= pivot;
    for (std::size_t j = 0; j < size; ++j) {
      if (const auto factor = matrix[j][i]; j != i && factor != 0)
        for (auto k = i; k < 2 * size; ++k)
          matrix[j][k] -= factor * matrix[i][k];
    }
  }
  work_ += 2 * size * size * size;
  inverse_.assign(size, std::vector<double>(size));
  norms_.assign(size, 0);
  for (std::size_t i = 0; i < size; ++i) {
    std::copy(matrix[i].begin() + static_cast<std::ptrdiff_t>(size), matrix[i].end(), inverse_[i].begin());
    norms_[i] = squared(inverse_[i]);
  }
  since_refactor_ = 0;
}

void simplex::apply_inverse(const std::vector<double>& column, std::vector<double>& result) const {
  result.assign(inverse_.size(), 0);
  for (std::size_t i = 0; i < inverse_.size(); ++i) {
    double sum = 0;
    for (std::size_t j = 0; j < column.size(); ++j)
      sum += inverse_[i][j] * column[j];
    result[i] = sum;
  }
}

// What the basic columns must be, given those that rest at their bounds.
void simplex::recompute_values() {
  std::vector<double> left(active_.size());
  for (std::size_t i = 0; i < active_.size(); ++i)
    left[i] = right_[active_[i]];
  std::ranges::fill(resting_, 0);
  for (std::uint32_t i = 0; i < cost_.size(); ++i) {
    const auto is_key = is_users(i) && key_[segment_[i]] == i;
    if (position_[i] == none && !is_key && rest(i) != 0) {
      add_entries(i, -rest(i), left);
      if (is_users(i))
        resting_[segment_[i]] += rest(i);
    }
  }
  for (std::uint32_t i = 0; i < key_.size(); ++i)
    add_entries(key_[i], resting_[i] - segment_users_[i], left);
  work_ += key_.size() * 16 + users_;
  apply_inverse(left, values_);
  objective_ = 0;
  for (std::uint32_t i = users_ + rows_; i < cost_.size(); ++i)
    objective_ += cost_[i] * value(i);
}

// Reduced costs from the basis, those of users without their key's.
void simplex::recompute_prices() {
  const auto size = active_.size();
  std::vector<double> duals(size);
  for (std::size_t i = 0; i < size; ++i) {
    auto own = cost_[basic_[i]];
    own -= is_users(basic_[i]) ? cost_[key_[segment_[basic_[i]]]] : 0;
    for (std::size_t j = 0; own != 0 && j < size; ++j)
      duals[j] += own * inverse_[i][j];
  }
  pivot_row(duals.data());
  for (std::uint32_t i = 0; i < cost_.size(); ++i)
    price_[i] = cost_[i] - entry_[i];
  for (const auto column : basic_)
    if (!is_users(column))
      price_[column] = 0;
  rest_where_cheapest();
}

// What rests at one bound but should rest at the other does so; a segment's key is its cheapest column.
void simplex::rest_where_cheapest() {
  for (std::uint32_t i = users_ + rows_; i < cost_.size(); ++i) {
    const auto turned = upper_[i] == 0 ? price_[i] < -noise : price_[i] > noise;
    if (position_[i] != none || turned)
      upper_[i] = position_[i] == none && upper_[i] == 0 ? 1 : 0;
  }
  std::vector<std::uint8_t> limited(key_.size());
  for (const auto column : limited_)
    if (high_[column] < segment_users_[segment_[column]] || low_[column] > 0)
      limited[segment_[column]] = 1;
  for (std::uint32_t s = 0; s < key_.size(); ++s) {
    for (auto i = segment_begin_[s]; i < segment_begin_[s + 1]; ++i) {
      const auto column = segment_columns_[i];
      const auto apart = price_[column] - price_[key_[s]];
      if (limited[s] == 0 || position_[column] != none || column == key_[s])
        upper_[column] = 0;
      else if (upper_[column] == 0 ? apart < -noise : apart > noise)
        upper_[column] ^= 1;
      if (limited[s] == 0 && basics_in_[s] == 0 && apart < -noise)
        key_[s] = column;
    }
  }
  std::erase_if(limited_, [&](auto column) { return limited[segment_[column]] == 0; });
}

// The basic column at `position` and the key of its segment change roles.
void simplex::swap_key(std::uint32_t position) {
  const auto entering = basic_[position];
  const auto segment = segment_[entering];
  const auto old = key_[segment];
  const auto value = key_value(segment);
  auto& row = inverse_[position];
  for (auto i = segment_begin_[segment]; i < segment_begin_[segment + 1]; ++i) {
    const auto at = position_[segment_columns_[i]];
    if (at != none && at != position)
      for (std::size_t j = 0; j < row.size(); ++j)
        row[j] += inverse_[at][j];
  }
  for (auto& each : row)
    each = -each;
  norms_[position] = squared(row);
  values_[position] = value;
  basic_[position] = old;
  position_[old] = position;
  position_[entering] = none;
  key_[segment] = entering;
}

// The inverse after the column with these entries has taken the place at `position`.
void simplex::replace(std::uint32_t position, const std::vector<double>& pivot_column) {
  auto& row = inverse_[position];
  const auto pivot = pivot_column[position];
  for (auto& each : row)
    each /= pivot;
  for (std::size_t i = 0; i < inverse_.size(); ++i) {
    if (const auto factor = pivot_column[i]; i != position && factor != 0) {
      double norm = 0;
      auto& other = inverse_[i];
      for (std::size_t j = 0; j < row.size(); ++j) {
        other[j] -= factor * row[j];
        norm += other[j] * other[j];
      }
      norms_[i] = norm;
    }
  }
  norms_[position] = squared(row);
  work_ += inverse_.size() * inverse_.size();
}

// Lets in the rows left out that are broken most, a few of each family; false where none is.
bool simplex::add_broken_rows() {
  std::vector<double> over(rows_);
  for (std::uint32_t i = 0; i < rows_; ++i)
    over[i] = -right_[i];
  for (std::uint32_t i = users_ + rows_; i < cost_.size(); ++i) {
    const auto bought = value(i);
    for (const auto& each : covers_[i - users_ - rows_])
      over[each.row] -= bought * each.amount;
  }
  std::vector<double> taken;
  bool any = false;
  for (std::uint32_t i = 0; i < families_.size(); ++i) {
    const auto& own = families_[i];
    taken.resize(own.segments.size());
    double all = 0;
    for (std::uint32_t k = 0; k < taken.size(); ++k) {
      taken[k] = value(family_begin_[i] + k);
      all += taken[k];
    }
    for (const auto row : own.user_rows)
      over[row] += all;
    for (std::size_t w = 0; w < own.window_rows.size(); ++w) {
      if (place_[own.window_rows[w]] == none) {
        const auto* use = own.use.data() + w * taken.size();
        double sum = 0;
        for (std::size_t k = 0; k < taken.size(); ++k)
          sum += use[k] * taken[k];
        over[own.window_rows[w]] += sum;
      }
    }
    work_ += own.use.size();
    std::vector<std::uint32_t> worst;
    for (const auto* rows : {&own.window_rows, &own.user_rows}) {
      for (const auto row : *rows)
        if (place_[row] == none && over[row] > broken)
          worst.push_back(row);
    }
    std::ranges::sort(worst, [&](auto a, auto b) { return over[a] != over[b] ? over[a] > over[b] : a < b; });
    worst.resize(std::min<std::size_t>(worst.size(), rows_at_once));
    for (const auto row : worst) {
      activate(row);
      any = true;
    }
  }
  if (any)
    rebuild();
  return any;
}

} // namespace proviso::optimizing
