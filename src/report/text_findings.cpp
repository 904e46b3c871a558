// Findings as a compiler shows its diagnostics: what, where, and below it what it costs and what to do.
#include "base/excerpt.hpp"
#include "base/text.hpp"
#include "report/groups.hpp"
#include "report/text_parts.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <span>
#include <tuple>
#include <utility>

namespace proviso::report::text {
namespace {

using checking::finding;

constexpr std::size_t most_told = 3;    // further findings of a group that are told in words
constexpr std::size_t most_periods = 6; // periods that are listed one by one

void replace(std::string& text, std::string_view what, std::string_view by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

// Words without the dates of the finding's period: equal where nothing else differs.
std::string timeless(std::string words, const finding& f) {
  if (f.days) {
    replace(words, base::to_string(*f.days), "");
    replace(words, base::to_string(f.days->first), "");
    replace(words, base::to_string(f.days->last), "");
  }
  return words;
}

bool same_message(const finding& a, const finding& b) {
  return timeless(a.message, a) == timeless(b.message, b);
}
bool same_fix(const finding& a, const finding& b) {
  return timeless(a.fix, a) == timeless(b.fix, b);
}

std::string note(std::string_view label, std::string_view words) {
  return fmt::format("   = {}{}\n", label, paragraph(words, 5));
}

// ---- the further findings of a group

// "2027-01-15..2027-02-14", or for neighbours "2027-01-15..2027-12-14 (11 periods)".
std::vector<std::string> periods(const group& of) {
  std::vector<std::pair<base::period, int>> runs;
  for (const auto* f : of) {
    if (!f->days)
      continue;
    if (!runs.empty() && runs.back().first.last + std::chrono::days(1) == f->days->first) {
      runs.back().first.last = f->days->last;
      ++runs.back().second;
    } else {
      runs.emplace_back(*f->days, 1);
    }
  }
  std::vector<std::string> result;
  for (const auto& [days, count] : runs)
    result.push_back(count == 1 ? base::to_string(days)
                                : fmt::format("{} ({} periods)", base::to_string(days), count));
  if (result.size() > most_periods + 1) {
    const auto left_out = result.size() - most_periods;
    result.resize(most_periods);
    result.push_back(fmt::format("{} more", left_out));
  }
  return result;
}

std::optional<base::rational> total_cost(const group& of) {
  std::optional<base::rational> result;
  for (const auto* f : of)
    if (f->cost)
      result = result ? *result + *f->cost : *f->cost;
  return result;
}

std::string told(const finding& f, const finding& first, const model::contract& of) {
  const auto period = base::to_string(*f.days);
  auto message = f.message;
  replace(message, " in " + period, "");
  auto result = note(fmt::format("also in {}: ", period), message);
  if (f.cost)
    result += fmt::format("     cost: {}\n", money(*f.cost, of));
  if (!f.fix.empty() && !f.waived && !same_fix(f, first))
    result += fmt::format("     fix: {}\n", paragraph(f.fix, 5));
  return result;
}

std::string summed_up(const group& rest, const model::contract& of) {
  if (rest.empty())
    return {};
  const auto cost = total_cost(rest);
  return fmt::format("   = also in {} until {}{}\n",
                     counted(static_cast<std::int64_t>(rest.size()), "more period"),
                     base::to_string(rest.back()->days->last),
                     cost ? fmt::format(", cost: {} together", money(*cost, of)) : "");
}

std::string also(const group& all, const model::contract& of) {
  const auto& first = *all.front();
  group same;
  group other;
  for (const auto* f : group(all.begin() + 1, all.end()))
    if (f->days)
      (same_message(*f, first) && same_fix(*f, first) ? same : other).push_back(f);
  std::string result;
  if (!same.empty())
    result += note("also in ", base::enumerate(periods(same)));
  const auto shown = other.begin() + static_cast<std::ptrdiff_t>(std::min(other.size(), most_told));
  for (auto f = other.begin(); f != shown; ++f)
    result += told(**f, first, of);
  return result + summed_up(group(shown, other.end()), of);
}

// ---- one group

std::string heading(const finding& f, bool colour) {
  const bool open = f.verdict == checking::verdict::undetermined;
  const auto word = f.waived ? "waived" : open ? "undetermined" : checking::to_string(f.severity);
  const auto in = f.waived                                    ? tone::quiet
                  : open                                      ? tone::open
                  : f.severity == checking::severity::error   ? tone::error
                  : f.severity == checking::severity::warning ? tone::warning
                                                              : tone::note;
  const auto rule = painted(fmt::format("{}[{}]", word, line(f.rule)), in, colour);
  return fmt::format("{}: {}\n", rule, painted(paragraph(f.message, 2), tone::strong, colour));
}

std::string cost(const group& all, const model::contract& of) {
  const auto& first = *all.front();
  if (!first.cost)
    return {};
  auto words = money(*first.cost, of);
  if (all.size() > 1)
    words += fmt::format("; {} in all {} periods", money(*total_cost(all), of), all.size());
  return note("cost: ", words);
}

std::string saves(const finding& f, const model::contract& of) {
  return f.saves ? note("saves: ", money(*f.saves, of) + (f.saves_per_month ? " per month" : "")) : "";
}

std::string waiver(const finding& f) {
  return note(fmt::format("waived until {} by {}: ", base::to_string(f.waived->until), line(f.waived->owner)),
              f.waived->because);
}

std::string why(const contract_report& in, const finding& f) {
  const auto* card = in.rule(f.rule);
  return card == nullptr || card->because.empty() ? "" : note("why: ", card->because);
}

std::string show_waived(const report& all, const contract_report& in, const group& findings, bool colour) {
  const auto& first = *findings.front();
  const auto places = std::span(first.places).first(std::min<std::size_t>(first.places.size(), 1));
  return heading(first, colour) + base::excerpts(*all.sources, places) + waiver(first) +
         also(findings, in.contract());
}

// The reason of a rule is told once, not with each of its findings.
std::string show(const report& all, const contract_report& in, const group& findings, bool reason,
                 bool colour) {
  const auto& first = *findings.front();
  auto result = heading(first, colour) + base::excerpts(*all.sources, first.places);
  result += cost(findings, in.contract()) + saves(first, in.contract());
  if (!first.fix.empty())
    result += note("fix: ", first.fix);
  for (const auto& missing : first.missing)
    result += note("missing: ", missing);
  if (reason)
    result += why(in, first);
  return result + also(findings, in.contract());
}

// Checks that lack the same are told together: without a plan that is most of them.
std::string show_open(const std::vector<group>& all, bool colour) {
  const auto& first = *all.front().front();
  auto result = fmt::format("{}: {}\n", painted("undetermined", tone::open, colour),
                            painted(fmt::format("{} checks lack the same", all.size()), tone::strong, colour));
  for (const auto& missing : first.missing)
    result += note("missing: ", missing);
  for (const auto& each : all)
    result += note(fmt::format("{}: ", line(each.front()->rule)), each.front()->message);
  return result;
}

using by_reason = std::map<std::vector<std::string>, std::vector<group>>;

bool is_open(const group& of) {
  return !of.front()->waived && of.front()->verdict == checking::verdict::undetermined;
}

by_reason open_ones(const std::vector<group>& groups) {
  by_reason result;
  for (const auto& each : groups)
    if (is_open(each))
      result[each.front()->missing].push_back(each);
  return result;
}

} // namespace

std::string findings(const report& all, const contract_report& of, bool colour) {
  std::string result;
  std::set<std::string_view> reasoned;
  const auto groups = grouped(of.findings);
  auto open = open_ones(groups);
  for (const auto& each : groups) {
    const auto alike =
        is_open(each) ? std::exchange(open[each.front()->missing], {}) : std::vector<group>{each};
    if (alike.empty())
      continue; // told with the first of its kind
    if (alike.size() > 1)
      result += show_open(alike, colour);
    else if (each.front()->waived)
      result += show_waived(all, of, each, colour);
    else
      result += show(all, of, each, reasoned.insert(each.front()->rule).second, colour);
    result += '\n';
  }
  return result;
}

} // namespace proviso::report::text
