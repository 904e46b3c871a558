#include "loading/plans.hpp"

#include "base/nearest.hpp"
#include "loading/input.hpp"
#include "loading/paths.hpp"
#include "usage/bind.hpp"
#include "usage/read_plan.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::loading {
namespace {

bool declares(const contract_file& in, std::string_view name) {
  return std::ranges::find(in.contracts, name, &model::contract::name) != in.contracts.end();
}

base::diagnostic second_plan(const usage::plan& second, const usage::plan& first) {
  return {fmt::format("two plans are for '{}'", second.contract.value),
          second.contract.at,
          "give one",
          {{first.contract.at, "the first"}}};
}

} // namespace

std::optional<std::string> plan_beside(const std::string& file) {
  constexpr std::string_view ending = ".proviso";
  if (!file.ends_with(ending))
    return std::nullopt;
  auto path = file.substr(0, file.size() - ending.size()) + ".plan.toml";
  return exists(path) ? std::optional(std::move(path)) : std::nullopt;
}

plans::plans(base::sources& sources, const std::vector<base::stated<std::string>>& named,
             base::diagnostics& faults)
    : sources_(sources) {
  for (const auto& each : named) {
    const auto* fresh = read(each.value, each.at, faults);
    if (fresh == nullptr || !fresh->plan)
      continue;
    for (const auto& other : entries_)
      if (&other != fresh && other.plan && other.plan->contract.value == fresh->plan->contract.value)
        faults.push_back(second_plan(*fresh->plan, *other.plan));
  }
  for (auto& each : entries_)
    each.named = true;
}

chosen_plan plans::for_contract(const model::contract& contract, const contract_file& in,
                                base::diagnostics& faults) {
  auto found = std::ranges::find_if(entries_, [&](const entry& each) {
    return each.named && each.plan && each.plan->contract.value == contract.name;
  });
  auto* const taken = found != entries_.end() ? &*found : beside(in.path, faults);
  if (taken == nullptr || !taken->plan)
    return {};
  const auto& wanted = taken->plan->contract.value;
  if (wanted != contract.name && declares(in, wanted))
    return {}; // it is another contract's of the same file
  taken->used = true;
  usage::bind_plan(*taken->plan, contract, *in.catalogue, faults);
  return {taken->file, &*taken->plan};
}

void plans::report_unused(const std::vector<const model::contract*>& contracts,
                          base::diagnostics& faults) const {
  std::vector<std::string_view> names;
  for (const auto* contract : contracts)
    names.emplace_back(contract->name);
  for (const auto& each : entries_)
    if (each.named && each.plan && !each.used)
      faults.push_back(
          {fmt::format("this plan is for '{}', which is not checked here", each.plan->contract.value),
           each.plan->contract.at,
           base::did_you_mean(each.plan->contract.value, names),
           {}});
}

plans::entry* plans::read(const std::string& file, base::span named_at, base::diagnostics& faults) {
  if (const auto known = std::ranges::find(entries_, file, &entry::file); known != entries_.end())
    return &*known;
  auto text = read_file(file, named_at, faults);
  if (!text)
    return nullptr;
  const auto source = sources_.add(file, std::move(*text));
  entries_.push_back({file, false, usage::read_plan(sources_, source, faults), false});
  return &entries_.back();
}

plans::entry* plans::beside(const std::string& file, base::diagnostics& faults) {
  const auto path = plan_beside(file);
  return path ? read(*path, {}, faults) : nullptr;
}

} // namespace proviso::loading
