#include "report/sample.hpp"

namespace proviso::test {
namespace {

constexpr std::string_view contract_text = R"(contract portal "Dealer portal" {
  sku dealers "Dealer logins" {
    quantity 1_000 per month
  }
  sku keys "Key dealers" { quantity 50 }
}
)";

constexpr std::string_view plan_text = R"([[population]]
season = { november = 1.8 }
)";

model::sku sku(std::string name, model::sale sold, std::string unit) {
  model::sku result;
  result.name = std::move(name);
  result.sold.value = sold;
  result.unit = std::move(unit);
  result.count_assumed = false;
  return result;
}

metering::month_usage month(int number, std::int64_t quantity, std::int64_t users) {
  metering::month_usage result;
  result.month = number;
  result.quantity = quantity;
  result.users = users;
  result.entitled = quantity;
  return result;
}

model::contract made_contract() {
  model::contract result;
  result.name = "portal";
  result.title = "Dealer portal";
  result.months = model::calendar(days("2027-01-15", "2027-03-14"), std::nullopt);
  result.currency = "USD";
  result.zone = {"UTC", {}};
  result.skus.push_back(sku("dealers", model::sale::logins, "login"));
  result.skus.push_back(sku("keys", model::sale::members, "member"));
  return result;
}

metering::sku_assessment pool(const model::sku& of) {
  metering::sku_assessment result{&of, {month(1, 1000, 400), month(2, 1000, 410)}, {}};
  for (auto& each : result.months) {
    each.logins = 1200;
    each.accounts = 20'000;
  }
  metering::window window;
  window.measured = model::measure::quarterly;
  window.first_month = 1;
  window.last_month = 2;
  window.days = days("2027-01-15", "2027-03-14");
  window.logins = 2400;
  window.entitled = 2000;
  window.grace = 200;
  window.over = 400;
  window.due = 200;
  window.overage = amount("500");
  result.windows.push_back(window);
  return result;
}

metering::charge charge(metering::charge::kind what, const model::sku& sku, int month, std::string_view sum) {
  return {what, &sku, month, amount(sum), {}};
}

} // namespace

sample::sample() : contract(made_contract()) {
  sources.add("contracts/portal.proviso", std::string(contract_text));
  sources.add("contracts/portal.plan.toml", std::string(plan_text));
  plan.name = "Roll-out";
  using enum metering::charge::kind;
  assessment.contract = &contract;
  assessment.plan = &plan;
  assessment.skus = {pool(contract.skus[0]), {&contract.skus[1], {month(1, 50, 40), month(2, 50, 40)}, {}}};
  assessment.charges = {
      charge(commitment, contract.skus[0], 1, "2000"), charge(commitment, contract.skus[1], 1, "3000.5"),
      charge(commitment, contract.skus[0], 2, "2000"), charge(overage, contract.skus[0], 2, "500")};
  assessment.totals = {amount("7500.5"), true, amount("7000.5"), amount("0"), amount("500"), amount("0"), {}};
  report.version = "1.2.3";
  report.as_of = on("2027-02-01");
  report.sources = &sources;
  report.contracts.push_back(
      {&assessment, "contracts/portal.proviso", "contracts/portal.plan.toml", nullptr, {}, {}, {}});
  first().rules["login-pool-exceeded"] = {"More logins than the pool holds",
                                          "What exceeds the pool is charged.", "Guide"};
}

base::span find(const base::sources& in, std::uint32_t source, std::string_view words) {
  const auto at = static_cast<std::uint32_t>(in[source].text().find(words));
  return {source, at, at + static_cast<std::uint32_t>(words.size())};
}

base::day on(std::string_view date) {
  return base::parse_day(date).value();
}

base::period days(std::string_view first, std::string_view last) {
  return {on(first), on(last)};
}

base::rational amount(std::string_view decimal) {
  return base::rational::parse(decimal).value();
}

checking::finding exceeded(const sample& in) {
  checking::finding result;
  result.rule = "login-pool-exceeded";
  result.message = "dealers needs 2,400 logins in 2027-01-15..2027-03-14, 2,000 are entitled and 200 tolerated";
  result.subject = "dealers";
  result.days = days("2027-01-15", "2027-03-14");
  result.cost = amount("500");
  result.fix = "buy 100 more per month from 2027-01-15";
  result.places = {{find(in.sources, 1, "quantity 1_000 per month"), "purchased here"},
                   {find(in.sources, 2, "season"), "multiplied here"}};
  result.fingerprint = "0123456789abcdef";
  return result;
}

} // namespace proviso::test
