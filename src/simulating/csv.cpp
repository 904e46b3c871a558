// One table for spreadsheets: each figure a row, chances as shares of the runs.
#include "report/spreadsheet.hpp"
#include "simulating/formats.hpp"
#include "simulating/wording.hpp"

#include <fmt/format.h>

namespace proviso::simulating {
namespace {

struct row {
  std::string_view what;
  std::string sku;
  base::period days;
  std::string quantity; // or the percent of a quantile
  std::string chance;
  std::string at_most;
  std::string cost;
  std::string middle;
};

constexpr int chance_decimals = 7; // of ten million runs

std::string share(std::int64_t runs, std::int64_t all) {
  return base::rational(runs, all).fixed(chance_decimals);
}

std::string line(const row& of) {
  return fmt::format("{},{},{},{},{},{},{},{},{}\n", of.what, report::spreadsheet_cell(of.sku),
                     base::to_string(of.days.first), base::to_string(of.days.last), of.quantity, of.chance,
                     of.at_most, of.cost, of.middle);
}

std::string plain(const simulation& of, const base::known<base::rational>& cost) {
  return cost ? cost->fixed(of.of->contract->decimals) : std::string();
}

std::string pool_rows(const simulation& of, const pool_outcome& pool) {
  const auto runs = of.asked.runs;
  const auto& months = of.of->contract->months;
  auto text = line({"pool", pool.sku->name, months.term(), "", share(pool.any, runs),
                    share(pool.any + pool.undecided, runs), "", ""});
  for (const auto& one : pool.windows)
    text += line({"window", pool.sku->name, one.days, "", share(one.exceeded, runs),
                  share(one.exceeded + one.undecided, runs), "",
                  one.when ? base::to_string(one.when->middle) : std::string()});
  for (std::size_t k = 0; k < pool.by_month.size(); ++k)
    text +=
        line({"month", pool.sku->name, months.months()[k].days, "", share(pool.by_month[k], runs), "", "", ""});
  return text;
}

std::string ceiling_rows(const simulation& of, const ceiling_outcome& one) {
  std::string text;
  for (std::size_t k = 0; k < one.by_month.size(); ++k)
    text +=
        line({one.accounts ? "accounts" : "members", one.sku->name, of.of->contract->months.months()[k].days,
              "", share(one.by_month[k], of.asked.runs), "", "", ""});
  return text;
}

std::string quantity_rows(const simulation& of, const pool_outcome& pool) {
  std::string text;
  if (!pool.sizings)
    return text;
  for (const auto& one : *pool.sizings) {
    const auto point = [&](std::string_view what, const quantity_outcome& at) {
      text += line({what, pool.sku->name, one.days, std::to_string(at.quantity), share(at.over, one.runs), "",
                    plain(of, at.mean_cost), ""});
    };
    point("bought", one.purchased);
    if (one.cheapest)
      point("least cost", *one.cheapest);
    if (one.safe)
      point("within the limit", *one.safe);
    for (const auto& at : one.curve)
      point("curve", at);
  }
  return text;
}

} // namespace

std::string to_csv(const simulation& of) {
  std::string text = "what,sku,start,end,quantity,chance,chance_at_most,cost,runs_out\n";
  for (const auto& pool : of.pools)
    text += pool_rows(of, pool);
  for (const auto& one : of.ceilings)
    text += ceiling_rows(of, one);
  if (of.cost)
    for (const auto& one : cost_lines(*of.cost))
      text += line({"cost", "", of.of->contract->months.term(), one.label, "", "", plain(of, one.cost), ""});
  for (const auto& pool : of.pools)
    text += quantity_rows(of, pool);
  return text;
}

} // namespace proviso::simulating
