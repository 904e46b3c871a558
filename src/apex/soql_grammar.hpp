// SOQL and SOSL as islands: what is read and in which mode, everything else is passed over. Rules only.
#pragma once

#include "apex/lexicon.hpp"

namespace proviso::apex::grammar::soql {

// clang-format off
struct open             : p::one<'('> {};
struct close            : p::one<')'> {};
struct comma            : p::one<','> {};
struct select           : kw<"SELECT"> {};
struct path             : dotted {};
struct from_name        : path {};
struct clause_word      : p::sor<kw<"WHERE">, kw<"WITH">, kw<"GROUP">, kw<"HAVING">, kw<"ORDER">, kw<"LIMIT">, kw<"OFFSET">,
                                 kw<"FOR">, kw<"USING">, kw<"ALL">, kw<"UPDATE">, kw<"END">> {};
struct alias            : p::seq<p::not_at<clause_word>, p::identifier> {};
struct from             : p::seq<kw<"FROM">, space, from_name, p::opt<space, alias>> {};
// TYPEOF What WHEN Account THEN Phone
struct when_name        : path {};
struct when             : p::seq<kw<"WHEN">, space, when_name> {};
struct returning        : kw<"RETURNING"> {};
struct user_mode        : p::seq<kw<"WITH">, space, p::sor<kw<"USER_MODE">, kw<"SECURITY_ENFORCED">>> {};
struct system_mode      : p::seq<kw<"WITH">, space, kw<"SYSTEM_MODE">> {};
// :leads[0].Id is a value of the program
struct bound            : p::seq<p::one<':'>, gap, dotted> {};
// Words between objects of RETURNING and what comes after them
struct after_returning  : p::sor<kw<"WITH">, kw<"LIMIT">, kw<"UPDATE">, kw<"OFFSET">> {};
struct word             : p::sor<select, from, when, returning, user_mode, system_mode, after_returning, path> {};
struct mark             : p::sor<string, bound, open, close, comma, p::seq<p::digit, p::star<p::identifier_other>>, p::any> {};
struct text             : p::sor<blank, p::seq<p::at<p::identifier_first>, word>, mark> {};
struct query            : p::until<p::eof, text> {};
// clang-format on

} // namespace proviso::apex::grammar::soql
