// What a reader is told, clause by clause: message and way out.
#include "syntax/reading.hpp"

namespace proviso::syntax {
namespace {

struct wrong {
  std::string_view written;
  std::string_view told;
};

template <std::size_t Size>
void check(const std::string& before, const std::string& after, const wrong (&cases)[Size]) {
  for (const auto& each : cases)
    EXPECT_EQ(messages_of(before + std::string(each.written) + after), std::string(each.told) + "\n")
        << each.written;
}

TEST(error, in_contracts) {
  check(
      "contract c \"C\" {\n  ", "\n}\n",
      {
          {"vendor Salesforce", "expected the name of the party in quotes"},
          {"vendor: \"x\"",
           "expected the name of the party in quotes | a keyword is followed by its value, without ':'"},
          {"vendor 'x'", "expected the name of the party in quotes | a text stands in double quotes"},
          {"vendor “x”", "expected the name of the party in quotes | a text stands in straight quotes: \""},
          {"term 2027-01-15 2030-01-14", "expected 'to'"},
          {"term from 2027-01-15", "expected the first day, such as 2027-01-15"},
          {"term 15.01.2027 to 2030-01-14", "expected the first day, such as 2027-01-15"},
          {"term 2027-01-15 to", "expected the last day, such as 2030-01-14"},
          {"currency", "expected a currency code such as USD"},
          {"time \"UTC\"", "expected 'zone'"},
          {"rounding haf up", "expected 'half up', 'half even', 'up' or 'down' | did you mean 'half'?"},
          {"commit 5.00", "expected 'per year' or 'over the term'"},
          {"price 2.00 per login",
           "expected 'hold' | a contract states 'price hold until DATE'; prices stand in its SKUs and quotes"},
          {"external", "expected 'only'"},
          {"waive x by \"a\"", "expected 'for' or 'until' | a waiver says when it ends: until DATE by "
                               "\"owner\" because \"reason\""},
          {"waive x until 2027-01-01 because \"b\"",
           "expected 'by' and the owner | a waiver names who owns it: by \"owner\" because \"reason\""},
          {"waive x until 2027-01-01 by \"a\"",
           "expected 'because' and the reason | a waiver gives its reason: because \"reason\""},
          {"treat x as eror", "expected 'error', 'warning', 'info' or 'off' | did you mean 'error'?"},
          {"set share to 5", "expected '.' and a parameter, as in login-pool-tight.share"},
          {"set r.p to", "expected a value such as 90%, 500, 2.00 EUR, 3 months or a name"},
          {"vendor \"a\" \"b\"", "expected the end of the clause"},
          {"end sku x", "'end' stands in an amendment, not in a contract | a contract holds 'vendor', 'term', "
                        "'currency', 'sku', 'restriction' and others"},
          {"licence x", "expected a clause of a contract | did you mean 'license', which stands in a sku?"},
          {"per month", "expected a clause of a contract | a clause is one line; it goes on after a comma, "
                        "after an operator and in parentheses"},
          {"5", "expected a clause of a contract | a contract holds 'vendor', 'term', 'currency', 'sku', "
                "'restriction' and others"},
      });
}

TEST(error, in_names_and_titles) {
  check("", "",
        {
            {"contract \"C\" {\n}",
             "expected a name for the contract | a name is kebab-case and starts with a letter"},
            {"contract to \"C\" {\n}",
             "expected a name for the contract | 'to' is a word of the language and cannot be a name"},
            {"contract 2x \"C\" {\n}",
             "expected a name for the contract | a name is kebab-case and starts with a letter"},
            {"contract Dealer_Portal \"C\" {\n}",
             "'Dealer_Portal' is not a name: names are kebab-case | did you mean 'dealer-portal'?"},
            {"contract c {\n}", "expected the title of the contract in quotes"},
            {"contract c \"C\"\n  vendor \"V\"\n}", "expected '{'"},
            {"contract c \"C\" {\n  sku s { }\n}", "expected the title of the sku in quotes"},
            {"contract c \"C\" {\n  restriction s { }\n}", "expected the title of the restriction in quotes"},
            {"amendment x \"A\" {\n}", "expected the title of the amendment in quotes"},
            {"amendment \"A\" to x {\n}", "expected 'effective'"},
            {"test t {\n}", "expected the title of the test in quotes"},
            {"use x", "expected a pack or a file in quotes, such as \"salesforce/experience-cloud\""},
            {"object { }", "expected the API name of the object, such as Case"},
            {"sku s \"S\" { }", "'sku' stands in a contract, not in a file | a file holds 'contract', 'rule', "
                                "'license', 'test', 'use' and others"},
            {"contrakt c \"C\" { }", "expected a declaration | did you mean 'contract'?"},
            {"}", "this '}' closes nothing"},
        });
}

TEST(error, in_skus) {
  check("contract c \"C\" {\n  sku s \"S\" {\n    ", "\n  }\n}\n",
        {
            {"sold login", "expected 'as'"},
            {"sold as", "expected the unit that is sold: 'logins', 'members' or another"},
            {"sold as logins foo", "expected the end of the clause"},
            {"count two", "expected 'one', 'every', 'only' or 'except'"},
            {"count one login per user per weak", "expected 'day' or 'month'"},
            {"quantity 20.5", "expected a whole number such as 20_000"},
            {"quantity 20 pre month", "expected 'per month' or the end of the clause | did you mean 'per'?"},
            {"price 2.00 per login per mont", "expected 'month' or 'year' | did you mean 'month'?"},
            {"price 1,50 per login",
             "expected 'per' | a decimal has a point, thousands are grouped by '_': 1_234.50"},
            {"price $2 per login", "expected an amount such as 2.00, 'graduated' or 'volume'"},
            {"price graduated per login { first at 2.00 }",
             "expected the size of the slice, a whole number such as 500"},
            {"price graduated per login { netx 5 at 2.00 }", "expected a slice | did you mean 'next'?"},
            {"discount 10", "expected a percentage such as 12.5%"},
            {"grace ten", "expected a percentage such as 10% or a whole number such as 500"},
            {"overage 2.50 per login", "expected ', measured' and a window | an overage says its window: "
                                       "measured monthly, quarterly, yearly or over the term"},
            {"overage 2.50 per login, measured daily",
             "expected 'monthly', 'quarterly', 'yearly' or 'over the term'"},
            {"rollover 5 for 2 days", "expected a number of months such as 2 months"},
            {"pack 5 on 2027-02-30 for 5.00", "2027-02-30 is not a day of the calendar"},
            {"uplift 7%", "expected 'at'"},
            {"swap 20 logins for 1 user of x", "expected 'members'"},
            {"from 2027-02-01 { license x }",
             "this clause cannot change over time | over time change 'quantity', 'block', 'minimum', 'price', "
             "'discount', 'accounts', 'grace', 'overage' and 'rollover'"},
            {"from 2027-02-01 { quantty 5 }", "expected a clause of a step | did you mean 'quantity'?"},
            {"currency USD", "'currency' stands in a contract, not in a sku | a sku holds 'license', 'sold "
                             "as', 'quantity', 'price', 'overage' and others"},
        });
}

TEST(error, in_restrictions) {
  check("contract c \"C\" {\n  restriction r \"R\" {\n    ", "\n  }\n}\n",
        {
            {"prohibit reed on Case", "expected 'create', 'read', 'update' or 'delete' | did you mean 'read'?"},
            {"prohibit read Case", "expected ',' or 'on'"},
            {"prohibit read on Case,", "expected an object such as Case, a pattern such as *__c, or a group"},
            {"prohibit read on Case Lead", "expected ',', 'including related' or the end of the clause"},
            {"prohibit read on Case includng related",
             "expected ',', 'including related' or the end of the clause | did you mean 'including'?"},
            {"except read on Case", "expected 'because' and the reason | an exception may say 'for' whom, "
                                    "'from' and 'until' when, and says because \"reason\" at its end"},
            {"limit custom-objects", "expected a whole number such as 10"},
            {"open", "expected 'ended'"},
        });
}

TEST(error, in_the_catalogue) {
  check("license l \"L\" {\n  ", "\n}\n",
        {
            {"names Community as members", "expected the text in quotes, as the vendor writes it"},
            {"names \"Community\"", "expected 'as'"},
            {"offers 5", "expected the name of a capability"},
            {"allow read on Case", "expected a clause of a license | did you mean 'allows'?"},
            {"source \"s\" as 2027-01-01", "expected 'of'"},
        });
  check("", "\n",
        {
            {"objects crm \"Sales\" { Lead Case }", "expected ',' or '}'"},
            {"objects crm \"Sales\" { Lead, }", "expected an object such as Case, or a pattern such as *__c"},
            {"objects crm \"Sales\"", "expected '{'"},
            {"texts ok \"Good\" { Success }", "expected a text in quotes"},
            {"licenses l \"L\" { a } sourc \"s\"",
             "expected 'source' or the end of the clause | did you mean 'source'?"},
            {"capability c \"C\" from \"s\"", "expected 'source' or the end of the clause"},
        });
}

TEST(error, in_rules_and_tests) {
  check("rule r \"R\" {\n  ", "\n}\n",
        {
            {"severity high", "expected 'error', 'warning' or 'info'"},
            {"kind savings", "expected 'breach', 'risk', 'saving' or 'draft' | did you mean 'saving'?"},
            {"param margin 5%", "expected '='"},
            {"for w on windows", "expected 'in' | did you mean 'in'?"},
            {"for w in windows were w.x",
             "expected 'where', an operator or the end of the clause | did you mean 'where'?"},
            {"at \"here\"", "expected a fact such as w.sku.quantity"},
            {"saves x per year", "expected 'month'"},
            {"wehn x", "expected a clause of a rule | did you mean 'when'?"},
        });
  check("test \"t\" {\n  ", "\n}\n",
        {
            {"contract c foo", "expected a title and a contract in place or the end of the clause"},
            {"given login \"x\"",
             "expected 'logins', 'users', 'assignments', 'metadata' or 'org' | did you mean 'logins'?"},
            {"plan x", "expected a file in quotes, or the plan between \"\"\" and \"\"\""},
            {"as 2027-01-01", "expected 'of'"},
            {"expect no", "expected the name of a rule, 'no', 'undetermined', 'cost', 'overage' or 'saving'"},
            {"expect cost x", "expected an amount such as 2_122_285.00"},
            {"expect rule-a at 2027", "expected 'for', 'on' or the end of the clause"},
        });
}

} // namespace
} // namespace proviso::syntax
