// Exports of logins and of the org: read, joined, and held against one contract. They keep what the observation
// points into, so they stay where they are.
#pragma once

#include "logins/count.hpp"
#include "observing/observe.hpp"
#include "warehouse/source.hpp"

#include <optional>
#include <string>
#include <vector>

namespace proviso::loading {

// Files, folders, globs or "-"; or logins in a warehouse.
struct export_files {
  using names = std::vector<base::stated<std::string>>;

  names logins;
  std::optional<warehouse::source> warehouse; // then it is the only one of `logins`
  names users;
  names assignments;
  names org;
  std::optional<base::period> covers;
  std::optional<std::string> file_zone;
  std::optional<logins::date_order> dates;
  std::uint64_t max_bad_rows = 0;
  unsigned jobs = 0;     // threads; 0: as many as there are processors
  logins::watcher watch; // of the logins that are read

  [[nodiscard]] bool any() const {
    return !logins.empty() || !users.empty() || !assignments.empty() || !org.empty();
  }
};

struct observed_contract {
  const model::contract& contract;
  const usage::plan* plan = nullptr; // null: none
  std::string plan_file;             // what the lists of its populations lie beside
  const model::catalogue& known;     // that the contract is written in
  const model::catalogue& words;     // with the words of exports
  base::day today;
};

class exports {
public:
  exports() = default;
  exports(const exports&) = delete;
  exports& operator=(const exports&) = delete;

  void read(const observed_contract& of, const export_files& from, base::diagnostics& faults);

  // After a reading without faults.
  [[nodiscard]] const observing::observation& observed() const { return *observed_; }
  [[nodiscard]] const org::directory& org() const { return org_; }
  [[nodiscard]] const observing::user_lists& lists() const { return lists_; }

private:
  void count(const observed_contract& of, const export_files& from, const logins::question& question,
             base::diagnostics& faults);
  void try_zones(const observed_contract& of, const export_files& from);

  org::directory org_;
  std::optional<logins::tally> logins_;
  std::optional<warehouse::answer> counted_; // in its place
  std::optional<observing::observation> observed_;
  observing::user_lists lists_;
};

// What the warehouse would be asked of a contract; empty where a diagnostic was added.
[[nodiscard]] std::optional<std::string> sql_for(const model::contract& contract, const export_files& from,
                                                 base::diagnostics& faults);

} // namespace proviso::loading
