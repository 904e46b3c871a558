#include "cli/commands/explain_finding.hpp"

#include "base/text.hpp"
#include "cli/inputs_read.hpp"
#include "cli/judged.hpp"
#include "cli/output/overwriting.hpp"
#include "report/explanation.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::cli {
namespace {

constexpr std::size_t least_digits = 6;

struct wanted {
  std::string word; // a fingerprint or a rule
  const given* subject = nullptr;

  [[nodiscard]] bool means(const checking::finding& f) const {
    const bool named = looks_like_fingerprint(word) ? f.fingerprint.starts_with(word) : f.rule == word;
    return named && (subject == nullptr || f.subject == subject->value);
  }
};

outcome nothing(const wanted& asked, const judged& run) {
  auto message = fmt::format("no finding '{}'", asked.word);
  if (asked.subject != nullptr)
    message += fmt::format(" for '{}'", asked.subject->value);
  std::string help = "proviso check lists them";
  if (!looks_like_fingerprint(asked.word) && run.subjects().front()->of.rules.find(asked.word) == nullptr) {
    message = fmt::format("there is no rule '{}'", asked.word);
    help = run.subjects().front()->of.rules.did_you_mean(asked.word);
  }
  return refusal(*run.report().sources, {{std::move(message), {}, std::move(help), {}}});
}

} // namespace

bool looks_like_fingerprint(std::string_view word) {
  const auto digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  return word.size() >= least_digits && word.size() <= 16 && std::ranges::all_of(word, digit);
}

outcome explain_finding(const invocation& asked) {
  auto files = asked;
  files.words.erase(files.words.begin());
  judged run(files);
  if (auto refused = run.run())
    return *refused;
  const wanted one{asked.words.front(), asked.options.one("for")};
  const auto& all = run.report();
  std::string text;
  for (std::size_t i = 0; i < all.contracts.size(); ++i)
    for (const auto& finding : all.contracts[i].findings)
      if (one.means(finding)) {
        auto how = run.how();
        how.seen = all.contracts[i].seen;
        const auto why = checking::explain(finding, run.subjects()[i]->of.rules, *all.contracts[i].assessment,
                                           how, *all.sources);
        text += (text.empty() ? "" : "\n") + report::to_text(all, all.contracts[i], finding, why);
      }
  return run.with_unread_rows(text.empty() ? nothing(one, run)
                                           : printed(std::move(text), asked.options, files_read(run)));
}

} // namespace proviso::cli
