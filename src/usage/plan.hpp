// Planned usage: who will log in how often, under which SKU, needing what. Values are those written; nothing is
// applied to months yet.
#pragma once

#include "base/day.hpp"
#include "base/rational.hpp"
#include "base/span.hpp"
#include "model/rights.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace proviso::usage {

using base::rational;
using base::stated;

struct users_entry {
  std::optional<base::day> from; // none: from the start of the term
  std::int64_t users = 0;
  base::span at;
};

struct day_share {    // of the users, in an ordinary month
  int login_days = 0; // 0 to 31
  rational share;
  base::span at;
};

// Shares that sum to 1, or a mean alone.
struct login_days {
  std::vector<day_share> shares; // by login days, each once
  std::optional<rational> mean;  // stated as such
  base::span at;

  [[nodiscard]] rational average() const; // exact
};

struct observed_users {
  int login_days = 0;
  std::int64_t users = 0;
};

struct observed_month { // in place of `users` and `login_days` in the contract month that starts on that day
  base::day first;
  std::vector<observed_users> users;
  std::optional<std::int64_t> logins; // theirs, where every login counts; else each login day is one
  bool login_days_known = true;       // else all are under 0, and only how many they are is known
  std::string doubt;                  // not empty: these are at least there, and why there may be more
  base::span at;
};

struct planned_access {
  std::string object;
  model::operations wanted;
  std::optional<stated<base::day>> from;
  std::optional<stated<base::day>> until;
  base::span at; // of the object's name
};

struct match_by { // which observed users belong to the population
  std::string license;
  std::string profile;
  std::string list;
  base::span at;
};

struct population {
  stated<std::string> name;
  stated<std::string> sku;
  std::vector<users_entry> users; // by day
  base::span users_at;
  rational monthly_growth; // above −1; 0 where not stated
  std::optional<usage::login_days> days;
  std::vector<observed_month> observed;
  std::optional<stated<rational>> logins_per_day;
  std::array<rational, 12> season; // factor of January … December; 1 where not named
  base::span season_at;            // nowhere: no season
  std::optional<stated<rational>> spread;
  std::vector<stated<std::string>> needs;
  std::vector<planned_access> access;
  std::optional<match_by> match;
};

struct plan {
  std::string name;
  stated<std::string> contract;
  std::vector<population> populations;
  base::span at; // of the [plan] table
};

} // namespace proviso::usage
