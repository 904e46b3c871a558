#include "editor/lenses.hpp"

#include "editor/figures.hpp"

#include <fmt/format.h>

namespace proviso::editor {
namespace {

std::string text_of(const judged_contract& in, const checking::facts& facts, const model::sku& sku) {
  const auto even = break_even_of(facts, sku);
  return even ? fmt::format("{} · {}", cost_of(in, sku), *even) : cost_of(in, sku);
}

} // namespace

std::vector<lens> lenses_of(const analysis& in) {
  std::vector<lens> result;
  for (const auto& contract : in.contracts) {
    const checking::facts facts(contract.figures, contract.today);
    result.push_back({contract.contract->at, cost_of(contract)});
    for (const auto& sku : contract.contract->skus)
      if (sku.at.source == in.source())
        result.push_back({sku.at, text_of(contract, facts, sku)});
  }
  return result;
}

} // namespace proviso::editor
