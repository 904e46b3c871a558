// The records of one contract: what rules may see. Lists are drawn from the assessment when a rule first asks.
#pragma once

#include "checking/facts/breach.hpp"
#include "checking/facts/change.hpp"
#include "checking/facts/conflict.hpp"
#include "checking/facts/discrepancy.hpp"
#include "checking/facts/exposure.hpp"
#include "checking/facts/forecast.hpp"
#include "checking/facts/holding.hpp"
#include "checking/facts/indirect.hpp"
#include "checking/facts/membership.hpp"
#include "checking/facts/opening.hpp"
#include "checking/facts/overrun.hpp"
#include "checking/facts/phase.hpp"
#include "checking/facts/purchase.hpp"
#include "checking/facts/sighting.hpp"
#include "checking/facts/stretch.hpp"
#include "checking/rules/value.hpp"
#include "metering/assessment.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace proviso::checking {

// What a plan would give, in the words of the layer that first misses it.
inline constexpr std::string_view no_plan = "planned usage: give a plan with --plan";

struct band_fact { // a population's users with the same login days
  std::uint32_t population = 0;
  int login_days = 0;
  std::int64_t users = 0;
  base::span at;
  std::string doubt; // why the bands of the population are not known; empty where they are
};

struct need {
  std::uint32_t population = 0;
  const base::stated<std::string>* capability = nullptr;
};

struct access {
  std::uint32_t population = 0;
  const usage::planned_access* planned = nullptr;
  base::period days;
};

class facts {
public:
  // What metadata says and what exports show, each null where none was read, must outlive the facts.
  facts(const metering::assessment& all, base::day today, const metadata::org* found = nullptr,
        const observing::observation* seen = nullptr);

  [[nodiscard]] const metering::assessment& metered() const { return *all_; }
  [[nodiscard]] const model::contract& contract() const { return *all_->contract; }
  [[nodiscard]] bool has_plan() const { return all_->plan != nullptr; }
  [[nodiscard]] const metadata::org* found() const { return found_; }
  [[nodiscard]] const observing::observation* seen() const { return seen_; }
  [[nodiscard]] base::day today() const { return today_; }
  // Today, or the nearest day of the term.
  [[nodiscard]] base::period day_of_term() const;
  // The month that holds today, or the nearest of the term.
  [[nodiscard]] int month() const { return month_; }
  [[nodiscard]] base::period days(int month) const { return contract().months[month].days; }

  // SKUs of the contract, then its quotes.
  [[nodiscard]] const model::sku& sku(std::uint32_t index) const;
  [[nodiscard]] std::uint32_t index_of(const model::sku& sku) const;
  // In force in the month.
  [[nodiscard]] const model::sku_terms& terms(std::uint32_t sku, int month) const;
  [[nodiscard]] record sku_record(const model::sku& sku, int month) const;
  // As it stands today or, where none of its terms holds yet, in its first month.
  [[nodiscard]] record sku_record(std::uint32_t index) const;
  // The month a day falls in, or the nearest.
  [[nodiscard]] int month_at(base::day d) const { return contract().months.nearest(d); }

  [[nodiscard]] std::uint32_t index_of(const metering::population_usage& population) const;
  [[nodiscard]] const metering::population_usage& population(std::uint32_t index) const;
  [[nodiscard]] std::uint32_t index_of(const model::restriction& restriction) const;

  // One entry for each window of each SKU.
  struct window_of {
    std::uint32_t sku = 0;
    const metering::window* window = nullptr;
  };
  struct charge_line { // of the invoice; one that is not priced yet says what is missing
    metering::charge::kind what = metering::charge::kind::commitment;
    const model::sku* sku = nullptr; // none: a true-up
    int month = 0;
    base::known<base::rational> amount;
    base::span at;
  };
  struct exception_of {
    std::uint32_t restriction = 0; // the first of its versions that has it
    const model::exception* exception = nullptr;
  };
  struct limit_of {
    std::uint32_t restriction = 0;
    const model::object_limit* limit = nullptr;
  };

  [[nodiscard]] const std::vector<window_of>& windows() const;
  [[nodiscard]] const std::vector<band_fact>& bands() const;
  [[nodiscard]] const std::vector<need>& needs() const;
  [[nodiscard]] const std::vector<access>& accesses() const;
  [[nodiscard]] const std::vector<breach>& breaches() const;
  [[nodiscard]] const std::vector<overrun>& overruns() const;
  [[nodiscard]] const std::vector<stretch>& stretches() const;
  [[nodiscard]] const std::vector<phase>& phases() const;
  [[nodiscard]] const std::vector<change>& changes() const;
  [[nodiscard]] const std::vector<limit_of>& limits() const;
  [[nodiscard]] const std::vector<charge_line>& charges() const;
  [[nodiscard]] const std::vector<exception_of>& exceptions() const;
  [[nodiscard]] const std::vector<conflict>& conflicts() const;
  [[nodiscard]] const std::vector<const model::license*>& licenses() const;

  // What metadata says; only where it was read.
  struct grant_of {
    std::uint32_t holder = 0; // of the org
    std::uint32_t grant = 0;  // of the holder
  };
  [[nodiscard]] const std::vector<std::uint32_t>& holders() const; // of the org: all but muting sets
  [[nodiscard]] const std::vector<grant_of>& grants() const;
  [[nodiscard]] const std::vector<exposure>& exposures() const;
  [[nodiscard]] const std::vector<indirect>& indirects() const;
  [[nodiscard]] const std::vector<membership>& members() const;
  [[nodiscard]] const std::vector<opening>& openings() const;
  [[nodiscard]] const std::vector<metadata::gap>& gaps() const;
  [[nodiscard]] holdings& held() const;
  [[nodiscard]] standing standing_of(const metadata::holder& one) const;
  [[nodiscard]] std::uint32_t index_of(const model::license& license) const;
  [[nodiscard]] const std::vector<sighting>& sightings() const;
  [[nodiscard]] const std::vector<discrepancy>& discrepancies() const;
  // Of a pool's window; empty where it is not running.
  [[nodiscard]] std::optional<base::known<checking::forecast>> forecast_of(std::uint32_t window) const;
  [[nodiscard]] const std::vector<offer>& offers(int month) const;

  // The cheapest license that would do, as `cheaper_license` finds it, once for each population and month.
  [[nodiscard]] const base::known<const offer*>& cheaper(std::uint32_t population, int month) const;

  // Which waivers some finding met: known once all rules but those about waivers have run.
  // Unknown where it meets none and what its rule finds is not decided.
  void waivers_used(std::vector<base::truth> used) { waivers_used_ = std::move(used); }
  [[nodiscard]] base::truth waiver_used(std::uint32_t index) const;

private:
  [[nodiscard]] const std::vector<metadata::holder>& groups() const; // what they add to their sets

  const metering::assessment* all_;
  const metadata::org* found_;
  base::day today_;
  const observing::observation* seen_;
  int month_;
  std::vector<base::truth> waivers_used_;
  mutable std::optional<std::vector<window_of>> windows_;
  mutable std::optional<std::vector<band_fact>> bands_;
  mutable std::optional<std::vector<need>> needs_;
  mutable std::optional<std::vector<access>> accesses_;
  mutable std::optional<std::vector<breach>> breaches_;
  mutable std::optional<std::vector<overrun>> overruns_;
  mutable std::optional<std::vector<stretch>> stretches_;
  mutable std::optional<std::vector<phase>> phases_;
  mutable std::optional<std::vector<change>> changes_;
  mutable std::optional<std::vector<limit_of>> limits_;
  mutable std::optional<std::vector<charge_line>> charges_;
  mutable std::optional<std::vector<exception_of>> exceptions_;
  mutable std::optional<std::vector<conflict>> conflicts_;
  mutable std::optional<std::vector<const model::license*>> licenses_;
  mutable std::optional<std::vector<std::uint32_t>> holders_;
  mutable std::optional<std::vector<grant_of>> grants_;
  mutable std::optional<std::vector<exposure>> exposures_;
  mutable std::optional<std::vector<indirect>> indirects_;
  mutable std::optional<std::vector<membership>> members_;
  mutable std::optional<std::vector<metadata::holder>> groups_;
  mutable std::optional<std::vector<opening>> openings_;
  mutable std::optional<std::vector<metadata::gap>> gaps_;
  mutable std::optional<holdings> held_;
  mutable std::optional<standings> standings_;
  mutable std::map<std::pair<std::uint32_t, int>, model::sku_terms> quote_terms_;
  mutable std::optional<std::vector<sighting>> sightings_;
  mutable std::optional<std::vector<discrepancy>> discrepancies_;
  mutable std::map<int, std::vector<offer>> offers_;
  mutable std::map<std::pair<std::uint32_t, int>, base::known<const offer*>> cheaper_;
};

} // namespace proviso::checking
