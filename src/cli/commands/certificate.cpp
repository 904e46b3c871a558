#include "cli/commands/certificate.hpp"

#include "base/currency.hpp"
#include "base/day.hpp"
#include "savings/savings.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <set>
#include <span>

// What a number of a file may be: a whole one that fits, and nothing else.
namespace proviso::optimizing {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(run, first, count)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(tier, over, price)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(overage, price, block)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(pack, month, logins, cost, forced)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(load, offer, rounded, base)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(choice, offer, load)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(segment, users, menu, profile, scale)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(purchase, quantities, packs, users)

template <typename Word>
using words = std::span<const std::pair<Word, std::string_view>>;

constexpr std::pair<tiering, std::string_view> tierings[] = {{tiering::graduated, "graduated"},
                                                             {tiering::volume, "volume"}};
constexpr std::pair<splitting, std::string_view> splittings[] = {{splitting::quantity, "quantity"},
                                                                 {splitting::pack, "pack"},
                                                                 {splitting::overage, "overage"},
                                                                 {splitting::users, "users"}};

template <typename Word>
nlohmann::json word_of(Word value, words<Word> all) {
  return std::string(std::ranges::find(all, value, &std::pair<Word, std::string_view>::first)->second);
}

// Another word is no certificate: it is not taken for the first of these.
template <typename Word>
Word meaning_of(const nlohmann::json& from, words<Word> all) {
  const auto text = from.get<std::string>();
  for (const auto& [value, word] : all)
    if (word == text)
      return value;
  throw std::runtime_error(
      fmt::format("it says '{}' where '{}' or the like is expected", text, all.front().second));
}

void to_json(nlohmann::json& to, const tiering& from) {
  to = word_of<tiering>(from, tierings);
}
void from_json(const nlohmann::json& from, tiering& to) {
  to = meaning_of<tiering>(from, tierings);
}
void to_json(nlohmann::json& to, const splitting& from) {
  to = word_of<splitting>(from, splittings);
}
void from_json(const nlohmann::json& from, splitting& to) {
  to = meaning_of<splitting>(from, splittings);
}

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(period, months, least)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(stretch, months, block, minimum, limit, optional, kind, tiers, charges,
                                   in_periods)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(split, what, whole, part, at)

template <typename Value>
void write_if(nlohmann::json& to, const char* key, const std::optional<Value>& value) {
  if (value)
    to[key] = *value;
}

template <typename Value>
void read_if(const nlohmann::json& from, const char* key, std::optional<Value>& value) {
  if (const auto found = from.find(key); found != from.end())
    value = found->get<Value>();
}

void to_json(nlohmann::json& to, const window& from) {
  to = {{"months", from.months}, {"share", from.share}, {"shares", from.shares}, {"grace", from.grace}};
  write_if(to, "beyond", from.beyond);
}

void from_json(const nlohmann::json& from, window& to) {
  from.at("months").get_to(to.months);
  from.at("share").get_to(to.share);
  from.at("shares").get_to(to.shares);
  from.at("grace").get_to(to.grace);
  read_if(from, "beyond", to.beyond);
}

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(offer, stretches, windows, packs, users_per_unit, users)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(problem, months, denominator, minor, least_cost, periods, profiles, menus,
                                   segments, loads, offers)

void to_json(nlohmann::json& to, const proof_node& from) {
  to = {{"scale", from.scale}, {"multipliers", from.multipliers}};
  write_if(to, "inner", from.inner);
}

void from_json(const nlohmann::json& from, proof_node& to) {
  from.at("scale").get_to(to.scale);
  from.at("multipliers").get_to(to.multipliers);
  read_if(from, "inner", to.inner);
}

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(proof, nodes)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(certificate, bought, cost, bound, why)

} // namespace proviso::optimizing

namespace proviso::cli {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(settled_way, settled, slack, problem, answer)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(settled_population, name, homes)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(proof_file, contract, as_of, currency, cost, bound, fixed, offers,
                                   populations, ways)

namespace {

using json = nlohmann::json;

constexpr std::string_view schema = "proviso/certificate/3";
constexpr int deepest = 16;

std::int64_t in_minor(const base::rational& amount, int decimals) {
  return (amount * base::rational(10).power(static_cast<std::uint32_t>(decimals))).whole().value_or(-1);
}

// Only whole numbers that fit: a conversion of others would not say that it lost something. A key says one
// thing.
class strict_reading {
public:
  bool operator()(int depth, json::parse_event_t event, json& value) {
    if (depth > deepest)
      throw std::runtime_error("it is nested too deeply");
    if (event == json::parse_event_t::object_start)
      keys_[static_cast<std::size_t>(depth) + 1].clear();
    if (event == json::parse_event_t::key)
      meet(keys_[static_cast<std::size_t>(depth)], value.get<std::string>());
    if (event == json::parse_event_t::value)
      check(value);
    return true;
  }

private:
  static void meet(std::set<std::string>& among, const std::string& key) {
    if (!among.insert(key).second)
      throw std::runtime_error(fmt::format("it has '{}' twice in one object", key));
  }

  static void check(const json& value) {
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (value.is_number_float() || (value.is_number_unsigned() && value.get<std::uint64_t>() > most))
      throw std::runtime_error("it holds a number that is not whole or too large");
  }

  std::vector<std::set<std::string>> keys_ =
      std::vector<std::set<std::string>>(deepest + 2); // by depth, of the object that is open there
};

settled_way written(const savings::way& from) {
  settled_way result;
  for (std::size_t p = 0; p < from.asked.homes.size(); ++p)
    result.settled.push_back(from.asked.anywhere[p] ? anywhere
                                                    : static_cast<std::uint32_t>(from.asked.homes[p]));
  result.slack = from.asked.slack;
  result.problem = from.asked.problem;
  result.answer = from.answer;
  return result;
}

void add_home(settled_population& to, std::uint32_t home) {
  if (std::ranges::find(to.homes, home) == to.homes.end())
    to.homes.push_back(home);
}

// In the order in which ways first have them; of who settles anywhere, all offers that its users may take.
std::vector<settled_population> populations_of(const savings::advice& of) {
  std::vector<settled_population> result;
  for (std::size_t p = 0; p < of.who->all.size(); ++p) {
    auto& each = result.emplace_back(settled_population{of.who->all[p].name(), {}});
    for (const auto& way : of.best.ways) {
      const auto& asked = way->asked;
      add_home(each, static_cast<std::uint32_t>(asked.homes[p]));
      for (std::size_t s = 0; asked.anywhere[p] && s < asked.segments.size(); ++s)
        if (asked.segments[s].first == p)
          for (const auto& choice : asked.problem.menus[asked.problem.segments[s].menu])
            add_home(each, choice.offer);
    }
  }
  return result;
}

// What is proved has to be told apart from what is not.
void check_names(const proof_file& of) {
  const auto nameless = [](const std::string& name) {
    return name.find_first_not_of(" \t\n") == std::string::npos;
  };
  if (nameless(of.contract))
    throw std::runtime_error("it names no contract");
  if (!base::parse_day(of.as_of))
    throw std::runtime_error(fmt::format("'{}' is no day as of which it could hold", of.as_of));
  if (!base::minor_unit(of.currency))
    throw std::runtime_error(fmt::format("there is no currency {}", of.currency));
  if (std::ranges::any_of(of.offers, nameless) ||
      std::ranges::any_of(of.populations, nameless, &settled_population::name))
    throw std::runtime_error("it has an offer or a population without a name");
}

// The search may have found nothing cheaper than what is written, which is the cheapest then.
bool shows_the_cost(const savings::found& best, int decimals) {
  const auto cost = in_minor(best.cost(), decimals);
  return best.from != nullptr || std::ranges::any_of(best.ways, [&](const auto& way) {
           return way->answer.cost / way->asked.fine + way->asked.fixed == cost;
         });
}

} // namespace

base::known<proof_file> proof_of(const savings::advice& of) {
  const auto& best = of.best;
  if (!best.doubt.empty() || !best.bound || best.ways.empty() || std::ranges::count(best.ways, nullptr) > 0)
    return base::unknown{best.doubt};
  const auto& contract = of.in->written();
  if (!shows_the_cost(best, contract.decimals))
    return base::unknown{"the search found nothing that costs as little as the contract as it is written"};
  proof_file result{contract.name,
                    base::to_string(of.who->today),
                    contract.currency,
                    in_minor(best.cost(), contract.decimals),
                    in_minor(*best.bound, contract.decimals),
                    best.ways.front()->asked.fixed,
                    {},
                    populations_of(of),
                    {},
                    {}};
  for (const auto& offer : of.in->offers())
    result.offers.push_back(offer.sku->name);
  for (const auto& way : best.ways)
    result.ways.push_back(written(*way));
  if (best.from != nullptr && std::ranges::find(best.ways, best.from) == best.ways.end())
    result.from = written(*best.from);
  return result;
}

std::string to_json(const proof_file& of) {
  json result = of;
  result["schema"] = schema;
  optimizing::write_if(result, "from", of.from);
  return result.dump(-1, ' ', true, json::error_handler_t::replace) + '\n';
}

std::optional<proof_file> read_proof(const std::string& name, const std::string& text,
                                     base::diagnostics& faults) {
  try {
    const auto read = json::parse(text, strict_reading());
    if (read.value("schema", "") != schema)
      throw std::runtime_error(fmt::format("its schema is not {}", schema));
    auto result = read.get<proof_file>();
    optimizing::read_if(read, "from", result.from);
    check_names(result);
    return result;
  } catch (const std::exception& wrong) {
    faults.push_back({fmt::format("'{}' is no certificate: {}", name, wrong.what()),
                      {},
                      "write one with: proviso optimize FILE --certificate CERTIFICATE",
                      {}});
    return std::nullopt;
  }
}

} // namespace proviso::cli
