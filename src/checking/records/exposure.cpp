// What metadata grants against a restriction, or beyond a license.
#include "checking/facts/forbidden.hpp"
#include "checking/records/reading.hpp"

#include <fmt/format.h>

namespace proviso::checking::records {
namespace {

using kind = checking::exposure::kind;

const checking::exposure& of(const facts& f, record r) {
  return f.exposures()[r.index];
}

std::string_view word(kind of) {
  constexpr std::string_view words[] = {"granted", "grouped",  "grantable", "guest", "related",
                                        "copy",    "unlisted", "limit",     "beyond"};
  return words[static_cast<std::size_t>(of)];
}

base::span grant_at(const facts& f, record r) {
  return of(f, r).at;
}
base::span prohibition_at(const facts& f, record r) {
  return of(f, r).prohibited_at;
}

value license(const facts& f, record r) {
  const auto& stated = of(f, r).holder->license;
  return stated ? stated->value : std::string("no license");
}

value restriction(const facts& f, record r) {
  const auto* one = of(f, r).restriction;
  return one == nullptr ? value(absent{}) : value(record{record_kind::restriction, 0, f.index_of(*one)});
}

value prohibition(const facts& f, record r) {
  const auto* one = of(f, r).restriction;
  if (one == nullptr)
    return absent{};
  return one->document.empty() ? one->title : one->document;
}

value object(const facts& f, record r) {
  return of(f, r).objects;
}

value through(const facts& f, record r) {
  const auto& one = of(f, r).through;
  return one.empty() ? std::string("object permissions") : one;
}

value certain(const facts& f, record r) {
  return of(f, r).doubt.empty() ? value(true) : unknown_because(of(f, r).doubt);
}

std::string subject(const facts& f, record r) {
  const auto& one = of(f, r);
  return one.of == kind::unlisted ? one.restriction->name : one.holder->name;
}

value held_by(const facts& f, record r) {
  return users_of(of(f, r).held);
}

value told(const facts& f, record r) {
  return told_of(of(f, r).held);
}

constexpr field fields[] = {
    {"kind", name_of(domain::exposure), "how it concerns the contract",
     [](const facts& f, record r) -> value { return std::string(word(of(f, r).of)); }, grant_at},
    {"holder", text_type, "the profile, permission set or group",
     [](const facts& f, record r) -> value { return of(f, r).holder->name; }, grant_at},
    {"holder_kind", text_type, "profile, permission set, or permission set group",
     [](const facts& f, record r) -> value { return std::string(to_string(of(f, r).holder->is)); }, grant_at},
    {"license", text_type, "as the holder states it, or 'no license'", license, grant_at},
    {"object", name_of(domain::object), "what can be reached", object, grant_at},
    {"operations", names_of(domain::operation),
     "those that are forbidden; of a copy or child, all that are granted",
     [](const facts& f, record r) { return names_of_operations(of(f, r).operations); }, grant_at},
    {"through", text_type, "object permissions, or the user permission that gives it", through, grant_at},
    {"original", name_of(domain::object), "of a copy or child: the forbidden object",
     [](const facts& f, record r) { return text_or_absent(of(f, r).original); }, prohibition_at, "original"},
    {"held", number_type,
     "users who may log in and hold it, as exports show; of a set without a license those in scope", held_by,
     grant_at, "held"},
    {"told", text_type, "', which 12 users hold,' in words; nothing where exports do not tell", told, grant_at},
    {"restriction", record_of(record_kind::restriction), "what it touches", restriction, prohibition_at,
     "restriction"},
    {"prohibition", text_type, "the clause of the paper, else the restriction's title", prohibition,
     prohibition_at, "restriction"},
    {"count", number_type, "of a limit: how many custom objects are granted",
     [](const facts& f, record r) { return number(of(f, r).count); }, grant_at},
    {"most", number_type, "of a limit: how many may be",
     [](const facts& f, record r) { return number(of(f, r).most); }, prohibition_at},
    {"period", period_type, "the day it is judged on: today, or the nearest of the term",
     [](const facts& f, record) -> value { return f.day_of_term(); }, grant_at},
    {"certain", truth_type, "it is so; unknown where license, scope or exception leave it open", certain,
     grant_at},
};

} // namespace

constinit const record_schema exposure{
    .of = record_kind::exposure,
    .documentation =
        "access that metadata grants and a restriction forbids, limits or leaves open, or that is beyond "
        "what a license reaches",
    .fields = fields,
    .subject = subject,
    .days = [](const facts& f, record) -> std::optional<base::period> { return f.day_of_term(); },
    .declared = grant_at,
    .identity =
        [](const facts& f, record r) {
          const auto& one = of(f, r);
          return fmt::format("{}:{}:{}:{}:{}", word(one.of),
                             one.restriction ? one.restriction->name : std::string(),
                             one.through.empty() ? object_identity(one.objects, f.contract()) : one.objects,
                             to_string(one.operations), one.through);
        },
    .doubt = [](const facts& f, record r) { return of(f, r).doubt; },
    .rests_on = [](const facts& f, record r, base::source_set& to) { to.add(of(f, r).rests_on); },
    .dated_today = true,
};

} // namespace proviso::checking::records
