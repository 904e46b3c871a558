#include "model/join.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <set>

namespace proviso::model {
namespace {

// ---- whether terms agree

bool same(const price& a, const price& b) {
  const auto* flat = std::get_if<flat_price>(&a.how);
  const auto* other = std::get_if<flat_price>(&b.how);
  return flat != nullptr && other != nullptr && flat->amount == other->amount && a.per_year == b.per_year;
}
bool same(const grace& a, const grace& b) {
  const auto* logins = std::get_if<std::int64_t>(&a.tolerated);
  return a.tolerated == b.tolerated && (logins == nullptr || *logins == 0);
}
bool same(const overage& a, const overage& b) {
  return a.blocked == b.blocked && a.amount == b.amount && a.per == b.per && a.window == b.window;
}
bool same(const rational& a, const rational& b) {
  return a == b;
}
bool same(std::int64_t a, std::int64_t b) {
  return a == b;
}

template <typename Value>
bool same(const std::optional<stated<Value>>& a, const std::optional<stated<Value>>& b) {
  return a && b ? same(a->value, b->value) : !a && !b;
}

bool agree(const sku_terms& a, const sku_terms& b) {
  return same(a.price, b.price) && same(a.discount, b.discount) && same(a.accounts, b.accounts) &&
         same(a.grace, b.grace) && same(a.overage, b.overage) && same(a.block, b.block) &&
         same(a.minimum, b.minimum) && !a.rollover && !b.rollover;
}

// ---- whether they are equal, be a sum of them what it may

bool equal(const price& a, const price& b) {
  const auto slices = [](const price_slice& one, const price_slice& other) {
    return one.size == other.size && one.amount == other.amount;
  };
  if (a.per_year != b.per_year || a.how.index() != b.how.index())
    return false;
  if (const auto* block = std::get_if<block_price>(&a.how)) {
    const auto& other = std::get<block_price>(b.how);
    return block->size == other.size && block->amount == other.amount;
  }
  if (const auto* sliced = std::get_if<sliced_price>(&a.how)) {
    const auto& other = std::get<sliced_price>(b.how);
    return sliced->volume == other.volume && std::ranges::equal(sliced->slices, other.slices, slices);
  }
  return same(a, b);
}
bool equal(const grace& a, const grace& b) {
  return a.tolerated == b.tolerated;
}
bool equal(const rollover& a, const rollover& b) {
  return a.logins == b.logins && a.months == b.months;
}
template <typename Value>
bool equal(const Value& a, const Value& b) {
  return same(a, b);
}

bool equal_but_quantity(const sku_terms& a, const sku_terms& b) {
  bool result = true;
  each_term([&](auto clause, std::string_view keyword) {
    const auto& one = a.*clause;
    const auto& other = b.*clause;
    if (keyword != "quantity")
      result = result && one.has_value() == other.has_value() && (!one || equal(one->value, other->value));
  });
  return result;
}

bool has_packs_of(const sku& a, const sku& b) {
  return std::ranges::all_of(b.packs, [&](const pack& wanted) {
    return std::ranges::any_of(a.packs, [&](const pack& each) {
      return each.logins == wanted.logins && each.on == wanted.on && each.amount == wanted.amount;
    });
  });
}

bool same_texts(const std::vector<stated<std::string>>& a, const std::vector<stated<std::string>>& b) {
  return std::ranges::equal(a, b, {}, &stated<std::string>::value, &stated<std::string>::value);
}

bool same_sale(const sku& a, const sku& b) {
  return a.license == b.license && a.sold.value == b.sold.value && a.sold.value != sale::other &&
         a.count.value == b.count.value && a.count_assumed == b.count_assumed &&
         same_texts(a.count_only, b.count_only) && same_texts(a.count_except, b.count_except) &&
         a.rounding == b.rounding && same(a.uplift, b.uplift) && same(a.reduce, b.reduce);
}

// ---- whether others tell them apart

bool names_one_only(const scope& of, const sku& a, const sku& b) {
  const auto lists = [&](const sku& one) {
    return std::ranges::any_of(of.skus, [&](const std::string& name) { return one.is_called(name); });
  };
  return lists(a) != lists(b);
}

bool told_apart(const contract& in, const sku& a, const sku& b) {
  const auto by_exception = [&](const exception& one) {
    return one.subject && names_one_only(*one.subject, a, b);
  };
  const auto by_restriction = [&](const restriction& one) {
    return names_one_only(one.subject, a, b) || std::ranges::any_of(one.exceptions, by_exception);
  };
  const auto swapped = [&](const sku& one) {
    return one.swapping &&
           (&one == &a || &one == &b || a.is_called(one.swapping->sku) || b.is_called(one.swapping->sku));
  };
  return std::ranges::any_of(in.restrictions, by_restriction) || std::ranges::any_of(in.skus, swapped);
}

// ---- the sum

std::set<std::optional<base::day>> days_of_steps(const sku& a, const sku& b) {
  std::set<std::optional<base::day>> result;
  for (const auto* one : {&a, &b})
    for (const auto& step : one->steps)
      result.insert(step.from);
  return result;
}

sku_terms since(const sku& of, const std::optional<base::day>& from) {
  return of.on(from.value_or(base::day::min()));
}

bool states_quantity(const sku& one, const std::optional<base::day>& from) {
  return std::ranges::any_of(one.steps,
                             [&](const step& each) { return each.from == from && each.terms.quantity; });
}

std::optional<step> summed(const sku& a, const sku& b, const std::optional<base::day>& from) {
  const auto of_a = since(a, from);
  const auto of_b = since(b, from);
  if (!of_a.quantity || !of_b.quantity)
    return step{from, of_a.quantity ? of_a : of_b, of_a.quantity ? a.at : b.at};
  if (!agree(of_a, of_b))
    return std::nullopt;
  step result{from, of_a, a.at};
  const auto& latest = !states_quantity(a, from) && states_quantity(b, from) ? of_b : of_a;
  result.terms.quantity = {of_a.quantity->value + of_b.quantity->value, latest.quantity->at};
  if (of_a.minimum)
    result.terms.minimum->value += of_b.minimum->value;
  return result;
}

std::optional<sku> sum(const sku& a, const sku& b) {
  auto result = a;
  result.steps.clear();
  for (const auto& from : days_of_steps(a, b))
    if (auto step = summed(a, b, from))
      result.steps.push_back(std::move(*step));
    else
      return std::nullopt;
  result.packs.insert(result.packs.end(), b.packs.begin(), b.packs.end());
  if (result.parts.empty())
    result.parts.push_back(a.name);
  result.parts.push_back(b.name);
  result.name = a.name + " + " + b.name;
  result.title = a.title + " + " + b.title;
  return result;
}

void join(contract& in, std::size_t first, const std::vector<std::string_view>& apart) {
  const auto kept = [&](const sku& one) { return std::ranges::find(apart, one.name) != apart.end(); };
  for (auto second = first + 1; second < in.skus.size() && !kept(in.skus[first]);) {
    const auto& a = in.skus[first];
    const auto& b = in.skus[second];
    auto both = kept(b) || !same_sale(a, b) || told_apart(in, a, b) ? std::nullopt : sum(a, b);
    if (!both) {
      ++second;
      continue;
    }
    in.skus[first] = std::move(*both);
    in.skus.erase(in.skus.begin() + static_cast<std::ptrdiff_t>(second));
  }
}

} // namespace

bool sells_for(const contract& in, const sku& a, const sku& b) {
  return same_sale(a, b) && !told_apart(in, a, b) && has_packs_of(a, b) &&
         std::ranges::all_of(in.months.months(), [&](const month& each) {
           return equal_but_quantity(a.on(each.days.first), b.on(each.days.first));
         });
}

contract joined(contract of, const std::vector<std::string_view>& apart) {
  for (std::size_t first = 0; first < of.skus.size(); ++first)
    join(of, first, apart);
  for (auto& waiver : of.waivers)
    if (const auto* one = waiver.subject ? of.find_sku(*waiver.subject) : nullptr)
      waiver.subject = one->name;
  return of;
}

} // namespace proviso::model
