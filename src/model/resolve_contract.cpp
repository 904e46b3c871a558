// A contract: its head first, since amounts and days are judged by it; then SKUs, then what names them.
#include "base/currency.hpp"
#include "base/nearest.hpp"
#include "model/resolve.hpp"
#include "model/resolving.hpp"

#include <algorithm>

namespace proviso::model {
namespace {

// ---- the head: term, months, currency

struct head_reader {
  const resolving& to;
  std::optional<stated<base::period>> term{};
  std::optional<stated<std::string>> currency{};
  std::optional<stated<unsigned>> start_day{};

  template <typename Other>
  void operator()(const Other& /*comes later*/) {}

  void operator()(const syntax::term& tree) {
    if (tree.last.value < tree.first.value)
      to.wrong(tree.last.at, "the term ends before it begins");
    state_once(to, term, base::period{tree.first.value, tree.last.value}, tree.at, "term");
  }
  // An amendment may move the end; the months are counted from the first day.
  void amend(const syntax::term& tree) {
    if (term && tree.first.value != term->value.first)
      to.fault(tree.first.at, "an amendment cannot move the first day of the term",
               fmt::format("write 'term {} to …'", base::to_string(term->value.first)));
    term.reset();
    (*this)(tree);
  }
  void operator()(const syntax::currency& tree) {
    if (!base::minor_unit(tree.code.text))
      to.wrong(tree.code.at, fmt::format("there is no currency '{}' in ISO 4217", tree.code.text),
               base::did_you_mean(tree.code.text, base::currency_codes()));
    state_once(to, currency, std::string(tree.code.text), tree.at, "currency");
  }
  void operator()(const syntax::months_start& tree) {
    const auto day = exact(tree.day).whole();
    if (!day || *day < 1 || *day > 31)
      to.wrong(tree.day.at, "months start on a day from 1 to 31");
    state_once(to, start_day, static_cast<unsigned>(day.value_or(1)), tree.at, "months start");
  }
};

void check_length(const resolving& to, base::period term, base::span at) {
  constexpr int most_days = most_months / 12 * 365;
  if (term.days() > most_days)
    to.wrong(at, fmt::format("this term is longer than {} years", most_months / 12));
}

using amendments = std::vector<const syntax::amendment*>;

constexpr base::period all_days{base::day::min(), base::day::max()};

// Fills the calendar and the currency. Where either is missing or wrong, what follows is read without.
contract_head read_head(const resolving& to, const syntax::contract& tree, const amendments& later,
                        contract& made) {
  const auto before = to.faults.size();
  head_reader head{to};
  for (const auto& clause : tree.clauses)
    std::visit(head, clause);
  for (const auto* amendment : later)
    for (const auto& clause : amendment->clauses)
      if (const auto* term = std::get_if<syntax::term>(&clause))
        head.amend(*term);
  if (!head.term)
    to.fault(tree.name.at, fmt::format("the contract '{}' has no term", made.name),
             "add 'term YYYY-MM-DD to YYYY-MM-DD'");
  else
    check_length(to, head.term->value, head.term->at);
  if (!head.currency)
    to.fault(tree.name.at, fmt::format("the contract '{}' has no currency", made.name),
             "add 'currency USD' or another of ISO 4217");
  if (to.faults.size() > before)
    return {all_days, head.currency ? head.currency->value : ""};
  made.term_at = head.term->at;
  made.months_at = head.start_day ? head.start_day->at : base::span{};
  made.months =
      calendar(head.term->value, head.start_day ? std::optional(head.start_day->value) : std::nullopt);
  made.currency = head.currency->value;
  made.decimals = base::minor_unit(made.currency).value_or(2);
  return {made.months.term(), made.currency};
}

// ---- the rest

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
    made.waivers.push_back({{std::string(tree.rule.text), tree.rule.at},
                            tree.subject ? std::optional(tree.subject->value) : std::nullopt,
                            tree.until.value,
                            tree.owner.value,
                            tree.because.value,
                            tree.at});
  }
  void operator()(const syntax::treat& tree) {
    made.treatments.push_back(
        {{std::string(tree.rule.text), tree.rule.at}, std::string(tree.severity.text), tree.at});
  }
  void operator()(const syntax::set& tree) {
    made.settings.push_back({{std::string(tree.rule.text), tree.rule.at},
                             {std::string(tree.parameter.text), tree.parameter.at},
                             {value_of(tree.value), span_of(tree.value)},
                             tree.at});
  }
};

// Those of the contract, by the day they take effect.
amendments amendments_of(const syntax::contract& tree, std::span<const syntax::amendment* const> all) {
  amendments own;
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

void check_targets(const resolving& to, const amendments& all, const std::vector<contract>& made) {
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
