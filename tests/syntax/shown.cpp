#include "base/day.hpp"
#include "base/rational.hpp"
#include "syntax/reading.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace proviso::syntax {
namespace {

constexpr std::string_view signs[] = {"",   "-", "not", "or", "and", "==", "!=", "<",
                                      "<=", ">", ">=",  "in", "+",   "-",  "*",  "/"};

std::string children(const expression& of) {
  std::string result;
  for (const auto& child : of.children)
    result += " " + shown(child);
  return result;
}

std::string shown(const text& value) {
  return fmt::format("\"{}\"", value.value);
}
std::string shown(const word& value) {
  return std::string(value.text);
}

} // namespace

std::string shown(const decimal& value) {
  return base::rational::decimal(value.units, value.scale).fixed(value.scale);
}
std::string shown(const percent& value) {
  return shown(value.value) + "%";
}
std::string shown(const date& value) {
  return base::to_string(value.value);
}

std::string shown(const amount& value) {
  const auto number = shown(value.value);
  return value.currency.text.empty() ? number : fmt::format("{} {}", number, value.currency.text);
}

std::string shown(const duration& value) {
  return fmt::format("{} {}", value.count, value.in_days ? "days" : "months");
}

std::string shown(const literal& value) {
  return std::visit([](const auto& v) { return shown(v); }, value);
}

std::string shown(const expression& e) {
  switch (e.what) {
  case expression::kind::constant: return shown(e.value);
  case expression::kind::name: return std::string(e.name.text);
  case expression::kind::today: return "<today>";
  case expression::kind::field: return fmt::format("{}.{}", shown(e.children.at(0)), e.name.text);
  case expression::kind::unary:
  case expression::kind::binary: return fmt::format("({}{})", signs[static_cast<int>(e.how)], children(e));
  case expression::kind::exists: return fmt::format("(exists{})", children(e));
  case expression::kind::condition: return fmt::format("(if{})", children(e));
  case expression::kind::call: return fmt::format("({}{})", e.name.text, children(e));
  case expression::kind::aggregate: return fmt::format("({} {}:{})", e.name.text, e.variable.text, children(e));
  }
  return "?";
}

std::string shown(const template_text& value) {
  std::string result;
  for (const auto& piece : value.pieces)
    result += std::holds_alternative<expression>(piece)
                  ? fmt::format("[{}]", shown(std::get<expression>(piece)))
                  : fmt::format("<{}>", std::get<std::string>(piece));
  return result;
}

std::string shown(const std::vector<word>& words) {
  std::vector<std::string_view> all;
  for (const auto& each : words)
    all.push_back(each.text);
  return fmt::format("{}", fmt::join(all, " "));
}

std::string shown(const std::vector<text>& texts) {
  std::vector<std::string_view> all;
  for (const auto& each : texts)
    all.push_back(each.value);
  return fmt::format("{}", fmt::join(all, "|"));
}

std::string shown(const std::vector<stated_operation>& operations) {
  static constexpr std::string_view names[] = {"create", "read", "update", "delete"};
  std::vector<std::string_view> all;
  for (const auto& each : operations)
    all.push_back(names[static_cast<int>(each.value)]);
  return fmt::format("{}", fmt::join(all, " "));
}

std::string errors_of(std::string text) {
  return reading(std::move(text)).errors();
}

std::string messages_of(std::string text) {
  std::string result;
  for (const auto& each : reading(std::move(text)).result.diagnostics)
    result += each.message + (each.help.empty() ? "" : " | " + each.help) + "\n";
  return result;
}

} // namespace proviso::syntax
