// The keys a table of the plan may have, as data: a name and who reads it. What is unknown or missing is
// reported here, once for every table.
#pragma once

#include "base/diagnostic.hpp"
#include "usage/toml_tree.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::usage {

template <typename Record>
struct field {
  std::string_view key;
  void (*read)(Record&, const toml_entry&, base::diagnostics&);
};

// The keys that a table states, and those that its unknown keys were probably meant to be: what is misspelt is
// not reported as missing too.
class stated_keys {
public:
  void add(std::string_view key) { keys_.push_back(key); }
  [[nodiscard]] bool has(std::string_view key) const { return std::ranges::find(keys_, key) != keys_.end(); }

private:
  std::vector<std::string_view> keys_;
};

// "a population has no key 'user'" at the key, with the nearest of `keys`, which is also what comes back.
std::string_view report_unknown(const toml_entry& found, std::span<const std::string_view> keys,
                                std::string_view what, base::diagnostics& faults);

// Reads what a table states into a record, in the order written. `what` names the record: "a population".
template <typename Record, std::size_t Count>
stated_keys read_fields(Record& into, const toml_value& table, const field<Record> (&fields)[Count],
                        std::string_view what, base::diagnostics& faults) {
  stated_keys result;
  std::vector<std::string_view> keys;
  for (const auto& each : fields)
    keys.push_back(each.key);
  for (const auto& entry : table.entries) {
    const auto* const known = std::ranges::find(fields, entry.key, &field<Record>::key);
    const bool found = known != std::end(fields);
    result.add(found ? known->key : report_unknown(entry, keys, what, faults));
    if (found)
      known->read(into, entry, faults);
  }
  return result;
}

} // namespace proviso::usage
