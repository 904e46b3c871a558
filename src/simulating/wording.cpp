#include "simulating/wording.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::simulating {
namespace {

using base::rational;

std::string one_chance(std::int64_t runs, std::int64_t all) {
  const auto share = rational(100 * runs, all);
  const auto rounded = share.rounded(1, base::rounding::half_up);
  if (runs > 0 && rounded.is_zero())
    return "<0.1%";
  if (runs < all && rounded == rational(100))
    return ">99.9%";
  return share.fixed(1) + '%';
}

} // namespace

std::string chance(std::int64_t runs, std::int64_t all, std::int64_t undecided) {
  auto result = one_chance(runs, all);
  return undecided == 0 ? result : fmt::format("{} to {}", result, one_chance(runs + undecided, all));
}

std::string percent(const rational& share) {
  const auto hundredfold = share * rational(100);
  return hundredfold.exact_decimals().value_or(hundredfold.fixed(2)) + '%';
}

std::string amount(const simulation& of, const base::known<rational>& value) {
  return value ? value->fixed(of.of->contract->decimals, true) : "unknown";
}

std::vector<cost_line> cost_lines(const cost_outcome& of) {
  std::vector<cost_line> result{{"mean", of.mean}, {"least", of.least}};
  for (std::size_t i = 0; i < cost_percents.size(); ++i)
    result.push_back({fmt::format("{}%", cost_percents[i]), of.quantiles[i]});
  result.push_back({"most", of.most});
  return result;
}

std::string sentence_on(const simulation& of, const ceiling_outcome& ceiling) {
  auto result =
      fmt::format("{} has more users than {} in {} of runs", base::harmless(ceiling.sku->name),
                  ceiling.accounts ? "its accounts allow" : "members", chance(ceiling.any, of.asked.runs));
  if (ceiling.any == 0)
    return result;
  const auto worst = std::ranges::max_element(ceiling.by_month);
  const auto month = static_cast<int>(worst - ceiling.by_month.begin()) + 1;
  return result + fmt::format(", most often in {} ({})", base::to_string(of.of->contract->months[month].days),
                              chance(*worst, of.asked.runs));
}

std::vector<sizing_line> lines_of(const simulation& of, const sizing& one) {
  return {{"bought", one.purchased},
          {"least cost", one.cheapest},
          {fmt::format("at most {}", percent(of.asked.limit)), one.safe}};
}

std::vector<quantity_outcome> thinned(const std::vector<quantity_outcome>& curve, std::size_t most) {
  if (curve.size() <= most)
    return curve;
  std::vector<quantity_outcome> result;
  for (std::size_t i = 0; i < most; ++i)
    result.push_back(curve[i * (curve.size() - 1) / (most - 1)]);
  return result;
}

} // namespace proviso::simulating
