#include "checking/rules/run.hpp"

#include "base/text.hpp"
#include "checking/rules/identity.hpp"
#include "checking/rules/wording.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_set>

namespace proviso::checking {
namespace {

using base::truth;

constexpr std::size_t most_subjects = 3; // named in the message of an undetermined finding

class each_once { // texts in the order they came
public:
  void add(std::string text) {
    if (!all_.empty() && all_.back() == text)
      return; // as it mostly is, month by month
    if (known_.insert(text).second)
      all_.push_back(std::move(text));
  }
  [[nodiscard]] const std::vector<std::string>& all() const { return all_; }

private:
  std::vector<std::string> all_;
  std::unordered_set<std::string> known_;
};

// Records that lack the same things.
struct open_question {
  unknown why;
  each_once subjects;
  std::optional<base::period> days; // from the first to the last
  std::vector<base::label> places;  // of the first
  base::source_set rests_on;        // of all
  record_list records;              // of the first
};

base::period spanning(base::period a, base::period b) {
  return {std::min(a.first, b.first), std::max(a.last, b.last)};
}

// The same words of other days.
std::string retold(std::string words, base::period of, base::period to) {
  const auto old = base::to_string(of);
  const auto now = base::to_string(to);
  for (auto at = words.find(old); at != std::string::npos; at = words.find(old, at + now.size()))
    words.replace(at, old.size(), now);
  return words;
}

class runner {
public:
  runner(const rule& in, const facts& over, listings& lists, std::span<const value> parameters,
         std::int64_t most_steps)
      : rule_(in), facts_(over), evaluator_(in, over, lists, parameters, most_steps) {}

  ran run() {
    if (const auto option = waits_for(); !option.empty())
      return {{}, option, false};
    go_through(0, {});
    for (const auto& question : questions_)
      findings_.push_back(undetermined(question));
    return {std::move(findings_), {}, evaluator_.exhausted()};
  }

private:
  [[nodiscard]] std::string_view waits_for() const {
    for (const auto level : rule_.each)
      if (const auto& over = *rule_.loops[level].over; over.given != nullptr && !over.given(facts_))
        return over.option;
    return {};
  }

  // `doubt` is why it is not certain that the records so far are there and meet their conditions.
  void go_through(std::size_t level, const unknown& doubt) {
    if (evaluator_.exhausted())
      return;
    if (level == rule_.each.size()) {
      conclude(doubt);
      return;
    }
    const auto loop_number = rule_.each[level];
    const auto& loop = rule_.loops[loop_number];
    const auto choice = evaluator_.candidates(loop_number);
    if (choice.records == nullptr) {
      auto why = doubt;
      why.merge({{choice.missing}});
      ask(level, why);
      return;
    }
    for (const auto& one : *choice.records) {
      evaluator_.bind(loop.slot, one);
      auto why = doubt;
      if (evaluator_.holds(loop.where, why) == truth::no)
        continue;
      why.merge(evaluator_.doubt_of(one));
      go_through(level + 1, why);
    }
  }

  void conclude(unknown why) {
    const auto holds = evaluator_.holds(rule_.when, why);
    if (holds == truth::no)
      return;
    if (holds == truth::yes && why.missing.empty())
      add(violation());
    else
      ask(rule_.each.size(), why);
  }

  // ---- what a finding is about: its first record, or the contract

  [[nodiscard]] record about(std::size_t level) const {
    return evaluator_.bound(rule_.loops[rule_.each[level]].slot);
  }

  [[nodiscard]] record first_record() const {
    return rule_.each.empty() ? record{record_kind::contract, facts_.month(), 0} : about(0);
  }

  [[nodiscard]] std::string subject_of(record r) const { return schema_of(r.of).subject(facts_, r); }

  [[nodiscard]] record_list records(std::size_t count) const {
    record_list all;
    for (std::size_t level = 0; level < count; ++level)
      all.push_back(about(level));
    return all;
  }

  // ---- findings

  finding start(verdict v) const {
    finding made;
    made.rule = rule_.name;
    made.severity = rule_.severity;
    made.kind = rule_.kind;
    made.verdict = v;
    return made;
  }

  finding violation() {
    auto made = start(verdict::violation);
    const auto first = first_record();
    made.subject = subject_of(first);
    made.days = schema_of(first.of).days(facts_, first);
    made.message = worded(rule_.report, rule_, evaluator_);
    made.fix = worded(rule_.fix, rule_, evaluator_);
    made.cost = amount(rule_.cost, made);
    made.saves = amount(rule_.saves, made);
    made.saves_per_month = rule_.saves_per_month;
    made.places = places(rule_.each.size());
    made.records = records(rule_.each.size());
    add_files(made.rests_on, rule_.each.size());
    identify(made, facts_, made.records);
    return made;
  }

  // What is to be said of a restriction before and after an amendment of it, or of what it defeats, is one
  // finding; so is what phase after phase of a SKU says at one clause, or in the same words but for the days.
  void add(finding made) {
    const auto goes_on = [&](const finding& before) {
      return before.days && made.days && before.days->last + std::chrono::days(1) == made.days->first &&
             says_the_same(before, made);
    };
    const auto before = std::ranges::find_if(findings_, goes_on);
    if (before == findings_.end()) {
      findings_.push_back(std::move(made));
      return;
    }
    const auto days = spanning(*before->days, *made.days);
    before->message = retold(before->message, *before->days, days);
    before->fix = retold(before->fix, *before->days, days);
    before->days = days;
  }

  [[nodiscard]] bool says_the_same(const finding& before, const finding& made) const {
    switch (first_record().of) {
    case record_kind::restriction:
    case record_kind::conflict: return before.message == made.message && before.places == made.places;
    case record_kind::phase:
      return before.subject == made.subject && same_amounts(before, made) &&
             (same_words(before, made) || same_clause(before, made));
    default: return false;
    }
  }

  // What is saved a month is saved in each; other amounts would have to be added up.
  static bool same_amounts(const finding& a, const finding& b) {
    return !a.cost && !b.cost && a.saves == b.saves && (!a.saves || a.saves_per_month) &&
           a.missing == b.missing;
  }

  static bool same_words(const finding& before, const finding& made) {
    const auto same = [&](const std::string& a, const std::string& b) {
      return retold(a, *before.days, *made.days) == b;
    };
    return same(before.message, made.message) && same(before.fix, made.fix);
  }

  // Figures of certain days are told of these days only.
  [[nodiscard]] bool same_clause(const finding& before, const finding& made) const {
    return !rule_.places.empty() && !before.saves && before.places[0].at == made.places[0].at &&
           before.message.find(base::to_string(*before.days)) == std::string::npos;
  }

  std::optional<base::rational> amount(node_id id, finding& of) {
    if (id == no_node)
      return std::nullopt;
    const auto result = evaluator_.evaluate(id);
    if (const auto* why = std::get_if<unknown>(&result))
      of.missing.insert(of.missing.end(), why->missing.begin(), why->missing.end());
    const auto* exact = std::get_if<base::rational>(&result);
    return exact ? std::optional(*exact) : std::nullopt;
  }

  // Those that the records of the first `level` loops rest on.
  void add_files(base::source_set& to, std::size_t level) const {
    for (std::size_t i = 0; i < level; ++i)
      if (const auto r = about(i); schema_of(r.of).rests_on != nullptr)
        schema_of(r.of).rests_on(facts_, r, to);
  }

  // ---- places

  base::span declaration(record r) const {
    const auto at = schema_of(r.of).declared(facts_, r);
    return at.somewhere() ? at : facts_.contract().at;
  }

  void add(std::vector<base::label>& to, const place_of& place) {
    const auto owner = evaluator_.evaluate(place.record);
    const auto* r = std::get_if<record>(&owner);
    if (r == nullptr)
      return;
    const auto written = place.fact && place.fact->place ? place.fact->place(facts_, *r) : base::span{};
    const auto at = written.somewhere() ? written : declaration(*r);
    to.push_back({at, with_origin(at, std::string(place.label))});
  }

  // Says which amendment a clause stands in.
  [[nodiscard]] std::string with_origin(base::span at, std::string label) const {
    const auto* amendment = facts_.contract().origin(at);
    if (amendment == nullptr)
      return label;
    return fmt::format("{}{}by {}", label, label.empty() ? "" : ", ", amendment->title);
  }

  // Without all of its records a rule has no places of its own.
  std::vector<base::label> places(std::size_t level) {
    std::vector<base::label> all;
    if (level == rule_.each.size())
      for (const auto& place : rule_.places)
        add(all, place);
    if (all.empty())
      all.push_back({level == 0 ? facts_.contract().at : declaration(about(0)), {}});
    return all;
  }

  // ---- what cannot be decided

  // Labels say what a violation is: an open question has the places only, each once.
  static std::vector<base::label> unlabelled(const std::vector<base::label>& all) {
    std::vector<base::label> result;
    for (const auto& place : all) {
      const auto same = [&](const base::label& other) {
        return other.at.source == place.at.source && other.at.begin == place.at.begin;
      };
      if (std::none_of(result.begin(), result.end(), same))
        result.push_back({place.at, {}});
    }
    return result;
  }

  // The records of the first `level` loops are bound.
  void ask(std::size_t level, const unknown& why) {
    auto found = std::find_if(questions_.begin(), questions_.end(),
                              [&](const open_question& q) { return q.why.missing == why.missing; });
    if (found == questions_.end()) {
      questions_.push_back({why, {}, {}, unlabelled(places(level)), {}, records(level)});
      found = questions_.end() - 1;
    }
    add_files(found->rests_on, level);
    if (level == 0 && !rule_.each.empty())
      return;
    const auto first = first_record();
    found->subjects.add(subject_of(first));
    if (const auto days = schema_of(first.of).days(facts_, first))
      found->days = found->days ? spanning(*found->days, *days) : *days;
  }

  finding undetermined(const open_question& question) const {
    auto made = start(verdict::undetermined);
    made.missing = question.why.missing;
    made.days = question.days;
    made.places = question.places;
    made.records = question.records;
    made.rests_on = question.rests_on;
    if (question.subjects.all().size() == 1)
      made.subject = question.subjects.all().front();
    made.message = fmt::format("{}: undetermined", rule_.title) + whom(question);
    identify_open(made, facts_, question.subjects.all());
    return made;
  }

  static std::string whom(const open_question& question) {
    auto named = question.subjects.all();
    if (named.empty())
      return {};
    if (named.size() > most_subjects + 1) {
      named.resize(most_subjects);
      named.push_back(fmt::format("{} more", question.subjects.all().size() - most_subjects));
    }
    auto words = fmt::format(" for {}", base::enumerate(named));
    if (question.days)
      words += fmt::format(" in {}", base::to_string(*question.days));
    return words;
  }

  const rule& rule_;
  const facts& facts_;
  evaluator evaluator_;
  std::vector<finding> findings_;
  std::vector<open_question> questions_;
};

} // namespace

ran run(const rule& in, const facts& over, listings& lists, std::span<const value> parameters,
        std::int64_t most_steps) {
  return runner(in, over, lists, parameters, most_steps).run();
}

} // namespace proviso::checking
