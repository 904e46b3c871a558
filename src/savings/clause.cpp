#include "savings/clause.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

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

std::string bought_quote(const market& in, const offer& of, std::int64_t units) {
  const auto& sku = *of.sku;
  const auto& terms = sku.steps.front().terms;
  const auto decimals = in.everything().decimals;
  std::vector<std::string> lines{fmt::format("license {}", sku.license->name),
                                 fmt::format("sold as {}", model::to_string(sku.sold.value))};
  if (of.is_pool() && !sku.count_assumed)
    lines.push_back(fmt::format("count {}", words_of(sku.count.value)));
  lines.push_back(quantity(of, units));
  if (terms.block)
    lines.push_back(fmt::format("block {}", underscored(terms.block->value)));
  if (terms.minimum)
    lines.push_back(fmt::format("minimum {}", underscored(terms.minimum->value)));
  if (terms.price)
    lines.push_back(words_of(terms.price->value, sku, decimals));
  if (terms.discount)
    lines.push_back(fmt::format("discount {}", percent(terms.discount->value)));
  if (terms.accounts)
    lines.push_back(fmt::format("accounts {} per login", underscored(terms.accounts->value)));
  if (terms.grace)
    lines.push_back(words_of(terms.grace->value));
  if (terms.overage)
    lines.push_back(words_of(terms.overage->value));
  auto text = fmt::format("  sku {}-bought {} {{\n", sku.first_name(), quoted(sku.title));
  for (const auto& line : lines)
    text += fmt::format("    {}\n", line);
  return text + "  }\n";
}

// ---- a SKU of the contract

std::string changed_sku(const market& in, const offer& of, const std::vector<std::int64_t>& quantities) {
  auto text = of.sku->parts.empty() ? std::string() : fmt::format("  # for {} together\n", of.sku->name);
  text += fmt::format("  sku {} {{\n", of.sku->first_name());
  for (std::size_t s = 0; s < quantities.size(); ++s) {
    const auto& one = of.stretches[s];
    const auto words = quantity(of, quantities[s]);
    const auto from = base::to_string(in.everything().months[one.first_month].days.first);
    text += one.first_month == 1 ? fmt::format("    {}\n", words)
                                 : fmt::format("    from {} {{ {} }}\n", from, words);
  }
  return text + "  }\n";
}

bool changes(const offer& of, const std::vector<std::int64_t>& quantities) {
  for (std::size_t s = 0; s < quantities.size(); ++s)
    if (quantities[s] != of.stretches[s].written)
      return true;
  return false;
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
  std::ranges::replace(text, '\t', ' ');
  return text;
}

} // namespace

std::string price_of(const model::overage& of) {
  constexpr int usual_decimals = 2;
  return fmt::format("{} per {}", money(of.amount, usual_decimals),
                     of.per == 1 ? "login" : fmt::format("block of {}", underscored(of.per)));
}

std::string as_clause(const advice& of) {
  std::string body;
  for (std::size_t i = 0; i < of.in->offers().size(); ++i) {
    const auto& each = of.in->offers()[i];
    const auto& quantities = of.best.bought.quantities[i];
    if (each.quote && !quantities.empty() && quantities.front() > 0)
      body += bought_quote(*of.in, each, quantities.front());
    else if (!each.quote && changes(each, quantities))
      body += changed_sku(*of.in, each, quantities);
  }
  const auto notes = comments(of);
  if (body.empty() && notes.empty())
    return {};
  const auto& contract = of.in->written();
  return fmt::format("amendment \"Recommended purchase\" to {} effective {} {{\n{}{}}}\n", contract.name,
                     base::to_string(contract.months.term().first), notes, body);
}

} // namespace proviso::savings
