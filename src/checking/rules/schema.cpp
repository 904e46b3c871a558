#include "checking/rules/schema.hpp"

#include "checking/records/reading.hpp"

#include <algorithm>
#include <array>

namespace proviso::checking {
namespace {

using known_list = base::known<record_list>;

// ---- lists

record_list numbered(record_kind of, std::size_t count, int month) {
  record_list list;
  list.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i)
    list.push_back({of, month, i});
  return list;
}

template <typename Item, typename Month>
record_list each(record_kind of, const std::vector<Item>& all, Month month) {
  record_list list;
  list.reserve(all.size());
  for (const auto& one : all)
    list.push_back({of, month(one), static_cast<std::uint32_t>(list.size())});
  return list;
}

base::unknown without_plan() {
  return {std::string(no_plan)};
}

// SKUs and quotes are numbered together.
record_list offers(const facts& f, std::size_t first, std::size_t count) {
  record_list list;
  list.reserve(count);
  for (auto i = first; i < first + count; ++i)
    list.push_back(f.sku_record(static_cast<std::uint32_t>(i)));
  return list;
}

known_list skus(const facts& f) {
  return offers(f, 0, f.contract().skus.size());
}

known_list quotes(const facts& f) {
  return offers(f, f.contract().skus.size(), f.contract().quotes.size());
}

known_list months(const facts& f) {
  record_list list;
  for (const auto& month : f.contract().months.months())
    list.push_back(records::month_record(month.number));
  return list;
}

known_list usage(const facts& f) {
  record_list list;
  for (std::uint32_t sku = 0; sku < f.metered().skus.size(); ++sku)
    for (int month = 1; month <= f.contract().months.size(); ++month)
      list.push_back({record_kind::usage, month, sku});
  return list;
}

known_list windows(const facts& f) {
  return each(record_kind::window, f.windows(), [](const auto& w) { return w.window->first_month; });
}

known_list stretches(const facts& f) {
  return each(record_kind::stretch, f.stretches(), [](const stretch& s) { return s.first_month; });
}

known_list phases(const facts& f) {
  return each(record_kind::phase, f.phases(), [](const phase& p) { return p.first_month; });
}

known_list overruns(const facts& f) {
  return each(record_kind::overrun, f.overruns(), [](const overrun& o) { return o.first_month; });
}

// ---- lists that only a plan gives

known_list populations(const facts& f) {
  if (!f.has_plan())
    return without_plan();
  return numbered(record_kind::population, f.metered().populations.size(), f.month());
}

known_list bands(const facts& f) {
  if (!f.has_plan())
    return without_plan();
  return numbered(record_kind::band, f.bands().size(), f.month());
}

known_list needs(const facts& f) {
  if (!f.has_plan())
    return without_plan();
  return numbered(record_kind::need, f.needs().size(), f.month());
}

known_list accesses(const facts& f) {
  if (!f.has_plan())
    return without_plan();
  return each(record_kind::access, f.accesses(), [&](const access& a) { return f.month_at(a.days.first); });
}

// Where nothing is forbidden nothing is breached, with or without a plan.
known_list breaches(const facts& f) {
  if (!f.has_plan() && !f.contract().restrictions.empty())
    return without_plan();
  return each(record_kind::breach, f.breaches(), [&](const breach& b) { return f.month_at(b.days.first); });
}

// ---- lists of the contract

template <record_kind Of, auto All>
known_list in_contract(const facts& f) {
  return numbered(Of, (f.*All)().size(), 0);
}

known_list restrictions(const facts& f) {
  return numbered(record_kind::restriction, f.contract().restrictions.size(), 0);
}
known_list waivers(const facts& f) {
  return numbered(record_kind::waiver, f.contract().waivers.size(), 0);
}

known_list amendments(const facts& f) {
  return numbered(record_kind::amendment, f.contract().amendments.size(), 0);
}

known_list charges(const facts& f) {
  return each(record_kind::charge, f.charges(), [](const facts::charge_line& c) { return c.month; });
}

known_list changes(const facts& f) {
  return each(record_kind::change, f.changes(), [&](const change& c) { return f.month_at(c.date); });
}

// The plan's own among them.
known_list entries(const facts& f) {
  if (!f.has_plan())
    return without_plan();
  auto list = *changes(f);
  std::erase_if(list, [&](record r) { return f.changes()[r.index].population == nullptr; });
  return list;
}

// ---- lists that only metadata gives

// Nothing of what is not there passes: without a profile or a set nobody can tell what is granted.
template <record_kind Of, auto All>
known_list in_metadata(const facts& f) {
  if (f.found() == nullptr)
    return base::unknown{"access found in metadata: name the folder of the project with --metadata"};
  if (f.found()->holders.empty())
    return base::unknown{
        "what metadata grants: there is no profile and no permission set in the folders of --metadata"};
  return numbered(Of, (f.*All)().size(), 0);
}

template <record_kind Of, auto All>
constexpr collection of_metadata(std::string_view name, std::string_view documentation) {
  return {name,
          Of,
          documentation,
          in_metadata<Of, All>,
          [](const facts& f) { return f.found() != nullptr; },
          "--metadata",
          true};
}

// ---- lists that only exports give

bool users_given(const facts& f) {
  return f.seen() != nullptr && shows_users(*f.seen());
}
bool entitlements_given(const facts& f) {
  return f.seen() != nullptr && shows_counts(*f.seen());
}

// By exports, or by those that a plan was made from.
bool months_given(const facts& f) {
  const auto any_month = [](const auto& sku) {
    return std::ranges::any_of(sku.months, &metering::month_usage::observed);
  };
  return f.seen() != nullptr || std::ranges::any_of(f.metered().skus, any_month);
}

known_list observed(const facts& f) {
  if (!months_given(f))
    return base::unknown{"observed logins: name an export of them with --logins"};
  return usage(f);
}
known_list running(const facts& f) {
  auto list = observed(f);
  if (!list)
    return list;
  auto all = *windows(f);
  std::erase_if(all, [&](record r) { return !f.windows()[r.index].window->days.holds(f.today()); });
  return all;
}
known_list users(const facts& f) {
  if (!users_given(f))
    return base::unknown{"observed users: name an export of them with --users"};
  return numbered(record_kind::user, f.sightings().size(), f.month());
}
known_list entitlements(const facts& f) {
  if (!entitlements_given(f))
    return base::unknown{"what the org counts: name an export of UserLicense with --org"};
  return numbered(record_kind::entitlement, f.discrepancies().size(), f.month());
}

// ---- the tables

constexpr std::array<const record_schema*, 31> kinds{
    &records::contract,    &records::sku,         &records::month,     &records::usage,      &records::window,
    &records::stretch,     &records::phase,       &records::overrun,   &records::population, &records::band,
    &records::need,        &records::access,      &records::grant,     &records::breach,     &records::user,
    &records::entitlement, &records::restriction, &records::limit,     &records::license,    &records::charge,
    &records::change,      &records::waiver,      &records::amendment, &records::exception,  &records::conflict,
    &records::exposure,    &records::holder,      &records::member,    &records::gap,        &records::path,
    &records::opening};

constexpr std::array lists{
    collection{"skus", record_kind::sku, "what is bought", skus},
    collection{"quotes", record_kind::sku, "what is only priced", quotes},
    collection{"months", record_kind::month, "contract months", months},
    collection{"usage", record_kind::usage, "each SKU in each month", usage},
    collection{"windows", record_kind::window, "each pool in each window of its overage clause", windows},
    collection{"stretches", record_kind::stretch, "each SKU between its own ramps", stretches},
    collection{"phases", record_kind::phase, "each SKU between changes of its terms", phases},
    collection{"overruns", record_kind::overrun, "runs of months with more people than a SKU may have",
               overruns},
    collection{"populations", record_kind::population, "of the plan", populations},
    collection{"bands", record_kind::band, "users of a population with the same login days", bands},
    collection{"needs", record_kind::need, "capabilities that populations need", needs},
    collection{"accesses", record_kind::access, "planned access to objects", accesses, nullptr, {}, true},
    of_metadata<record_kind::grant, &facts::grants>("grants",
                                                    "object permissions of profiles and permission sets"),
    of_metadata<record_kind::exposure, &facts::exposures>("exposures",
                                                          "grants held against restrictions and licenses"),
    of_metadata<record_kind::holder, &facts::holders>("holders", "profiles and permission sets"),
    of_metadata<record_kind::member, &facts::members>("members", "of sites"),
    of_metadata<record_kind::opening, &facts::openings>("openings",
                                                        "records of forbidden objects, opened by sharing sets"),
    of_metadata<record_kind::gap, &facts::gaps>("gaps", "what metadata names and does not hold"),
    of_metadata<record_kind::path, &facts::indirects>(
        "paths", "ways through code and flows to what a restriction forbids"),
    collection{"breaches",
               record_kind::breach,
               "access and needs under a restriction that no exception covers",
               breaches,
               nullptr,
               {},
               true},
    collection{"observed", record_kind::usage, "each SKU in each month, as it was seen", observed, months_given,
               "--logins"},
    collection{"running", record_kind::window, "each pool in the window that holds today, as it was seen",
               running, months_given, "--logins"},
    collection{"users", record_kind::user, "users of each population as exports show them", users, users_given,
               "--users"},
    collection{"entitlements", record_kind::entitlement, "what the org counts itself", entitlements,
               entitlements_given, "--org"},
    collection{"restrictions", record_kind::restriction, "of the contract", restrictions},
    collection{"exceptions", record_kind::exception, "of the restrictions",
               in_contract<record_kind::exception, &facts::exceptions>},
    collection{"conflicts", record_kind::conflict, "what a SKU is bought for and a restriction forbids",
               in_contract<record_kind::conflict, &facts::conflicts>},
    collection{"limits", record_kind::limit, "numbers that restrictions set",
               in_contract<record_kind::limit, &facts::limits>},
    collection{"licenses", record_kind::license, "that SKUs and quotes of the contract sell",
               in_contract<record_kind::license, &facts::licenses>},
    collection{"charges", record_kind::charge, "lines of the invoice", charges},
    collection{"changes", record_kind::change, "dated entries of contract and plan", changes},
    collection{"entries", record_kind::change, "dated entries of the plan", entries},
    collection{"waivers", record_kind::waiver, "of the contract", waivers},
    collection{"amendments", record_kind::amendment, "of the contract", amendments},
};

} // namespace

const field* record_schema::find(std::string_view name) const {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const field& f) { return f.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

std::span<const record_schema* const> record_kinds() {
  return kinds;
}

const record_schema& schema_of(record_kind of) {
  return *kinds[static_cast<std::size_t>(of)];
}

std::span<const collection> collections() {
  return lists;
}

const collection* find_collection(std::string_view name) {
  const auto found =
      std::find_if(lists.begin(), lists.end(), [&](const collection& c) { return c.name == name; });
  return found == lists.end() ? nullptr : &*found;
}

} // namespace proviso::checking
