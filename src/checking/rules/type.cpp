#include "checking/rules/type.hpp"

#include <array>
#include <fmt/format.h>

namespace proviso::checking {
namespace {

constexpr type number_type{shape::number};
constexpr type truth_type{shape::truth};

struct kind_words {
  std::string_view one;
  std::string_view many;
};

constexpr auto kinds = std::to_array<kind_words>({
    {"contract", "contracts"},
    {"SKU", "SKUs"},
    {"month", "months"},
    {"usage", "usage"},
    {"window", "windows"},
    {"stretch", "stretches"},
    {"phase", "phases"},
    {"overrun", "overruns"},
    {"population", "populations"},
    {"band", "bands"},
    {"need", "needs"},
    {"access", "accesses"},
    {"grant", "grants"},
    {"breach", "breaches"},
    {"user", "users"},
    {"entitlement", "entitlements"},
    {"restriction", "restrictions"},
    {"limit", "limits"},
    {"license", "licenses"},
    {"charge", "charges"},
    {"change", "changes"},
    {"waiver", "waivers"},
    {"amendment", "amendments"},
    {"exception", "exceptions"},
    {"conflict", "conflicts"},
    {"exposure", "exposures"},
    {"holder", "holders"},
    {"member", "members of sites"},
    {"gap", "gaps"},
    {"path", "paths"},
    {"opening", "openings"},
});

constexpr std::array<std::string_view, 13> shapes{
    "a number", "a percent", "money",  "logins",      "members", "days",           "months",
    "a date",   "a period",  "a text", "a condition", "a name",  "a list of names"};

constexpr std::string_view operations[] = {"create", "read", "update", "delete"};
constexpr std::string_view sales[] = {"logins", "members", "other"};
constexpr std::string_view countings[] = {"per-user-day", "per-user-month", "every-login"};
constexpr std::string_view measures[] = {"monthly", "quarterly", "yearly", "term"};
constexpr std::string_view people[] = {"members", "accounts"};
constexpr std::string_view lines[] = {"commitment", "pack", "overage", "true-up"};
constexpr std::string_view exposures[] = {"granted", "grouped",  "grantable", "guest", "related",
                                          "copy",    "unlisted", "limit",     "beyond"};
constexpr std::string_view means[] = {"code", "flow"};
constexpr std::string_view certainties[] = {"certain", "possible"};
constexpr std::string_view dated[] = {"ramp", "pack", "users", "observed", "access"};

struct domain_words {
  kind_words words;
  std::span<const std::string_view> names;
};

const std::array<domain_words, 15> domains{{
    {{"name", "names"}, {}},
    {{"license", "licenses"}, {}},
    {{"capability", "capabilities"}, {}},
    {{"object", "objects"}, {}},
    {{"rule", "rules"}, {}},
    {{"operation", "operations"}, operations},
    {{"way of selling", "ways of selling"}, sales},
    {{"way of counting", "ways of counting"}, countings},
    {{"length of a window", "lengths of windows"}, measures},
    {{"limit of people", "limits of people"}, people},
    {{"kind of charge", "kinds of charges"}, lines},
    {{"kind of entry", "kinds of entries"}, dated},
    {{"kind of exposure", "kinds of exposures"}, exposures},
    {{"means", "means"}, means},
    {{"degree of certainty", "degrees of certainty"}, certainties},
}};

const domain_words& words_of(domain from) {
  return domains[static_cast<std::size_t>(from)];
}

std::string article(std::string_view noun) {
  const bool vowel = std::string_view("aeiou").find(noun.front()) != std::string_view::npos;
  return fmt::format("{} {}", vowel && noun != "usage" && noun != "user" ? "an" : "a", noun);
}

bool is_unit(shape is) {
  return is_quantity(is) && is != shape::number && is != shape::percent;
}

bool takes_unit(const operand& literal, const operand& beside) {
  return literal.whole && literal.is.is == shape::number && is_unit(beside.is.is);
}

bool same_names(type a, type b) {
  return a.from == b.from || a.from == domain::any || b.from == domain::any;
}

// The unit both sides share, a whole literal taking that of the other side.
std::optional<type> common(operand left, operand right) {
  if (takes_unit(left, right))
    return right.is;
  if (takes_unit(right, left))
    return left.is;
  if (left.is.is == shape::name && right.is.is == shape::name && same_names(left.is, right.is))
    return left.is.from == domain::any ? right.is : left.is;
  return left.is == right.is ? std::optional(left.is) : std::nullopt;
}

std::string share_help(std::string_view sign) {
  return fmt::format("write '* (1 {} 10%)' with your percent", sign);
}

// Why two sides that should be alike are not, and what would help.
std::string unlike_help(operand left, operand right) {
  const auto has = [&](shape is) { return left.is.is == is || right.is.is == is; };
  if (has(shape::money) && has(shape::number))
    return "money names its currency: write '2.50 USD'";
  if (has(shape::percent) && has(shape::number))
    return "a share is written with '%': write '90%', or multiply by the percent";
  if (has(shape::date) && has(shape::number))
    return "a date moves by a duration: write '90 days' or '3 months'";
  if (has(shape::name) && has(shape::text))
    return "a name is written without quotes";
  return {};
}

misfit cannot(std::string_view what, operand left, std::string_view word, operand right) {
  return {fmt::format("cannot {} {} {} {}", what, describe(left.is), word, describe(right.is)),
          unlike_help(left, right)};
}

bool is_duration(shape is) {
  return is == shape::days || is == shape::months;
}

bool is_pure(shape is) {
  return is == shape::number || is == shape::percent;
}

// number and percent mix, giving a number.
std::optional<type> with_percent(operand left, operand right) {
  const bool mixed = (left.is.is == shape::number && right.is.is == shape::percent) ||
                     (left.is.is == shape::percent && right.is.is == shape::number);
  return mixed ? std::optional(number_type) : std::nullopt;
}

// A number scales anything. A percent of a number that is a fact is a number; a literal times a percent is a
// percent.
std::optional<type> scaled(operand value, operand factor) {
  if (!is_quantity(value.is.is) || !is_pure(factor.is.is))
    return std::nullopt;
  if (value.is.is == shape::number && factor.is.is == shape::percent)
    return type{value.literal ? shape::percent : shape::number};
  return value.is;
}

bool is_price_of(operand count, operand price) {
  return (count.is.is == shape::logins || count.is.is == shape::members) && price.is.is == shape::money;
}

bool has_order(type of) {
  return is_quantity(of.is) || of.is == shape::date;
}

} // namespace

std::string describe(type of) {
  switch (of.is) {
  case shape::name: return article(words_of(of.from).words.one);
  case shape::names: return fmt::format("a list of {}", words_of(of.from).words.many);
  case shape::record: return article(singular(of.of));
  default: return std::string(shapes[static_cast<std::size_t>(of.is)]);
  }
}

std::string_view singular(record_kind of) {
  return kinds[static_cast<std::size_t>(of)].one;
}
std::string_view plural(record_kind of) {
  return kinds[static_cast<std::size_t>(of)].many;
}

std::span<const std::string_view> names_in(domain from) {
  return words_of(from).names;
}

bool is_quantity(shape is) {
  return is <= shape::months;
}

fitted add(operand left, operand right) {
  if (const auto mixed = with_percent(left, right))
    return *mixed;
  if (const auto same = common(left, right); same && is_quantity(same->is))
    return *same;
  if (left.is.is == shape::date && is_duration(right.is.is))
    return left.is;
  if (is_duration(left.is.is) && right.is.is == shape::date)
    return right.is;
  if (right.is.is == shape::percent && is_unit(left.is.is))
    return misfit{fmt::format("cannot add a percent to {}", describe(left.is)), share_help("+")};
  return cannot("add", right, "to", left);
}

fitted subtract(operand left, operand right) {
  if (const auto mixed = with_percent(left, right))
    return *mixed;
  if (const auto same = common(left, right); same && is_quantity(same->is))
    return *same;
  if (left.is.is == shape::date && right.is.is == shape::date)
    return type{shape::days};
  if (left.is.is == shape::date && is_duration(right.is.is))
    return left.is;
  if (right.is.is == shape::percent && is_unit(left.is.is))
    return misfit{fmt::format("cannot subtract a percent from {}", describe(left.is)), share_help("-")};
  return cannot("subtract", right, "from", left);
}

fitted multiply(operand left, operand right) {
  if (left.is.is == shape::percent && right.is.is == shape::number)
    return *scaled(right, left);
  if (const auto result = scaled(left, right))
    return *result;
  if (const auto result = scaled(right, left))
    return *result;
  if (is_price_of(left, right) || is_price_of(right, left))
    return type{shape::money};
  return cannot("multiply", left, "by", right);
}

fitted divide(operand left, operand right) {
  if (is_quantity(left.is.is) && is_pure(right.is.is))
    return left.is.is == right.is.is ? number_type : left.is;
  if (const auto same = common(left, right); same && is_quantity(same->is))
    return number_type;
  if (is_price_of(right, left))
    return left.is;
  return cannot("divide", left, "by", right);
}

fitted negate(operand value) {
  if (is_quantity(value.is.is))
    return value.is;
  return misfit{fmt::format("cannot negate {}", describe(value.is)), {}};
}

fitted equate(operand left, operand right) {
  if (common(left, right))
    return truth_type;
  return cannot("compare", left, "with", right);
}

fitted order(operand left, operand right) {
  const auto same = common(left, right);
  if (!same)
    return cannot("compare", left, "with", right);
  if (has_order(*same))
    return truth_type;
  return misfit{fmt::format("{} has no order", describe(*same)), "compare with '==' or '!='"};
}

fitted contain(operand left, operand right) {
  if (left.is.is == shape::name && right.is.is == shape::names && same_names(left.is, right.is))
    return truth_type;
  if (left.is.is == shape::date && right.is.is == shape::period)
    return truth_type;
  return misfit{fmt::format("{} cannot be in {}", describe(left.is), describe(right.is)),
                "'in' asks for a name in a list, or for a date in a period"};
}

fitted unify(operand left, operand right) {
  if (const auto same = common(left, right))
    return *same;
  return misfit{fmt::format("{} and {} are not alike", describe(left.is), describe(right.is)),
                unlike_help(left, right)};
}

} // namespace proviso::checking
