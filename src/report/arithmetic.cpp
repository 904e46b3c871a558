#include "report/arithmetic.hpp"

#include "base/text.hpp"
#include "report/text_parts.hpp"

#include <fmt/format.h>

namespace proviso::report {
namespace {

using text::amount;

std::string_view word(metering::charge::kind of) {
  switch (of) {
  case metering::charge::kind::commitment: return "commitment";
  case metering::charge::kind::pack: return "pack";
  case metering::charge::kind::overage: return "overage";
  case metering::charge::kind::true_up: return "true-up";
  }
  return {};
}

std::string invoice(const metering::assessment& of) {
  const auto& contract = *of.contract;
  std::string result = fmt::format("\nInvoice in {}: charge, sum so far\n", text::line(contract.currency));
  base::rational sum;
  for (const auto& charge : of.charges) {
    sum += charge.amount;
    result += fmt::format("  {}  {:<10}  {:>16}  {:>16}  {}\n",
                          base::to_string(contract.months[charge.month].days.first), word(charge.what),
                          amount(charge.amount, contract), amount(sum, contract),
                          charge.sku == nullptr ? "" : text::line(charge.sku->name));
  }
  result += fmt::format("  cost: {}{}\n", of.totals.complete ? "" : "at least ",
                        text::money(of.totals.cost, contract));
  for (const auto& reason : of.totals.missing)
    result += fmt::format("  not priced: {}\n", text::line(reason));
  return result;
}

std::string figure(const base::known<std::int64_t>& value) {
  return value ? base::grouped(*value) : "unknown";
}

std::string pools(const metering::assessment& of) {
  std::string result;
  for (const auto& sku : of.skus)
    for (const auto& w : sku.windows)
      result += fmt::format("  {}  {}: {} logins, {} entitled: {} over; {} tolerated: {} due; overage {}\n",
                            base::to_string(w.days), text::line(sku.sku->name), figure(w.logins),
                            figure(w.entitled), figure(w.over), figure(w.grace), figure(w.due),
                            w.overage ? amount(*w.overage, *of.contract) : "unknown");
  return result.empty() ? "" : "\nPools by window\n" + result;
}

} // namespace

std::string arithmetic_of(const contract_report& of) {
  return fmt::format("{}: {}\n", text::line(of.contract().name), text::line(of.contract().title)) +
         invoice(*of.assessment) + pools(*of.assessment);
}

} // namespace proviso::report
