// A contract, an org by hand and login histories as text, observed as the program does it.
#pragma once

#include "logins/count.hpp"
#include "observing/observe.hpp"
#include "support/folder.hpp"
#include "support/scenario.hpp"

namespace proviso::observing {

inline base::day day(const char* text) {
  return *base::parse_day(text);
}

struct org_by_hand {
  org::directory of;

  // The number of the license of a SKU; with another way of sale, of what this contract does not sell.
  std::uint32_t license(const model::sku& sku, model::sale sold) {
    of.licenses.push_back({sku.name, org::license::kind::external, sku.license, sold});
    return static_cast<std::uint32_t>(of.licenses.size() - 1);
  }
  std::uint32_t license(const model::sku& sku) { return license(sku, sku.sold.value); }
  std::uint32_t stranger() {
    of.licenses.push_back({"Gold", org::license::kind::unknown, nullptr, model::sale::members});
    return static_cast<std::uint32_t>(of.licenses.size() - 1);
  }
  void exports(const char* id, const char* name, std::uint32_t license) {
    of.has_users = true;
    of.users.push_back({id, name, license, org::none, base::truth::yes, false});
  }
  void assigns(const char* who, const char* from, const char* to, std::uint32_t license) {
    of.has_assignments = true;
    of.assignments[who].push_back({{day(from), *to == '\0' ? base::day::max() : day(to)}, license});
  }
};

struct seen_org { // what an observation points into
  std::unique_ptr<support::scenario> scenario;
  org_by_hand org;
  std::optional<logins::tally> logins;
  std::optional<observation> result;

  explicit seen_org(const char* contract) : scenario(support::sound_scenario(contract)) {}

  [[nodiscard]] const model::contract& contract() const { return scenario->contracts.front(); }
  [[nodiscard]] const model::sku& sku(std::size_t number) const { return contract().skus[number]; }

  // Each text is a login history of its own.
  void reads(const std::vector<std::string>& texts) {
    const support::temporary_folder folder;
    std::vector<std::string> files;
    for (const auto& text : texts) {
      files.push_back((folder.path() / std::to_string(files.size())).string());
      support::write_file(files.back(), text);
    }
    base::diagnostics faults;
    logins = logins::count(files, ask(contract(), faults)->asked, faults);
  }

  const observation& observe(const char* today, std::optional<base::period> covers = {}) {
    org.of.join_assignments();
    base::diagnostics faults;
    return result.emplace(observing::observe(contract(), nullptr, *ask(contract(), faults),
                                             {.org = &org.of,
                                              .logins = logins ? &*logins : nullptr,
                                              .covers = covers,
                                              .lists = {},
                                              .today = day(today)}));
  }
};

// "2027-01-01: 0 x 2, 3 x 1; doubt"
inline std::string shown(const usage::population& of) {
  std::string result;
  for (const auto& month : of.observed) {
    result += base::to_string(month.first) + ":";
    for (const auto& one : month.users)
      result += " " + std::to_string(one.login_days) + " x " + std::to_string(one.users);
    if (month.logins)
      result += ", logins " + std::to_string(*month.logins);
    result += month.doubt.empty() ? "\n" : "; " + month.doubt + "\n";
  }
  return result;
}

} // namespace proviso::observing
