#include "report/over_time.hpp"

#include "base/text.hpp"
#include "observing/over_time.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace proviso::report {
namespace {

using json = nlohmann::ordered_json;
using observing::mix_course;
using observing::movement;
using observing::pair_of_skus;

std::string names_of(const pair_of_skus& pair) {
  return fmt::format("{} and {}", base::harmless(pair.logins->name), base::harmless(pair.members->name));
}

// "40 of 100 users did not log in in the last month, 30 in the last 3 months, 12 in all 5"
std::string quiet(const movement& of) {
  const auto all = of.quiet_for.size() - 1;
  auto text = fmt::format("{} of {} users did not log in in the last month", base::grouped(of.quiet_for[1]),
                          base::grouped(of.users));
  for (std::size_t n = 3; n < all; n *= 2)
    text += fmt::format(", {} in the last {}", base::grouped(of.quiet_for[n]), n);
  return text + fmt::format(", {} in all {}", base::grouped(of.quiet_for[all]), all);
}

std::string drift(const movement& of) {
  return fmt::format("{} rose above {} {} a month from the first half to the second, {} fell to them or below: "
                     "the break-even of {}",
                     base::grouped(of.above), of.pair->break_even.fixed(2),
                     of.pair->logins->count.value == model::counting::per_user_day ? "login days" : "logins",
                     base::grouped(of.below), names_of(*of.pair));
}

std::string mix_text(const mix_course& of) {
  auto text =
      fmt::format("\n  {}: users who came, each where it costs least\n", base::harmless(of.license->name));
  text +=
      fmt::format("  {:<10}  {:>12}  {:>12}  {:>12}\n", "month of", "on logins", "as members", "break-even");
  for (const auto& month : of.months)
    text += fmt::format("  {:<10}  {:>12}  {:>12}  {:>12}{}\n", base::to_string(month.days.first),
                        base::grouped(month.on_logins), base::grouped(month.as_members),
                        month.pair.break_even.fixed(2), month.look_again ? "  moved: look again" : "");
  text += fmt::format("  of {}; ", names_of(of.months.back().pair));
  return text + (of.look_again_by
                     ? fmt::format("if it goes on so, look again by {}\n", base::to_string(*of.look_again_by))
                     : "it does not move\n");
}

json movement_of(const movement& of) {
  json result = {{"population", of.population}, {"users", of.users}, {"quiet_for", of.quiet_for},
                 {"break_even", nullptr},       {"rose", nullptr},   {"fell", nullptr}};
  if (of.pair) {
    result["break_even"] = of.pair->break_even.fixed(2);
    result["rose"] = of.above;
    result["fell"] = of.below;
  }
  return result;
}

json mix_of(const mix_course& of) {
  auto months = json::array();
  for (const auto& month : of.months)
    months.push_back({{"start", base::to_string(month.days.first)},
                      {"end", base::to_string(month.days.last)},
                      {"logins", month.pair.logins->name},
                      {"members", month.pair.members->name},
                      {"break_even", month.pair.break_even.fixed(2)},
                      {"on_logins", month.on_logins},
                      {"as_members", month.as_members},
                      {"look_again", month.look_again}});
  return {{"license", of.license->name},
          {"months", std::move(months)},
          {"look_again_by", of.look_again_by ? json(base::to_string(*of.look_again_by)) : json(nullptr)}};
}

} // namespace

std::string over_time_as_text(const model::contract& contract, const observing::observation& seen) {
  const auto all = observing::course_of(contract, seen);
  if (all.movements.empty() && all.mixes.empty())
    return {};
  auto text = fmt::format("\nOver {} whole months\n", all.months);
  for (const auto& one : all.movements) {
    text += fmt::format("  {}: {}\n", base::harmless(one.population), quiet(one));
    if (one.pair && one.above + one.below > 0)
      text += fmt::format("  {}: {}\n", base::harmless(one.population), drift(one));
  }
  for (const auto& one : all.mixes)
    text += mix_text(one);
  return text;
}

json over_time_as_json(const model::contract& contract, const observing::observation& seen) {
  const auto all = observing::course_of(contract, seen);
  if (all.movements.empty() && all.mixes.empty())
    return nullptr;
  auto movements = json::array();
  for (const auto& one : all.movements)
    movements.push_back(movement_of(one));
  auto mixes = json::array();
  for (const auto& one : all.mixes)
    mixes.push_back(mix_of(one));
  return {{"months", all.months}, {"users", std::move(movements)}, {"mixes", std::move(mixes)}};
}

} // namespace proviso::report
