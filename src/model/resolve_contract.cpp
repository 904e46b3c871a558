// A contract: its head first, since amounts and days are judged by it; then SKUs, then what names them.
#include "base/nearest.hpp"
#include "model/resolve.hpp"
#include "model/resolving.hpp"

#include <algorithm>

namespace proviso::model {
namespace {

// ---- clauses

setting_value value_of(const syntax::literal& tree) {
  struct reader {
    setting_value operator()(const syntax::decimal& d) const { return exact(d); }
    setting_value operator()(const syntax::percent& p) const { return share{share_of(p)}; }
    setting_value operator()(const syntax::amount& a) const {
      return cash{exact(a.value), std::string(a.currency.text)};
    }
    setting_value operator()(const syntax::date& d) const { return d.value; }
    setting_value operator()(const syntax::duration& d) const { return duration{d.count, d.in_days}; }
    setting_value operator()(const syntax::text& t) const { return t.value; }
    setting_value operator()(const syntax::word& w) const { return std::string(w.text); }
  };
  return std::visit(reader{}, tree);
}

base::span span_of(const syntax::literal& tree) {
  return std::visit([](const auto& any) { return any.at; }, tree);
}

template <typename Made>
void check_new(const resolving& to, const std::vector<Made>& others, const syntax::word& name,
               std::string_view what) {
  for (const auto& other : others)
    if (other.name == name.text)
      to.faults.push_back({fmt::format("there are two {} named '{}'", what, name.text),
                           name.at,
                           "rename one of them",
                           {{other.at, "the first one"}},
                           base::ground::clause});
}

struct body_reader {
  const resolving& to;
  contract& made;
  contract_head head;

  template <typename Other>
  void operator()(const Other& /*read elsewhere, or for readers*/) {}

  void operator()(const syntax::party& tree) { (tree.vendor ? made.vendor : made.customer) = tree.name.value; }
  void operator()(const syntax::short_months& tree) {
    made.short_months_by_day = true;
    made.short_months_at = tree.at;
  }
  void operator()(const syntax::time_zone& tree) {
    state_once(to, made.zone, tree.name.value, tree.name.at, "time zone");
  }
  void operator()(const syntax::rounding& tree) {
    check_once(made.rounding_at, tree.at, "rounding");
    made.rounding = static_cast<base::rounding>(tree.mode);
    made.rounding_at = tree.at;
  }
  void operator()(const syntax::commit& tree) {
    made.commitments.push_back({money_of(to, tree.least, head), tree.per_year, tree.at});
  }
  void operator()(const syntax::price_hold& tree) {
    state_once(to, made.price_hold, tree.until.value, tree.at, "price hold");
  }
  void operator()(const syntax::external_only& tree) {
    std::vector<std::string> domains;
    for (const auto& domain : tree.employees)
      domains.push_back(domain.value);
    state_once(to, made.employees, std::move(domains), tree.at, "external only");
  }
  void operator()(const syntax::cited& tree) { made.document = tree.document.value; }

  void operator()(const syntax::sku& tree) {
    check_new(to, made.skus, tree.name, "SKUs");
    check_new(to, made.quotes, tree.name, "SKUs or quotes");
    if (to.known.find_license(tree.name.text) || to.known.groups.contains(tree.name.text))
      to.wrong(tree.name.at, fmt::format("'{}' is a license or a group of the catalogue", tree.name.text),
               "give the SKU a name of its own");
    auto sku = resolve_sku(to, tree, head);
    (tree.quote ? made.quotes : made.skus).push_back(std::move(sku));
  }

  void operator()(const syntax::waive& tree) {
    check_said(tree.owner, "who owns it");
    check_said(tree.because, "why");
    made.waivers.push_back({{std::string(tree.rule.text), tree.rule.at},
                            tree.subject ? std::optional(tree.subject->value) : std::nullopt,
                            head.since,
                            tree.until.value,
                            tree.owner.value,
                            tree.because.value,
                            tree.at});
  }
  void operator()(const syntax::treat& tree) {
    treatment fresh{
        {std::string(tree.rule.text), tree.rule.at}, std::string(tree.severity.text), head.since, tree.at};
    for (const auto& other : made.treatments)
      if (other.rule.value == fresh.rule.value && other.from == fresh.from)
        check_once(other.at, tree.at, "treat " + fresh.rule.value);
    made.treatments.push_back(std::move(fresh));
  }
  void operator()(const syntax::set& tree) {
    setting fresh{{std::string(tree.rule.text), tree.rule.at},
                  {std::string(tree.parameter.text), tree.parameter.at},
                  {value_of(tree.value), span_of(tree.value)},
                  head.since,
                  tree.at};
    for (const auto& other : made.settings)
      if (other.rule.value == fresh.rule.value && other.parameter.value == fresh.parameter.value &&
          other.from == fresh.from)
        check_once(other.at, tree.at, fmt::format("set {}.{}", fresh.rule.value, fresh.parameter.value));
    made.settings.push_back(std::move(fresh));
  }

private:
  void check_once(base::span before, base::span now, std::string_view clause) const {
    if (before.somewhere())
      stated_twice(to, before, now, clause);
  }

  void check_said(const syntax::text& words, std::string_view what) const {
    if (words.value.find_first_not_of(" \t\n") == std::string::npos)
      to.wrong(words.at, fmt::format("a waiver says {}", what));
  }
};

// Those of the contract, by the day they take effect.
amendments_of_one amendments_of(const syntax::contract& tree, std::span<const syntax::amendment* const> all) {
  amendments_of_one own;
  std::copy_if(all.begin(), all.end(), std::back_inserter(own),
               [&](const syntax::amendment* a) { return a->contract.text == tree.name.text; });
  std::stable_sort(own.begin(), own.end(),
                   [](const auto* a, const auto* b) { return a->effective.value < b->effective.value; });
  return own;
}

void read_restrictions(const resolving& to, const syntax::contract& tree, contract& made) {
  for (const auto& clause : tree.clauses)
    if (const auto* restriction = std::get_if<syntax::restriction>(&clause)) {
      check_new(to, made.restrictions, restriction->name, "restrictions");
      made.restrictions.push_back(resolve_restriction(to, *restriction, made.skus));
    }
}

// ---- SKUs that name SKUs

const sku* find_any(const contract& made, std::string_view name) {
  if (const auto* bought = made.find_sku(name))
    return bought;
  const auto quote =
      std::find_if(made.quotes.begin(), made.quotes.end(), [&](const sku& s) { return s.name == name; });
  return quote == made.quotes.end() ? nullptr : &*quote;
}

void check_named(const resolving& to, const contract& made, std::string_view name, base::span at) {
  if (find_any(made, name))
    return;
  auto candidates = names(made.skus);
  for (const auto& quote : made.quotes)
    candidates.emplace_back(quote.name);
  to.unknown(at, fmt::format("the contract has no SKU named '{}'", name), base::did_you_mean(name, candidates));
}

void check_references(const resolving& to, const contract& made, const sku& of) {
  if (!of.co_termed.value.empty())
    check_named(to, made, of.co_termed.value, of.co_termed.at);
  if (!of.swapping)
    return;
  check_named(to, made, of.swapping->sku, of.swapping->sku_at);
  const auto* target = find_any(made, of.swapping->sku);
  if (of.sold.value != sale::logins)
    to.fault(of.swapping->sku_at, "only logins can be swapped for members");
  else if (target && target->sold.value != sale::members)
    to.fault(of.swapping->sku_at, fmt::format("'{}' is not sold as members", target->name));
}

void check_skus(const resolving& to, const contract& made) {
  for (const auto* list : {&made.skus, &made.quotes})
    for (const auto& one : *list) {
      if (!one.steps.empty())
        check_complete(to, one);
      check_references(to, made, one);
    }
}

void check_targets(const resolving& to, const amendments_of_one& all, const std::vector<contract>& made) {
  const auto known = names(made);
  for (const auto* amendment : all)
    if (std::find(known.begin(), known.end(), amendment->contract.text) == known.end())
      to.unknown(amendment->contract.at,
                 fmt::format("there is no contract named '{}' to amend", amendment->contract.text),
                 base::did_you_mean(amendment->contract.text, known));
}

} // namespace

void read_clause(const resolving& to, const syntax::contract_clause& clause, const contract_head& head,
                 contract& made) {
  std::visit(body_reader{to, made, head}, clause);
}

contract resolve_contract(const syntax::contract& tree, std::span<const syntax::amendment* const> all,
                          const catalogue& known, base::diagnostics& faults) {
  const resolving to{known, faults};
  contract made;
  made.known = &known;
  made.name = tree.name.text;
  made.title = tree.title.value;
  made.at = tree.name.at;
  const auto later = amendments_of(tree, all);
  const auto head = read_head(to, tree, later, made);
  for (const auto& clause : tree.clauses)
    read_clause(to, clause, head, made);
  read_restrictions(to, tree, made);
  for (const auto* amendment : later)
    amend(to, *amendment, head, made);
  check_skus(to, made);
  return made;
}

std::vector<contract> resolve_contracts(std::span<const syntax::file* const> files, const catalogue& known,
                                        base::diagnostics& faults) {
  const resolving to{known, faults};
  std::vector<const syntax::contract*> trees;
  std::vector<const syntax::amendment*> all;
  for (const auto* file : files)
    for (const auto& declaration : file->declarations) {
      if (const auto* tree = std::get_if<syntax::contract>(&declaration))
        trees.push_back(tree);
      else if (const auto* amendment = std::get_if<syntax::amendment>(&declaration))
        all.push_back(amendment);
    }
  std::vector<contract> made;
  for (const auto* tree : trees) {
    check_new(to, made, tree->name, "contracts");
    made.push_back(resolve_contract(*tree, all, known, faults));
  }
  check_targets(to, all, made);
  return made;
}

} // namespace proviso::model
