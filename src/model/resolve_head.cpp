// The head of a contract: term, months and currency, by which all its amounts and days are judged.
#include "base/currency.hpp"
#include "base/nearest.hpp"
#include "model/resolving.hpp"

namespace proviso::model {
namespace {

struct head_reader {
  const resolving& to;
  std::optional<stated<base::period>> term{};
  std::optional<stated<std::string>> currency{};
  std::optional<stated<unsigned>> start_day{};
  std::optional<base::day> amended{}; // the term, the last time

  template <typename Other>
  void operator()(const Other& /*comes later*/) {}

  void operator()(const syntax::term& tree) {
    if (tree.last.value < tree.first.value)
      to.wrong(tree.last.at, "the term ends before it begins");
    state_once(to, term, base::period{tree.first.value, tree.last.value}, tree.at, "term");
  }
  // An amendment may move the end; the months are counted from the first day.
  void amend(const syntax::term& tree, base::day effective) {
    if (amended == effective)
      to.faults.push_back({fmt::format("two amendments change 'term' on {}", base::to_string(effective)),
                           tree.at,
                           "let one of them take effect later, or join them",
                           {{term->at, "changed here too"}},
                           base::ground::clause});
    amended = effective;
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

constexpr base::period all_days{base::day::min(), base::day::max()};

} // namespace

contract_head read_head(const resolving& to, const syntax::contract& tree, const amendments_of_one& later,
                        contract& made) {
  const auto before = to.faults.size();
  head_reader head{to};
  for (const auto& clause : tree.clauses)
    std::visit(head, clause);
  for (const auto* amendment : later)
    for (const auto& clause : amendment->clauses)
      if (const auto* term = std::get_if<syntax::term>(&clause))
        head.amend(*term, amendment->effective.value);
  if (!head.term)
    to.fault(tree.name.at, fmt::format("the contract '{}' has no term", made.name),
             "add 'term YYYY-MM-DD to YYYY-MM-DD'");
  else
    check_length(to, head.term->value, head.term->at);
  if (!head.currency)
    to.fault(tree.name.at, fmt::format("the contract '{}' has no currency", made.name),
             "add 'currency USD' or another of ISO 4217");
  if (to.faults.size() > before)
    return {all_days, head.currency ? head.currency->value : "", {}};
  made.term_at = head.term->at;
  made.months_at = head.start_day ? head.start_day->at : base::span{};
  made.months =
      calendar(head.term->value, head.start_day ? std::optional(head.start_day->value) : std::nullopt);
  made.currency = head.currency->value;
  made.decimals = base::minor_unit(made.currency).value_or(2);
  return {made.months.term(), made.currency, {}};
}

} // namespace proviso::model
