// SKUs and quotes, read in a month: terms are those in force on the month's first day.
#include "checking/facts/tariff.hpp"
#include "checking/records/reading.hpp"
#include "metering/pricing.hpp"
#include "metering/renewal.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::checking::records {
namespace {

const model::sku& of(const facts& f, record r) {
  return f.sku(r.index);
}
const model::sku_terms& terms(const facts& f, record r) {
  return f.terms(r.index, r.month);
}

base::span place_of_name(const facts& f, record r) {
  return of(f, r).at;
}

base::span price_at(const facts& f, record r) {
  return stated_at(terms(f, r).price);
}

value quantity(const facts& f, record r) {
  const auto& now = terms(f, r).quantity;
  return base::rational(now ? now->value : 0);
}

value unit_price(const facts& f, record r) {
  const auto price = metering::unit_price(of(f, r), terms(f, r));
  return price ? value(*price) : unknown_because(fmt::format("a price of '{}': state 'price'", of(f, r).name));
}

value monthly_price(const facts& f, record r) {
  const auto& now = terms(f, r);
  const auto price = metering::monthly_price(now, now.quantity ? now.quantity->value : 0);
  return price && now.price ? value(*price)
                            : unknown_because(fmt::format("a price of '{}': state 'price'", of(f, r).name));
}

const std::optional<base::stated<std::int64_t>>& accounts_clause(const model::sku& sku,
                                                                 const model::sku_terms& now) {
  return now.accounts ? now.accounts : sku.license->accounts;
}

value accounts_per_login(const facts& f, record r) {
  const auto& now = terms(f, r);
  return stated_number(accounts_clause(of(f, r), now));
}

base::span accounts_at(const facts& f, record r) {
  const auto& now = terms(f, r);
  return stated_at(accounts_clause(of(f, r), now));
}

const model::overage* overage(const model::sku_terms& now) {
  return now.overage ? &now.overage->value : nullptr;
}

value overage_price(const facts& f, record r) {
  const auto& now = terms(f, r);
  const auto* clause = overage(now);
  return clause && !clause->blocked ? value(clause->amount / base::rational(clause->per)) : value(absent{});
}

std::string_view short_name(model::measure window) {
  return window == model::measure::term ? "term" : to_string(window);
}

value measured(const facts& f, record r) {
  const auto& now = terms(f, r);
  const auto* clause = overage(now);
  return clause ? value(std::string(short_name(clause->window))) : value(absent{});
}

value blocked(const facts& f, record r) {
  const auto& now = terms(f, r);
  const auto* clause = overage(now);
  return clause ? value(clause->blocked) : value(absent{});
}

base::span overage_at(const facts& f, record r) {
  return stated_at(terms(f, r).overage);
}

value rollover(const facts& f, record r) {
  const auto& now = terms(f, r);
  return now.rollover ? value(base::rational(now.rollover->value.logins)) : value(absent{});
}

std::string_view counting_name(model::counting how) {
  switch (how) {
  case model::counting::per_user_day: return "per-user-day";
  case model::counting::per_user_month: return "per-user-month";
  case model::counting::every_login: return "every-login";
  }
  return {};
}

// ---- for who reads a draft

struct block_clause {
  std::int64_t size = 0;
  base::span at;
};

// Blocks that the quantity does not fill: those it is sold in, else those it is priced by.
std::optional<block_clause> unfilled_block(const model::sku_terms& now) {
  const auto unfilled = [&](std::int64_t size) { return size > 0 && bought(now) % size != 0; };
  if (now.block && unfilled(now.block->value))
    return block_clause{now.block->value, now.block->at};
  const auto* price = now.price ? std::get_if<model::block_price>(&now.price->value.how) : nullptr;
  if (price != nullptr && unfilled(price->size))
    return block_clause{price->size, now.price->at};
  return std::nullopt;
}

value unfilled_size(const facts& f, record r) {
  const auto block = unfilled_block(terms(f, r));
  return block ? number(block->size) : value(absent{});
}

base::span unfilled_at(const facts& f, record r) {
  const auto block = unfilled_block(terms(f, r));
  return block ? block->at : base::span{};
}

derivation unfilled_derived(const facts& f, record r) {
  const auto& now = terms(f, r);
  const auto block = unfilled_block(now);
  return block ? quotient(base::rational(bought(now)), base::rational(block->size)) : derivation{};
}

value number_or_absent(std::optional<std::int64_t> figure) {
  return figure ? number(*figure) : value(absent{});
}

value larger_quantity(const facts& f, record r) {
  const auto larger = larger_and_cheaper(terms(f, r));
  return larger ? number(larger->quantity) : value(absent{});
}

value larger_price(const facts& f, record r) {
  const auto larger = larger_and_cheaper(terms(f, r));
  return larger ? value(larger->price) : value(absent{});
}

value rival_sku(const facts& f, record r) {
  const auto found = cheaper_quote(f, r.index, r.month);
  return found ? value(f.sku_record(*found->quote->of, r.month)) : value(absent{});
}

value rival_price(const facts& f, record r) {
  const auto found = cheaper_quote(f, r.index, r.month);
  return found ? value(found->price) : value(absent{});
}

derivation rival_price_derived(const facts& f, record r) {
  const auto found = cheaper_quote(f, r.index, r.month);
  return found ? of_price(f, found->quote->of->name, found->quote->terms, found->quantity) : derivation{};
}

value titled_as(const facts& f, record r) {
  const auto* license = named_in_title(of(f, r), *f.contract().known);
  return license ? value(license->name) : value(absent{});
}

value overage_over_term(const facts& f, record r) {
  return of(f, r).quote ? value(base::rational()) : to_value(overage_cost(f.metered(), r.index));
}

value renewal_price(const facts& f, record r) {
  const auto& one = of(f, r);
  if (!one.uplift)
    return absent{};
  if (one.quote)
    return unknown_because(fmt::format("how much of '{}' is renewed: a quote is not bought", one.name));
  return to_value(metering::renewal_at_most(f.contract(), one));
}

derivation renewal_price_derived(const facts& f, record r) {
  return of_renewal(f, r.index);
}

// The first month of which excess is charged by itself; null where none is.
const metering::month_usage* month_by_itself(const facts& f, record r) {
  if (of(f, r).quote)
    return nullptr;
  const auto& months = f.metered().skus[r.index].months;
  const auto found = std::ranges::find_if(
      months, [](const auto& month) { return month.quantity > 0 && is_charged_monthly(month); });
  return found == months.end() ? nullptr : &*found;
}

base::span charged_monthly_at(const facts& f, record r) {
  const auto* month = month_by_itself(f, r);
  return month ? stated_at(month->terms->overage) : overage_at(f, r);
}

value overage_by_quarter(const facts& f, record r) {
  return of(f, r).quote ? value(base::rational()) : to_value(quarterly_overage(f.metered(), r.index));
}

derivation overage_derived(const facts& f, record r) {
  return of(f, r).quote ? derivation{} : of_all_overage(f, f.metered().skus[r.index].windows);
}
derivation quarterly_derived(const facts& f, record r) {
  return of(f, r).quote ? derivation{} : of_all_overage(f, quarterly_windows(f.metered(), r.index));
}

constexpr field fields[] = {
    {"name", name_of(domain::any), "its name", [](const facts& f, record r) -> value { return of(f, r).name; }},
    {"title", text_type, "its title", [](const facts& f, record r) -> value { return of(f, r).title; }},
    {"license", record_of(record_kind::license), "the license it sells",
     [](const facts& f, record r) -> value {
       return record{record_kind::license, 0, f.index_of(*of(f, r).license)};
     },
     [](const facts& f, record r) { return of(f, r).license_at; }},
    {"sold_as", name_of(domain::sale), "logins, members or other",
     [](const facts& f, record r) -> value { return std::string(to_string(of(f, r).sold.value)); },
     [](const facts& f, record r) { return of(f, r).sold.at; }},
    {"unit", text_type, "what is sold, in the singular: login, member, partner account",
     [](const facts& f, record r) -> value { return of(f, r).unit; },
     [](const facts& f, record r) { return of(f, r).sold.at; }},
    {"quoted", truth_type, "priced only, not bought",
     [](const facts& f, record r) -> value { return of(f, r).quote; }},
    {"quantity", number_type, "what is purchased, in its unit; 0 where it is not sold", quantity,
     [](const facts& f, record r) { return stated_at(terms(f, r).quantity); }},
    {"block", number_type, "sold in steps of",
     [](const facts& f, record r) { return stated_number(terms(f, r).block); },
     [](const facts& f, record r) { return stated_at(terms(f, r).block); }, "block"},
    {"unfilled_block", number_type,
     "the block, of the SKU or else of its price, of which the quantity is no whole number", unfilled_size,
     unfilled_at, "unfilled_block", unfilled_derived},
    {"minimum", number_type, "the least that is sold",
     [](const facts& f, record r) { return stated_number(terms(f, r).minimum); },
     [](const facts& f, record r) { return stated_at(terms(f, r).minimum); }, "minimum"},
    {"price",
     money_type,
     "what its quantity costs a month, exact",
     monthly_price,
     price_at,
     {},
     [](const facts& f, record r) { return of_price(f, r.index, r.month); }},
    {"unit_price",
     money_type,
     "the charge divided by the quantity; a quote's at its minimum, else at one unit",
     unit_price,
     price_at,
     {},
     [](const facts& f, record r) { return of_unit_price(f, of(f, r), terms(f, r)); }},
    {"discount", percent_type, "off the price",
     [](const facts& f, record r) { return stated_number(terms(f, r).discount); },
     [](const facts& f, record r) { return stated_at(terms(f, r).discount); }, "discount"},
    {"accounts_per_login", number_type,
     "user records for each purchased login, the SKU's or else the license's", accounts_per_login, accounts_at,
     "accounts_per_login"},
    {"accounts_stated", truth_type, "says itself how many accounts a login brings",
     [](const facts& f, record r) -> value { return terms(f, r).accounts.has_value(); }, accounts_at},
    {"grace", truth_type, "states a grace",
     [](const facts& f, record r) -> value { return terms(f, r).grace.has_value(); },
     [](const facts& f, record r) { return stated_at(terms(f, r).grace); }},
    {"overage", truth_type, "states what happens beyond the pool",
     [](const facts& f, record r) -> value { return terms(f, r).overage.has_value(); }, overage_at},
    {"overage_price", money_type, "of one login in excess", overage_price, overage_at, "overage_price"},
    {"measured", name_of(domain::measure), "the window of the overage clause", measured, overage_at,
     "measured"},
    {"blocked", truth_type, "logins beyond the pool are refused", blocked, overage_at, "measured"},
    {"rollover", logins_type, "unused logins of a month that stay usable, at most", rollover,
     [](const facts& f, record r) { return stated_at(terms(f, r).rollover); }, "rollover"},
    {"count", name_of(domain::counting), "what consumes a login",
     [](const facts& f, record r) -> value { return std::string(counting_name(of(f, r).count.value)); },
     [](const facts& f, record r) { return of(f, r).count.at; }},
    {"count_assumed", truth_type, "the contract does not say what consumes a login",
     [](const facts& f, record r) -> value { return of(f, r).count_assumed; }},
    {"uplift", percent_type, "cap on the renewal price",
     [](const facts& f, record r) { return stated_number(of(f, r).uplift); },
     [](const facts& f, record r) { return stated_at(of(f, r).uplift); }, "uplift"},
    {"renewal_price", money_type,
     "the most it may cost a month after renewal: its last month's price and the cap; 0 where it ended before",
     renewal_price, [](const facts& f, record r) { return stated_at(of(f, r).uplift); }, "uplift",
     renewal_price_derived},
    {"reduce", percent_type, "right to buy less each year",
     [](const facts& f, record r) { return stated_number(of(f, r).reduce); },
     [](const facts& f, record r) { return stated_at(of(f, r).reduce); }, "reduce"},
    {"swap", truth_type, "may be swapped for members",
     [](const facts& f, record r) -> value { return of(f, r).swapping.has_value(); },
     [](const facts& f, record r) { return stated_at(of(f, r).swapping); }},
    {"priced_up_to", number_type, "the last unit that its price reaches",
     [](const facts& f, record r) { return number_or_absent(priced_up_to(terms(f, r))); }, price_at,
     "priced_up_to"},
    {"larger_quantity", number_type, "a larger quantity that costs less a month", larger_quantity, price_at,
     "larger_quantity"},
    {"larger_price", money_type, "what that costs a month", larger_price, price_at, "larger_quantity",
     [](const facts& f, record r) {
       const auto larger = larger_and_cheaper(terms(f, r));
       return larger ? of_price(f, of(f, r).name, terms(f, r), larger->quantity) : derivation{};
     }},
    {"cheaper_quote", record_of(record_kind::sku),
     "the quote of the same license, sold the same way, that asks least for the quantity, if less than the SKU",
     rival_sku, price_at, "cheaper_quote"},
    {"quote_price", money_type, "what that quote asks for the quantity a month", rival_price, price_at,
     "cheaper_quote", rival_price_derived},
    {"titled_as", name_of(domain::license), "the license that its title names", titled_as, place_of_name,
     "titled_as"},
    {"charged_monthly", truth_type, "of a pool: excess of some months of the term is charged month by month",
     [](const facts& f, record r) -> value { return month_by_itself(f, r) != nullptr; }, charged_monthly_at},
    {"overage_cost",
     money_type,
     "of a pool: its overage over the term",
     overage_over_term,
     overage_at,
     {},
     overage_derived},
    {"quarterly_overage",
     money_type,
     "of a pool: its overage over the term were its monthly windows quarters",
     overage_by_quarter,
     overage_at,
     {},
     quarterly_derived},
    {"clause", text_type, "the clause of the paper it cites",
     [](const facts& f, record r) { return text_or_absent(of(f, r).document); }, nullptr, "clause"},
    {"metered", truth_type, "its usage can be counted: it is sold as logins or members; otherwise unknown",
     [](const facts& f, record r) -> value {
       if (of(f, r).sold.value != model::sale::other)
         return true;
       return unknown_because(
           fmt::format("how many {}s '{}' uses: this unit is priced, not metered; count it by hand",
                       of(f, r).unit, of(f, r).name));
     },
     [](const facts& f, record r) { return of(f, r).sold.at; }},
};

} // namespace

constinit const record_schema sku{
    .of = record_kind::sku,
    .documentation =
        "what is bought; read through a record with a period, as of the period's first day, else of "
        "the month that holds today",
    .fields = fields,
    .subject = [](const facts& f, record r) { return of(f, r).name; },
    .days = [](const facts& f, record) -> std::optional<base::period> { return f.contract().months.term(); },
    .declared = place_of_name,
    .named = true,
};

} // namespace proviso::checking::records
