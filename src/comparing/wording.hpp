// Words that the formats share.
#pragma once

#include "comparing/compare.hpp"

#include <string>

namespace proviso::comparing {

// "sku portal-logins", "contract"
[[nodiscard]] std::string name_of_owner(const clause& which);
// "2.00 per login; from 2028-01-15 1.90 per login"; "not stated"
[[nodiscard]] std::string words_of(const std::vector<statement>& statements);
// "17,785.00" and "17,785.00 USD", or "unknown"
[[nodiscard]] std::string amount(const comparison& of, const base::known<base::rational>& value);
[[nodiscard]] std::string money(const comparison& of, const base::known<base::rational>& value);
// The same for a cell of a table, or "not sold", "no contract", "no cap"
[[nodiscard]] std::string amount(const comparison& of, const entry& value);
// "B is better, by 17,785.00 USD at most"
[[nodiscard]] std::string verdict_on(const comparison& of, const difference& one);
// "under busy.plan.toml", "under observed usage", "without a plan"; the file made harmless by `shown`
[[nodiscard]] std::string usage_of(const comparison& of, std::string (*shown)(std::string_view));
// "B costs 12,345.00 USD less under this plan", and until when where one draft runs on
[[nodiscard]] std::string verdict_on_cost(const comparison& of);
// One sentence for each flip; why there is none where there is none.
[[nodiscard]] std::vector<std::string> verdict_on_flips(const comparison& of);
// "error[login-pool-exceeded]: …", one line for each rule and subject.
[[nodiscard]] std::vector<std::string> words_of(const std::vector<const checking::finding*>& all);
// The same for what both drafts have, but not alike.
struct told_twice {
  std::string a;
  std::string b;
};
[[nodiscard]] std::vector<told_twice> words_of(const std::vector<finding_pair>& all);

} // namespace proviso::comparing
