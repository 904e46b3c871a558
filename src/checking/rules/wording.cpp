#include "checking/rules/wording.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::checking {
namespace {

using base::rational;

constexpr int least_decimals = 2;
constexpr int most_decimals = 12;

struct piece { // a figure that waits for its decimals, or words
  std::string words;
  const rational* exact = nullptr;
  shape unit = shape::number;
};

int usual_decimals(shape unit, const model::contract& of) {
  return unit == shape::money ? of.decimals : least_decimals;
}

// As it is shown: a percent in hundredths.
rational shown(const piece& p) {
  return p.unit == shape::percent ? *p.exact * rational(100) : *p.exact;
}

bool look_equal(const piece& a, const piece& b, int decimals) {
  const auto round = [&](const piece& p) { return shown(p).rounded(decimals, base::rounding::half_up); };
  return a.unit == b.unit && *a.exact != *b.exact && round(a) == round(b);
}

// The fewest decimals with which the figure looks like none that differs from it.
int decimals_of(const piece& one, const std::vector<piece>& all, const model::contract& of) {
  auto decimals = usual_decimals(one.unit, of);
  const auto clashes = [&](const piece& other) { return other.exact && look_equal(one, other, decimals); };
  while (decimals < most_decimals && std::any_of(all.begin(), all.end(), clashes))
    ++decimals;
  return decimals;
}

struct in_words {
  const facts& over;

  std::string operator()(const absent&) const { return "none"; }
  std::string operator()(const unknown&) const { return "unknown"; }
  std::string operator()(bool b) const { return b ? "yes" : "no"; }
  std::string operator()(const rational&) const { return {}; }
  std::string operator()(base::day d) const { return base::to_string(d); }
  std::string operator()(const base::period& p) const { return base::to_string(p); }
  std::string operator()(const std::string& s) const { return s; }
  std::string operator()(const name_list& names) const {
    return names.empty() ? "none" : base::enumerate(names);
  }
  std::string operator()(const record& r) const { return schema_of(r.of).subject(over, r); }
};

std::string counted(std::string number, std::string_view unit) {
  const auto plural = number == "1" ? "" : "s";
  return fmt::format("{} {}{}", number, unit, plural);
}

} // namespace

std::string figure(const rational& exact, shape unit, int decimals, const model::contract& of) {
  if (unit == shape::money)
    return fmt::format("{} {}", exact.fixed(std::max(decimals, of.decimals), true), of.currency);
  const auto scaled = unit == shape::percent ? exact * rational(100) : exact;
  auto number = scaled.fixed(scaled.is_whole() ? 0 : decimals, true);
  switch (unit) {
  case shape::percent: return number + '%';
  case shape::days: return counted(std::move(number), "day");
  case shape::months: return counted(std::move(number), "month");
  default: return number;
  }
}

std::string said(const value& v, type is, const facts& over) {
  const auto* exact = std::get_if<rational>(&v);
  return exact ? figure(*exact, is.is, least_decimals, over.contract()) : std::visit(in_words{over}, v);
}

std::string worded(const wording& text, const rule& in, evaluator& with) {
  std::vector<value> values; // keeps the figures alive
  std::vector<piece> pieces;
  values.reserve(text.size());
  for (const auto& part : text) {
    if (const auto* words = std::get_if<std::string_view>(&part)) {
      pieces.push_back({std::string(*words), nullptr, shape::text});
      continue;
    }
    const auto id = std::get<node_id>(part);
    values.push_back(with.evaluate(id));
    pieces.push_back({std::visit(in_words{with.over()}, values.back()), std::get_if<rational>(&values.back()),
                      in[id].is.is});
  }
  std::string result;
  const auto& contract = with.over().contract();
  for (const auto& p : pieces)
    result += p.exact ? figure(*p.exact, p.unit, decimals_of(p, pieces, contract), contract) : p.words;
  return result;
}

} // namespace proviso::checking
