#include "optimizing/linear_program.hpp"

#include <fmt/format.h>
#include <map>

namespace proviso::support {
namespace {

using namespace optimizing; // NOLINT(google-build-using-namespace): it is all about them

using sum = std::map<std::string, count>; // each column with how often it counts

constexpr count ample = 100'000; // more than any quantity that is worth it

class writing {
public:
  explicit writing(const problem& of) : of_(of) {}

  std::string operator()() {
    for (std::size_t i = 0; i < of_.offers.size(); ++i)
      add_offer(i);
    for (std::size_t i = 0; i < of_.segments.size(); ++i)
      add_segment(i);
    return fmt::format("Minimize\n obj:{}\nSubject To\n{}Bounds\n{}General\n{}Binary\n{}End\n", costs_, rows_,
                       bounds_, whole_, binary_);
  }

private:
  void row(const sum& columns, std::string_view how, count right) {
    rows_ += fmt::format(" r{}:", ++row_);
    for (const auto& [column, times] : columns)
      rows_ += fmt::format("\n {:+} {}", times, column);
    rows_ += fmt::format(" {} {}\n", how, right);
  }
  void whole(const std::string& name) { whole_ += fmt::format(" {}\n", name); }
  void binary(const std::string& name) { binary_ += fmt::format(" {}\n", name); }
  void cost(money each, const std::string& name) { costs_ += fmt::format("\n + {} {}", each, name); }

  void add_offer(std::size_t at) {
    const auto& from = of_.offers[at];
    for (std::size_t s = 0; s < from.stretches.size(); ++s)
      add_stretch(fmt::format("{}_{}", at, s), from.stretches[s]);
    for (std::size_t k = 0; k < from.packs.size(); ++k) {
      binary(fmt::format("p{}_{}", at, k));
      cost(from.packs[k].cost, fmt::format("p{}_{}", at, k));
    }
    for (std::size_t w = 0; w < from.windows.size(); ++w)
      add_window(at, w);
    for (std::size_t k = 0; from.users_per_unit != 0 && k < from.stretches.size(); ++k) {
      sum users{{fmt::format("q{}_{}", at, k), -from.users_per_unit}};
      for (std::size_t i = 0; i < of_.segments.size(); ++i)
        add_users(users, i, at, 1);
      row(users, "<=", 0);
    }
  }

  // q units of it: in each tier a part, which is whole before the next one begins.
  void add_stretch(const std::string& id, const stretch& bought) {
    const auto q = "q" + id;
    sum parts{{q, 1}};
    for (std::size_t t = 0; t < bought.tiers.size(); ++t) {
      const auto last = t + 1 == bought.tiers.size();
      const auto width = last ? ample : bought.tiers[t + 1].over - bought.tiers[t].over;
      const auto part = fmt::format("a{}_{}", id, t);
      parts[part] = -1;
      cost(bought.charges * bought.tiers[t].price, part);
      if (t > 0)
        row({{part, 1}, {fmt::format("full{}_{}", id, t), -width}}, "<=", 0);
      bounds_ += fmt::format(" 0 <= {} <= {}\n", part, width);
      if (last)
        continue;
      row({{part, 1}, {fmt::format("full{}_{}", id, t + 1), -width}}, ">=", 0);
      binary(fmt::format("full{}_{}", id, t + 1));
    }
    row(parts, "=", 0);
    row({{q, 1}, {"blocks" + id, -bought.block}}, "=", 0);
    row({{q, 1}, {"any" + id, -bought.minimum}}, ">=", 0);
    row({{q, 1}, {"any" + id, -ample}}, "<=", 0);
    whole("blocks" + id);
    binary("any" + id);
  }

  void add_window(std::size_t offer, std::size_t at) {
    const auto& from = of_.offers[offer];
    const auto& judged = from.windows[at];
    sum columns;
    for (auto month = judged.months.first; month < judged.months.first + judged.months.count; ++month) {
      for (std::size_t i = 0; i < of_.segments.size(); ++i)
        add_users(columns, i, offer, logins_of(of_.segments[i], month));
      for (std::size_t s = 0; s < from.stretches.size(); ++s)
        if (month - from.stretches[s].months.first < from.stretches[s].months.count)
          columns[fmt::format("q{}_{}", offer, s)] -= 1;
      for (std::size_t k = 0; k < from.packs.size(); ++k)
        if (from.packs[k].month == month)
          columns[fmt::format("p{}_{}", offer, k)] -= from.packs[k].logins;
    }
    if (judged.beyond) {
      const auto paid = fmt::format("o{}_{}", offer, at);
      columns[paid] -= judged.beyond->block;
      cost(judged.beyond->price, paid);
      whole(paid);
    }
    row(columns, "<=", judged.grace);
  }

  count logins_of(const segment& each, std::uint32_t month) const {
    return each.scale * of_.profiles[std::size_t{each.profile} * of_.months + month];
  }

  void add_users(sum& to, std::size_t segment, std::size_t offer, count times) const {
    const auto& menu = of_.menus[of_.segments[segment].menu];
    for (std::size_t k = 0; k < menu.size(); ++k)
      if (menu[k].offer == offer)
        to[fmt::format("x{}_{}", segment, k)] += times;
  }

  void add_segment(std::size_t at) {
    sum all;
    for (std::size_t k = 0; k < of_.menus[of_.segments[at].menu].size(); ++k) {
      const auto users = fmt::format("x{}_{}", at, k);
      all[users] = 1;
      whole(users);
    }
    row(all, "=", of_.segments[at].users);
  }

  const problem& of_;
  int row_ = 0;
  std::string costs_, rows_, bounds_, whole_, binary_;
};

} // namespace

std::string linear_program(const problem& of) {
  return writing(of)();
}

} // namespace proviso::support
