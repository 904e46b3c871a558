// Prices and overage of a SKU: units that fit, slices in order, windows that exist.
#include "model/resolving.hpp"

namespace proviso::model {
namespace {

bool unit_fits(const resolving& to, const syntax::unit& unit, const sku& of, std::string_view what) {
  if (unit.words == of.unit)
    return true;
  to.wrong(unit.at, fmt::format("this SKU is sold as {}s, {} is per {}", of.unit, what, unit.words),
           fmt::format("write 'per {}'", of.unit));
  return false;
}

bool per_year(const resolving& to, const syntax::price& tree, const sku& of) {
  using rhythm = syntax::price::rhythm;
  const bool logins = of.sold.value == sale::logins;
  if (logins && tree.every == rhythm::year)
    to.wrong(tree.at, "logins are priced by the month, not by the year",
             fmt::format("write 'price … per {}': it is charged for each purchased login and month", of.unit));
  if (!logins && tree.every == rhythm::unsaid)
    to.wrong(tree.at, fmt::format("this price does not say how often a {} is charged", of.unit),
             "add 'per month' or 'per year'");
  return tree.every == rhythm::year;
}

void check_order(const resolving& to, const syntax::price& tree) {
  using kind = syntax::slice::kind;
  for (std::size_t i = 0; i < tree.slices.size(); ++i) {
    const auto position = tree.slices[i].position;
    const bool last = i + 1 == tree.slices.size();
    if ((position == kind::first) != (i == 0) && position != kind::beyond)
      to.fault(tree.slices[i].at,
               i == 0 ? "the slices begin with 'first'" : "only the first slice says 'first'",
               i == 0 ? "write 'first'" : "write 'next'");
    else if (position == kind::beyond && !last)
      to.fault(tree.slices[i].at, "'beyond' is the last slice", "move it to the end");
    else if (position == kind::beyond && i == 0)
      to.fault(tree.slices[i].at, "the slices begin with 'first'", "a price without slices is 'price … per …'");
  }
}

sliced_price sliced(const resolving& to, const syntax::price& tree, const contract_head& head) {
  sliced_price result{tree.how == syntax::price::shape::volume, {}};
  check_order(to, tree);
  for (const auto& slice : tree.slices) {
    const auto size =
        slice.size ? std::optional(whole(to, *slice.size, "the size of a slice", 1)) : std::nullopt;
    result.slices.push_back({size, money_of(to, slice.price, head)});
  }
  if (result.slices.empty())
    to.fault(tree.at, "this price has no slices", "add 'first 500 at 15.00' and so on");
  return result;
}

} // namespace

price resolve_price(const resolving& to, const syntax::price& tree, const sku& of, const contract_head& head) {
  price result;
  result.per_year = per_year(to, tree, of);
  if (tree.per)
    unit_fits(to, *tree.per, of, "this price");
  if (tree.how != syntax::price::shape::flat)
    result.how = sliced(to, tree, head);
  else if (tree.per_block)
    result.how =
        block_price{whole(to, *tree.per_block, "the size of a block", 1), money_of(to, *tree.value, head)};
  else
    result.how = flat_price{money_of(to, *tree.value, head)};
  return result;
}

overage resolve_overage(const resolving& to, const syntax::overage& tree, const sku& of,
                        const contract_head& head) {
  if (tree.blocked)
    return {true, rational(), 1, measure::monthly};
  overage result;
  result.amount = money_of(to, *tree.value, head);
  if (tree.per)
    unit_fits(to, *tree.per, of, "this overage");
  if (tree.per_block)
    result.per = whole(to, *tree.per_block, "the size of a block", 1);
  result.window = static_cast<measure>(tree.measured);
  return result;
}

static_assert(static_cast<int>(measure::term) == static_cast<int>(syntax::overage::window::over_the_term));
static_assert(static_cast<int>(measure::quarterly) == static_cast<int>(syntax::overage::window::quarterly));

} // namespace proviso::model
