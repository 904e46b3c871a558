#include "comparing/finding_pairs.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace proviso::comparing {
namespace {

using checking::finding;
using some = std::vector<const finding*>;

// What makes two findings of two drafts the same one in every respect but their words, which hold figures.
auto identity(const finding& f) {
  const auto days = f.days.value_or(base::period{});
  return std::tuple(std::string_view(f.likeness), level_of(f), days.first, days.last);
}

// Findings that have everything in common are counted.
some only_in(const std::vector<finding>& these, const std::vector<finding>& those) {
  std::map<decltype(identity(these[0])), std::size_t> matched;
  for (const auto& other : those)
    ++matched[identity(other)];
  some result;
  for (const auto& one : these)
    if (auto& left = matched[identity(one)]; left > 0)
      --left;
    else
      result.push_back(&one);
  return result;
}

bool meet(const finding& a, const finding& b) {
  return a.days && b.days ? !base::overlap(*a.days, *b.days).empty() : a.days.has_value() == b.days.has_value();
}

bool in_same_words(const finding& a, const finding& b) {
  return a.rule == b.rule && a.subject == b.subject && a.message == b.message;
}

// Longer in one draft than in the other, or cut in two there. On the same days it was counted.
bool goes_on(const finding& one, const finding& other) {
  return one.days != other.days && meet(one, other) && in_same_words(one, other) &&
         level_of(one) == level_of(other);
}

void leave_out_what_goes_on(some& these, const std::vector<finding>& those) {
  std::erase_if(these, [&](const finding* one) {
    return std::ranges::any_of(those, [&](const finding& other) { return goes_on(*one, other); });
  });
}

bool are_one(const finding& a, const finding& b) {
  return meet(a, b) && (a.likeness == b.likeness || in_same_words(a, b));
}

} // namespace

std::string_view level_of(const finding& of) {
  return of.waived                                       ? std::string_view("waived")
         : of.verdict == checking::verdict::undetermined ? std::string_view("undetermined")
                                                         : checking::to_string(of.severity);
}

finding_pairs paired(const std::vector<finding>& a, const std::vector<finding>& b) {
  finding_pairs result{only_in(a, b), only_in(b, a), {}};
  leave_out_what_goes_on(result.lost, b);
  leave_out_what_goes_on(result.gained, a);
  std::erase_if(result.lost, [&](const finding* one) {
    const auto other =
        std::ranges::find_if(result.gained, [&](const finding* each) { return are_one(*one, *each); });
    if (other == result.gained.end())
      return false;
    result.differ.push_back({one, *other});
    result.gained.erase(other);
    return true;
  });
  return result;
}

} // namespace proviso::comparing
