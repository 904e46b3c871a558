// A text and what became of it, for tests that look at trees, spans and rendered errors.
#pragma once

#include "base/excerpt.hpp"
#include "base/source.hpp"
#include "syntax/parse.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <variant>

namespace proviso::syntax {

struct reading {
  base::sources sources;
  parsed result;

  explicit reading(std::string text) {
    const auto number = sources.add("a.proviso", std::move(text));
    result = parse(sources, number);
  }

  [[nodiscard]] std::string errors() const { return base::render(sources, result.diagnostics); }
  [[nodiscard]] std::string_view at(span place) const { return sources.text(place); }

  // The declaration of that kind, which must be there and without errors.
  template <typename Declaration>
  [[nodiscard]] const Declaration& only() const {
    EXPECT_EQ(errors(), "");
    for (const auto& each : result.tree.declarations)
      if (const auto* found = std::get_if<Declaration>(&each))
        return *found;
    throw std::runtime_error("no such declaration");
  }
};

// The first clause of that kind in a block.
template <typename Clause, typename Block>
[[nodiscard]] const Clause& clause(const Block& block) {
  for (const auto& each : block.clauses)
    if (const auto* found = std::get_if<Clause>(&each))
      return *found;
  throw std::runtime_error("no such clause");
}

// A text of one contract, one of its SKUs, and so on, with one clause of interest, and that clause.
template <typename Clause, typename Declaration>
struct only_clause : reading {
  only_clause(std::string_view head, std::string_view text)
      : reading(std::string(head) + " {\n" + std::string(text) + "\n}\n"), block(only<Declaration>()) {}

  const Declaration& block;
  const Clause& value = clause<Clause>(block);
  const Clause* operator->() const { return &value; }
};

template <typename Clause>
struct in_contract : only_clause<Clause, contract> {
  explicit in_contract(std::string_view text) : only_clause<Clause, contract>("contract c \"C\"", text) {}
};

template <typename Clause>
struct in_license : only_clause<Clause, license> {
  explicit in_license(std::string_view text) : only_clause<Clause, license>("license l \"L\"", text) {}
};

template <typename Clause>
struct in_rule : only_clause<Clause, rule> {
  explicit in_rule(std::string_view text) : only_clause<Clause, rule>("rule r \"R\"", text) {}
};

template <typename Clause>
struct in_test : only_clause<Clause, test> {
  explicit in_test(std::string_view text) : only_clause<Clause, test>("test \"t\"", text) {}
};

template <typename Clause>
struct in_sku : in_contract<sku> {
  explicit in_sku(std::string_view text) : in_contract<sku>("sku s \"S\" {\n" + std::string(text) + "\n}") {}

  const Clause& inner = clause<Clause>(value);
  const Clause* operator->() const { return &inner; }
};

template <typename Clause>
struct in_restriction : in_contract<restriction> {
  explicit in_restriction(std::string_view text)
      : in_contract<restriction>("restriction r \"R\" {\n" + std::string(text) + "\n}") {}

  const Clause& inner = clause<Clause>(value);
  const Clause* operator->() const { return &inner; }
};

// ---- values in short: "2.00 EUR", "10%", "3 months"; expressions as (op child child)

[[nodiscard]] std::string shown(const decimal& value);
[[nodiscard]] std::string shown(const percent& value);
[[nodiscard]] std::string shown(const amount& value);
[[nodiscard]] std::string shown(const date& value);
[[nodiscard]] std::string shown(const duration& value);
[[nodiscard]] std::string shown(const literal& value);
[[nodiscard]] std::string shown(const expression& value);
[[nodiscard]] std::string shown(const template_text& value);
[[nodiscard]] std::string shown(const std::vector<word>& words);
[[nodiscard]] std::string shown(const std::vector<text>& texts);
[[nodiscard]] std::string shown(const std::vector<stated_operation>& operations);

// The errors of a text as they are printed.
[[nodiscard]] std::string errors_of(std::string text);

// Only their messages and ways out: "expected 'per' | did you mean 'per'?", one a line.
[[nodiscard]] std::string messages_of(std::string text);

} // namespace proviso::syntax
