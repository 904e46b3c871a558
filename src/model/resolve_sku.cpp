// One SKU or quote: what is bought, its terms over time, and which clauses its unit allows.
#include "model/resolving.hpp"

#include <algorithm>

namespace proviso::model {
namespace {

// The license and the unit come first, wherever they stand: every other clause depends on them.
struct basics {
  const resolving& to;
  sku& made;
  std::optional<stated<std::string>> license{};
  std::optional<stated<sale>> sold{};

  template <typename Other>
  void operator()(const Other& /*comes later*/) {}

  void operator()(const syntax::license_of& tree) {
    state_once(to, license, std::string(tree.license.text), tree.at, "license");
    made.license = license_of(to, tree.license);
    made.license_at = tree.license.at;
  }
  void operator()(const syntax::sold_as& tree) {
    made.unit = tree.sold.words;
    const auto how = made.unit == "login" ? sale::logins : made.unit == "member" ? sale::members : sale::other;
    state_once(to, sold, how, tree.sold.at, "sold as");
  }
};

// Clauses of a step, or of the SKU itself.
struct terms_reader {
  const resolving& to;
  const sku& of;
  const contract_head& head;
  sku_terms& made;

  template <typename Other>
  void operator()(const Other& /*not a term*/) const {}

  void operator()(const syntax::quantity& tree) const {
    const bool logins = of.sold.value == sale::logins;
    if (logins && !tree.per_month)
      to.wrong(tree.whole, "logins are bought by the month", "add 'per month'");
    if (!logins && tree.per_month)
      to.wrong(tree.whole, fmt::format("{}s are not bought by the month", of.unit), "leave out 'per month'");
    state_once(to, made.quantity, whole(to, tree.value, "the quantity"), tree.whole, "quantity");
  }
  void operator()(const syntax::block& tree) const {
    state_once(to, made.block, whole(to, tree.size, "the block", 1), tree.at, "block");
  }
  void operator()(const syntax::minimum& tree) const {
    state_once(to, made.minimum, whole(to, tree.value, "the minimum"), tree.at, "minimum");
  }
  void operator()(const syntax::price& tree) const {
    state_once(to, made.price, resolve_price(to, tree, of, head), tree.at, "price");
  }
  void operator()(const syntax::discount& tree) const {
    const auto share = share_of(tree.value);
    if (share > rational(1))
      to.wrong(tree.value.at, "a discount is at most 100%");
    state_once(to, made.discount, share, tree.at, "discount");
  }
  void operator()(const syntax::accounts& tree) const {
    if (of.sold.value == sale::members)
      to.wrong(tree.at, "members are not limited by accounts",
               "a member license is one person's; leave it out");
    else if (tree.per.words != of.unit)
      to.wrong(tree.per.at,
               fmt::format("this SKU is sold as {}s, these accounts are per {}", of.unit, tree.per.words),
               fmt::format("write 'per {}'", of.unit));
    state_once(to, made.accounts, whole(to, tree.value, "the number of accounts"), tree.at, "accounts");
  }
  void operator()(const syntax::grace& tree) const {
    logins_only(tree.at, "grace");
    grace result;
    if (const auto* percent = std::get_if<syntax::percent>(&tree.value))
      result.tolerated = share_of(*percent);
    else
      result.tolerated = whole(to, std::get<syntax::decimal>(tree.value), "the grace");
    state_once(to, made.grace, result, tree.at, "grace");
  }
  void operator()(const syntax::overage& tree) const {
    logins_only(tree.at, "overage");
    state_once(to, made.overage, resolve_overage(to, tree, of, head), tree.at, "overage");
  }
  void operator()(const syntax::rollover& tree) const {
    logins_only(tree.at, "rollover");
    if (tree.validity.in_days || tree.validity.count < 1 || tree.validity.count > most_months)
      to.wrong(tree.validity.at, "unused logins stay usable for whole months, at least one");
    const auto logins = whole(to, tree.logins, "the rollover");
    state_once(to, made.rollover, rollover{logins, static_cast<int>(tree.validity.count)}, tree.at, "rollover");
  }

  void logins_only(base::span at, std::string_view clause) const {
    if (of.sold.value != sale::logins)
      to.wrong(at, fmt::format("'{}' is for logins, this SKU is sold as {}s", clause, of.unit));
  }
};

// What holds for the whole term.
struct details {
  const resolving& to;
  const contract_head& head;
  sku& made;
  std::optional<stated<counting>> count{};
  std::optional<stated<base::rounding>> rounding{};

  template <typename Other>
  void operator()(const Other& /*read elsewhere*/) {}

  void operator()(const syntax::count_unit& tree) {
    state_once(to, count, static_cast<counting>(tree.value), tree.at, "count");
  }
  void operator()(const syntax::count_types& tree) {
    auto& list = tree.only ? made.count_only : made.count_except;
    for (const auto& type : tree.types)
      list.push_back({type.value, type.at});
  }
  void operator()(const syntax::rounding& tree) {
    state_once(to, rounding, static_cast<base::rounding>(tree.mode), tree.at, "rounding");
  }
  void operator()(const syntax::pack& tree) {
    if (made.sold.value != sale::logins)
      to.wrong(tree.at, fmt::format("'pack' is for logins, this SKU is sold as {}s", made.unit));
    if (!head.term.holds(tree.on.value))
      to.fault(tree.on.at, fmt::format("this day is outside the term, {}", base::to_string(head.term)));
    made.packs.push_back(
        {whole(to, tree.logins, "a pack", 1), tree.on.value, money_of(to, tree.price, head), tree.at});
  }
  void operator()(const syntax::uplift& tree) {
    state_once(to, made.uplift, share_of(tree.at_most), tree.at, "uplift");
  }
  void operator()(const syntax::reduce& tree) {
    if (share_of(tree.at_most) > rational(1))
      to.wrong(tree.at_most.at, "a reduction is at most 100%");
    state_once(to, made.reduce, share_of(tree.at_most), tree.at, "reduce");
  }
  void operator()(const syntax::swap& tree) {
    if (made.swapping)
      to.faults.push_back({"'swap' is stated twice",
                           tree.at,
                           "keep one of them",
                           {{made.swapping->at, "stated here first"}},
                           base::ground::clause});
    const auto at_most =
        tree.at_most ? std::optional(whole(to, *tree.at_most, "the swap limit")) : std::nullopt;
    made.swapping = swap{whole(to, tree.logins, "the number of logins", 1),
                         whole(to, tree.members, "the number of members", 1),
                         std::string(tree.sku.text),
                         at_most,
                         tree.at,
                         tree.sku.at};
  }
  void operator()(const syntax::co_termed& tree) {
    made.co_termed = {std::string(tree.with.text), tree.with.at};
  }
  void operator()(const syntax::cited& tree) { made.document = tree.document.value; }
};

void check_step_day(const resolving& to, const syntax::step& tree, const std::vector<step>& others,
                    const contract_head& head) {
  if (!head.term.holds(tree.from.value))
    to.fault(tree.from.at, fmt::format("this day is outside the term, {}", base::to_string(head.term)));
  for (const auto& other : others)
    if (other.from == tree.from.value)
      to.faults.push_back({fmt::format("two steps begin on {}", base::to_string(tree.from.value)),
                           tree.from.at,
                           "join them",
                           {{other.at, "the first one"}},
                           base::ground::clause});
}

} // namespace

sku_terms terms_of(const resolving& to, const std::vector<syntax::sku_clause>& clauses, const sku& of,
                   const contract_head& head) {
  sku_terms made;
  for (const auto& clause : clauses)
    std::visit(terms_reader{to, of, head, made}, clause);
  return made;
}

std::vector<step> steps_of(const resolving& to, const syntax::sku& tree, const sku& of,
                           const contract_head& head) {
  std::vector<step> made;
  for (const auto& clause : tree.clauses)
    if (const auto* change = std::get_if<syntax::step>(&clause)) {
      check_step_day(to, *change, made, head);
      made.push_back({change->from.value, terms_of(to, change->clauses, of, head), change->at});
    }
  return made;
}

void read_details(const resolving& to, const syntax::sku& tree, const contract_head& head, sku& made) {
  details rest{to, head, made};
  for (const auto& clause : tree.clauses)
    std::visit(rest, clause);
  if (rest.count) {
    made.count_assumed = false;
    made.count = *rest.count;
    if (made.sold.value != sale::logins)
      to.wrong(made.count.at, fmt::format("'count' is for logins, this SKU is sold as {}s", made.unit));
  }
  if (rest.rounding) {
    made.rounding = rest.rounding->value;
    made.rounding_at = rest.rounding->at;
  }
}

void sort_steps(sku& made) {
  std::stable_sort(made.steps.begin(), made.steps.end(),
                   [](const step& a, const step& b) { return a.from < b.from; });
}

void check_complete(const resolving& to, const sku& made) {
  const auto states = [&](auto member) {
    return std::any_of(made.steps.begin(), made.steps.end(),
                       [&](const step& s) { return (s.terms.*member).has_value(); });
  };
  const std::string_view what = made.quote ? "quote" : "SKU";
  if (!states(&sku_terms::price))
    to.fault(made.at, fmt::format("the {} '{}' has no price", what, made.name), "add a 'price' clause");
  if (!made.quote && !states(&sku_terms::quantity))
    to.fault(made.at, fmt::format("the SKU '{}' has no quantity", made.name),
             "add a 'quantity' clause, or make it a 'quote' if it is only priced");
  for (const auto& change : made.steps) {
    const auto terms = change.from ? made.on(*change.from) : change.terms;
    if (terms.quantity && !terms.price && states(&sku_terms::price))
      to.fault(terms.quantity->at, "this quantity has no price yet", "state a price from the same day on");
    const bool by_month =
        terms.overage && (terms.overage->value.window == measure::monthly || terms.overage->value.blocked);
    if (terms.rollover && !by_month)
      to.fault(terms.rollover->at, "rollover needs an overage clause that is measured monthly, or blocked",
               "unused logins of a month carry over only where each month is judged");
  }
}

sku resolve_sku(const resolving& to, const syntax::sku& tree, const contract_head& head) {
  sku made;
  made.quote = tree.quote;
  made.name = tree.name.text;
  made.title = tree.title ? tree.title->value : made.name;
  made.at = tree.name.at;
  basics first{to, made};
  for (const auto& clause : tree.clauses)
    std::visit(first, clause);
  const std::string_view what = made.quote ? "quote" : "SKU";
  if (!first.license)
    to.fault(tree.name.at, fmt::format("the {} '{}' names no license", what, made.name),
             "add a 'license' clause");
  if (!first.sold) {
    to.fault(tree.name.at, fmt::format("the {} '{}' does not say how it is sold", what, made.name),
             "add 'sold as logins' or 'sold as members'");
    return made; // every other clause depends on the unit
  }
  made.sold = *first.sold;
  made.count = {counting::per_user_day, tree.name.at};
  made.steps.push_back({std::nullopt, terms_of(to, tree.clauses, made, head), tree.name.at});
  for (auto& later : steps_of(to, tree, made, head))
    made.steps.push_back(std::move(later));
  sort_steps(made);
  read_details(to, tree, head, made);
  return made;
}

static_assert(static_cast<int>(counting::every_login) ==
              static_cast<int>(syntax::count_unit::kind::every_login));
static_assert(static_cast<int>(counting::per_user_month) ==
              static_cast<int>(syntax::count_unit::kind::per_user_month));
static_assert(static_cast<int>(base::rounding::down) == static_cast<int>(syntax::rounding_mode::down));

} // namespace proviso::model
