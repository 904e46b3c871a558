// Amendments: by the day they take effect, each clause replaces the same clause and its later steps, the others
// stay. The later amendment wins; two that change one clause on one day are a fault that shows both.
#include "base/nearest.hpp"
#include "model/resolving.hpp"

#include <algorithm>
#include <chrono>
#include <map>

namespace proviso::model {
namespace {

using base::day;

struct amending {
  const resolving& to;
  const contract_head& head;
  contract& made;
  day effective;

  // Whether another amendment of the same day states the clause that stands at `before`.
  [[nodiscard]] bool rivals(base::span before, base::span now) const {
    const auto* other = made.origin(before);
    return other && other->effective == effective && other != made.origin(now);
  }

  void check_rival(std::string_view clause, base::span before, base::span now) const {
    if (rivals(before, now))
      to.faults.push_back({fmt::format("two amendments change '{}' on {}", clause, base::to_string(effective)),
                           now,
                           "let one of them take effect later, or join them",
                           {{before, "changed here too"}},
                           base::ground::clause});
  }

  // ---- SKUs

  void restate(sku& old, const step& change) const {
    each_term([&](auto clause, std::string_view keyword) {
      const auto& stated = change.terms.*clause;
      if (!stated)
        return;
      for (auto& other : old.steps) {
        if (!other.from || *other.from < *change.from || !(other.terms.*clause))
          continue;
        check_rival(keyword, (other.terms.*clause)->at, stated->at);
        (other.terms.*clause).reset();
      }
    });
    old.steps.push_back(change);
    sort_steps(old);
  }

  template <typename Slot>
  void forget(std::optional<Slot>& slot, std::string_view clause, base::span now) const {
    if (slot)
      check_rival(clause, slot->at, now);
    slot.reset();
  }

  // Clauses that hold for the whole term are replaced as a whole; what was sold stays what it is.
  void forget_restated(sku& old, const syntax::sku& tree) const {
    for (const auto& clause : tree.clauses) {
      if (const auto* uplift = std::get_if<syntax::uplift>(&clause))
        forget(old.uplift, "uplift", uplift->at);
      else if (const auto* reduce = std::get_if<syntax::reduce>(&clause))
        forget(old.reduce, "reduce", reduce->at);
      else if (const auto* swap = std::get_if<syntax::swap>(&clause))
        forget(old.swapping, "swap", swap->at);
      else
        check_unchanged(old, clause);
    }
  }

  void check_unchanged(const sku& old, const syntax::sku_clause& clause) const {
    if (const auto* license = std::get_if<syntax::license_of>(&clause);
        license && old.license && old.license->name != license->license.text)
      cannot_change(license->at, "license");
    else if (const auto* unit = std::get_if<syntax::sold_as>(&clause); unit && unit->sold.words != old.unit)
      cannot_change(unit->at, "sold as");
    else if (const auto* count = std::get_if<syntax::count_unit>(&clause);
             count && static_cast<counting>(count->value) != old.count.value)
      cannot_change(count->at, "count");
    else if (const auto* rounding = std::get_if<syntax::rounding>(&clause);
             rounding && static_cast<base::rounding>(rounding->mode) != old.rounding.value_or(made.rounding))
      cannot_change(rounding->at, "rounding");
  }

  void cannot_change(base::span at, std::string_view clause) const {
    to.fault(at, fmt::format("an amendment cannot change '{}'", clause),
             "end the SKU with 'end sku' and state a new one");
  }

  void operator()(const syntax::sku& tree) const {
    const auto old = std::find_if(made.skus.begin(), made.skus.end(),
                                  [&](const sku& s) { return s.name == tree.name.text; });
    if (old == made.skus.end())
      return add(tree);
    forget_restated(*old, tree);
    restate(*old, {effective, terms_of(to, tree.clauses, *old, head), tree.at});
    for (const auto& later : steps_of(to, tree, *old, head)) {
      check_after(*later.from, later.at);
      restate(*old, later);
    }
    const auto packs = old->packs.size();
    read_details(to, tree, head, *old);
    for (auto i = packs; i < old->packs.size(); ++i)
      check_begun(old->packs[i].on, old->packs[i].at);
  }

  // What an amendment states holds from its day on.
  void check_after(day from, base::span at) const {
    if (from <= effective)
      to.fault(at, fmt::format("this step is not after {}, the day the amendment takes effect",
                               base::to_string(effective)));
  }
  void check_begun(day on, base::span at) const {
    if (on < effective)
      to.fault(at, fmt::format("this day is before {}, the day the amendment takes effect",
                               base::to_string(effective)));
  }

  void add(const syntax::sku& tree) const {
    if (!tree.title)
      return to.unknown(tree.name.at,
                        fmt::format("the contract has no SKU named '{}' to amend", tree.name.text),
                        help(tree.name.text));
    read_clause(to, tree, head, made);
    auto& fresh = tree.quote ? made.quotes.back() : made.skus.back();
    for (auto& step : fresh.steps)
      if (step.from)
        check_after(*step.from, step.at);
      else
        step.from = effective;
    for (const auto& pack : fresh.packs)
      check_begun(pack.on, pack.at);
  }

  [[nodiscard]] std::string help(std::string_view name) const {
    auto help = base::did_you_mean(name, names(made.skus));
    return help.empty() ? "a SKU that is new has a title" : help;
  }

  // ---- restrictions

  [[nodiscard]] restriction* in_force(std::string_view name) const {
    const auto found = std::find_if(made.restrictions.begin(), made.restrictions.end(),
                                    [&](const restriction& r) { return r.name == name && !r.until; });
    return found == made.restrictions.end() ? nullptr : &*found;
  }

  void end(restriction& old, base::span at) const {
    old.until = effective - std::chrono::days(1);
    old.until_at = at;
  }

  // Whether another amendment of the same day ended or restated it.
  void check_ended(std::string_view name, base::span now) const {
    for (const auto& version : made.restrictions)
      if (version.name == name && version.until == effective - std::chrono::days(1))
        check_rival(name, version.until_at, now);
  }

  void operator()(const syntax::restriction& tree) const {
    auto* old = in_force(tree.name.text);
    if (!old) {
      check_ended(tree.name.text, tree.name.at);
      made.restrictions.push_back(resolve_restriction(to, tree, made.skus));
      made.restrictions.back().from = effective;
      return;
    }
    auto version = amended(to, *old, tree, made.skus);
    if (!version.subject.everything && !old->subject.everything &&
        version.subject.at.begin != old->subject.at.begin)
      check_rival("for", old->subject.at, version.subject.at);
    check_limits(*old, version);
    version.from = effective;
    end(*old, tree.name.at);
    made.restrictions.push_back(std::move(version));
  }

  void check_limits(const restriction& old, const restriction& fresh) const {
    for (const auto& before : old.limits)
      for (const auto& now : fresh.limits)
        if (before.what == now.what && before.at != now.at)
          check_rival("limit", before.at, now.at);
  }

  // ---- ends

  void operator()(const syntax::end_of& tree) const {
    if (tree.sku)
      return end_sku(tree);
    check_ended(tree.name.text, tree.name.at);
    if (auto* old = in_force(tree.name.text))
      return end(*old, tree.name.at);
    to.unknown(tree.name.at, fmt::format("there is no restriction named '{}' in force", tree.name.text),
               base::did_you_mean(tree.name.text, names(made.restrictions)));
  }

  // From then on nothing of it is bought; usage that goes on is excess.
  void end_sku(const syntax::end_of& tree) const {
    const auto old = std::find_if(made.skus.begin(), made.skus.end(),
                                  [&](const sku& s) { return s.name == tree.name.text; });
    if (old == made.skus.end())
      return to.unknown(tree.name.at, fmt::format("the contract has no SKU named '{}'", tree.name.text),
                        base::did_you_mean(tree.name.text, names(made.skus)));
    step last{effective, {}, tree.at};
    last.terms.quantity = stated<std::int64_t>{0, tree.at};
    restate(*old, last);
  }

  // ---- the contract's own clauses

  template <typename Slot>
  void replace(std::optional<stated<Slot>>& slot, std::string_view clause, const syntax::contract_clause& tree,
               base::span at) const {
    if (slot)
      check_rival(clause, slot->at, at);
    slot.reset();
    read_clause(to, tree, head, made);
  }

  void operator()(const syntax::price_hold& tree) const {
    replace(made.price_hold, "price hold", tree, tree.at);
  }
  void operator()(const syntax::external_only& tree) const {
    replace(made.employees, "external only", tree, tree.at);
  }
  void operator()(const syntax::waive& tree) const { read_clause(to, tree, head, made); }
  void operator()(const syntax::treat& tree) const {
    for (const auto& other : made.treatments)
      if (other.rule.value == tree.rule.text)
        check_rival("treat", other.at, tree.at);
    read_clause(to, tree, head, made);
  }
  void operator()(const syntax::set& tree) const {
    for (const auto& other : made.settings)
      if (other.rule.value == tree.rule.text && other.parameter.value == tree.parameter.text)
        check_rival("set", other.at, tree.at);
    read_clause(to, tree, head, made);
  }
  void operator()(const syntax::term& /*read with the head*/) const {}
  void operator()(const syntax::party& tree) const { read_clause(to, tree, head, made); }
  void operator()(const syntax::cited& /*for readers*/) const {}
  void operator()(const syntax::note& /*for readers*/) const {}

  template <typename Other>
  void operator()(const Other& tree) const {
    to.wrong(tree.at, "an amendment cannot change this clause", "state it in a new contract");
  }
};

} // namespace

namespace {

// One block says all that an amendment changes of a SKU or restriction: of two, the later would undo the first.
template <typename Block>
void check_named_once(const resolving& to, const syntax::amendment& tree, std::string_view what) {
  std::map<std::string_view, base::span> seen;
  for (const auto& clause : tree.clauses)
    if (const auto* block = std::get_if<Block>(&clause)) {
      const auto [first, is_new] = seen.emplace(block->name.text, block->name.at);
      if (!is_new)
        to.faults.push_back(
            {fmt::format("this amendment has two blocks of the {} '{}'", what, block->name.text),
             block->name.at,
             "join them",
             {{first->second, "the first one"}},
             base::ground::clause});
    }
}

} // namespace

void amend(const resolving& to, const syntax::amendment& tree, const contract_head& head, contract& made) {
  if (!head.term.holds(tree.effective.value))
    return to.fault(tree.effective.at, fmt::format("this amendment takes effect outside the term, {}",
                                                   base::to_string(head.term)));
  made.amendments.push_back({tree.title.value, tree.effective.value, tree.at});
  check_named_once<syntax::sku>(to, tree, "SKU");
  check_named_once<syntax::restriction>(to, tree, "restriction");
  auto own = head;
  own.since = tree.effective.value;
  for (const auto& clause : tree.clauses)
    std::visit(amending{to, own, made, tree.effective.value}, clause);
}

} // namespace proviso::model
