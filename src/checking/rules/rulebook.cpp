#include "checking/rules/rulebook.hpp"

#include "base/nearest.hpp"
#include "checking/rules/compile.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::checking {
namespace {

bool by_name(const syntax::rule* a, const syntax::rule* b) {
  return a->name.text < b->name.text;
}

// In the order of the files, so that the first of two of one name is the first that was read.
std::vector<const syntax::rule*> written_in(const std::vector<const syntax::file*>& files) {
  std::vector<const syntax::rule*> all;
  for (const auto* file : files)
    for (const auto& declaration : file->declarations)
      if (const auto* rule = std::get_if<syntax::rule>(&declaration))
        all.push_back(rule);
  return all;
}

// Leaves out the rules that one of the preferred file replaces.
void replace(std::vector<const syntax::rule*>& all, const syntax::file& preferred) {
  for (const auto* better : written_in({&preferred}))
    std::erase_if(all, [&](const syntax::rule* one) {
      return one->name.text == better->name.text && one->at.source != better->at.source;
    });
}

void report_twins(const std::vector<const syntax::rule*>& sorted, base::diagnostics& faults) {
  for (std::size_t i = 1; i < sorted.size(); ++i)
    if (sorted[i]->name.text == sorted[i - 1]->name.text)
      faults.push_back({fmt::format("there are two rules '{}'", sorted[i]->name.text),
                        sorted[i]->name.at,
                        "give one of them another name",
                        {{sorted[i - 1]->name.at, "the first one"}},
                        base::ground::clause});
}

struct in_the_language {
  shape unit;

  std::string operator()(const base::rational& exact) const {
    const auto shown = unit == shape::percent ? exact * base::rational(100) : exact;
    auto text = shown.exact_decimals().value_or(shown.fixed(2));
    if (unit == shape::percent)
      text += '%';
    if (unit == shape::days || unit == shape::months)
      text += unit == shape::days ? " days" : " months";
    return text;
  }
  std::string operator()(bool b) const { return b ? "true" : "false"; }
  std::string operator()(base::day d) const { return base::to_string(d); }
  std::string operator()(const std::string& text) const {
    return unit == shape::text ? fmt::format("\"{}\"", text) : text;
  }
  template <typename Other>
  std::string operator()(const Other& /*no literal*/) const {
    return {};
  }
};

} // namespace

rulebook rulebook::of(const std::vector<const syntax::file*>& files, base::diagnostics& faults,
                      const syntax::file* preferred) {
  auto written = written_in(files);
  if (preferred != nullptr)
    replace(written, *preferred);
  std::stable_sort(written.begin(), written.end(), by_name);
  report_twins(written, faults);
  rulebook made;
  made.rules_.reserve(written.size());
  for (const auto* one : written)
    if (auto compiled = compile(*one, faults))
      if (made.rules_.empty() || made.rules_.back().name != compiled->name)
        made.rules_.push_back(std::move(*compiled));
  return made;
}

const rule* rulebook::find(std::string_view name) const {
  const auto found = std::lower_bound(rules_.begin(), rules_.end(), name,
                                      [](const rule& r, std::string_view wanted) { return r.name < wanted; });
  return found == rules_.end() || found->name != name ? nullptr : &*found;
}

std::vector<std::string_view> rulebook::names() const {
  std::vector<std::string_view> all;
  for (const auto& one : rules_)
    all.push_back(one.name);
  return all;
}

std::string rulebook::did_you_mean(std::string_view name) const {
  return base::did_you_mean(name, names());
}

std::string describe(const parameter& of) {
  auto text = fmt::format("{} = {}", of.name, std::visit(in_the_language{of.is.is}, of.initial));
  return of.currency.empty() ? text : fmt::format("{} {}", text, of.currency);
}

} // namespace proviso::checking
