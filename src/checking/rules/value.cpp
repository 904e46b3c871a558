#include "checking/rules/value.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace proviso::checking {
namespace {

constexpr std::string_view unsaid = "a figure that the inputs do not give";

template <typename Figure>
value figure_or_reason(const base::known<Figure>& figure) {
  if (figure)
    return base::rational(*figure);
  auto why = figure.why().missing;
  return unknown_because(why.empty() ? std::string(unsaid) : std::move(why));
}

// Rationals as lowest fractions: equal numbers have one spelling.
std::string spelled(const base::rational& number) {
  const auto decimals = number.exact_decimals();
  return decimals ? *decimals : number.fixed(40);
}

struct keying {
  std::string operator()(const absent&) const { return {}; }
  std::string operator()(const unknown&) const { return {}; }
  std::string operator()(bool b) const { return b ? "yes" : "no"; }
  std::string operator()(const base::rational& n) const { return spelled(n); }
  std::string operator()(base::day d) const { return base::to_string(d); }
  std::string operator()(const base::period& p) const { return base::to_string(p); }
  std::string operator()(const std::string& s) const { return s; }
  std::string operator()(const name_list& names) const { return fmt::format("{}", fmt::join(names, "\n")); }
  std::string operator()(const record& r) const {
    return fmt::format("{}:{}", static_cast<int>(r.of), r.index);
  }
};

} // namespace

void unknown::merge(const unknown& other) {
  if (other.missing.empty() || missing == other.missing)
    return;
  if (missing.empty()) {
    missing = other.missing;
    return;
  }
  std::vector<std::string> all;
  std::set_union(missing.begin(), missing.end(), other.missing.begin(), other.missing.end(),
                 std::back_inserter(all));
  missing = std::move(all);
}

value unknown_because(std::string missing) {
  return unknown{{std::move(missing)}};
}

unknown unknown_of(const value& a, const value& b) {
  unknown all;
  if (const auto* first = std::get_if<unknown>(&a))
    all = *first;
  if (const auto* second = std::get_if<unknown>(&b))
    all.merge(*second);
  if (all.missing.empty())
    all.missing.emplace_back(unsaid);
  return all;
}

value to_value(base::truth t, std::string_view missing) {
  if (t == base::truth::unknown)
    return unknown_because(std::string(missing.empty() ? unsaid : missing));
  return t == base::truth::yes;
}

base::truth to_truth(const value& v) {
  const auto* decided = std::get_if<bool>(&v);
  return decided ? base::to_truth(*decided) : base::truth::unknown;
}

value to_value(const base::known<std::int64_t>& figure) {
  return figure_or_reason(figure);
}
value to_value(const base::known<base::rational>& figure) {
  return figure_or_reason(figure);
}

bool same(const value& a, const value& b) {
  if (const auto* n = std::get_if<base::rational>(&a))
    return *n == std::get<base::rational>(b);
  if (const auto* one = std::get_if<record>(&a))
    return one->of == std::get<record>(b).of && one->index == std::get<record>(b).index;
  if (const auto* text = std::get_if<std::string>(&a))
    return *text == std::get<std::string>(b);
  return key_of(a) == key_of(b);
}

std::string key_of(const value& v) {
  return std::visit(keying{}, v);
}

} // namespace proviso::checking
