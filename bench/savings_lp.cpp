#include "savings_lp.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <unordered_map>

namespace proviso::bench {
namespace {

using optimizing::count;

constexpr std::size_t licenses = 5;
constexpr std::size_t tiers = 3;
constexpr count logins_a_block = 1000;

struct term {
  count factor = 1000; // in thousandths
  std::string_view name;
};

struct constraint {
  std::vector<term> terms;
  std::string_view relation;
  count right = 0;
};

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r';
}

// "1234.567" as 1,234,567.
count thousandths(std::string_view text) {
  count value = 0;
  int decimals = -1;
  for (const auto c : text) {
    if (c == '.' && decimals < 0) {
      decimals = 0;
    } else if (c >= '0' && c <= '9') {
      value = value * 10 + (c - '0');
      decimals += decimals >= 0 ? 1 : 0;
    } else {
      throw std::runtime_error("not a number: " + std::string(text));
    }
  }
  for (auto i = std::max(decimals, 0); i < 3; ++i)
    value *= 10;
  return value;
}

class reader {
public:
  explicit reader(std::string_view text) : text_(text) {
    for (auto* each : {&seat_prices_, &login_prices_, &seat_from_, &block_from_})
      each->fill({});
  }

  optimizing::problem read() {
    read_objective();
    while (read_constraint())
      keep();
    return built();
  }

private:
  using by_tier = std::array<std::array<count, tiers>, licenses>;

  std::string_view token() {
    while (at_ < text_.size() && is_space(text_[at_]))
      ++at_;
    const auto begin = at_;
    while (at_ < text_.size() && !is_space(text_[at_]))
      ++at_;
    return text_.substr(begin, at_ - begin);
  }

  static std::size_t digit(std::string_view name, std::size_t from_end) {
    const auto value = static_cast<std::size_t>(name[name.size() - from_end] - '0');
    if (value >= licenses)
      throw std::runtime_error("license or tier of " + std::string(name));
    return value;
  }

  void read_objective() {
    count price = 0;
    for (auto word = token(); word != "Subject"; word = token()) {
      if (word.empty())
        throw std::runtime_error("no constraints");
      if (word[0] >= '0' && word[0] <= '9')
        price = thousandths(word) / 10;
      else if (word[0] == 'S')
        seat_prices_[digit(word, 3)][digit(word, 1)] = price;
      else if (word[0] == 'K')
        login_prices_[digit(word, 3)][digit(word, 1)] = price / logins_a_block;
    }
    token(); // "To"
  }

  bool read_constraint() {
    now_ = {};
    count factor = 1000;
    for (auto word = token(); !word.empty() && word != "General"; word = token()) {
      if (word == "=" || word == "<=" || word == ">=") {
        now_.relation = word;
        now_.right = thousandths(token()) / 1000;
        return true;
      }
      const auto number = word[0] >= '0' && word[0] <= '9';
      if (number) {
        factor = thousandths(word);
      } else if (word != "+" && word != "-" && word.back() != ':') {
        now_.terms.push_back({factor, word});
        factor = 1000;
      }
    }
    return false;
  }

  void keep() {
    if (now_.relation == "=") {
      keep_segment();
    } else if (now_.terms.back().name[0] == 'K' && now_.terms.front().name[0] == 'x') {
      keep_uses();
    } else if (now_.relation == ">=") {
      const auto name = now_.terms.front().name;
      auto& from = name[0] == 'S' ? seat_from_ : block_from_;
      from[digit(name, 3)][digit(name, 1)] = now_.terms.back().factor / 1000;
    }
  }

  static std::string_view segment_name(std::string_view column) { return column.substr(0, column.size() - 4); }

  void keep_segment() {
    const auto name = segment_name(now_.terms.front().name);
    segment_of_.emplace(name, static_cast<std::uint32_t>(users_.size()));
    users_.push_back(now_.right);
    lowest_.push_back(digit(now_.terms.front().name, 3));
  }

  // One month of one license; months come in order.
  void keep_uses() {
    const auto license = digit(now_.terms.back().name, 3);
    const auto month = seen_months_[license]++;
    if (month >= uses_.size())
      uses_.resize(month + 1);
    uses_[month].resize(users_.size());
    for (const auto& each : now_.terms)
      if (each.name[0] == 'x')
        uses_[month][segment_of_.at(segment_name(each.name))] = each.factor;
  }

  optimizing::stretch stretch_at(const std::array<count, tiers>& prices, const std::array<count, tiers>& from,
                                 count block) const {
    optimizing::stretch all;
    all.months = {0, static_cast<std::uint32_t>(uses_.size())};
    all.block = block;
    all.kind = optimizing::tiering::volume;
    for (std::size_t i = 0; i < tiers; ++i)
      all.tiers.push_back({i == 0 ? 0 : from[i] * block - 1, prices[i]});
    return all;
  }

  optimizing::problem built() const {
    optimizing::problem of;
    of.months = static_cast<std::uint32_t>(uses_.size());
    of.denominator = 1000;
    for (std::uint32_t i = 0; i < licenses; ++i) {
      optimizing::offer seats;
      seats.users_per_unit = 1;
      seats.stretches = {stretch_at(seat_prices_[i], seat_from_[i], 1)};
      optimizing::offer pool;
      pool.stretches = {stretch_at(login_prices_[i], block_from_[i], logins_a_block)};
      for (std::uint32_t month = 0; month < of.months; ++month)
        pool.windows.push_back({{month, 1}, 0, 1, 0, std::nullopt});
      of.offers.push_back(seats);
      of.offers.push_back(pool);
      of.loads.push_back({2 * i + 1, false, {}});
    }
    for (std::uint32_t lowest = 0; lowest < licenses; ++lowest) {
      std::vector<optimizing::choice> choices;
      for (auto i = lowest; i < licenses; ++i) {
        choices.push_back({2 * i, optimizing::no_load});
        choices.push_back({2 * i + 1, i});
      }
      of.menus.push_back(choices);
    }
    of.profiles.resize(users_.size() * of.months);
    for (std::uint32_t i = 0; i < users_.size(); ++i) {
      of.segments.push_back({users_[i], static_cast<std::uint32_t>(lowest_[i]), i, 1});
      for (std::uint32_t month = 0; month < of.months; ++month)
        of.profiles[std::size_t{i} * of.months + month] = uses_[month].size() > i ? uses_[month][i] : 0;
    }
    return of;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  constraint now_;
  by_tier seat_prices_, login_prices_, seat_from_, block_from_;
  std::unordered_map<std::string_view, std::uint32_t> segment_of_;
  std::vector<count> users_;
  std::vector<std::size_t> lowest_;      // license that suffices
  std::vector<std::vector<count>> uses_; // by month and segment
  std::array<std::size_t, licenses> seen_months_{};
};

} // namespace

optimizing::problem read_license_mix(std::string_view text) {
  return reader(text).read();
}

} // namespace proviso::bench
