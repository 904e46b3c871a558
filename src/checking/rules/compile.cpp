#include "checking/rules/compile.hpp"

#include "base/nearest.hpp"
#include "checking/rules/compiling.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::checking {
namespace {

constexpr std::string_view severities[] = {"error", "warning", "info"};
constexpr std::string_view kinds[] = {"breach", "risk", "saving", "draft"};

// The clause of a kind that may stand once; a second one is a fault.
template <typename Clause>
const Clause* only(const syntax::rule& in, std::string_view keyword, base::diagnostics& faults) {
  const Clause* found = nullptr;
  for (const auto& clause : in.clauses)
    if (const auto* one = std::get_if<Clause>(&clause)) {
      if (found != nullptr)
        faults.push_back({fmt::format("'{}' is stated twice", keyword),
                          one->at,
                          {},
                          {{found->at, "stated here first"}},
                          base::ground::clause});
      else
        found = one;
    }
  return found;
}

std::optional<std::size_t> position(const syntax::word& found, std::span<const std::string_view> known,
                                    std::string_view noun, base::diagnostics& faults) {
  const auto at = std::find(known.begin(), known.end(), found.text);
  if (at != known.end())
    return static_cast<std::size_t>(at - known.begin());
  auto help = base::did_you_mean(found.text, known);
  if (help.empty())
    help = fmt::format("it is one of {}", fmt::join(known, ", "));
  faults.push_back({fmt::format("there is no {} '{}'", noun, found.text),
                    found.at,
                    std::move(help),
                    {},
                    base::ground::clause});
  return std::nullopt;
}

class rule_compiler {
public:
  rule_compiler(const syntax::rule& written, base::diagnostics& faults)
      : written_(written), faults_(faults), expressions_(made_, faults) {
    made_.written = &written;
    made_.name = written.name.text;
    made_.title = written.title.value;
    made_.at = written.name.at;
  }

  std::optional<rule> compile() {
    const auto before = faults_.size();
    standing();
    texts();
    parameters();
    if (loops()) {
      condition();
      consequences();
    }
    return faults_.size() == before ? std::optional(std::move(made_)) : std::nullopt;
  }

private:
  void fault(base::span at, std::string message, std::string help, base::ground rests_on = base::ground::text) {
    faults_.push_back({std::move(message), at, std::move(help), {}, rests_on});
  }

  void standing() {
    if (const auto* clause = only<syntax::severity>(written_, "severity", faults_)) {
      constexpr severity each[] = {severity::error, severity::warning, severity::info};
      if (const auto found = position(clause->value, severities, "severity", faults_))
        made_.severity = each[*found];
    } else {
      fault(made_.at, fmt::format("rule '{}' has no severity", made_.name),
            "add 'severity error', 'warning' or 'info'");
    }
    if (const auto* clause = only<syntax::rule_kind>(written_, "kind", faults_))
      if (const auto found = position(clause->value, kinds, "kind", faults_))
        made_.kind = static_cast<kind>(*found);
  }

  void texts() {
    if (const auto* clause = only<syntax::because>(written_, "because", faults_))
      made_.because = clause->value.value;
    for (const auto& clause : written_.clauses)
      if (const auto* source = std::get_if<syntax::source_of>(&clause))
        made_.source += (made_.source.empty() ? "" : "; ") + source->value.value;
  }

  void parameters() {
    for (const auto& clause : written_.clauses)
      if (const auto* param = std::get_if<syntax::param>(&clause))
        add(*param);
  }

  void add(const syntax::param& param) {
    for (const auto& other : made_.parameters)
      if (other.name == param.name.text) {
        fault(param.at, fmt::format("parameter '{}' is stated twice", param.name.text), {},
              base::ground::clause);
        return;
      }
    auto read = read_literal(param.value);
    if (read.is.is == shape::money && read.currency.empty())
      fault(param.at, "money in a rule names its currency", "write '2.00 USD'", base::ground::clause);
    made_.parameters.push_back(
        {param.name.text, read.is, read.whole, std::move(read.what), read.currency, param.name.at});
  }

  // A rule with a fault in its `for` is not read on: every use of the variable would be a further fault.
  bool loops() {
    for (const auto& clause : written_.clauses)
      if (const auto* each = std::get_if<syntax::each>(&clause)) {
        const auto loop = expressions_.open_loop(each->variable, each->path,
                                                 each->where.empty() ? nullptr : &each->where.front());
        if (!loop)
          return false;
        made_.each.push_back(*loop);
      }
    return true;
  }

  void condition() {
    const auto* when = only<syntax::when>(written_, "when", faults_);
    if (when == nullptr)
      return;
    made_.when = expressions_.compile_as(when->condition, shape::truth, "'when'");
    expressions_.assume(made_.when);
  }

  void consequences() {
    if (const auto* clause = only<syntax::report>(written_, "report", faults_))
      made_.report = worded(clause->message);
    else
      fault(made_.at, fmt::format("rule '{}' has no report", made_.name), "add 'report \"…\"'");
    if (const auto* clause = only<syntax::fix>(written_, "fix", faults_))
      made_.fix = worded(clause->advice);
    if (const auto* clause = only<syntax::cost>(written_, "cost", faults_))
      made_.cost = expressions_.compile_as(clause->value, shape::money, "'cost'");
    if (const auto* clause = only<syntax::saves>(written_, "saves", faults_)) {
      made_.saves = expressions_.compile_as(clause->value, shape::money, "'saves'");
      made_.saves_per_month = clause->per_month;
    }
    for (const auto& clause : written_.clauses)
      if (const auto* place = std::get_if<syntax::place>(&clause))
        add(*place);
  }

  void add(const syntax::place& place) {
    auto made = expressions_.compile_place(place.fact);
    if (!made)
      return;
    if (place.label)
      made->label = place.label->value;
    made_.places.push_back(*made);
  }

  wording worded(const syntax::template_text& text) {
    wording result;
    for (const auto& piece : text.pieces) {
      if (const auto* words = std::get_if<std::string>(&piece))
        result.emplace_back(std::string_view(*words));
      else if (const auto shown = printable(std::get<syntax::expression>(piece)); shown != no_node)
        result.emplace_back(shown);
    }
    return result;
  }

  node_id printable(const syntax::expression& tree) {
    const auto made = expressions_.compile(tree);
    if (!made)
      return no_node;
    const auto is = made->as.is;
    if (is.is != shape::record || schema_of(is.of).named)
      return made->id;
    fault(tree.at, fmt::format("{} has no name to print", describe(is)), "print one of its fields");
    return no_node;
  }

  const syntax::rule& written_;
  base::diagnostics& faults_;
  rule made_;
  expressions expressions_;
};

} // namespace

std::optional<place_of> expressions::compile_place(const syntax::expression& fact) {
  const auto made = fact.what == syntax::expression::kind::field ? field(fact, true) : compile(fact);
  if (!made)
    return std::nullopt;
  const auto& top = rule_[made->id];
  if (top.what == operation::field)
    return place_of{top.children[0], top.read, {}};
  if (made->as.is.is == shape::record)
    return place_of{made->id, nullptr, {}};
  fault(fact.at, "this has no place in a file", "name a record, or a field of one");
  return std::nullopt;
}

std::optional<rule> compile(const syntax::rule& written, base::diagnostics& faults) {
  return rule_compiler(written, faults).compile();
}

} // namespace proviso::checking
