#include "cli/commands/what_if.hpp"

#include "savings/clause.hpp"
#include "syntax/parse.hpp"

#include <algorithm>
#include <deque>
#include <fmt/format.h>
#include <variant>

namespace proviso::cli {
namespace {

using contract_clauses = std::vector<syntax::contract_clause>;
using sku_clauses = std::vector<syntax::sku_clause>;

constexpr std::string_view other_window = "overage measured "; // keeps the price of each overage

// ---- a contract with its amendments as written, to be written otherwise

struct draft {
  syntax::contract contract;
  std::vector<syntax::amendment> amendments;
};

// Calls `visit(tree)` for each block of the SKU or quote.
template <typename Visit>
void each_block(contract_clauses& in, std::string_view name, Visit visit) {
  for (auto& each : in)
    if (auto* tree = std::get_if<syntax::sku>(&each); tree != nullptr && tree->name.text == name)
      visit(*tree);
}

template <typename Visit>
void each_block(draft& in, std::string_view name, Visit visit) {
  each_block(in.contract.clauses, name, visit);
  for (auto& each : in.amendments)
    each_block(each.clauses, name, visit);
}

// The block that introduces it; null where none does.
syntax::sku* introduced(draft& in, std::string_view name) {
  syntax::sku* first = nullptr;
  each_block(in, name, [&](syntax::sku& tree) {
    if (first == nullptr && tree.title)
      first = &tree;
  });
  return first;
}

// Whether the one takes the place of the other. Packs and notes stand beside each other, steps are taken apart.
bool is_same_clause(const syntax::sku_clause& a, const syntax::sku_clause& b) {
  if (a.index() != b.index() || std::holds_alternative<syntax::pack>(a) ||
      std::holds_alternative<syntax::note>(a) || std::holds_alternative<syntax::step>(a))
    return false;
  const auto* one = std::get_if<syntax::count_types>(&a);
  const auto* other = std::get_if<syntax::count_types>(&b);
  return one == nullptr || one->only == other->only;
}

void take_out(sku_clauses& from, const syntax::sku_clause& fresh) {
  std::erase_if(from, [&](const syntax::sku_clause& old) { return is_same_clause(old, fresh); });
}

void take_out_of_steps(sku_clauses& from, const syntax::sku_clause& fresh, std::optional<base::day> since) {
  for (auto& clause : from)
    if (auto* step = std::get_if<syntax::step>(&clause); step && (!since || step->from.value >= *since))
      take_out(step->clauses, fresh);
}

// It holds as long as the SKU is there, whatever its steps and the amendments said.
void restate(draft& in, std::string_view name, const syntax::sku_clause& fresh) {
  each_block(in, name, [&](syntax::sku& tree) {
    take_out(tree.clauses, fresh);
    take_out_of_steps(tree.clauses, fresh, std::nullopt);
  });
  if (auto* tree = introduced(in, name))
    tree->clauses.push_back(fresh);
}

void take_out_since(draft& in, std::string_view name, const syntax::step& fresh) {
  const auto since = fresh.from.value;
  for (const auto& clause : fresh.clauses) {
    each_block(in, name, [&](syntax::sku& tree) { take_out_of_steps(tree.clauses, clause, since); });
    for (auto& each : in.amendments)
      if (each.effective.value >= since)
        each_block(each.clauses, name, [&](syntax::sku& tree) { take_out(tree.clauses, clause); });
  }
}

void add_step(sku_clauses& to, const syntax::step& fresh) {
  for (auto& clause : to)
    if (auto* step = std::get_if<syntax::step>(&clause); step && step->from.value == fresh.from.value) {
      step->clauses.insert(step->clauses.end(), fresh.clauses.begin(), fresh.clauses.end());
      return;
    }
  to.emplace_back(fresh);
}

// From a day on. Of a SKU it is an amendment of that day, as those before it would undo a step; a quote has
// none.
void restate_from(draft& in, const syntax::sku& asked, const syntax::step& fresh) {
  take_out_since(in, asked.name.text, fresh);
  auto* tree = introduced(in, asked.name.text);
  if (tree != nullptr && tree->quote)
    return add_step(tree->clauses, fresh);
  syntax::sku changed{false, asked.name, {}, fresh.clauses, fresh.at};
  in.amendments.push_back({{"what if", fresh.at}, in.contract.name, fresh.from, {changed}, fresh.at});
}

// One that is not there yet is bought from the start.
void restate(draft& in, const syntax::sku& asked) {
  if (introduced(in, asked.name.text) == nullptr)
    return static_cast<void>(in.contract.clauses.emplace_back(asked));
  for (const auto& clause : asked.clauses)
    if (const auto* step = std::get_if<syntax::step>(&clause); step == nullptr)
      restate(in, asked.name.text, clause);
  for (const auto& clause : asked.clauses)
    if (const auto* step = std::get_if<syntax::step>(&clause))
      restate_from(in, asked, *step);
}

void measure(sku_clauses& in, const syntax::overage& as) {
  for (auto& clause : in)
    if (auto* step = std::get_if<syntax::step>(&clause))
      measure(step->clauses, as);
    else if (auto* overage = std::get_if<syntax::overage>(&clause); overage && !overage->blocked)
      overage->measured = as.measured;
}

// Each overage keeps its own price.
void measure(draft& in, const syntax::sku& asked) {
  for (const auto& clause : asked.clauses)
    if (const auto* overage = std::get_if<syntax::overage>(&clause))
      each_block(in, asked.name.text, [&](syntax::sku& tree) { measure(tree.clauses, *overage); });
}

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

// What no other clause takes the place of is left to an amendment from the first day.
void restate(draft& in, syntax::amendment asked) {
  auto& own = in.contract.clauses;
  for (const auto& fresh : asked.clauses)
    if (is_of_whole_contract(fresh))
      std::erase_if(own, [&](const syntax::contract_clause& old) { return is_same_kind(old, fresh); });
  contract_clauses rest;
  for (auto& fresh : asked.clauses)
    if (const auto* sku = std::get_if<syntax::sku>(&fresh);
        sku && (sku->title || introduced(in, sku->name.text) != nullptr))
      restate(in, *sku);
    else
      (is_of_whole_contract(fresh) ? own : rest).push_back(std::move(fresh));
  asked.clauses = std::move(rest);
  in.amendments.push_back(std::move(asked));
}

// ---- what is asked

class asking {
public:
  asking(const model::contract& in, const loading::resolved_file& of, base::sources& texts)
      : in_(in), of_(of), texts_(texts) {}

  // Null, with diagnostics, where the text is nothing that an amendment may hold.
  const syntax::amendment* read(const std::string& body, base::diagnostics& faults) {
    const auto text = fmt::format("amendment \"what if\" to {} effective {} {{\n{}\n}}\n", in_.name,
                                  base::to_string(in_.months.term().first), body);
    const auto& parsed = read_.emplace_back(syntax::parse(texts_, texts_.add("--what-if", text)));
    faults.insert(faults.end(), parsed.diagnostics.begin(), parsed.diagnostics.end());
    if (!parsed.diagnostics.empty())
      return nullptr;
    for (const auto& declaration : parsed.tree.declarations)
      if (const auto* each = std::get_if<syntax::amendment>(&declaration); each && states_something(*each))
        return each;
    faults.push_back({"--what-if states no clause", {}, "state one: --what-if \"grace 10%\"", {}});
    return nullptr;
  }

  // The contract so; empty, with diagnostics, where it cannot be.
  std::optional<model::contract> with(const syntax::amendment& asked, base::diagnostics& faults) {
    auto changed = written();
    restate(changed, asked);
    return resolved(changed, faults);
  }

  // The same with a clause of these SKUs or quotes, of each.
  std::optional<model::contract> of_skus(const std::vector<const model::sku*>& all, const std::string& clause,
                                         base::diagnostics& faults) {
    auto changed = written();
    for (const auto* sku : all)
      for (const auto& name : sku->parts.empty() ? std::vector{sku->name} : sku->parts)
        if (!restate_in(changed, name, *sku, clause, faults))
          return std::nullopt;
    return resolved(changed, faults);
  }

private:
  static bool states_something(const syntax::amendment& of) {
    return !of.clauses.empty() && std::ranges::all_of(of.clauses, [](const auto& clause) {
      const auto* sku = std::get_if<syntax::sku>(&clause);
      return sku == nullptr || !sku->clauses.empty();
    });
  }

  bool restate_in(draft& changed, const std::string& name, const model::sku& of, const std::string& clause,
                  base::diagnostics& faults) {
    const auto* asked =
        read(fmt::format("  {} {} {{\n    {}\n  }}", of.quote ? "quote" : "sku", name, completed(clause, of)),
             faults);
    if (asked == nullptr)
      return false;
    for (const auto& each : asked->clauses)
      if (const auto* sku = std::get_if<syntax::sku>(&each))
        clause.starts_with(other_window) ? measure(changed, *sku) : restate(changed, *sku);
    return true;
  }

  // With a price, so that it is a clause.
  static std::string completed(const std::string& clause, const model::sku& of) {
    if (!clause.starts_with(other_window))
      return clause;
    for (const auto& step : of.steps)
      if (const auto& overage = step.terms.overage; overage && !overage->value.blocked)
        return fmt::format("overage {}, measured {}", savings::price_of(overage->value),
                           clause.substr(other_window.size()));
    return clause;
  }

  [[nodiscard]] draft written() const {
    draft result;
    for (const auto* file : of_.files.files)
      for (const auto& declaration : file->declarations)
        if (const auto* contract = std::get_if<syntax::contract>(&declaration);
            contract && contract->name.text == in_.name)
          result.contract = *contract;
        else if (const auto* each = std::get_if<syntax::amendment>(&declaration);
                 each && each->contract.text == in_.name)
          result.amendments.push_back(*each);
    return result;
  }

  [[nodiscard]] std::optional<model::contract> resolved(const draft& of, base::diagnostics& faults) const {
    std::vector<const syntax::amendment*> amendments;
    for (const auto& each : of.amendments)
      amendments.push_back(&each);
    base::diagnostics wrong;
    auto made = model::resolve_contract(of.contract, amendments, *of_.catalogue, wrong);
    faults.insert(faults.end(), wrong.begin(), wrong.end());
    return wrong.empty() ? std::optional(std::move(made)) : std::nullopt;
  }

  const model::contract& in_;
  const loading::resolved_file& of_;
  base::sources& texts_;
  std::deque<syntax::parsed> read_;
};

} // namespace

std::optional<model::contract> with_clause(const std::string& clause, const model::contract& in,
                                           const loading::resolved_file& of, base::sources& texts,
                                           base::diagnostics& faults) {
  asking to(in, of, texts);
  const auto colon = std::min(clause.find(':'), clause.size());
  const auto name = clause.substr(0, colon);
  const auto rest = clause.substr(std::min(clause.find_first_not_of(" :", colon), clause.size()));
  for (const auto* list : {&in.skus, &in.quotes})
    for (const auto& sku : *list)
      if (colon < clause.size() && sku.is_called(name))
        return to.of_skus({&sku}, rest, faults);
  base::diagnostics wrong;
  const auto* whole = to.read("  " + clause, wrong);
  if (whole != nullptr)
    if (auto made = to.with(*whole, wrong))
      return made;
  std::vector<const model::sku*> able;
  base::diagnostics first;
  for (const auto& sku : in.skus) {
    base::diagnostics unable;
    if (to.of_skus({&sku}, clause, unable))
      able.push_back(&sku);
    else if (first.empty())
      first = unable;
  }
  if (!able.empty())
    return to.of_skus(able, clause, faults);
  const auto& told = whole != nullptr ? wrong : first;
  faults.insert(faults.end(), told.begin(), told.end());
  return std::nullopt;
}

} // namespace proviso::cli
