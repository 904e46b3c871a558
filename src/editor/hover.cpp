#include "editor/hover.hpp"

#include "base/text.hpp"
#include "editor/figures.hpp"
#include "editor/keywords.hpp"
#include "editor/markdown.hpp"
#include "editor/place.hpp"

#include <fmt/format.h>

namespace proviso::editor {
namespace {

// ---- figures

// As it is written, on one line: "price 2.00 per login".
std::string written(const analysis& in, base::span at) {
  std::string result;
  for (const char c : in.sources.text(at))
    if (const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n'; !blank || !result.ends_with(' '))
      result += blank ? ' ' : c;
  return result;
}

void add_terms(markdown& to, const analysis& in, const judged_contract& contract, const model::sku& sku) {
  const auto month = contract.contract->months[contract.contract->months.nearest(contract.today)];
  const auto terms = sku.on(month.days.first);
  if (terms.quantity)
    to.item(fmt::format("quantity {}{} in {}", base::grouped(terms.quantity->value),
                        sku.sold.value == model::sale::logins ? " a month" : "", base::to_string(month.days)));
  if (terms.price)
    to.item(written(in, terms.price->at));
}

void add_usage(markdown& to, const metering::month_usage& month) {
  if (month.users)
    to.item(fmt::format("{} users {}", base::grouped(*month.users), month.observed ? "seen" : "planned"));
  if (month.logins && month.entitled)
    to.item(
        fmt::format("{} logins of {} entitled", base::grouped(*month.logins), base::grouped(*month.entitled)));
}

void add_sku(markdown& to, const analysis& in, const judged_contract& contract, const model::sku& sku) {
  if (sku.license != nullptr)
    to.item(fmt::format("license {}, sold as {}", sku.license->title, model::to_string(sku.sold.value)));
  add_terms(to, in, contract, sku);
  if (const auto* month = current_month(contract, sku)) {
    to.item(fmt::format("{} committed a month", money(month->commitment, *contract.contract)));
    add_usage(to, *month);
    to.item(cost_of(contract, sku));
  }
  if (const auto even = break_even_of(checking::facts(contract.figures, contract.today), sku))
    to.item(*even);
}

void add_contract(markdown& to, const judged_contract& contract) {
  const auto& of = *contract.contract;
  to.item(base::to_string(of.months.term()));
  if (!contract.plan.file.empty())
    to.item(fmt::format("plan {}", contract.plan.plan->name));
  to.item(cost_of(contract));
}

// ---- the catalogue and the rules

std::string joined(const std::vector<base::stated<std::string>>& all) {
  std::vector<std::string> words;
  for (const auto& each : all)
    words.push_back(each.value);
  return base::enumerate(words);
}

void add_origin(markdown& to, const model::provenance& from) {
  if (!from.source.empty())
    to.quiet(from.as_of.empty() ? from.source : fmt::format("{}, as of {}", from.source, from.as_of));
}

void add_license(markdown& to, const model::license& of) {
  if (of.accounts)
    to.item(fmt::format("{} accounts for each login", of.accounts->value));
  if (!of.offers.empty())
    to.item("offers " + joined(of.offers));
  if (!of.lacks.empty())
    to.item("lacks " + joined(of.lacks));
  add_origin(to, of.origin);
}

void add_rule(markdown& to, const checking::rule& of) {
  to.item(fmt::format("{}, {}", checking::to_string(of.severity), checking::to_string(of.kind)));
  for (const auto& each : of.parameters)
    to.item(checking::describe(each));
  to.paragraph(of.because);
  to.quiet(of.source);
}

void add_parameter(markdown& to, const checking::rule& of, std::string_view name) {
  for (const auto& each : of.parameters)
    if (each.name == name)
      to.item(fmt::format("{} unless a contract sets it", checking::describe(each)));
}

template <typename Map, typename Add>
void add_found(markdown& to, const Map& in, const std::string& name, Add add) {
  if (const auto found = in.find(name); found != in.end())
    add(to, found->second);
}

std::string noun(thing is) {
  static constexpr std::string_view nouns[] = {
      "contract",          "SKU",        "restriction", "license",
      "group of licenses", "capability", "object",      "group of objects",
      "group of texts",    "rule",       "parameter",   "variable"};
  return std::string(nouns[static_cast<std::size_t>(is)]);
}

void add_group(markdown& to, const model::group& of) {
  to.item(base::enumerate(of.members));
  add_origin(to, of.origin);
}

void add_object(markdown& to, const model::object_type& of) {
  if (!of.related.empty())
    to.item("with " + base::enumerate(of.related));
}

void add_facts(markdown& to, const analysis& in, const identity& of) {
  const auto* contract = in.judged(of.is == thing::contract ? of.name : of.scope);
  const auto& known = *in.resolved.catalogue;
  const auto* sku = contract == nullptr ? nullptr : find_offer(*contract->contract, of.name);
  if (of.is == thing::sku && sku != nullptr)
    add_sku(to, in, *contract, *sku);
  else if (of.is == thing::contract && contract != nullptr && of.scope.empty())
    add_contract(to, *contract);
  else if (of.is == thing::license)
    add_found(to, known.licenses, of.name, add_license);
  else if (of.is == thing::license_group || of.is == thing::object_group)
    add_found(to, known.groups, of.name, add_group);
  else if (of.is == thing::object)
    add_found(to, known.objects, of.name, add_object);
  else if (const auto* rule = in.resolved.rules.find(of.is == thing::parameter ? of.scope : of.name))
    of.is == thing::rule ? add_rule(to, *rule) : add_parameter(to, *rule, of.name);
}

std::optional<explanation> of_name(const analysis& in, std::uint32_t offset) {
  const names all(in);
  const auto* here = all.at(offset);
  const auto* declared = here == nullptr ? nullptr : all.declaration(here->of);
  if (here == nullptr || (declared == nullptr && here->of.is != thing::rule))
    return std::nullopt;
  markdown text(fmt::format("{} {}", noun(here->of.is), here->in.name),
                declared == nullptr ? std::string_view() : declared->in.title);
  add_facts(text, in, here->of);
  return explanation{here->in.at, text.take()};
}

// ---- clauses

// Whether the word is one that the clause is written with: 'as' of "sold as logins".
bool is_part_of(std::string_view form, std::string_view word) {
  const auto at = fmt::format(" {} ", form).find(fmt::format(" {} ", word));
  return at != std::string::npos;
}

std::optional<explanation> of_clause(const analysis& in, std::uint32_t offset) {
  const auto here = find_place(in.text(), offset);
  if (here.in_text || here.in_comment || here.begin == here.end)
    return std::nullopt;
  const auto word = in.text().substr(here.begin, here.end - here.begin);
  const auto first = here.before.empty() ? word : here.before.front();
  const auto* clause = find_keyword(here.block(), first);
  if (clause == nullptr || (!here.before.empty() && !is_part_of(clause->form, word)))
    return std::nullopt;
  markdown text;
  text.code(clause->form);
  text.paragraph(clause->meaning);
  return explanation{{in.source(), here.begin, here.end}, text.take()};
}

} // namespace

std::optional<explanation> explain(const analysis& in, std::uint32_t offset) {
  auto result = of_name(in, offset);
  return result ? result : of_clause(in, offset);
}

} // namespace proviso::editor
