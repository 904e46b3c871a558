// Clauses of SKUs and quotes.
#include "syntax/reading.hpp"

namespace proviso::syntax {
namespace {

TEST(sku, is_bought_or_only_priced) {
  const in_contract<sku> bought("sku portal-logins \"Customer Community Logins\" { }");
  EXPECT_FALSE(bought->quote);
  EXPECT_EQ(bought->name.text, "portal-logins");
  EXPECT_EQ(bought->title.value().value, "Customer Community Logins");
  EXPECT_EQ(bought.at(bought->at), "sku portal-logins \"Customer Community Logins\" { }");
  EXPECT_TRUE(in_contract<sku>("quote q \"Q\" { }")->quote);
}

TEST(sku, sells_a_license) {
  const in_sku<license_of> read("license customer-community");
  EXPECT_EQ(read->license.text, "customer-community");
  EXPECT_EQ(read.at(read->at), "license customer-community");
}

TEST(sku, is_sold_in_units) {
  EXPECT_EQ(in_sku<sold_as>("sold as logins")->sold.words, "login");
  EXPECT_EQ(in_sku<sold_as>("sold as members")->sold.words, "member");
  const in_sku<sold_as> read("sold as Partner   accounts");
  EXPECT_EQ(read->sold.words, "partner account");
  EXPECT_EQ(read.at(read->sold.at), "Partner   accounts");
}

TEST(sku, counts_logins) {
  using kind = count_unit::kind;
  EXPECT_EQ(in_sku<count_unit>("count one login per user per day")->value, kind::per_user_day);
  EXPECT_EQ(in_sku<count_unit>("count one login per user per month")->value, kind::per_user_month);
  EXPECT_EQ(in_sku<count_unit>("count every login")->value, kind::every_login);
}

TEST(sku, counts_login_types) {
  const in_sku<count_types> only("count only \"Application\", \"SAML\"");
  EXPECT_TRUE(only->only);
  EXPECT_EQ(shown(only->types), "Application|SAML");
  EXPECT_FALSE(in_sku<count_types>("count except \"OauthRefreshToken\"")->only);
}

TEST(sku, has_a_quantity) {
  const in_sku<quantity> logins("quantity 20_000 per month  # rising");
  EXPECT_EQ(shown(logins->value), "20000");
  EXPECT_TRUE(logins->per_month);
  EXPECT_EQ(logins.at(logins->whole), "20_000 per month");
  EXPECT_EQ(logins.at(logins->at), "quantity 20_000 per month");
  const in_sku<quantity> members("quantity 800");
  EXPECT_FALSE(members->per_month);
  EXPECT_EQ(members.at(members->whole), "800");
}

TEST(sku, is_sold_in_blocks_above_a_minimum) {
  EXPECT_EQ(shown(in_sku<block>("block 1_000")->size), "1000");
  EXPECT_EQ(shown(in_sku<minimum>("minimum 500")->value), "500");
}

TEST(price, is_per_unit) {
  const in_sku<price> read("price 60.00 EUR per member per year");
  EXPECT_EQ(read->how, price::shape::flat);
  EXPECT_EQ(shown(read->value.value()), "60.00 EUR");
  EXPECT_EQ(read.at(read->value.value().at), "60.00 EUR");
  EXPECT_EQ(read.at(read->value.value().currency.at), "EUR");
  EXPECT_EQ(read->per.value().words, "member");
  EXPECT_EQ(read->every, price::rhythm::year);
  EXPECT_EQ(in_sku<price>("price 2.00 per login")->every, price::rhythm::unsaid);
  EXPECT_EQ(in_sku<price>("price 9 per partner account per month")->per.value().words, "partner account");
}

TEST(price, is_per_block) {
  const in_sku<price> read("price 1_900.00 per block of 1_000");
  EXPECT_EQ(shown(read->value.value()), "1900.00");
  EXPECT_EQ(shown(read->per_block.value()), "1000");
  EXPECT_FALSE(read->per.has_value());
}

TEST(price, has_slices) {
  const in_sku<price> read(
      "price graduated per member per month { first 500 at 15.00; next 1_500 at 13.50\n beyond at 12.00 }");
  EXPECT_EQ(read->how, price::shape::graduated);
  EXPECT_EQ(read->every, price::rhythm::month);
  EXPECT_EQ(read->per.value().words, "member");
  EXPECT_FALSE(read->value.has_value());
  ASSERT_EQ(read->slices.size(), 3u);
  EXPECT_EQ(read->slices[0].position, slice::kind::first);
  EXPECT_EQ(shown(read->slices[1].size.value()), "1500");
  EXPECT_EQ(shown(read->slices[1].price), "13.50");
  EXPECT_EQ(read.at(read->slices[1].at), "next 1_500 at 13.50");
  EXPECT_EQ(read->slices[2].position, slice::kind::beyond);
  EXPECT_FALSE(read->slices[2].size.has_value());
  EXPECT_EQ(in_sku<price>("price volume per login { beyond at 1 }")->how, price::shape::volume);
}

TEST(sku, has_discount_and_accounts) {
  EXPECT_EQ(shown(in_sku<discount>("discount 12.5%")->value), "12.5%");
  const in_sku<accounts> read("accounts 20 per login");
  EXPECT_EQ(shown(read->value), "20");
  EXPECT_EQ(read->per.words, "login");
}

TEST(sku, grants_grace_as_share_or_number) {
  EXPECT_EQ(shown(std::get<percent>(in_sku<grace>("grace 10%")->value)), "10%");
  EXPECT_EQ(shown(std::get<decimal>(in_sku<grace>("grace 500")->value)), "500");
}

TEST(overage, is_charged_or_blocked) {
  using window = overage::window;
  const in_sku<overage> read("overage 2.50 per login, measured quarterly");
  EXPECT_EQ(shown(read->value.value()), "2.50");
  EXPECT_EQ(read->per.value().words, "login");
  EXPECT_EQ(read->measured, window::quarterly);
  const in_sku<overage> blocks("overage 250.00 per block of 100,\n  measured monthly");
  EXPECT_EQ(shown(blocks->per_block.value()), "100");
  EXPECT_EQ(blocks->measured, window::monthly);
  EXPECT_EQ(in_sku<overage>("overage 1 per login, measured yearly")->measured, window::yearly);
  EXPECT_EQ(in_sku<overage>("overage 1 per login, measured over the term")->measured, window::over_the_term);
  EXPECT_TRUE(in_sku<overage>("overage blocked")->blocked);
}

TEST(sku, rolls_over_and_packs) {
  const in_sku<rollover> rolled("rollover 5_000 for 2 months");
  EXPECT_EQ(shown(rolled->logins), "5000");
  EXPECT_EQ(shown(rolled->validity), "2 months");
  const in_sku<pack> packed("pack 15_000 on 2027-11-15 for 22_500.00");
  EXPECT_EQ(shown(packed->logins), "15000");
  EXPECT_EQ(shown(packed->on), "2027-11-15");
  EXPECT_EQ(shown(packed->price), "22500.00");
}

TEST(sku, has_rights_of_change) {
  EXPECT_EQ(shown(in_sku<uplift>("uplift at most 7% per renewal")->at_most), "7%");
  EXPECT_EQ(shown(in_sku<reduce>("reduce at most 10% per year")->at_most), "10%");
  EXPECT_EQ(in_sku<co_termed>("co-termed with portal-logins")->with.text, "portal-logins");
  const in_sku<swap> read("swap 20 logins for 1 member of key-dealers, at most 500 members per year");
  EXPECT_EQ(shown(read->logins), "20");
  EXPECT_EQ(shown(read->members), "1");
  EXPECT_EQ(read->sku.text, "key-dealers");
  EXPECT_EQ(shown(read->at_most.value()), "500");
  EXPECT_FALSE(in_sku<swap>("swap 20 logins for 1 member of key-dealers")->at_most.has_value());
}

TEST(sku, ramps_by_steps) {
  const in_sku<step> read(
      "from 2028-01-15 {\n  quantity 25_000 per month\n  price 1.90 per login\n  note \"n\"\n}");
  EXPECT_EQ(shown(read->from), "2028-01-15");
  ASSERT_EQ(read->clauses.size(), 3u);
  EXPECT_EQ(shown(std::get<quantity>(read->clauses[0]).value), "25000");
  EXPECT_TRUE(read.at(read->at).ends_with("}"));
}

TEST(sku, rounds_and_cites) {
  EXPECT_EQ(in_sku<rounding>("rounding half even")->mode, rounding_mode::half_even);
  EXPECT_EQ(in_sku<cited>("clause \"line 1\"")->document.value, "line 1");
}

} // namespace
} // namespace proviso::syntax
