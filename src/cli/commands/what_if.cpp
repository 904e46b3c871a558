#include "cli/commands/what_if.hpp"

#include "savings/clause.hpp"
#include "syntax/parse.hpp"

#include <algorithm>
#include <deque>
#include <fmt/format.h>
#include <variant>

namespace proviso::cli {
namespace {

using clauses = std::vector<syntax::contract_clause>;

bool is_same_kind(const syntax::contract_clause& a, const syntax::contract_clause& b) {
  const auto* one = std::get_if<syntax::commit>(&a);
  const auto* other = std::get_if<syntax::commit>(&b);
  return a.index() == b.index() && (one == nullptr || one->per_year == other->per_year);
}

// What an amendment cannot change, but another contract could say.
bool is_of_whole_contract(const syntax::contract_clause& one) {
  return std::holds_alternative<syntax::months_start>(one) ||
         std::holds_alternative<syntax::short_months>(one) || std::holds_alternative<syntax::time_zone>(one) ||
         std::holds_alternative<syntax::rounding>(one) || std::holds_alternative<syntax::commit>(one);
}

template <typename Clause, typename Same>
void replace(std::vector<Clause>& in, const std::vector<Clause>& by, Same same) {
  for (const auto& fresh : by)
    std::erase_if(in, [&](const Clause& old) { return same(old, fresh); });
  in.insert(in.end(), by.begin(), by.end());
}

syntax::sku* quote_in(clauses& all, std::string_view name) {
  for (auto& each : all)
    if (auto* quote = std::get_if<syntax::sku>(&each); quote && quote->quote && quote->name.text == name)
      return quote;
  return nullptr;
}

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

  // The same where the text is a clause of the whole contract: it replaces the one of its kind.
  std::optional<model::contract> with_own(const std::string& clause) {
    const auto* tree = tree_of();
    base::diagnostics faults;
    const auto stated = clauses_of(clause, faults);
    if (tree == nullptr || stated.empty() || !std::ranges::all_of(stated, is_of_whole_contract))
      return std::nullopt;
    auto changed = *tree;
    replace(changed.clauses, stated, is_same_kind);
    auto made = model::resolve_contract(changed, amendments(), *of_.catalogue, faults);
    return faults.empty() ? std::optional(std::move(made)) : std::nullopt;
  }

  // The same for a clause of a quote.
  std::optional<model::contract> with_in_quote(const std::string& name, const std::string& clause,
                                               base::diagnostics& faults) {
    const auto* tree = tree_of();
    auto stated = clauses_of(fmt::format("quote {} \"what if\" {{\n{}\n}}", name, clause), faults);
    const auto* fresh = quote_in(stated, name);
    if (!faults.empty() || tree == nullptr || fresh == nullptr)
      return std::nullopt;
    auto changed = *tree;
    if (auto* old = quote_in(changed.clauses, name))
      replace(old->clauses, fresh->clauses,
              [](const auto& a, const auto& b) { return a.index() == b.index(); });
    auto made = model::resolve_contract(changed, amendments(), *of_.catalogue, faults);
    return faults.empty() ? std::optional(std::move(made)) : std::nullopt;
  }

private:
  // As they would stand in a contract; none, with diagnostics, where the text is no such clause.
  clauses clauses_of(const std::string& body, base::diagnostics& faults) {
    const auto text = fmt::format("contract {} \"what if\" {{\n{}\n}}\n", in_.name, body);
    const auto& parsed = trees().emplace_back(syntax::parse(texts_, texts_.add("--what-if", text)));
    faults = parsed.diagnostics;
    clauses result;
    for (const auto& declaration : parsed.tree.declarations)
      if (const auto* each = std::get_if<syntax::contract>(&declaration); each && faults.empty())
        result = each->clauses;
    return result;
  }

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
  const auto colon = std::min(clause.find(':'), clause.size());
  const auto name = clause.substr(0, colon);
  const auto rest = clause.substr(std::min(clause.find_first_not_of(" :", colon), clause.size()));
  for (const auto& sku : in.skus)
    if (colon < clause.size() && name == sku.name)
      return to.with(in_sku(sku.name, completed(rest, sku)), faults);
  for (const auto& quote : in.quotes)
    if (colon < clause.size() && name == quote.name)
      return to.with_in_quote(name, completed(rest, quote), faults);
  if (auto whole = to.with("  " + clause, first))
    return whole;
  if (auto whole = to.with_own(clause))
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
