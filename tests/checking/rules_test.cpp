// Every rule of rules/ compiles, and every test beside a rule holds.
#include "checking/world.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <set>

namespace proviso::checking::testing {
namespace {

struct expectation { // a test of a rule file, run
  const syntax::test* test = nullptr;
  std::string file;
};

world& shipped() {
  static world all = [] {
    world w;
    w.add_folder("rules");
    w.resolve();
    return w;
  }();
  return all;
}

std::vector<expectation> tests_of(const world& w) {
  std::vector<expectation> all;
  for (const auto& tree : w.trees)
    for (const auto& declaration : tree.declarations)
      if (const auto* test = std::get_if<syntax::test>(&declaration))
        all.push_back({test, w.sources[test->at.source].name()});
  return all;
}

template <typename Clause>
const Clause* clause_of(const syntax::test& in) {
  for (const auto& clause : in.clauses)
    if (const auto* found = std::get_if<Clause>(&clause))
      return found;
  return nullptr;
}

bool meets(const finding& f, const syntax::expect& expected) {
  return f.rule == expected.rule.text && (!expected.subject || f.subject == expected.subject->value) &&
         (!expected.on || (f.days && f.days->holds(expected.on->value)));
}

base::rational exact(const syntax::amount& amount) {
  return base::rational::decimal(amount.value.units, amount.value.scale);
}

base::rational savings(const outcome& of) {
  base::rational sum;
  for (const auto& f : of.findings)
    if (f.saves)
      sum += *f.saves;
  return sum;
}

bool holds(const syntax::expect& expected, const outcome& of, const metering::assessment& figures) {
  using kind = syntax::expect::kind;
  const auto any = [&](verdict wanted) {
    return std::any_of(of.findings.begin(), of.findings.end(), [&](const finding& f) {
      return f.verdict == wanted && !f.waived && meets(f, expected);
    });
  };
  switch (expected.what) {
  case kind::rule: return any(verdict::violation);
  case kind::no_rule: return !any(verdict::violation) && !any(verdict::undetermined);
  case kind::undetermined: return any(verdict::undetermined) && !any(verdict::violation);
  case kind::cost: return figures.totals.cost == exact(*expected.money);
  case kind::overage: return figures.totals.overage && *figures.totals.overage == exact(*expected.money);
  case kind::saving: return savings(of) == exact(*expected.money);
  }
  return false;
}

std::string told(const outcome& of, std::string_view rule) {
  std::string text;
  for (const auto& f : of.findings)
    if (f.rule == rule)
      text += fmt::format("  {} {} {}: {}\n", to_string(f.verdict), f.subject,
                          f.days ? base::to_string(*f.days) : "", f.message);
  return text.empty() ? "  nothing\n" : text;
}

void run(const expectation& one) {
  world w;
  w.add_folder("rules");
  const auto* contract = clause_of<syntax::test_contract>(*one.test);
  ASSERT_NE(contract, nullptr);
  w.resolve(std::get<syntax::contract>(contract->value));
  if (const auto* plan = clause_of<syntax::test_plan>(*one.test))
    w.plan("plan", plan->value.value);
  w.assess();
  ASSERT_EQ(w.rendered(), "") << one.file << ": " << one.test->title.value;
  const auto* as_of = clause_of<syntax::as_of>(*one.test);
  const auto found = as_of ? w.check(as_of->value.value) : w.check(base::parse_day("2027-01-01").value());
  ASSERT_EQ(w.rendered(), "") << one.file;
  for (const auto& clause : one.test->clauses)
    if (const auto* expected = std::get_if<syntax::expect>(&clause)) {
      EXPECT_TRUE(holds(*expected, found, w.assessment))
          << one.file << ": " << one.test->title.value << "\n  " << w.text_at(expected->at) << "\n"
          << told(found, expected->rule.text);
    }
}

TEST(shipped_rules, compile) {
  EXPECT_EQ(shipped().rendered(), "");
}

TEST(shipped_rules, stand_one_in_a_file_of_their_name) {
  for (const auto& tree : shipped().trees)
    for (const auto& declaration : tree.declarations)
      if (const auto* rule = std::get_if<syntax::rule>(&declaration)) {
        const auto& path = shipped().sources[rule->at.source].name();
        EXPECT_TRUE(path.ends_with(fmt::format("/{}.proviso", rule->name.text))) << path;
      }
}

TEST(shipped_rules, stand_in_the_index) {
  std::ifstream file("rules/README.md");
  const std::string index{std::istreambuf_iterator<char>(file), {}};
  for (const auto& rule : shipped().rules.rules()) {
    const auto path = shipped().sources[rule.at.source].name().substr(std::string_view("rules/").size());
    const auto line = fmt::format("| [{}]({}) | {} | {} | {} |\n", rule.name, path, rule.title,
                                  to_string(rule.severity), to_string(rule.kind));
    EXPECT_NE(index.find(line), std::string::npos) << line;
  }
}

TEST(shipped_rules, hold_their_tests) {
  for (const auto& one : tests_of(shipped()))
    run(one);
}

TEST(shipped_rules, are_each_shown_to_report_and_to_keep_silent) {
  std::map<std::string_view, std::set<syntax::expect::kind>> shown;
  for (const auto& one : tests_of(shipped()))
    for (const auto& clause : one.test->clauses)
      if (const auto* expected = std::get_if<syntax::expect>(&clause))
        shown[expected->rule.text].insert(expected->what);
  for (const auto& rule : shipped().rules.rules()) {
    const auto& kinds = shown[rule.name];
    using kind = syntax::expect::kind;
    EXPECT_TRUE(kinds.contains(kind::rule) || kinds.contains(kind::undetermined)) << rule.name;
    EXPECT_TRUE(kinds.contains(kind::no_rule)) << rule.name;
  }
}

} // namespace
} // namespace proviso::checking::testing
