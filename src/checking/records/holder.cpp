// What metadata says as it stands: holders of access with their grants, members of sites, and what the files
// leave open.
#include "checking/records/reading.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::checking::records {
namespace {

std::optional<base::period> no_days(const facts&, record) {
  return std::nullopt;
}

// ---- holders

const metadata::holder& holder_of(const facts& f, record r) {
  return f.found()->holders[f.holders()[r.index]];
}

base::span license_at(const facts& f, record r) {
  const auto& stated = holder_of(f, r).license;
  return stated ? stated->at : holder_of(f, r).at;
}

value license_text(const metadata::holder& of) {
  return of.license ? value(of.license->value) : value(absent{});
}

value classified(const facts& f, record r) {
  const auto is = f.standing_of(holder_of(f, r));
  return is.is == standing::of::unknown ? unknown_because(is.doubt) : value(true);
}

constexpr field holder_fields[] = {
    {"name", text_type, "of its file", [](const facts& f, record r) -> value { return holder_of(f, r).name; }},
    {"kind", text_type, "profile, or permission set",
     [](const facts& f, record r) -> value { return std::string(to_string(holder_of(f, r).is)); }},
    {"license", text_type, "as it states it",
     [](const facts& f, record r) { return license_text(holder_of(f, r)); }, license_at, "license"},
    {"classified", truth_type, "the catalogue knows whom its license is for; unknown where it does not",
     classified, license_at},
};

// ---- grants

const metadata::grant& grant_of(const facts& f, record r) {
  const auto& at = f.grants()[r.index];
  return f.found()->holders[at.holder].grants[at.grant];
}

const metadata::holder& granting(const facts& f, record r) {
  return f.found()->holders[f.grants()[r.index].holder];
}

base::span grant_at(const facts& f, record r) {
  return grant_of(f, r).at;
}

value object_of(const facts& f, record r) {
  return f.found()->objects[grant_of(f, r).object];
}

constexpr field grant_fields[] = {
    {"holder", text_type, "the profile or permission set",
     [](const facts& f, record r) -> value { return granting(f, r).name; }, grant_at},
    {"object", name_of(domain::object), "API name", object_of, grant_at},
    {"operations", names_of(domain::operation), "what is granted, with what View All and Modify All include",
     [](const facts& f, record r) { return names_of_operations(grant_of(f, r).operations()); }, grant_at},
    {"license", text_type, "of the holder, as it states it",
     [](const facts& f, record r) { return license_text(granting(f, r)); }, grant_at, "license"},
};

// ---- members of sites

const membership& member_of(const facts& f, record r) {
  return f.members()[r.index];
}

base::span member_at(const facts& f, record r) {
  return member_of(f, r).name->at;
}

value forbidden_objects(const facts& f, record r) {
  return name_list(member_of(f, r).forbidden);
}

constexpr field member_fields[] = {
    {"name", text_type, "of the profile or permission set, as the site writes it",
     [](const facts& f, record r) -> value { return member_of(f, r).name->value; }, member_at},
    {"site", text_type, "whose members its holders are",
     [](const facts& f, record r) -> value { return member_of(f, r).site->name; }, member_at},
    {"registers", truth_type, "whoever registers on the site gets it",
     [](const facts& f, record r) -> value {
       return member_of(f, r).of == membership::kind::self_registration;
     },
     member_at},
    {"internal", truth_type, "its license is for people inside the company",
     [](const facts& f, record r) -> value { return member_of(f, r).internal; }, member_at},
    {"stock", truth_type, "a standard profile of portal users",
     [](const facts& f, record r) -> value { return member_of(f, r).stock; }, member_at},
    {"forbidden", names_of(domain::object),
     "of a standard profile: objects that it grants as shipped and a restriction forbids", forbidden_objects,
     member_at},
    {"restricted", truth_type, "there are such objects",
     [](const facts& f, record r) -> value { return !member_of(f, r).forbidden.empty(); }, member_at},
};

// ---- gaps

const metadata::gap& gap_of(const facts& f, record r) {
  return f.gaps()[r.index];
}

base::span gap_at(const facts& f, record r) {
  return gap_of(f, r).at;
}

constexpr field gap_fields[] = {
    {"name", text_type, "what is missing",
     [](const facts& f, record r) -> value { return gap_of(f, r).subject; }, gap_at},
    {"closed", truth_type, "never known: what is missing is not there",
     [](const facts& f, record r) { return unknown_because(gap_of(f, r).missing); }, gap_at},
};

} // namespace

constinit const record_schema grant{
    .of = record_kind::grant,
    .documentation = "object permissions found in metadata",
    .fields = grant_fields,
    .subject = [](const facts& f, record r) { return granting(f, r).name; },
    .days = [](const facts& f, record) -> std::optional<base::period> { return f.day_of_term(); },
    .declared = grant_at,
    .identity =
        [](const facts& f, record r) {
          return fmt::format("{}:{}", f.found()->objects[grant_of(f, r).object],
                             to_string(grant_of(f, r).operations()));
        },
    .rests_on = [](const facts& f, record r, base::source_set& to) { to.add(granting(f, r).files); },
    .dated_today = true,
};

constinit const record_schema holder{
    .of = record_kind::holder,
    .documentation = "a profile or permission set found in metadata",
    .fields = holder_fields,
    .subject = [](const facts& f, record r) { return holder_of(f, r).name; },
    .days = no_days,
    .declared = license_at,
    .identity = [](const facts& f, record r) { return std::string(to_string(holder_of(f, r).is)); },
    .rests_on = [](const facts& f, record r, base::source_set& to) { to.add(holder_of(f, r).files); },
};

constinit const record_schema member{
    .of = record_kind::member,
    .documentation = "a profile or permission set whose holders are on a site",
    .fields = member_fields,
    .subject = [](const facts& f, record r) { return member_of(f, r).site->name; },
    .days = no_days,
    .declared = member_at,
    .identity =
        [](const facts& f, record r) {
          return fmt::format("{}:{}", static_cast<int>(member_of(f, r).of), member_of(f, r).name->value);
        },
    .rests_on =
        [](const facts& f, record r, base::source_set& to) {
          for (const auto* one : member_of(f, r).holders)
            to.add(one->files);
        },
};

constinit const record_schema gap{
    .of = record_kind::gap,
    .documentation = "what metadata names and does not hold",
    .fields = gap_fields,
    .subject = [](const facts& f, record r) { return gap_of(f, r).subject; },
    .days = no_days,
    .declared = gap_at,
};

} // namespace proviso::checking::records
