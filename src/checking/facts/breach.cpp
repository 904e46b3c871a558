#include "checking/facts/breach.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::checking {
namespace {

using base::period;
using base::truth;
using metering::population_usage;
using model::operations;
using model::restriction;

using periods = std::vector<period>;

constexpr std::chrono::days one_day(1);

// ---- days

periods without(const periods& all, period cut) {
  periods rest;
  for (const auto& days : all) {
    const period before{days.first, std::min(days.last, cut.first - one_day)};
    const period after{std::max(days.first, cut.last + one_day), days.last};
    if (base::overlap(days, cut).empty()) {
      rest.push_back(days);
      continue;
    }
    if (!before.empty())
      rest.push_back(before);
    if (!after.empty())
      rest.push_back(after);
  }
  return rest;
}

periods without(periods all, const periods& cuts) {
  for (const auto& cut : cuts)
    all = without(all, cut);
  return all;
}

period days_of(const model::exception& permitted, period within) {
  return {permitted.from.value_or(within.first), permitted.until.value_or(within.last)};
}

// ---- whom

std::string scope_doubt(const restriction& r, const model::license& license) {
  return fmt::format(
      "whether '{}' binds {}: sources disagree; name the license in its 'for', or leave it out in writing",
      r.name, license.name);
}

std::string exception_doubt(const restriction& r, const model::license& license) {
  return fmt::format(
      "whether the exception of '{}' holds for {}: sources disagree; name the SKU in the exception", r.name,
      license.name);
}

truth holds_for(const model::exception& permitted, const model::sku& sku) {
  return permitted.subject ? permitted.subject->covers(sku) : truth::yes;
}

// ---- one access under one restriction

const model::access_rule* prohibition(const restriction& r, std::string_view object, operations::bit one) {
  const auto forbids = [&](const model::access_rule& rule) {
    return rule.allowed.holds(one) && rule.names(object);
  };
  const auto found = std::find_if(r.prohibits.begin(), r.prohibits.end(), forbids);
  return found == r.prohibits.end() ? nullptr : &*found;
}

bool same_matter(const breach& a, const breach& b) {
  return a.restriction->name == b.restriction->name && a.population == b.population && a.access == b.access &&
         a.capability == b.capability && a.objects == b.objects && a.doubt == b.doubt;
}

// What a restriction forbids before and after an amendment of it is one breach.
void add(std::vector<breach>& found, breach one) {
  const auto goes_on = [&](const breach& before) {
    return before.days.last + one_day == one.days.first && before.operations == one.operations &&
           same_matter(before, one);
  };
  const auto before = std::find_if(found.begin(), found.end(), goes_on);
  if (before == found.end())
    found.push_back(std::move(one));
  else
    before->days.last = one.days.last;
}

// Operations with the same days and the same doubt are one breach.
std::vector<breach> combined(std::vector<breach> each) {
  std::vector<breach> found;
  for (auto& one : each) {
    const auto same = std::find_if(found.begin(), found.end(), [&](const breach& other) {
      return other.days == one.days && other.access != nullptr && same_matter(other, one);
    });
    if (same == found.end())
      found.push_back(std::move(one));
    else
      same->operations |= one.operations;
  }
  return found;
}

struct judging {
  const restriction& r;
  const population_usage& population;
  truth bound; // whether the restriction binds the population
  period days; // of the term on which the restriction holds
  std::vector<breach>& found;

  [[nodiscard]] std::string doubt() const {
    return bound == truth::unknown ? scope_doubt(r, *population.sku->license) : std::string{};
  }

  // The days of exceptions that permit the operation: those that surely hold, or those that may.
  [[nodiscard]] periods permitted(const usage::planned_access& access, operations::bit one,
                                  truth surely) const {
    periods all;
    for (const auto& exception : r.exceptions)
      if (exception.permits.allowed.holds(one) && exception.permits.names(access.object) &&
          holds_for(exception, *population.sku) == surely)
        all.push_back(days_of(exception, days));
    return all;
  }

  void judge(const usage::planned_access& access, operations::bit one, base::span prohibited_at) const {
    const auto planned = access_days(access, days);
    if (planned.empty())
      return;
    const auto rest = without({planned}, permitted(access, one, truth::yes));
    const auto sure = without(rest, permitted(access, one, truth::unknown));
    const auto report = [&](const periods& all, const std::string& why) {
      for (const auto& stretch : all)
        add(found, {breach::kind::access, &r, &population, &access, nullptr, one, access.object, stretch,
                    prohibited_at, why});
    };
    report(sure, doubt());
    report(without(rest, sure), exception_doubt(r, *population.sku->license));
  }

  void judge(const usage::planned_access& access) const {
    for (const auto one : model::each_operation)
      if (access.wanted.holds(one))
        if (const auto* rule = prohibition(r, access.object, one))
          judge(access, one, rule->at);
  }

  void judge(const base::stated<std::string>& need) const {
    for (const auto& forbidden : r.capabilities)
      if (forbidden.value == need.value)
        add(found,
            {breach::kind::capability, &r, &population, nullptr, &need, {}, {}, days, forbidden.at, doubt()});
  }

  void judge() const {
    for (const auto& access : population.population->access)
      judge(access);
    for (const auto& need : population.population->needs)
      judge(need);
  }
};

// ---- what an open-ended restriction does not list

model::operations not_listed(const restriction& r, const usage::planned_access& access) {
  model::operations result;
  for (const auto one : model::each_operation)
    if (access.wanted.holds(one) && prohibition(r, access.object, one) == nullptr)
      result |= one;
  return result;
}

struct unlisted {
  std::string object;
  model::operations operations;
};

std::vector<unlisted> unlisted_access(const restriction& r, const std::vector<population_usage>& populations,
                                      period days) {
  std::vector<unlisted> result;
  for (const auto& population : populations)
    if (r.subject.covers(*population.sku) != truth::no)
      for (const auto& access : population.population->access) {
        const auto more = not_listed(r, access);
        if (more.empty() || access_days(access, days).empty())
          continue;
        auto same = std::ranges::find(result, access.object, &unlisted::object);
        if (same == result.end())
          same = result.insert(result.end(), {access.object, {}});
        same->operations |= more;
      }
  return result;
}

// Of an object that is listed for others only the operations.
std::string in_words(const restriction& r, const unlisted& one) {
  const bool listed =
      std::ranges::any_of(r.prohibits, [&](const auto& rule) { return rule.names(one.object); });
  return listed ? fmt::format("{} on {}", model::to_string(one.operations), one.object) : one.object;
}

void judge_open_end(const restriction& r, const std::vector<population_usage>& populations, period days,
                    std::vector<breach>& found) {
  std::vector<std::string> objects;
  std::vector<std::string> words;
  for (const auto& one : unlisted_access(r, populations, days)) {
    objects.push_back(one.object);
    words.push_back(in_words(r, one));
  }
  if (objects.empty())
    return;
  breach open;
  open.of = breach::kind::unlisted;
  open.restriction = &r;
  open.objects = base::enumerate(objects);
  open.days = days;
  open.prohibited_at = *r.open_ended;
  open.doubt = fmt::format(
      "'{}' is open ended (\"not limited to\") and does not list {}: have the vendor state it in writing",
      r.name, base::enumerate(words));
  add(found, std::move(open));
}

} // namespace

std::vector<breach> breaches(const model::contract& contract,
                             const std::vector<population_usage>& populations) {
  std::vector<breach> found;
  for (const auto& r : contract.restrictions) {
    const auto days = r.within(contract.months.term()); // an amended restriction holds for a part of it
    if (days.empty())
      continue;
    for (const auto& population : populations)
      if (const auto bound = r.subject.covers(*population.sku); bound != truth::no)
        judging{r, population, bound, days, found}.judge();
    if (r.open_ended)
      judge_open_end(r, populations, days, found);
  }
  return combined(std::move(found));
}

period access_days(const usage::planned_access& access, period term) {
  return base::overlap(
      term, {access.from ? access.from->value : term.first, access.until ? access.until->value : term.last});
}

} // namespace proviso::checking
