// Ways through code and flows to what a restriction forbids.
#include "checking/facts/forbidden.hpp"
#include "checking/records/reading.hpp"

#include <fmt/format.h>

namespace proviso::checking::records {
namespace {

const indirect& of(const facts& f, record r) {
  return f.indirects()[r.index];
}

std::string_view word(exposure::kind of) {
  return names_in(domain::exposure)[static_cast<std::size_t>(of)];
}

base::span done_at(const facts& f, record r) {
  return of(f, r).at;
}
base::span entered_at(const facts& f, record r) {
  return of(f, r).from;
}
base::span prohibition_at(const facts& f, record r) {
  return of(f, r).prohibited_at;
}

value license(const facts& f, record r) {
  const auto& stated = of(f, r).holder->license;
  return stated ? stated->value : std::string("no license");
}

value restriction(const facts& f, record r) {
  return record{record_kind::restriction, 0, f.index_of(*of(f, r).restriction)};
}

value prohibition(const facts& f, record r) {
  const auto& one = *of(f, r).restriction;
  return one.document.empty() ? one.title : one.document;
}

std::string_view through(const indirect& one) {
  return one.by == indirect::by::flow ? "flow" : "code";
}

value held_by(const facts& f, record r) {
  return users_of(of(f, r).held);
}

value told(const facts& f, record r) {
  return told_of(of(f, r).held);
}

constexpr field fields[] = {
    {"kind", name_of(domain::exposure), "granted, grantable or guest, as of exposures",
     [](const facts& f, record r) -> value { return std::string(word(of(f, r).of)); }, entered_at},
    {"holder", text_type, "the profile, permission set or group it begins with",
     [](const facts& f, record r) -> value { return of(f, r).holder->name; }, entered_at},
    {"holder_kind", text_type, "profile, permission set, or permission set group",
     [](const facts& f, record r) -> value { return std::string(to_string(of(f, r).holder->is)); }, entered_at},
    {"license", text_type, "as the holder states it, or 'no license'", license, entered_at},
    {"by", name_of(domain::means), "what does it",
     [](const facts& f, record r) -> value { return std::string(through(of(f, r))); }, done_at},
    {"object", name_of(domain::object), "what is reached",
     [](const facts& f, record r) -> value { return of(f, r).object; }, done_at},
    {"operations", names_of(domain::operation), "those that are forbidden",
     [](const facts& f, record r) { return names_of_operations(of(f, r).operations); }, done_at},
    {"certainty", name_of(domain::certainty),
     "certain: each step is resolved by name; possible: a step is one of several, or the object is not named "
     "in place",
     [](const facts& f, record r) -> value { return std::string(of(f, r).certain ? "certain" : "possible"); },
     done_at},
    {"path", text_type, "from the holder to the statement or element",
     [](const facts& f, record r) -> value { return of(f, r).path; }, done_at},
    {"entry", text_type, "the access it begins with",
     [](const facts& f, record r) -> value { return of(f, r).holder->name; }, entered_at},
    {"held", number_type,
     "users who may log in and hold it, as exports show; of a set without a license those in scope", held_by,
     entered_at, "held"},
    {"told", text_type, "', which 12 users hold,' in words; nothing where exports do not tell", told,
     entered_at},
    {"restriction", record_of(record_kind::restriction), "what it touches", restriction, prohibition_at},
    {"prohibition", text_type, "the clause of the paper, else the restriction's title", prohibition,
     prohibition_at},
    {"period", period_type, "the day it is judged on: today, or the nearest of the term",
     [](const facts& f, record) -> value { return f.day_of_term(); }, done_at},
};

} // namespace

constinit const record_schema path{
    .of = record_kind::path,
    .documentation =
        "a way from a profile or permission set through code and flows, which run as the system, to what "
        "a restriction forbids",
    .fields = fields,
    .subject = [](const facts& f, record r) { return of(f, r).holder->name; },
    .days = [](const facts& f, record) -> std::optional<base::period> { return f.day_of_term(); },
    .declared = done_at,
    .identity =
        [](const facts& f, record r) {
          const auto& one = of(f, r);
          return fmt::format("{}:{}:{}:{}:{}", word(one.of), through(one), one.restriction->name,
                             object_identity(one.object, f.contract()), to_string(one.operations));
        },
    .doubt = [](const facts& f, record r) { return of(f, r).doubt; },
    .rests_on = [](const facts& f, record r, base::source_set& to) { to.add(of(f, r).rests_on); },
    .dated_today = true,
};

} // namespace proviso::checking::records
