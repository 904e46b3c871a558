#include "model/contract.hpp"

#include <algorithm>

namespace proviso::model {
namespace {

void restate(sku_terms& current, const sku_terms& later) {
  each_term([&](auto clause, auto /*keyword*/) {
    if (later.*clause)
      current.*clause = later.*clause;
  });
}

} // namespace

std::string_view to_string(sale how) {
  switch (how) {
  case sale::logins: return "logins";
  case sale::members: return "members";
  case sale::other: return "other";
  }
  return {};
}

std::string_view to_string(measure window) {
  switch (window) {
  case measure::monthly: return "monthly";
  case measure::quarterly: return "quarterly";
  case measure::yearly: return "yearly";
  case measure::term: return "over the term";
  }
  return {};
}

int months_of(measure window) {
  switch (window) {
  case measure::monthly: return 1;
  case measure::quarterly: return 3;
  case measure::yearly: return 12;
  case measure::term: return most_months;
  }
  return 1;
}

sku_terms sku::on(base::day d) const {
  sku_terms current;
  for (const auto& change : steps)
    if (!change.from || *change.from <= d)
      restate(current, change.terms);
  return current;
}

bool sku::is_called(std::string_view other) const {
  return name == other || std::ranges::find(parts, other) != parts.end();
}

base::truth scope::covers(const model::license& license) const {
  const auto lists = [&](const auto& all) { return std::find(all.begin(), all.end(), &license) != all.end(); };
  if (everything || lists(licenses))
    return base::truth::yes;
  return lists(disputed) ? base::truth::unknown : base::truth::no;
}

base::truth scope::covers(const struct sku& sku) const {
  const auto by_license = covers(*sku.license);
  if (by_license == base::truth::yes)
    return by_license;
  const bool named = std::ranges::any_of(skus, [&](const std::string& name) { return sku.is_called(name); });
  return named ? base::truth::yes : by_license;
}

base::period restriction::within(base::period term) const {
  return base::overlap(term, {from.value_or(term.first), until.value_or(term.last)});
}

const amendment* contract::origin(base::span clause) const {
  const auto holds = [&](const amendment& a) {
    return a.at.source == clause.source && a.at.begin <= clause.begin && clause.end <= a.at.end;
  };
  const auto found = std::find_if(amendments.begin(), amendments.end(), holds);
  return found == amendments.end() ? nullptr : &*found;
}

const sku* contract::find_sku(std::string_view wanted) const {
  const auto found = std::find_if(skus.begin(), skus.end(), [&](const sku& s) { return s.is_called(wanted); });
  return found == skus.end() ? nullptr : &*found;
}

} // namespace proviso::model
