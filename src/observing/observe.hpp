// The door of the layer: a contract, what exports and login histories say, and perhaps a plan in; the plan with
// what was seen out. A month that the data covers whole has observed figures, any other the plan's; without a
// plan it is undetermined, and what it holds so far is told.
#pragma once

#include "base/diagnostic.hpp"
#include "observing/gather.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace proviso::observing {

struct seen { // everything that came in, and lives as long as the observation
  const org::directory* org = nullptr;
  const logins::tally* logins = nullptr; // user by user; null: not given so
  std::optional<base::period> covers;    // stated by who gave the data
  user_lists lists;
  base::day today;
  const warehouse::answer* counted = nullptr; // in place of `logins`
};

struct observation {
  usage::plan plan;
  std::vector<std::vector<usage::observed_month>> unplanned; // by place of `who`: as if nothing were planned
  question_of question;
  coverage covered;
  gathered who;
  const org::directory* org = nullptr;
  const logins::tally* logins = nullptr;      // null: none, or these:
  const warehouse::answer* counted = nullptr; // by a warehouse, where nobody is told from another
  std::vector<std::string> assumed;           // what figures rest on and exports do not say
  std::vector<std::string> left_out;          // who logged in and is in no pool, and why

  // Of the logins, however they came; null: none were given.
  [[nodiscard]] const logins::figures* read() const;
};

[[nodiscard]] observation observe(const model::contract& contract, const usage::plan* plan, question_of asked,
                                  const seen& from);

} // namespace proviso::observing
