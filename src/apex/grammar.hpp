// Apex as islands: what matters here is recognised wherever it stands, everything else is water and passed over
// token by token, comments and texts right. Rules only; an unfinished comment, text or query ends the parse.
#pragma once

#include "apex/lexicon.hpp"

namespace proviso::apex::grammar {

// clang-format off

// ---- types: Map<Id, List<acme__Thing__c>>[]

template <int Depth> struct type_of;
template <int Depth> struct arguments : p::seq<gap, p::one<'<'>, gap, p::list<type_of<Depth - 1>, comma>, gap, p::one<'>'>> {};
struct brackets         : p::star<gap, p::one<'['>, gap, p::one<']'>> {};
template <int Depth> struct type_of : p::seq<p::not_at<reserved>, dotted, p::opt<arguments<Depth>>, brackets> {};
template <> struct type_of<0> : p::seq<p::not_at<reserved>, dotted> {};
struct type             : type_of<8> {};

// ---- declarations

struct annotation_name  : p::identifier {};
struct annotation       : p::seq<p::one<'@'>, gap, annotation_name> {};

struct with_sharing      : p::seq<kw<"with">, space, kw<"sharing">> {};
struct without_sharing   : p::seq<kw<"without">, space, kw<"sharing">> {};
struct inherited_sharing : p::seq<kw<"inherited">, space, kw<"sharing">> {};

struct shown            : p::sor<kw<"public">, kw<"global">> {};
struct web_service      : kw<"webservice"> {};
struct modifier         : p::sor<kw<"private">, kw<"protected">, kw<"static">, kw<"virtual">, kw<"abstract">, kw<"override">,
                                 kw<"final">, kw<"transient">, kw<"testMethod">> {};

// class Name; interface Name
struct class_word       : p::sor<kw<"class">, kw<"enum">> {};
struct interface_word   : kw<"interface"> {};
struct class_name       : p::identifier {};
struct class_header     : p::seq<class_word, space, class_name> {};
struct interface_header : p::seq<interface_word, space, class_name> {};
struct base_type        : type {};
struct bases            : p::seq<p::sor<kw<"extends">, kw<"implements">>, space, p::list<base_type, comma>> {};

// trigger Name on Lead (before insert, after update)
struct trigger_object   : dotted {};
struct trigger_event    : p::seq<p::sor<kw<"before">, kw<"after">>, space, p::identifier> {};
struct trigger_head     : p::seq<kw<"trigger">, space, class_name, space, kw<"on">, space, trigger_object, gap, p::one<'('>, gap> {};

// Type name, followed by what tells a declaration
struct declared_type    : type {};
struct declared_name    : p::seq<p::not_at<reserved>, p::identifier> {};
struct is_method        : p::at<p::one<'('>> {};
struct is_property      : p::at<p::one<'{'>> {};
struct is_variable      : p::at<p::one<'=', ';', ',', ')', ':'>> {};
struct declaration      : p::seq<declared_type, gap, declared_name, gap, p::sor<is_method, is_property, is_variable>> {};

// ---- values

struct path_word        : p::sor<kw<"this">, kw<"super">, kw<"Trigger">, p::seq<p::not_at<reserved>, p::identifier>> {};
struct path             : p::seq<path_word, p::star<gap, p::opt<p::one<'?'>>, p::one<'.'>, gap, p::identifier>> {};
struct called_path      : p::seq<path, p::at<gap, p::one<'('>>> {};
struct named_path       : path {};
struct chained_name     : p::identifier {};
struct chained_call     : p::seq<p::one<'.'>, gap, chained_name, p::at<gap, p::one<'('>>> {};

struct created_type     : type {};
struct creation         : p::seq<kw<"new">, space, created_type, p::at<gap, p::one<'(', '{', '['>>> {};
struct assigned_creation : p::seq<p::one<'='>, gap, creation> {};

// 'a' + 'b', and whether that is all of it
struct literal          : string {};
struct literal_sum      : p::list<literal, p::seq<gap, p::one<'+'>, gap>> {};
struct sum_ends         : p::at<gap, p::one<')', ',', ';'>> {};
struct literals         : p::seq<literal_sum, p::opt<sum_ends>> {};
struct text_begins      : p::one<'='> {};
struct text_goes_on     : p::string<'+', '='> {};
struct comparison       : p::sor<p::string<'=', '='>, p::string<'!', '='>> {};
struct assigned_text    : p::seq<p::sor<text_goes_on, text_begins>, gap, literals> {};

// ---- what is done to records

struct cast_type        : type {};
struct cast             : p::seq<p::one<'('>, gap, cast_type, gap, p::one<')'>, p::at<gap, p::sor<p::identifier_first, p::one<'(', '['>>>> {};
struct written_query    : query {};
struct written_creation : creation {};
struct written_call     : called_path {};
struct written_path     : path {};
struct written          : p::seq<p::star<p::not_at<cast>, p::one<'('>, gap>, p::sor<cast, written_creation, written_query, written_call, written_path>> {};

struct as_user          : p::seq<kw<"as">, space, kw<"user">, space> {};
struct as_system        : p::seq<kw<"as">, space, kw<"system">, space> {};
struct data_word        : p::sor<kw<"insert">, kw<"update">, kw<"upsert">, kw<"delete">, kw<"undelete">, kw<"merge">> {};
struct data_statement   : p::seq<data_word, gap, p::opt<p::sor<as_user, as_system>>, written> {};

// Database.insert(…); Database.query('…')
struct database_name    : p::identifier {};
struct database_call    : p::seq<p::sor<kw<"Database">, kw<"Search">>, gap, p::one<'.'>, gap, database_name, gap, p::one<'('>, gap,
                                 p::opt<p::sor<literals, written>>> {};
struct system_database  : p::seq<kw<"System">, gap, p::one<'.'>, gap, p::at<kw<"Database">>> {};

// ---- the file

struct open_brace       : p::one<'{'> {};
struct close_brace      : p::one<'}'> {};
struct semicolon        : p::one<';'> {};
struct number           : p::seq<p::digit, p::star<p::identifier_other>> {};

// What begins with a letter, and what does not: most of what is tried would be in vain for the other.
struct head_word        : p::sor<with_sharing, without_sharing, inherited_sharing, shown, web_service, modifier, class_header,
                                 interface_header, trigger_head, trigger_event, bases> {};
struct value_word       : p::sor<data_statement, system_database, database_call, creation, declaration, called_path, named_path> {};
struct word             : p::seq<p::at<p::identifier_first>, p::sor<head_word, value_word, p::identifier>> {};
struct mark             : p::sor<string, open_brace, close_brace, semicolon, annotation, query, comparison, assigned_creation,
                                 assigned_text, chained_call, number, p::any> {};
struct file             : p::seq<p::opt<p::utf8::bom>, p::until<p::eof, p::sor<blank, word, mark>>> {};

// clang-format on

} // namespace proviso::apex::grammar
