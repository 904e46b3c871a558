#include "editor/continuations.hpp"

#include <algorithm>

namespace proviso::editor {
namespace {

constexpr std::string_view operations = "create|read|update|delete";

// clang-format off
constexpr continuation table[] = {
    {"", "use", "use", "$packs"},
    {"file", "amendment", "to", "$contracts"},
    {"file", "amendment", "\"\"", "to"},
    {"objects", "", "", "$objects"},
    {"licenses", "", "", "$licenses|$license-groups"},

    {"", "months", "months", "start on day"},
    {"", "short", "short", "months by day"},
    {"", "currency", "currency", "$currencies"},
    {"", "time", "time", "zone"},
    {"", "rounding", "rounding", "half up|half even|up|down"},
    {"", "rounding", "half", "up|even"},
    {"contract", "price", "price", "hold until"},
    {"amendment", "price", "price", "hold until"},
    {"", "external", "external", "only"},
    {"", "waive", "waive", "$rules"},
    {"", "waive", "for", "$skus|$restrictions"},
    {"", "treat", "treat", "$rules"},
    {"", "treat", "as", "error|warning|info|off"},
    {"", "set", "set", "$rules"},
    {"", "set", ".", "$parameters"},
    {"", "end", "end", "sku|restriction"},
    {"", "end", "sku", "$skus"},
    {"", "end", "restriction", "$restrictions"},
    {"amendment", "sku", "sku", "$skus"},
    {"amendment", "restriction", "restriction", "$restrictions"},

    {"sku", "license", "license", "$licenses"},
    {"sku", "sold", "sold", "as"},
    {"sku", "sold", "as", "logins|members"},
    {"sku", "count", "count", "one login per user per day|one login per user per month|every login|only|except"},
    {"", "price", "price", "graduated per|volume per"},
    {"", "price", "per", "login|member|block of|month|year"},
    {"", "accounts", "per", "login"},
    {"", "overage", "overage", "blocked"},
    {"", "overage", "per", "login|block of"},
    {"", "overage", ",", "measured"},
    {"", "overage", "measured", "monthly|quarterly|yearly|over the term"},
    {"", "uplift", "uplift", "at most"},
    {"", "reduce", "reduce", "at most"},
    {"", "uplift", "per", "renewal"},
    {"", "reduce", "per", "year"},
    {"", "quantity", "per", "month"},
    {"", "commit", "per", "year"},
    {"", "swap", "of", "$skus"},
    {"", "co-termed", "co-termed", "with"},
    {"", "co-termed", "with", "$skus"},

    {"restriction", "for", "for", "$skus|$licenses|$license-groups"},
    {"restriction", "prohibit", "prohibit", "create|read|update|delete|capability"},
    {"restriction", "prohibit", "capability", "$capabilities"},
    {"restriction", "prohibit", "including", "related"},
    {"restriction", "except", "except", operations},
    {"", "except", "for", "$skus"},
    {"", "prohibit", "on", "$objects|$object-groups"},
    {"", "except", "on", "$objects|$object-groups"},
    {"restriction", "limit", "limit", "custom-objects"},
    {"restriction", "open", "open", "ended"},

    {"license", "offers", "offers", "$capabilities"},
    {"license", "lacks", "lacks", "$capabilities"},
    {"license", "allows", "allows", operations},
    {"license", "denies", "denies", operations},
    {"license", "allows", "on", "$objects|$object-groups"},
    {"license", "denies", "on", "$objects|$object-groups"},
    {"license", "names", "as", "logins|members"},
    {"license", "keys", "as", "logins|members"},
    {"object", "related", "related", "$objects"},

    {"rule", "severity", "severity", "error|warning|info"},
    {"rule", "kind", "kind", "breach|risk|saving|draft"},
    {"rule", "for", "in", "$collections"},
    {"rule", "saves", "per", "month"},

    {"test", "contract", "contract", "$contracts"},
    {"test", "given", "given", "logins|users|assignments|metadata|org"},
    {"test", "as", "as", "of"},
    {"test", "expect", "expect", "no|undetermined|cost|overage|saving|$rules"},
    {"test", "expect", "no", "$rules"},
    {"test", "expect", "undetermined", "$rules"},
    {"test", "expect", "for", "$skus|$restrictions"},
};
// clang-format on

// What a list goes on with is what it began with: "for a, b," stands where "for" does.
std::string_view anchor(const std::vector<std::string_view>& before) {
  auto size = before.size();
  while (size >= 3 && before[size - 1] == ",")
    size -= 2;
  return size == 0 ? std::string_view() : before[size - 1];
}

bool fits(const continuation& row, std::string_view block, std::string_view clause, std::string_view behind) {
  return (row.block.empty() || row.block == block) && row.clause == clause && row.behind == behind;
}

std::vector<std::string_view> parts(std::string_view what) {
  std::vector<std::string_view> result;
  for (auto rest = what; !rest.empty();) {
    const auto end = std::min(rest.find('|'), rest.size());
    result.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return result;
}

} // namespace

std::vector<std::string_view> continuations(std::string_view block,
                                            const std::vector<std::string_view>& before) {
  const bool listed = block == "objects" || block == "licenses"; // no clauses, members
  const auto clause = listed || before.empty() ? std::string_view() : before.front();
  for (const auto behind :
       {listed ? std::string_view() : anchor(before), before.empty() ? std::string_view() : before.back()}) {
    const auto row =
        std::ranges::find_if(table, [&](const auto& each) { return fits(each, block, clause, behind); });
    if (row != std::end(table))
      return parts(row->what);
  }
  return {};
}

} // namespace proviso::editor
