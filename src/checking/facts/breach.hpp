// Planned access and needed capabilities held against restrictions: what no exception covers is a breach.
#pragma once

#include "metering/assessment.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace proviso::checking {

// One access entry or need of a population under one restriction, for a period; operations with the same period
// are one breach. Of an open-ended restriction a last one collects what it does not list.
struct breach {
  enum class kind { access, capability, unlisted } of = kind::access;
  const model::restriction* restriction = nullptr;
  const metering::population_usage* population = nullptr; // none: unlisted
  const usage::planned_access* access = nullptr;          // of an access
  const base::stated<std::string>* capability = nullptr;  // of a capability
  model::operations operations;                           // of an access
  std::string objects;                                    // "Lead"; unlisted: "Order and Account"
  base::period days;
  base::span prohibited_at;
  std::string doubt; // why it is not certain; empty where it is
};

// By restriction, then by population, in the order of contract and plan. An access holds from its `from` until
// its `until`, a restriction from and until its amendments, all by the day and within the term; exceptions cut
// their days out.
[[nodiscard]] std::vector<breach> breaches(const model::contract& contract,
                                           const std::vector<metering::population_usage>& populations);

// The days of a planned access within the term; empty where it lies outside.
[[nodiscard]] base::period access_days(const usage::planned_access& access, base::period term);

} // namespace proviso::checking
