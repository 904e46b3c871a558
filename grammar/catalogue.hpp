// What a vendor sells and what it can do: licenses, capabilities, objects and groups.
#pragma once

#include "grammar/expression.hpp"
#include "grammar/restriction.hpp"

namespace proviso::grammar {

// clang-format off

// names "Customer Community" as members, "Customer Community Login" as logins
struct stated_text        : text {};
struct stated_unit        : unit {};
struct stated_name        : p::seq<expect<stated_text>, expect<kw<"as">>, expect<stated_unit>> {};
struct stated_names       : listing<stated_name> {};
struct names              : sentence<kw<"names">, stated_names, ends<"','">> {};
struct keys               : sentence<kw<"keys">, stated_names, ends<"','">> {};

// offers knowledge, sharing-sets; lacks reports
struct offers             : sentence<kw<"offers">, listing<capability_word>, ends<"','">> {};
struct lacks              : sentence<kw<"lacks">, listing<capability_word>, ends<"','">> {};

// allows create, read on Case, Contact; denies delete on Account
struct allows             : sentence<kw<"allows">, operations_on, ends<"','">> {};
struct denies             : sentence<kw<"denies">, operations_on, ends<"','">> {};

struct license_block      : block<license_block, names, keys, accounts, offers, lacks, allows, denies, source, cited, note> {};

// license customer-community "Customer Community" { … }
struct license            : sentence<kw<"license">, headed<titled<"license">, license_block>> {};

// capability reports "Reports and dashboards" source "…"
struct capability         : sentence<kw<"capability">, titled<"capability">, p::opt<source_tail>, ends<"'source'">> {};

// object Case { related CaseComment, EmailMessage }
struct object_declared    : object_name {};
struct related            : sentence<kw<"related">, listing<object_word>, ends<"','">> {};
struct object_block       : block<object_block, related, source, cited, note> {};
struct object             : sentence<kw<"object">, headed<expect<object_declared>, object_block>> {};

// objects sales-and-service "…" { Lead, Opportunity } source "…"
struct close_members      : p::one<'}'> {};
template <typename Member>
struct members            : enclosed<open_brace, listing<Member>, close_members> {};
struct member_object      : object_name {};
struct member_license     : name {};
struct member_text        : text {};
template <typename Opening, letters What, typename Member>
struct group              : sentence<Opening, titled<What>, expect<members<Member>>, p::opt<source_tail>, ends<"'source'">> {};
struct objects            : group<kw<"objects">, "group of objects", member_object> {};
struct licenses           : group<kw<"licenses">, "group of licenses", member_license> {};
struct texts              : group<kw<"texts">, "group of texts", member_text> {};
// clang-format on

} // namespace proviso::grammar
