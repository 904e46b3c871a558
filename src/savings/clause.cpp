#include "savings/clause.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace proviso::savings {
namespace {

std::string underscored(std::int64_t value) {
  auto text = base::grouped(value);
  std::ranges::replace(text, ',', '_');
  return text;
}

// "\"", "\\" and line ends as the language writes them.
std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text)
    result += c == '"' ? "\\\"" : c == '\\' ? "\\\\" : c == '\n' ? "\\n" : std::string(1, c);
  return result + '"';
}

std::string in_comment(const std::string& foreign) {
  auto text = base::harmless(foreign);
  std::ranges::replace(text, '\t', ' ');
  return text;
}

std::string number(const rational& value) {
  return value.exact_decimals().value_or(value.fixed(12));
}

std::string percent(const rational& share) {
  return number(share * rational(100)) + '%';
}

// Amounts have as many decimals as the currency, or more where they are written so.
std::string money(const rational& value, int decimals) {
  const auto exact = value.exact_decimals().value_or(value.fixed(12));
  const auto fixed = value.fixed(decimals);
  return exact.size() > fixed.size() ? exact : fixed;
}

std::string quantity(const offer& of, std::int64_t units) {
  return fmt::format("quantity {}{}", underscored(units), of.is_pool() ? " per month" : "");
}

// ---- a quote in full

struct price_words {
  std::string unit; // "per login", "per member per month"
  std::string how;  // the same in front of slices; logins have a month only there
  int decimals;

  std::string operator()(const model::flat_price& p) const {
    return fmt::format("price {} {}", money(p.amount, decimals), unit);
  }
  std::string operator()(const model::block_price& p) const {
    return fmt::format("price {} per block of {}", money(p.amount, decimals), underscored(p.size));
  }
  std::string operator()(const model::sliced_price& p) const {
    auto text = fmt::format("price {} {} {{ ", p.volume ? "volume" : "graduated", unit);
    std::string before;
    for (const auto& slice : p.slices) {
      const auto which = slice.size
                             ? fmt::format("{} {}", before.empty() ? "first" : "next", underscored(*slice.size))
                             : "beyond";
      text += fmt::format("{}{} at {}", before, which, money(slice.amount, decimals));
      before = "; ";
    }
    return text + " }";
  }
};

std::string words_of(const model::price& price, const model::sku& of, int decimals) {
  const bool pool = of.sold.value == model::sale::logins;
  const auto unit =
      pool ? "per login" : fmt::format("per {} per {}", of.unit, price.per_year ? "year" : "month");
  return std::visit(price_words{unit, {}, decimals}, price.how);
}

std::string words_of(const model::grace& grace) {
  if (const auto* logins = std::get_if<std::int64_t>(&grace.tolerated))
    return "grace " + underscored(*logins);
  return "grace " + percent(std::get<rational>(grace.tolerated));
}

std::string words_of(const model::overage& overage) {
  if (overage.blocked)
    return "overage blocked";
  const auto window = overage.window == model::measure::term ? std::string_view("over the term")
                                                             : model::to_string(overage.window);
  return fmt::format("overage {}, measured {}", price_of(overage), window);
}

std::string_view words_of(model::counting how) {
  constexpr std::string_view all[] = {"one login per user per day", "one login per user per month",
                                      "every login"};
  return all[static_cast<std::size_t>(how)];
}

std::string_view words_of(base::rounding how) {
  constexpr std::string_view all[] = {"half up", "half even", "up", "down"};
  return all[static_cast<std::size_t>(how)];
}

using lines = std::vector<std::string>;

// All but the quantity.
void add_terms(lines& to, const model::sku_terms& terms, const model::sku& of, int decimals) {
  if (terms.block)
    to.push_back(fmt::format("block {}", underscored(terms.block->value)));
  if (terms.minimum)
    to.push_back(fmt::format("minimum {}", underscored(terms.minimum->value)));
  if (terms.price)
    to.push_back(words_of(terms.price->value, of, decimals));
  if (terms.discount)
    to.push_back(fmt::format("discount {}", percent(terms.discount->value)));
  if (terms.accounts)
    to.push_back(fmt::format("accounts {} per {}", underscored(terms.accounts->value), of.unit));
  if (terms.grace)
    to.push_back(words_of(terms.grace->value));
  if (terms.overage)
    to.push_back(words_of(terms.overage->value));
  if (terms.rollover)
    to.push_back(fmt::format("rollover {} for {} month{}", underscored(terms.rollover->value.logins),
                             terms.rollover->value.months, terms.rollover->value.months == 1 ? "" : "s"));
}

std::string list_of(const std::vector<base::stated<std::string>>& types) {
  std::string text;
  for (const auto& each : types)
    text += (text.empty() ? "" : ", ") + quoted(each.value);
  return text;
}

void add_count(lines& to, const model::sku& of) {
  if (of.sold.value == model::sale::logins && !of.count_assumed)
    to.push_back(fmt::format("count {}", words_of(of.count.value)));
  if (!of.count_only.empty())
    to.push_back("count only " + list_of(of.count_only));
  if (!of.count_except.empty())
    to.push_back("count except " + list_of(of.count_except));
}

// What is recommended, with the names that quotes are bought by.
struct bought_as {
  const advice& of;
  std::vector<std::string> names; // by offer; empty where no quote is bought

  // What a clause that names a SKU or quote has to name then.
  [[nodiscard]] const std::string& name_of(const std::string& stated) const {
    const auto& offers = of.in->offers();
    for (std::size_t i = 0; i < offers.size(); ++i)
      if (offers[i].sku->name == stated && !names[i].empty())
        return names[i];
    return stated;
  }
};

std::string words_of(const model::swap& swap, const bought_as& as) {
  const auto most =
      swap.at_most ? fmt::format(", at most {} members per year", underscored(*swap.at_most)) : "";
  return fmt::format("swap {} login{} for {} member{} of {}{}", underscored(swap.logins),
                     swap.logins == 1 ? "" : "s", underscored(swap.members), swap.members == 1 ? "" : "s",
                     as.name_of(swap.sku), most);
}

// What holds for the whole term.
void add_details(lines& to, const bought_as& as, std::size_t offer) {
  const auto& sku = *as.of.in->offers()[offer].sku;
  for (std::size_t k = 0; k < sku.packs.size(); ++k)
    if (as.of.best.bought.packs[offer][k])
      to.push_back(fmt::format("pack {} on {} for {}", underscored(sku.packs[k].logins),
                               base::to_string(sku.packs[k].on),
                               money(sku.packs[k].amount, as.of.in->everything().decimals)));
  if (sku.uplift)
    to.push_back(fmt::format("uplift at most {} per renewal", percent(sku.uplift->value)));
  if (sku.swapping)
    to.push_back(words_of(*sku.swapping, as));
  if (sku.reduce)
    to.push_back(fmt::format("reduce at most {} per year", percent(sku.reduce->value)));
  if (!sku.co_termed.value.empty())
    to.push_back("co-termed with " + as.name_of(sku.co_termed.value));
  if (sku.rounding)
    to.push_back(fmt::format("rounding {}", words_of(*sku.rounding)));
}

void add_steps(lines& to, const market& in, const model::sku& of) {
  for (const auto& step : of.steps) {
    lines inner;
    if (step.from && *step.from > in.everything().months.term().first)
      add_terms(inner, step.terms, of, in.everything().decimals);
    if (inner.empty())
      continue;
    to.push_back(fmt::format("from {} {{", base::to_string(*step.from)));
    for (const auto& line : inner)
      to.push_back("  " + line);
    to.emplace_back("}");
  }
}

std::string bought_quote(const bought_as& as, std::size_t offer) {
  const auto& in = *as.of.in;
  const auto& each = in.offers()[offer];
  const auto& sku = *each.sku;
  lines all{fmt::format("license {}", sku.license->name), fmt::format("sold as {}s", sku.unit)};
  add_count(all, sku);
  all.push_back(quantity(each, as.of.best.bought.quantities[offer].front()));
  add_terms(all, sku.on(in.everything().months.term().first), sku, in.everything().decimals);
  add_details(all, as, offer);
  add_steps(all, in, sku);
  if (!sku.document.empty())
    all.push_back("clause " + quoted(sku.document));
  auto text = fmt::format("  sku {} {} {{\n", as.names[offer], quoted(sku.title));
  for (const auto& line : all)
    text += fmt::format("    {}\n", line);
  return text + "  }\n";
}

bool is_bought_quote(const advice& of, std::size_t offer) {
  const auto& quantities = of.best.bought.quantities[offer];
  const auto& packs = of.best.bought.packs[offer];
  return of.in->offers()[offer].quote && !quantities.empty() &&
         (quantities.front() > 0 || std::ranges::find(packs, true) != packs.end());
}

// Licenses, groups and SKUs share their names.
std::string free_name(const std::string& wanted, const bought_as& as) {
  const auto& in = as.of.in->everything();
  const auto is_taken = [&](const std::string& name) {
    return in.known->find_license(name) != nullptr || in.known->groups.contains(name) ||
           std::ranges::any_of(in.skus, [&](const model::sku& one) { return one.is_called(name); }) ||
           std::ranges::find(as.names, name) != as.names.end();
  };
  auto name = wanted;
  for (int next = 2; is_taken(name); ++next)
    name = fmt::format("{}-{}", wanted, next);
  return name;
}

bought_as named(const advice& of) {
  bought_as result{of, std::vector<std::string>(of.in->offers().size())};
  for (std::size_t i = 0; i < result.names.size(); ++i)
    if (is_bought_quote(of, i))
      result.names[i] = free_name(of.in->offers()[i].sku->first_name() + "-bought", result);
  return result;
}

// ---- a SKU of the contract

// Stretches in a row whose quantities one text states: the contract, or an amendment of it. What is recommended
// for them takes effect no earlier than that amendment, which would undo it.
struct portion {
  base::day since;
  std::size_t first = 0; // stretches
  std::size_t end = 0;
  const model::amendment* instead = nullptr; // takes effect on the same day, so that its quantities have to go
};

const model::amendment* origin_of(const market& in, const offer& of, base::day day) {
  const auto terms = of.sku->on(day);
  return terms.quantity ? in.everything().origin(terms.quantity->at) : nullptr;
}

std::vector<portion> portions_of(const market& in, const offer& of) {
  const auto& months = in.everything().months;
  std::vector<portion> result;
  const model::amendment* last = nullptr;
  for (std::size_t s = 0; s < of.stretches.size(); ++s) {
    const auto day = months[of.stretches[s].first_month].days.first;
    const auto* origin = origin_of(in, of, day);
    if (result.empty() || (origin != last && (origin == nullptr || origin->effective != result.back().since)))
      result.push_back({origin == nullptr ? months.term().first : day, s, s, nullptr});
    auto& to = result.back();
    to.end = s + 1;
    if (origin != nullptr && origin->effective == to.since)
      to.instead = origin;
    last = origin;
  }
  return result;
}

bool changes(const offer& of, const std::vector<std::int64_t>& quantities, const portion& in) {
  for (auto s = in.first; s < in.end; ++s)
    if (quantities[s] != of.stretches[s].written)
      return true;
  return false;
}

std::string changed_sku(const market& in, const offer& of, const std::vector<std::int64_t>& quantities,
                        const portion& over) {
  const auto& name = of.sku->first_name();
  auto text = of.sku->parts.empty() ? std::string() : fmt::format("  # for {} together\n", of.sku->name);
  if (over.instead != nullptr)
    text +=
        in_comment(fmt::format("  # amendment {} takes effect on this day too: take its quantities of {} out\n",
                               quoted(over.instead->title), name));
  text += fmt::format("  sku {} {{\n", name);
  for (auto s = over.first; s < over.end; ++s) {
    const auto from = in.everything().months[of.stretches[s].first_month].days.first;
    const auto words = quantity(of, quantities[s]);
    text += from == over.since ? fmt::format("    {}\n", words)
                               : fmt::format("    from {} {{ {} }}\n", base::to_string(from), words);
  }
  return text + "  }\n";
}

// ---- what the language has no clause for

std::string comments(const advice& of) {
  const auto& bought = of.best.bought;
  std::string text;
  for (std::size_t p = 0; p < of.who->all.size(); ++p)
    if (const auto& each = of.who->all[p]; bought.homes[p] != each.own)
      text += fmt::format("  # {} moves from {} to {}\n", base::harmless(each.name()),
                          of.in->offers()[each.own].sku->name, of.in->offers()[bought.homes[p]].sku->name);
  for (const auto& move : bought.moves) {
    const auto& each = of.who->all[move.population];
    text += fmt::format("  # {} of {} with {} login days a month move to {}\n", base::grouped(move.users),
                        base::harmless(each.name()), each.bands[move.band].login_days,
                        of.in->offers()[move.to].sku->name);
  }
  for (std::size_t i = 0; i < of.in->offers().size(); ++i) {
    const auto& packs = of.in->offers()[i].sku->packs;
    for (std::size_t k = 0; k < packs.size(); ++k)
      if (!of.in->offers()[i].quote && !bought.packs[i][k])
        text += fmt::format("  # leave out the pack of {} on {} of {}\n", base::grouped(packs[k].logins),
                            base::to_string(packs[k].on), of.in->offers()[i].sku->name);
  }
  return in_comment(text);
}

} // namespace

std::string price_of(const model::overage& of) {
  constexpr int usual_decimals = 2;
  return fmt::format("{} per {}", money(of.amount, usual_decimals),
                     of.per == 1 ? "login" : fmt::format("block of {}", underscored(of.per)));
}

std::string as_clause(const advice& of) {
  std::map<base::day, std::string> bodies; // by the day they take effect
  const auto first = of.in->written().months.term().first;
  const auto as = named(of);
  for (std::size_t i = 0; i < of.in->offers().size(); ++i) {
    const auto& each = of.in->offers()[i];
    const auto& quantities = of.best.bought.quantities[i];
    if (is_bought_quote(of, i))
      bodies[first] += bought_quote(as, i);
    if (each.quote)
      continue;
    for (const auto& portion : portions_of(*of.in, each))
      if (changes(each, quantities, portion))
        bodies[portion.since] += changed_sku(*of.in, each, quantities, portion);
  }
  if (const auto notes = comments(of); !notes.empty())
    bodies[first].insert(0, notes);
  std::string text;
  for (const auto& [day, body] : bodies)
    text += fmt::format("amendment \"Recommended purchase\" to {} effective {} {{\n{}}}\n",
                        of.in->written().name, base::to_string(day), body);
  return text;
}

} // namespace proviso::savings
