#include "report/html_parts.hpp"

#include "base/excerpt.hpp"
#include "base/text.hpp"
#include "report/groups.hpp"
#include "report/place.hpp"
#include "report/text_parts.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace proviso::report::html {

std::string escaped(std::string_view foreign) {
  return base::xml(foreign);
}

std::string element(std::string_view name, std::string_view foreign) {
  return fmt::format("<{0}>{1}</{0}>\n", name, escaped(foreign));
}

// ---- lists and tables

void entries::add(std::string_view word, std::string_view foreign) {
  if (!foreign.empty())
    items_ += fmt::format("<dt>{}</dt><dd>{}</dd>\n", word, escaped(foreign));
}

std::string entries::take() const {
  return items_.empty() ? "" : fmt::format("<dl>\n{}</dl>\n", items_);
}

table::table(const std::vector<std::string>& heads, std::size_t first_figure)
    : first_figure_(first_figure), head_(row(heads, "th")) {}

void table::add(const std::vector<std::string>& cells) {
  rows_ += row(cells, "td");
}

std::string table::row(const std::vector<std::string>& cells, std::string_view name) const {
  std::string result;
  for (std::size_t i = 0; i < cells.size(); ++i)
    result +=
        fmt::format("<{0}{1}>{2}</{0}>", name, i < first_figure_ ? "" : " class=\"n\"", escaped(cells[i]));
  return fmt::format("<tr>{}</tr>\n", result);
}

std::string table::take() const {
  return fmt::format("<table>\n<thead>\n{}</thead>\n<tbody>\n{}</tbody>\n</table>\n", head_, rows_);
}

// ---- findings

namespace {

using checking::finding;

std::string money(const std::optional<base::rational>& amount, const contract_report& in) {
  return amount ? text::money(*amount, in.contract()) : std::string();
}

std::string saving(const finding& f, const contract_report& in) {
  return f.saves ? money(f.saves, in) + (f.saves_per_month ? " per month" : "") : std::string();
}

std::string acceptance(const finding& f) {
  return f.waived ? fmt::format("until {} by {}: {}", base::to_string(f.waived->until), f.waived->owner,
                                f.waived->because)
                  : std::string();
}

// With its line ends: only excerpts have some of their own.
std::string preformatted(std::string_view text) {
  std::string result;
  for (std::size_t at = 0;;) {
    const auto end = text.find('\n', at);
    result += base::xml(text.substr(at, end - at));
    if (end == std::string_view::npos)
      return result;
    result += '\n';
    at = end + 1;
  }
}

std::string places(const finding& f, const base::sources& from) {
  std::vector<base::label> written;
  std::ranges::copy_if(f.places, std::back_inserter(written),
                       [](const base::label& each) { return each.at.somewhere(); });
  return written.empty() ? "" : fmt::format("<pre>{}</pre>\n", preformatted(base::excerpts(from, written)));
}

// The others of a group: their period, what they say and what they cost.
std::string others(const group& of, const contract_report& in) {
  if (of.size() < 2)
    return {};
  table rows({"also in", "what", "cost"}, 2);
  for (const auto* f : group(of.begin() + 1, of.end()))
    rows.add({f->days ? base::to_string(*f->days) : "", f->message, money(f->cost, in)});
  return fmt::format("<details>\n<summary>also in {}</summary>\n{}</details>\n",
                     text::counted(std::ssize(of) - 1, "more period"), rows.take());
}

std::string article(const group& of, const report& all, const contract_report& in) {
  const auto& f = *of.front();
  const auto* card = in.rule(f.rule);
  entries list;
  list.add("waived", acceptance(f));
  for (const auto& each : f.missing)
    list.add("missing", each);
  list.add("cost", money(f.cost, in));
  list.add("saves", saving(f, in));
  list.add("fix", f.fix);
  list.add("why", card == nullptr ? "" : card->because);
  list.add("source", card == nullptr ? "" : card->source);
  return fmt::format("<article class=\"{0}\" id=\"f-{1}\">\n<h4><b>{0}</b> {2}</h4>\n<p>{3}</p>\n{4}{5}{6}"
                     "</article>\n",
                     standing_of(f), escaped(f.fingerprint), escaped(f.rule), escaped(f.message),
                     places(f, *all.sources), list.take(), others(of, in));
}

std::string articles(const std::vector<finding>& from, const report& all, const contract_report& in) {
  std::string result;
  for (const auto& each : grouped(from))
    result += article(each, all, in);
  return result;
}

} // namespace

std::string findings(const report& all, const contract_report& of) {
  return of.findings.empty() ? "" : element("h3", "Findings") + articles(of.findings, all, of);
}

std::string known(const report& all, const contract_report& of) {
  if (of.known.empty())
    return {};
  return fmt::format("<details>\n<summary>{} in the baseline</summary>\n{}</details>\n",
                     text::counted(std::ssize(of.known), "finding"), articles(of.known, all, of));
}

} // namespace proviso::report::html
