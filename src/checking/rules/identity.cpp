#include "checking/rules/identity.hpp"

#include "checking/rules/schema.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::checking {
namespace {

std::string text_of(const facts& in, record r, const std::string& subject) {
  const auto& schema = schema_of(r.of);
  const auto days = schema.days(in, r);
  return fmt::format("\n{}\n{}\n{}", subject, days && !schema.dated_today ? base::to_string(days->first) : "",
                     schema.identity ? schema.identity(in, r) : "");
}

// A record about the whole contract has its name, which another draft need not have.
std::string subject_in_any_draft(const facts& in, record r) {
  auto subject = schema_of(r.of).subject(in, r);
  const bool may_be_whole =
      r.of == record_kind::contract || r.of == record_kind::month || r.of == record_kind::charge;
  return may_be_whole && subject == in.contract().name ? std::string() : subject;
}

} // namespace

void identify(finding& made, const facts& in, const record_list& about) {
  auto named = fmt::format("{}\n{}", in.contract().name, made.rule);
  auto alike = made.rule;
  for (const auto r : about) {
    named += text_of(in, r, schema_of(r.of).subject(in, r));
    alike += text_of(in, r, subject_in_any_draft(in, r));
  }
  made.fingerprint = fingerprint_of(named);
  made.likeness = fingerprint_of(alike);
}

void identify_open(finding& made, const facts& in, const std::vector<std::string>& subjects) {
  const auto& name = in.contract().name;
  const auto text = [&](const std::vector<std::string>& named) {
    return fmt::format("{}\n{}\nundetermined\n{}", made.rule, fmt::join(named, "\n"),
                       fmt::join(made.missing, "\n"));
  };
  auto alike = subjects;
  if (in.contract().find_sku(name) == nullptr)
    std::erase(alike, name);
  made.fingerprint = fingerprint_of(fmt::format("{}\n{}", name, text(subjects)));
  made.likeness = fingerprint_of(text(alike));
}

} // namespace proviso::checking
