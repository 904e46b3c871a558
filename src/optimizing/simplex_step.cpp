// One step of the dual simplex method: which column leaves, how far prices move, which column enters. On the
// way purchases pass from one bound to the other, and segments whole from one choice to the next.
#include "optimizing/simplex.hpp"

#include <algorithm>
#include <cmath>

namespace proviso::optimizing {
namespace {

constexpr double endless = std::numeric_limits<double>::infinity();
constexpr double tolerance = 1e-7; // of values, in users, logins and quantities
constexpr double least_entry = 1e-9;
constexpr std::uint32_t steps_between_refactors = 120;
constexpr std::uint32_t steps_worth_checking = 30;
constexpr std::uint32_t most_steps = 200'000;

bool later(double step, double size, double other_step, double other_size) {
  return step != other_step ? step > other_step : size < other_size;
}

} // namespace

simplex::leaving simplex::choose_leaving() {
  leaving best;
  double best_score = 0;
  const auto consider = [&](double value, double low, double high, double norm, std::uint32_t at,
                            std::uint32_t key_of) {
    const auto below = value < low - tolerance;
    const auto amount = below ? low - value : value - high;
    if (amount > tolerance && amount * amount / norm > best_score) {
      best_score = amount * amount / norm;
      best = {at, key_of, amount, below};
    }
  };
  for (std::uint32_t i = 0; i < basic_.size(); ++i) {
    const auto column = basic_[i];
    const auto users = is_users(column);
    const auto own_high = users && high_[column] >= segment_users_[segment_[column]] ? endless : high_[column];
    consider(values_[i], low_[column], own_high, norms_[i], i, none);
    if (users) {
      const auto key = key_[segment_[column]];
      const auto high = high_[key] >= segment_users_[segment_[column]] ? endless : high_[key];
      consider(key_value(segment_[column]), low_[key], high, norms_[i] * basics_in_[segment_[column]], i,
               segment_[column]);
    }
  }
  for (const auto column : limited_) {
    const auto key = key_[segment_[column]];
    if (basics_in_[segment_[column]] == 0)
      consider(key_value(segment_[column]), low_[key], high_[key], 1, none, segment_[column]);
  }
  return best;
}

// The row's entry of every column, of users without the key's.
void simplex::pivot_row(const double* inverse_row) {
  for (std::uint32_t i = 0; i < rows_; ++i)
    entry_[users_ + i] = place_[i] == none ? 0 : inverse_row[place_[i]];
  for (std::uint32_t f = 0; f < families_.size(); ++f) {
    const auto& own = families_[f];
    const auto size = own.segments.size();
    auto* out = entry_.data() + family_begin_[f];
    double same = 0;
    for (const auto row : own.user_rows)
      same += entry_[users_ + row];
    std::fill(out, out + size, same);
    for (std::size_t w = 0; w < own.window_rows.size(); ++w) {
      if (const auto factor = entry_[users_ + own.window_rows[w]]; factor != 0) {
        const auto* use = own.use.data() + w * size;
        for (std::size_t k = 0; k < size; ++k)
          out[k] += factor * use[k];
        work_ += size;
      }
    }
  }
  for (std::uint32_t i = users_ + rows_; i < cost_.size(); ++i) {
    double sum = 0;
    for (const auto& each : covers_[i - users_ - rows_])
      sum -= entry_[users_ + each.row] * each.amount;
    entry_[i] = sum;
  }
}

void simplex::offer_breakpoint(const breakpoint& met) {
  heap_.push_back(met);
  std::ranges::push_heap(heap_,
                         [](const auto& a, const auto& b) { return later(a.step, a.size, b.step, b.size); });
}

// Where the next choice of a segment becomes as cheap as its key.
void simplex::next_of_segment(std::uint32_t segment, double from, double sign) {
  const auto key = key_[segment];
  breakpoint best{endless, none, 0, 0};
  for (auto i = segment_begin_[segment]; i < segment_begin_[segment + 1]; ++i) {
    const auto column = segment_columns_[i];
    const auto entry = sign * (entry_[column] - entry_[key]);
    if (entry < -least_entry) {
      const auto step = std::max(from, (price_[column] - price_[key]) / -entry);
      if (later(best.step, best.size, step, -entry))
        best = {step, column, -entry * segment_users_[segment], -entry};
    }
  }
  if (best.column != none)
    offer_breakpoint(best);
}

void simplex::gather(double sign) {
  heap_.clear();
  const auto single = [&](std::uint32_t column, double price, double raw, double range) {
    const auto entry = sign * raw;
    if (upper_[column] == 0 ? entry < -least_entry : entry > least_entry) {
      const auto size = std::abs(entry);
      const auto slack = upper_[column] == 0 ? price : -price;
      offer_breakpoint({std::max(0.0, slack) / size, column, range == endless ? endless : size * range, size});
    }
  };
  for (auto i = users_; i < cost_.size(); ++i) {
    const auto range = high_[i] - low_[i];
    if (position_[i] == none && range > 0 && (!is_slack(i) || place_[i - users_] != none))
      single(i, price_[i], entry_[i], range);
  }
  std::vector<std::uint8_t> mixed(key_.size());
  for (const auto column : basic_)
    if (is_users(column))
      mixed[segment_[column]] = 1;
  for (const auto column : limited_)
    mixed[segment_[column]] = 1;
  for (std::uint32_t s = 0; s < key_.size(); ++s) {
    if (mixed[s] == 0) {
      next_of_segment(s, 0, sign);
      continue;
    }
    for (auto i = segment_begin_[s]; i < segment_begin_[s + 1]; ++i) {
      const auto column = segment_columns_[i];
      if (column != key_[s] && position_[column] == none && high_[column] > low_[column])
        single(column, price_[column] - price_[key_[s]], entry_[column] - entry_[key_[s]], endless);
    }
  }
  work_ += 2 * users_;
}

// Past its breakpoint a column is better at its other end.
void simplex::flip(const breakpoint& passed) {
  const auto column = passed.column;
  if (is_users(column)) {
    const auto segment = segment_[column];
    add_reduced(column, segment_users_[segment], shift_);
    key_[segment] = column;
    return;
  }
  const auto before = rest(column);
  upper_[column] ^= 1;
  add_entries(column, rest(column) - before, shift_);
}

// How far prices move until the infeasibility is gone, and the column that stops them; none where nothing does.
std::uint32_t simplex::line_search(double infeasibility, double sign, double& step) {
  const auto before = [](const auto& a, const auto& b) { return later(a.step, a.size, b.step, b.size); };
  shift_.assign(active_.size(), 0);
  flipped_.clear();
  step = 0;
  auto left = infeasibility;
  while (!heap_.empty()) {
    std::ranges::pop_heap(heap_, before);
    const auto met = heap_.back();
    heap_.pop_back();
    objective_ += left * (met.step - step);
    step = met.step;
    left -= met.rate;
    if (left <= tolerance)
      return met.column;
    flip(met);
    flipped_.push_back(met.column);
    if (is_users(met.column))
      next_of_segment(segment_[met.column], met.step, sign);
  }
  return none;
}

void simplex::move_prices(double step, double sign) {
  const auto factor = step * sign;
  for (std::size_t i = 0; i < price_.size(); ++i)
    price_[i] += factor * entry_[i];
}

// False where nothing can enter: no values serve the rows.
bool simplex::step(const leaving& out) {
  if (out.key_of != none)
    swap_key(out.position);
  const auto at = out.position;
  const auto sign = out.below ? 1.0 : -1.0;
  pivot_row(inverse_[at].data());
  gather(sign);
  double length = 0;
  const auto entering = line_search(out.infeasibility, sign, length);
  move_prices(length, sign);
  if (entering == none) {
    ray_ = inverse_[at];
    for (auto& each : ray_)
      each *= sign;
    return false;
  }
  if (!flipped_.empty()) {
    apply_inverse(shift_, scratch_);
    for (std::size_t i = 0; i < values_.size(); ++i)
      values_[i] -= scratch_[i];
  }
  shift_.assign(active_.size(), 0);
  add_reduced(entering, 1, shift_);
  apply_inverse(shift_, column_);
  const auto left = basic_[at];
  const auto moved = (values_[at] - (out.below ? low_[left] : high_[left])) / column_[at];
  for (std::size_t i = 0; i < values_.size(); ++i)
    values_[i] -= moved * column_[i];
  const auto start = rest(entering);
  if (is_users(left))
    --basics_in_[segment_[left]];
  upper_[left] = out.below ? 0 : 1;
  if (is_users(left))
    resting_[segment_[left]] += rest(left);
  position_[left] = none;
  if (is_users(entering)) {
    ++basics_in_[segment_[entering]];
    resting_[segment_[entering]] -= start;
  }
  upper_[entering] = 0;
  basic_[at] = entering;
  position_[entering] = at;
  values_[at] = start + moved;
  replace(at, column_);
  return true;
}

// A key outside its bounds, in a segment of which no other column is basic, gives way to the cheapest other.
bool simplex::step_key(const leaving& out) {
  const auto segment = out.key_of;
  const auto key = key_[segment];
  auto entering = none;
  auto least = endless;
  for (auto i = segment_begin_[segment]; i < segment_begin_[segment + 1]; ++i) {
    const auto column = segment_columns_[i];
    const auto fits = column != key && high_[column] > low_[column] && (upper_[column] != 0) == out.below;
    const auto apart = std::abs(price_[column] - price_[key]);
    if (fits && apart < least) {
      least = apart;
      entering = column;
    }
  }
  if (entering == none) {
    ray_.assign(active_.size(), 0);
    return false;
  }
  const auto moved = out.below ? -out.infeasibility : out.infeasibility;
  shift_.assign(active_.size(), 0);
  add_reduced(entering, moved, shift_);
  apply_inverse(shift_, scratch_);
  for (std::size_t i = 0; i < values_.size(); ++i)
    values_[i] -= scratch_[i];
  objective_ += least * out.infeasibility;
  resting_[segment] -= rest(entering);
  upper_[entering] = 0;
  upper_[key] = out.below ? 0 : 1;
  resting_[segment] += rest(key);
  key_[segment] = entering;
  return true;
}

ending simplex::solve(double most) {
  for (std::uint32_t steps = 0; steps < most_steps; ++steps) {
    if (objective_ > most)
      return ending::cut_off;
    const auto out = choose_leaving();
    if (out.position == none && out.key_of == none) {
      if (since_refactor_ >= steps_worth_checking) {
        rebuild();
        continue;
      }
      if (!add_broken_rows())
        return ending::solved;
      continue;
    }
    if (!(out.position == none ? step_key(out) : step(out)))
      return ending::infeasible;
    if (++since_refactor_ >= steps_between_refactors)
      rebuild();
  }
  return ending::stuck;
}

} // namespace proviso::optimizing
