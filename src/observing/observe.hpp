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
  const logins::tally* logins = nullptr; // null: none were given
  std::optional<base::period> covers;    // stated by who gave the data
  user_lists lists;
  base::day today;
};

struct observation {
  usage::plan plan;
  question_of question;
  coverage covered;
  gathered who;
  const org::directory* org = nullptr;
  const logins::tally* logins = nullptr;
  std::vector<std::string> assumed;  // what figures rest on and exports do not say
  std::vector<std::string> left_out; // who logged in and is in no pool, and why
};

[[nodiscard]] observation observe(const model::contract& contract, const usage::plan* plan, question_of asked,
                                  const seen& from);

} // namespace proviso::observing
