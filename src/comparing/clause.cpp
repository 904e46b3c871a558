#include "comparing/clause.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::comparing {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// One blank for many, none for '_' within a number: what two drafts may differ in without saying another thing.
std::string words_of(std::string_view written) {
  std::string words;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const char c = written[i];
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (c == '_' && i > 0 && is_digit(written[i - 1]))
      continue;
    if (!blank)
      words += c;
    else if (!words.empty() && words.back() != ' ')
      words += ' ';
  }
  while (!words.empty() && words.back() == ' ')
    words.pop_back();
  return words;
}

class listing {
public:
  explicit listing(const base::sources& from) : from_(from) {}

  std::vector<clause> run(const model::contract& of) {
    begin(owner_kind::contract, "");
    party("vendor", of.vendor, of.at);
    party("customer", of.customer, of.at);
    add("term", of.term_at);
    add("months start", of.months_at);
    add("short months", of.short_months_at);
    currency(of);
    add("rounding", of.rounding_at);
    if (of.zone)
      add("time zone", of.zone->at);
    for (const auto& each : of.commitments)
      add("commit", each.at);
    if (of.price_hold)
      add("price hold", of.price_hold->at);
    if (of.employees)
      add("external only", of.employees->at);
    for (const auto& each : of.skus)
      sku(each);
    for (const auto& each : of.quotes)
      sku(each);
    for (const auto& each : of.restrictions)
      restriction(each);
    rules("waive", of.waivers);
    rules("treat", of.treatments);
    rules("set", of.settings);
    return std::move(all_);
  }

private:
  void begin(owner_kind of, std::string owner) {
    of_ = of;
    owner_ = std::move(owner);
  }

  std::vector<statement>& statements(std::string_view keyword) {
    for (auto& one : all_)
      if (one.of == of_ && one.owner == owner_ && one.keyword == keyword)
        return one.statements;
    all_.push_back({of_, owner_, std::string(keyword), {}});
    return all_.back().statements;
  }

  // What an amended version of a restriction keeps of the one before is stated once.
  void add(std::string_view keyword, base::span at, std::optional<base::day> since = {}) {
    if (!at.somewhere())
      return;
    auto& stated = statements(keyword);
    if (std::ranges::find(stated, at, &statement::at) == stated.end())
      stated.push_back({since, words_of(from_.text(at)), at});
  }

  // The parties and the currency have no place of their own in the model.
  void party(std::string_view keyword, const std::string& name, base::span at) {
    if (!name.empty())
      statements(keyword).push_back({{}, name, at});
  }
  void currency(const model::contract& of) { statements("currency").push_back({{}, of.currency, of.at}); }

  void sku(const model::sku& of) {
    begin(of.quote ? owner_kind::quote : owner_kind::sku, of.name);
    statements("").push_back({{}, of.title, of.at});
    add("license", of.license_at);
    add("sold as", of.sold.at);
    if (!of.count_assumed)
      add("count", of.count.at);
    for (const auto& type : of.count_only)
      add("count only", type.at);
    for (const auto& type : of.count_except)
      add("count except", type.at);
    model::each_term([&](auto term, std::string_view keyword) {
      for (const auto& step : of.steps)
        if (step.terms.*term)
          add(keyword, (step.terms.*term)->at, step.from);
    });
    for (const auto& pack : of.packs)
      add("pack", pack.at);
    add("rounding", of.rounding_at);
    rights(of);
  }

  void rights(const model::sku& of) {
    if (of.uplift)
      add("uplift", of.uplift->at);
    if (of.reduce)
      add("reduce", of.reduce->at);
    if (of.swapping)
      add("swap", of.swapping->at);
    add("co-termed", of.co_termed.at);
  }

  void restriction(const model::restriction& of) {
    begin(owner_kind::restriction, of.name);
    auto& whole = statements("");
    if (whole.empty())
      whole.push_back({of.from, of.title, of.at});
    else
      whole.pop_back(); // which said that the version before ended
    if (whole.empty() || whole.back().words != of.title)
      whole.push_back({of.from, of.title, of.at});
    if (of.until)
      whole.push_back({*of.until + std::chrono::days(1), "ended", of.at});
    if (!of.subject.everything)
      add("for", of.subject.at, of.from);
    for (const auto& rule : of.prohibits)
      add("prohibit", rule.at, of.from);
    for (const auto& capability : of.capabilities)
      add("prohibit capability", capability.at, of.from);
    for (const auto& limit : of.limits)
      add("limit", limit.at, of.from);
    for (const auto& exception : of.exceptions)
      add("except", exception.at, of.from);
    if (of.open_ended)
      add("open ended", *of.open_ended, of.from);
  }

  void rules(std::string_view keyword, const auto& all) {
    for (const auto& each : all) {
      begin(owner_kind::rule, each.rule.value);
      add(keyword, each.at, each.from);
    }
  }

  const base::sources& from_;
  std::vector<clause> all_;
  owner_kind of_ = owner_kind::contract;
  std::string owner_;
};

} // namespace

const model::sku* sku_of(const model::contract& in, const clause& which) {
  if (which.of != owner_kind::sku && which.of != owner_kind::quote)
    return nullptr;
  const auto& all = which.of == owner_kind::quote ? in.quotes : in.skus;
  const auto found = std::ranges::find(all, which.owner, &model::sku::name);
  return found == all.end() ? nullptr : &*found;
}

std::vector<clause> clauses_of(const model::contract& contract, const base::sources& from) {
  return listing(from).run(contract);
}

} // namespace proviso::comparing
