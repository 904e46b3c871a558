#include "cli/commands/what_if.hpp"

#include "savings/clause.hpp"
#include "syntax/parse.hpp"

#include <algorithm>
#include <deque>
#include <fmt/format.h>

namespace proviso::cli {
namespace {

class amending {
public:
  amending(const model::contract& in, const loading::resolved_file& of, base::sources& texts)
      : in_(in), of_(of), texts_(texts) {}

  // Empty where the text is no amendment of this contract; `faults_` then says why.
  std::optional<model::contract> with(const std::string& body, base::diagnostics& faults) {
    const auto text = fmt::format("amendment \"what if\" to {} effective {} {{\n{}\n}}\n", in_.name,
                                  base::to_string(in_.months.term().first), body);
    auto& parsed = trees().emplace_back(syntax::parse(texts_, texts_.add("--what-if", text)));
    faults = parsed.diagnostics;
    const auto* tree = tree_of();
    if (!faults.empty() || tree == nullptr)
      return std::nullopt;
    auto all = amendments();
    for (const auto& declaration : parsed.tree.declarations)
      if (const auto* each = std::get_if<syntax::amendment>(&declaration))
        all.push_back(each);
    auto made = model::resolve_contract(*tree, all, *of_.catalogue, faults);
    return faults.empty() ? std::optional(std::move(made)) : std::nullopt;
  }

private:
  // Contracts point into their trees' texts by place alone, so these only have to last until they are resolved.
  std::deque<syntax::parsed>& trees() { return trees_; }

  [[nodiscard]] const syntax::contract* tree_of() const {
    for (const auto* file : of_.files.files)
      for (const auto& declaration : file->declarations)
        if (const auto* each = std::get_if<syntax::contract>(&declaration); each && each->name.text == in_.name)
          return each;
    return nullptr;
  }

  [[nodiscard]] std::vector<const syntax::amendment*> amendments() const {
    std::vector<const syntax::amendment*> result;
    for (const auto* file : of_.files.files)
      for (const auto& declaration : file->declarations)
        if (const auto* each = std::get_if<syntax::amendment>(&declaration);
            each && each->contract.text == in_.name)
          result.push_back(each);
    return result;
  }

  const model::contract& in_;
  const loading::resolved_file& of_;
  base::sources& texts_;
  std::deque<syntax::parsed> trees_;
};

std::string in_sku(const std::string& name, const std::string& clause) {
  return fmt::format("  sku {} {{\n    {}\n  }}", name, clause);
}

// "overage measured quarterly" keeps the price of each pool.
std::string completed(const std::string& clause, const model::sku& of) {
  constexpr std::string_view start = "overage measured ";
  if (!clause.starts_with(start))
    return clause;
  for (const auto& step : of.steps)
    if (const auto& overage = step.terms.overage; overage && !overage->value.blocked)
      return fmt::format("overage {}, measured {}", savings::price_of(overage->value),
                         clause.substr(start.size()));
  return clause;
}

} // namespace

std::optional<model::contract> with_clause(const std::string& clause, const model::contract& in,
                                           const loading::resolved_file& of, base::sources& texts,
                                           base::diagnostics& faults) {
  amending to(in, of, texts);
  base::diagnostics first;
  const auto colon = clause.find(':');
  for (const auto& sku : in.skus)
    if (colon != std::string::npos && clause.substr(0, colon) == sku.name)
      return to.with(in_sku(sku.name, completed(clause.substr(colon + 1), sku)), faults);
  if (auto whole = to.with("  " + clause, first))
    return whole;
  std::string body;
  for (const auto& sku : in.skus) {
    base::diagnostics wrong;
    const auto words = in_sku(sku.name, completed(clause, sku));
    if (to.with(words, wrong))
      body += words + '\n';
    else if (&sku == in.skus.data())
      first = wrong;
  }
  if (body.empty()) {
    faults.insert(faults.end(), first.begin(), first.end());
    return std::nullopt;
  }
  return to.with(body, faults);
}

} // namespace proviso::cli
