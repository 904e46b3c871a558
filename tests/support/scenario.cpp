#include "support/scenario.hpp"

#include "base/excerpt.hpp"
#include "syntax/parse.hpp"
#include "usage/bind.hpp"
#include "usage/read_plan.hpp"

#include <stdexcept>

namespace proviso::support {
namespace {

constexpr std::string_view catalogue = R"(
license basic "Basic portal" {
  accounts 20 per login
  offers knowledge
  lacks reports
  allows create, read, update on Case
  allows create, read, update, delete on *__c
  denies create, read, update, delete on Lead
}
license plus "Portal plus" { offers knowledge, reports }
capability knowledge "Articles"
capability reports "Reports"
object Case { related CaseComment }
object Lead { }
object Order { }
objects sales "Sales records" { Lead, Case }
licenses external "People outside" { basic }
licenses disputed-external "Sources disagree" { plus }
)";

void read_plan(scenario& made, std::string_view text) {
  const auto number = made.sources.add("test.plan.toml", std::string(text));
  made.plan = usage::read_plan(made.sources, number, made.faults);
  if (made.plan && !made.contracts.empty())
    usage::bind_plan(*made.plan, made.contracts.front(), made.catalogue, made.faults);
}

} // namespace

std::string scenario::rendered_faults() const {
  return base::render(sources, faults);
}

const metering::sku_assessment& scenario::sku(std::string_view name) const {
  for (const auto& one : all.skus)
    if (one.sku->name == name)
      return one;
  throw std::runtime_error("no SKU " + std::string(name));
}

std::unique_ptr<scenario> read_scenario(std::string_view contract, std::string_view plan) {
  auto made = std::make_unique<scenario>();
  const auto packs =
      syntax::parse(made->sources, made->sources.add("catalogue.proviso", std::string(catalogue)));
  const auto own = syntax::parse(made->sources, made->sources.add("test.proviso", std::string(contract)));
  for (const auto* parsed : {&packs, &own})
    made->faults.insert(made->faults.end(), parsed->diagnostics.begin(), parsed->diagnostics.end());
  if (!made->faults.empty())
    return made;
  const syntax::file* const files[] = {&packs.tree, &own.tree};
  made->catalogue = model::resolve_catalogue(files, made->faults);
  made->contracts = model::resolve_contracts(files, made->catalogue, made->faults);
  if (!plan.empty())
    read_plan(*made, plan);
  if (made->faults.empty() && !made->contracts.empty())
    made->all = metering::assess(made->contracts.front(), made->plan ? &*made->plan : nullptr, made->faults);
  return made;
}

std::unique_ptr<scenario> sound_scenario(std::string_view contract, std::string_view plan) {
  auto made = read_scenario(contract, plan);
  if (!made->faults.empty())
    throw std::runtime_error(made->rendered_faults());
  return made;
}

} // namespace proviso::support
