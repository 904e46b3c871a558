// A population's users with the same login days in an ordinary month.
#include "checking/facts/cheaper.hpp"
#include "checking/records/reading.hpp"
#include "metering/population.hpp"

#include <fmt/format.h>

namespace proviso::checking::records {
namespace {

using model::sale;

const band_fact& of(const facts& f, record r) {
  return f.bands()[r.index];
}
const model::sku& sku_of(const facts& f, record r) {
  return *f.population(of(f, r).population).sku;
}

base::span band_at(const facts& f, record r) {
  return of(f, r).at;
}
base::span sku_at(const facts& f, record r) {
  return f.population(of(f, r).population).population->sku.at;
}

value if_known(const facts& f, record r, std::int64_t figure) {
  return of(f, r).doubt.empty() ? number(figure) : unknown_because(of(f, r).doubt);
}

// Bands come from shares of an ordinary month, else from one that was seen.
bool is_seen(const facts& f, record r) {
  const auto& days = f.population(of(f, r).population).population->days;
  return of(f, r).doubt.empty() && (!days || days->shares.empty());
}

// ---- the same license sold the other way

const offer* other_way(const facts& f, record r, sale from, sale to) {
  return sku_of(f, r).sold.value == from ? same_license(f, sku_of(f, r), to, r.month) : nullptr;
}

template <typename Read>
value of_offer(const offer* found, Read read) {
  return found ? read(*found) : value(absent{});
}

const offer* as_members(const facts& f, record r) {
  return other_way(f, r, sale::logins, sale::members);
}
const offer* as_logins(const facts& f, record r) {
  return other_way(f, r, sale::members, sale::logins);
}

value price_of(const offer* found) {
  return of_offer(found, [](const offer& o) -> value { return o.unit_price; });
}

derivation price_derived(const facts& f, const offer* found) {
  return found ? of_unit_price(f, *found->of, found->terms) : derivation{};
}

value record_of_offer(const offer* found, int month) {
  return of_offer(found, [&](const offer& o) -> value { return record{record_kind::sku, month, o.sku}; });
}

// Logins of one of them a month, where the pool counts.
value counted(const facts& f, record r, const model::sku& pool) {
  return of(f, r).doubt.empty() ? to_value(logins_at(f, of(f, r), pool)) : unknown_because(of(f, r).doubt);
}

// How many logins a login day has; 1 where a day or a month counts once at the most.
base::known<base::rational> logins_a_day(const facts& f, record r, const model::sku& pool) {
  if (pool.count.value != model::counting::every_login)
    return base::rational(1);
  return metering::logins_of_days(*f.population(of(f, r).population).population, pool.count.value, 1);
}

value days_for(const facts& f, record r, const base::rational& member, const base::rational& login,
               const model::sku& pool) {
  if (login.is_zero())
    return unknown_because(fmt::format("a break-even of '{}': its logins cost nothing", pool.name));
  const auto a_day = logins_a_day(f, r, pool);
  return a_day && !a_day->is_zero() ? value(member / (login * *a_day))
         : a_day ? unknown_because(fmt::format("a break-even of '{}': nobody logs in", pool.name))
                 : to_value(a_day);
}

// Of the SKU they are on.
value own_price(const facts& f, record r) {
  return schema_of(record_kind::sku).find("unit_price")->get(f, f.sku_record(sku_of(f, r), r.month));
}

value break_even(const facts& f, record r) {
  return of_offer(as_members(f, r), [&](const offer& o) -> value {
    const auto login = own_price(f, r);
    const auto* price = std::get_if<base::rational>(&login);
    return price == nullptr ? login : days_for(f, r, o.unit_price, *price, sku_of(f, r));
  });
}

value login_break_even(const facts& f, record r) {
  return of_offer(as_logins(f, r), [&](const offer& o) -> value {
    const auto member = own_price(f, r);
    const auto* price = std::get_if<base::rational>(&member);
    return price == nullptr ? member : days_for(f, r, *price, o.unit_price, *o.of);
  });
}

derivation login_break_even_derived(const facts& f, record r) {
  const auto* offer = as_logins(f, r);
  const auto member = own_price(f, r);
  const auto* price = std::get_if<base::rational>(&member);
  const auto a_day = offer != nullptr ? logins_a_day(f, r, *offer->of) : base::rational(1);
  return offer != nullptr && price != nullptr && a_day ? quotient(*price, offer->unit_price * *a_day)
                                                       : derivation{};
}

derivation break_even_derived(const facts& f, record r) {
  const auto* offer = as_members(f, r);
  const auto login = own_price(f, r);
  const auto* price = std::get_if<base::rational>(&login);
  const auto a_day = logins_a_day(f, r, sku_of(f, r));
  return offer != nullptr && price != nullptr && a_day ? quotient(offer->unit_price, *price * *a_day)
                                                       : derivation{};
}

// ---- what a move saves

using moving = std::optional<base::known<move>> (*)(const facts&, record); // nothing: there is no such move

std::optional<base::known<move>> to_members(const facts& f, record r) {
  const auto* to = as_members(f, r);
  return to ? std::optional(move_to_members(f, of(f, r), *to)) : std::nullopt;
}

std::optional<base::known<move>> to_logins(const facts& f, record r) {
  const auto* to = as_logins(f, r);
  return to ? std::optional(move_to_logins(f, of(f, r), *to)) : std::nullopt;
}

std::optional<base::known<move>> away(const facts& f, record r) {
  return sku_of(f, r).sold.value == sale::members ? std::optional(base::known<move>(move_away(f, of(f, r))))
                                                  : std::nullopt;
}

template <moving By>
value saving(const facts& f, record r) {
  const auto by = By(f, r);
  if (!by)
    return absent{};
  if (!of(f, r).doubt.empty())
    return unknown_because(of(f, r).doubt);
  return *by ? to_value(saved(f, **by)) : unknown_because(by->why().missing);
}

template <moving By>
derivation saving_derived(const facts& f, record r) {
  const auto by = By(f, r);
  return by && *by ? of_move(f, **by) : derivation{};
}

constexpr field fields[] = {
    {"population", record_of(record_kind::population), "whose users they are",
     [](const facts& f, record r) -> value {
       return record{record_kind::population, r.month, of(f, r).population};
     }},
    {"sku", record_of(record_kind::sku), "what they are on",
     [](const facts& f, record r) -> value { return f.sku_record(sku_of(f, r), r.month); }, sku_at},
    {"login_days", number_type, "in an ordinary month",
     [](const facts& f, record r) { return if_known(f, r, of(f, r).login_days); }, band_at},
    {"observed", truth_type, "seen in one month: what they do in an ordinary one is not planned",
     [](const facts& f, record r) -> value { return is_seen(f, r); }},
    {"users", members_type, "whole users of the month that holds today, or of the nearest of the term",
     [](const facts& f, record r) { return if_known(f, r, of(f, r).users); }, band_at},
    {"member_price", money_type,
     "of a pool: the cheapest monthly member price of the same license, among SKUs and quotes",
     [](const facts& f, record r) { return price_of(as_members(f, r)); }, sku_at, "member_price",
     [](const facts& f, record r) { return price_derived(f, as_members(f, r)); }},
    {"member_sku", record_of(record_kind::sku), "the SKU or quote of that price",
     [](const facts& f, record r) { return record_of_offer(as_members(f, r), r.month); }, sku_at,
     "member_price"},
    {"counted", number_type, "logins of one of them in an ordinary month, as the pool counts",
     [](const facts& f, record r) {
       return of_offer(as_members(f, r), [&](const offer&) { return counted(f, r, sku_of(f, r)); });
     },
     band_at, "member_price"},
    {"break_even", number_type,
     "login days from which members are cheaper: member price divided by what a login day costs, exact",
     break_even, sku_at, "member_price", break_even_derived},
    {"member_saving", money_type, "what moving them to members saves in a month, blocks and minimum heeded",
     saving<to_members>, band_at, "member_price", saving_derived<to_members>},
    {"login_price", money_type,
     "of members: the cheapest login price of the same license, among SKUs and quotes",
     [](const facts& f, record r) { return price_of(as_logins(f, r)); }, sku_at, "login_price",
     [](const facts& f, record r) { return price_derived(f, as_logins(f, r)); }},
    {"login_sku", record_of(record_kind::sku), "the SKU or quote of that price",
     [](const facts& f, record r) { return record_of_offer(as_logins(f, r), r.month); }, sku_at, "login_price"},
    {"login_counted", number_type,
     "logins of one of them in an ordinary month, as the pool of that price counts",
     [](const facts& f, record r) {
       return of_offer(as_logins(f, r), [&](const offer& o) { return counted(f, r, *o.of); });
     },
     band_at, "login_price"},
    {"login_break_even", number_type,
     "login days below which logins are cheaper: unit price divided by what a login day costs, exact",
     login_break_even, sku_at, "login_price", login_break_even_derived},
    {"login_saving", money_type, "what moving them to logins saves in a month, blocks and minimum heeded",
     saving<to_logins>, band_at, "login_price", saving_derived<to_logins>},
    {"release_saving", money_type,
     "of members: what giving up their licenses saves in a month, blocks and minimum heeded", saving<away>,
     band_at, "release_saving", saving_derived<away>},
};

} // namespace

constinit const record_schema band{
    .of = record_kind::band,
    .documentation = "a population's users with the same login days; a mean alone gives one doubtful band",
    .fields = fields,
    .subject = [](const facts& f,
                  record r) { return f.population(of(f, r).population).population->name.value; },
    .days = [](const facts& f, record) -> std::optional<base::period> { return f.contract().months.term(); },
    .declared = band_at,
    .identity = [](const facts& f, record r) { return std::to_string(of(f, r).login_days); },
    .doubt = [](const facts& f, record r) { return of(f, r).doubt; },
};

} // namespace proviso::checking::records
