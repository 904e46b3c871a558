// Expressions: what binds to what, and where it stands.
#include "syntax/reading.hpp"

namespace proviso::syntax {
namespace {

std::string tree_of(const std::string& written) {
  return shown(in_rule<when>("when " + written)->condition);
}

std::string faults_of(const std::string& written) {
  return messages_of("rule r \"R\" {\n  when " + written + "\n}\n");
}

TEST(expression, values) {
  EXPECT_EQ(tree_of("500"), "500");
  EXPECT_EQ(tree_of("10%"), "10%");
  EXPECT_EQ(tree_of("2.00 EUR"), "2.00 EUR");
  EXPECT_EQ(tree_of("2027-01-15"), "2027-01-15");
  EXPECT_EQ(tree_of("90 days"), "90 days");
  EXPECT_EQ(tree_of("\"text\""), "\"text\"");
  EXPECT_EQ(tree_of("portal-logins"), "portal-logins");
  EXPECT_EQ(tree_of("today"), "<today>");
  EXPECT_EQ(tree_of("w.sku.unit_price"), "w.sku.unit_price");
}

TEST(expression, tighter_operators_bind_first) {
  EXPECT_EQ(tree_of("a + b * c - d / e"), "(- (+ a (* b c)) (/ d e))");
  EXPECT_EQ(tree_of("a - b - c"), "(- (- a b) c)");
  EXPECT_EQ(tree_of("a or b and not c == d"), "(or a (and b (not (== c d))))");
  EXPECT_EQ(tree_of("not a and b"), "(and (not a) b)");
  EXPECT_EQ(tree_of("-a * b"), "(* (- a) b)");
  EXPECT_EQ(tree_of("a - -b"), "(- a (- b))");
  EXPECT_EQ(tree_of("-b.price exists"), "(- (exists b.price))");
  EXPECT_EQ(tree_of("(a + b) * c"), "(* (+ a b) c)");
  EXPECT_EQ(tree_of("a + 1 <= b and c in d"), "(and (<= (+ a 1) b) (in c d))");
}

TEST(expression, comparisons) {
  EXPECT_EQ(tree_of("a == b"), "(== a b)");
  EXPECT_EQ(tree_of("a != b"), "(!= a b)");
  EXPECT_EQ(tree_of("a < b"), "(< a b)");
  EXPECT_EQ(tree_of("a <= b"), "(<= a b)");
  EXPECT_EQ(tree_of("a > b"), "(> a b)");
  EXPECT_EQ(tree_of("a >= b"), "(>= a b)");
  EXPECT_EQ(tree_of("reports in w.license.offers"), "(in reports w.license.offers)");
}

TEST(expression, choices) {
  EXPECT_EQ(tree_of("if a then b else if c then d else e + 1"), "(if a b (if c d (+ e 1)))");
}

TEST(expression, calls) {
  EXPECT_EQ(tree_of("min (a, b, c)"), "(min a b c)");
  EXPECT_EQ(tree_of("max(a, b) + round(x / 2)"), "(+ (max a b) (round (/ x 2)))");
}

TEST(expression, aggregates) {
  EXPECT_EQ(tree_of("sum (b.users * 2 for b in bands where b.users > 0) > 5"),
            "(> (sum b: (* b.users 2) bands (> b.users 0)) 5)");
  EXPECT_EQ(tree_of("count (w in s.windows where w.exceeded)"), "(count w: s.windows w.exceeded)");
  EXPECT_EQ(tree_of("count (w in windows)"), "(count w: windows)");
  EXPECT_EQ(tree_of("any (a for a in x) and all (a for a in y)"), "(and (any a: a x) (all a: a y))");
  EXPECT_EQ(tree_of("min (b.price for b in bands)"), "(min b: b.price bands)");
}

TEST(expression, names_that_begin_like_words) {
  EXPECT_EQ(tree_of("count"), "count");
  EXPECT_EQ(tree_of("orders and nothing"), "(and orders nothing)");
  EXPECT_EQ(tree_of("today.year"), "<today>.year");
  EXPECT_EQ(tree_of("v.until"), "v.until");
}

TEST(expression, goes_on_behind_operators_and_in_parentheses) {
  EXPECT_EQ(tree_of("a and # both\n    b"), "(and a b)");
  EXPECT_EQ(tree_of("(a\n  +\n b # c\n )\n"), "(+ a b)");
  EXPECT_EQ(tree_of("if\n a then\n b else\n c"), "(if a b c)");
  EXPECT_EQ(tree_of("a -\n b"), "(- a b)");
  EXPECT_EQ(tree_of("x in\n y"), "(in x y)");
  EXPECT_EQ(tree_of("not\n y"), "(not y)");
}

TEST(expression, knows_where_it_stands) {
  const in_rule<when> read("when (a + b) * -c.d exists # end");
  const auto& product = read->condition;
  EXPECT_EQ(read.at(product.at), "(a + b) * -c.d exists");
  EXPECT_EQ(read.at(product.children[0].at), "(a + b)");
  EXPECT_EQ(read.at(product.children[1].at), "-c.d exists");
  EXPECT_EQ(read.at(product.children[1].children[0].children[0].at), "c.d");
  EXPECT_EQ(read.at(product.children[1].children[0].children[0].name.at), "d");
}

TEST(expression, calls_and_choices_know_where_they_stand) {
  const in_rule<when> read("when if count (w in windows) > 1 then min (a, b) else c");
  const auto& choice = read->condition;
  EXPECT_EQ(read.at(choice.at), "if count (w in windows) > 1 then min (a, b) else c");
  EXPECT_EQ(read.at(choice.children[0].children[0].at), "count (w in windows)");
  EXPECT_EQ(read.at(choice.children[0].children[0].variable.at), "w");
  EXPECT_EQ(read.at(choice.children[1].at), "min (a, b)");
}

TEST(expression, minus_wants_blanks) {
  const std::string told =
      "'-' subtracts between blanks only | write a - b; names hold '-', as in portal-logins\n";
  EXPECT_EQ(faults_of("w.a-w.b > 3"), told);
  EXPECT_EQ(faults_of("w.a -w.b > 3"), told);
  EXPECT_EQ(faults_of("w.a- w.b > 3"), told);
  EXPECT_EQ(faults_of("total-w.b > 3"), told);
  EXPECT_EQ(faults_of("5-3 > 1"), told);
  EXPECT_EQ(faults_of("(a)-b"), told);
}

TEST(expression, errors) {
  const std::string value = "expected a value such as w.logins, 500, 10% or a name";
  EXPECT_EQ(faults_of(""), value + "\n");
  EXPECT_EQ(faults_of("a +"), value + "\n");
  EXPECT_EQ(faults_of("()"), value + "\n");
  EXPECT_EQ(faults_of("a + if"), value + " | 'if' is a word of the language and cannot be a name\n");
  EXPECT_EQ(faults_of("a b"), "expected an operator or the end of the clause\n");
  EXPECT_EQ(faults_of("a = b"), "expected an operator or the end of the clause | '==' compares\n");
  EXPECT_EQ(faults_of("a && b"), "expected an operator or the end of the clause | write 'and'\n");
  EXPECT_EQ(faults_of("!a"), value + " | write 'not'\n");
  EXPECT_EQ(faults_of("a < b < c"), "comparisons do not chain | join two with 'and', as in 0 < x and x < 5\n");
  EXPECT_EQ(faults_of("(a"), "expected an operator or ')'\n");
  EXPECT_EQ(faults_of("w."), "expected the name of a field | fields are snake_case\n");
  EXPECT_EQ(faults_of("if a then b"), "expected 'else'\n");
  EXPECT_EQ(faults_of("if a den b else c"), "expected 'then' | did you mean 'then'?\n");
  EXPECT_EQ(
      faults_of("summ (a for a in b)"),
      "expected 'sum', 'count', 'min', 'max', 'any', 'all' or 'round' before '(' | did you mean 'sum'?\n");
  EXPECT_EQ(faults_of("sum (a)"),
            "expected 'for' and what to go through, as in sum (b.users for b in bands)\n");
  EXPECT_EQ(faults_of("min (a)"), "expected ',' or 'for'\n");
  EXPECT_EQ(faults_of("round (a, b)"), "expected an operator or ')'\n");
  EXPECT_EQ(faults_of("count (5 in windows)"), "expected a variable such as w\n");
}

std::string repeated(std::string_view part, int times) {
  std::string result;
  for (int i = 0; i < times; ++i)
    result += part;
  return result;
}

TEST(expression, nests_64_deep) {
  const std::string told = "this expression nests more than 64 deep\n";
  EXPECT_EQ(tree_of(repeated("(", 64) + "a" + repeated(")", 64)), "a");
  EXPECT_EQ(faults_of(repeated("(", 65) + "a" + repeated(")", 65)), told);
  EXPECT_EQ(faults_of(repeated("not ", 65) + "a"), told);
  EXPECT_EQ(faults_of(repeated("- ", 65) + "a"), told);
  EXPECT_EQ(faults_of(repeated("if a then b else ", 65) + "a"), told);
  EXPECT_EQ(faults_of(repeated("round (", 65) + "a" + repeated(")", 65)), told);
}

TEST(expression, has_1000_parts) {
  const std::string told = "this expression has more than 1,000 parts\n";
  EXPECT_EQ(faults_of("a" + repeated(" + a", 999)), "");
  EXPECT_EQ(faults_of("a" + repeated(" + a", 1000)), told);
  EXPECT_EQ(faults_of("a" + repeated(".a", 1000)), told);
  EXPECT_EQ(faults_of("min (a" + repeated(", a", 1000) + ")"), told);
}

} // namespace
} // namespace proviso::syntax
