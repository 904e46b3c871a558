// Clauses of contracts and amendments: their values and where they stand.
#include "syntax/reading.hpp"

namespace proviso::syntax {
namespace {

TEST(contract, has_a_name_and_a_title) {
  const reading r("contract northwind \"Northwind dealer portal\" {\n}\n");
  const auto& read = r.only<contract>();
  EXPECT_EQ(read.name.text, "northwind");
  EXPECT_EQ(r.at(read.name.at), "northwind");
  EXPECT_EQ(read.title.value, "Northwind dealer portal");
  EXPECT_EQ(r.at(read.title.at), "\"Northwind dealer portal\"");
  EXPECT_EQ(r.at(read.at), "contract northwind \"Northwind dealer portal\" {\n}");
}

TEST(contract, names_its_parties) {
  const in_contract<party> vendor("  vendor  \"Salesforce\"  # of the cloud");
  EXPECT_TRUE(vendor->vendor);
  EXPECT_EQ(vendor->name.value, "Salesforce");
  EXPECT_EQ(vendor.at(vendor->at), "vendor  \"Salesforce\"");
  EXPECT_FALSE(in_contract<party>("customer \"Acme\"")->vendor);
}

TEST(contract, runs_from_day_to_day) {
  const in_contract<term> read("term 2027-01-15 to 2030-01-14");
  EXPECT_EQ(shown(read->first), "2027-01-15");
  EXPECT_EQ(shown(read->last), "2030-01-14");
  EXPECT_EQ(read.at(read->last.at), "2030-01-14");
  EXPECT_EQ(read.at(read->at), "term 2027-01-15 to 2030-01-14");
}

TEST(contract, says_how_months_lie) {
  EXPECT_EQ(shown(in_contract<months_start>("months start on day 1")->day), "1");
  const in_contract<short_months> read("short months by day");
  EXPECT_EQ(read.at(read->at), "short months by day");
}

TEST(contract, says_its_currency_zone_and_rounding) {
  EXPECT_EQ(in_contract<currency>("currency USD")->code.text, "USD");
  EXPECT_EQ(in_contract<time_zone>("time zone \"America/Los_Angeles\"")->name.value, "America/Los_Angeles");
  EXPECT_EQ(in_contract<rounding>("rounding half even")->mode, rounding_mode::half_even);
  EXPECT_EQ(in_contract<rounding>("rounding half up")->mode, rounding_mode::half_up);
  EXPECT_EQ(in_contract<rounding>("rounding up")->mode, rounding_mode::up);
  EXPECT_EQ(in_contract<rounding>("rounding down")->mode, rounding_mode::down);
}

TEST(contract, commits_per_year_or_over_the_term) {
  const in_contract<commit> yearly("commit 600_000.00 per year");
  EXPECT_EQ(shown(yearly->least), "600000.00");
  EXPECT_TRUE(yearly->per_year);
  EXPECT_FALSE(in_contract<commit>("commit 600_000.00 EUR over the term")->per_year);
}

TEST(contract, holds_prices) {
  EXPECT_EQ(shown(in_contract<price_hold>("price hold until 2028-01-14")->until), "2028-01-14");
}

TEST(contract, is_for_people_outside) {
  EXPECT_EQ(
      shown(in_contract<external_only>("external only, not \"acme.com\",\n    \"acme.co.uk\"")->employees),
      "acme.com|acme.co.uk");
  EXPECT_TRUE(in_contract<external_only>("external only")->employees.empty());
}

TEST(contract, waives_with_end_owner_and_reason) {
  const in_contract<waive> read("waive login-pool-tight for \"key dealers\" until 2027-12-31 by "
                                "\"procurement\" because \"event season\"");
  EXPECT_EQ(read->rule.text, "login-pool-tight");
  EXPECT_EQ(read->subject.value().value, "key dealers");
  EXPECT_EQ(read.at(read->subject.value().at), "\"key dealers\"");
  EXPECT_EQ(shown(read->until), "2027-12-31");
  EXPECT_EQ(read->owner.value, "procurement");
  EXPECT_EQ(read->because.value, "event season");
  EXPECT_FALSE(in_contract<waive>("waive x until 2027-12-31 by \"a\" because \"b\"")->subject.has_value());
  EXPECT_EQ(in_contract<waive>("waive x for y until 2027-12-31 by \"a\" because \"b\"")->subject.value().value,
            "y");
}

TEST(contract, treats_and_sets_rules) {
  const in_contract<treat> treated("treat overage-undeclared as off");
  EXPECT_EQ(treated->rule.text, "overage-undeclared");
  EXPECT_EQ(treated->severity.text, "off");
  const in_contract<set> read("set login-pool-tight.share to 90%");
  EXPECT_EQ(read->rule.text, "login-pool-tight");
  EXPECT_EQ(read->parameter.text, "share");
  EXPECT_EQ(shown(read->value), "90%");
  EXPECT_EQ(read.at(read->at), "set login-pool-tight.share to 90%");
}

TEST(contract, cites_and_notes) {
  const in_contract<cited> read("clause \"Order form §3\"");
  EXPECT_EQ(read->document.value, "Order form §3");
  EXPECT_EQ(read.at(read->at), "clause \"Order form §3\"");
  EXPECT_EQ(in_contract<note>("note \"draft\"")->value.value, "draft");
}

TEST(contract, clauses_end_with_their_line_semicolon_or_brace) {
  const reading r("contract c \"C\" { vendor \"V\"; customer \"K\";; currency USD }");
  EXPECT_EQ(r.only<contract>().clauses.size(), 3u);
}

TEST(contract, braces_may_stand_on_lines_of_their_own) {
  const reading r("contract c \"C\"\n{\n  sku s \"S\"\n  {\n  }\n}\n");
  EXPECT_EQ(clause<sku>(r.only<contract>()).name.text, "s");
}

TEST(contract, reads_alike_with_crlf_and_byte_order_mark) {
  const reading r("\xEF\xBB\xBF# comment\r\ncontract c \"C\" {\r\n  vendor \"V\"\r\n  external only,\r\n    "
                  "not \"a\"\r\n}\r\n");
  EXPECT_EQ(clause<party>(r.only<contract>()).name.value, "V");
  EXPECT_EQ(r.at(clause<party>(r.only<contract>()).at), "vendor \"V\"");
}

TEST(amendment, names_its_contract_and_first_day) {
  const reading r("amendment \"Amendment 1\" to northwind effective 2028-02-15 {\n"
                  "  sku portal-logins { quantity 30_000 per month }\n"
                  "  quote more \"More\" { price 1.00 per login }\n"
                  "  restriction no-crm { open ended }\n"
                  "  end sku key-dealers\n"
                  "  end restriction old\n"
                  "}\n");
  const auto& read = r.only<amendment>();
  EXPECT_EQ(read.title.value, "Amendment 1");
  EXPECT_EQ(read.contract.text, "northwind");
  EXPECT_EQ(shown(read.effective), "2028-02-15");
  ASSERT_EQ(read.clauses.size(), 5u);
  EXPECT_FALSE(std::get<sku>(read.clauses[0]).title.has_value());
  EXPECT_TRUE(std::get<sku>(read.clauses[1]).quote);
  EXPECT_EQ(std::get<sku>(read.clauses[1]).title.value().value, "More");
  EXPECT_FALSE(std::get<restriction>(read.clauses[2]).title.has_value());
  EXPECT_TRUE(std::get<end_of>(read.clauses[3]).sku);
  EXPECT_EQ(std::get<end_of>(read.clauses[4]).name.text, "old");
  EXPECT_FALSE(std::get<end_of>(read.clauses[4]).sku);
}

TEST(file, uses_packs) {
  const reading r("use \"salesforce/experience-cloud\" # the pack\n");
  EXPECT_EQ(r.only<use>().name.value, "salesforce/experience-cloud");
  EXPECT_EQ(r.at(r.only<use>().at), "use \"salesforce/experience-cloud\"");
}

} // namespace
} // namespace proviso::syntax
