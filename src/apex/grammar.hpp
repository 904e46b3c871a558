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
struct extends_word     : kw<"extends"> {};
struct implements_word  : kw<"implements"> {};
struct bases            : p::seq<p::sor<extends_word, implements_word>, space, p::list<base_type, comma>> {};

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
struct called_name      : path {};
struct called_path      : p::seq<called_name, gap, p::one<'('>> {};
struct named_path       : path {};

// What stands behind a bracket: .name, .name(
struct linked_name      : p::list<p::identifier, p::seq<gap, p::opt<p::one<'?'>>, p::one<'.'>, gap>> {};
struct link             : p::seq<p::opt<p::one<'?'>>, p::one<'.'>, gap, linked_name> {};
struct called_link      : p::seq<link, gap, p::one<'('>> {};
struct named_link       : link {};

struct created_type     : type {};
struct creation         : p::seq<kw<"new">, space, created_type, gap, p::one<'(', '{', '['>> {};
struct cast_type        : type {};
struct cast             : p::seq<p::one<'('>, gap, cast_type, gap, p::one<')'>,
                                 p::at<gap, p::sor<p::identifier_first, p::one<'(', '[', '\''>>>> {};
struct null_word        : kw<"null"> {};
struct literal          : string {};
struct number           : p::seq<p::digit, p::star<p::identifier_other>> {};

// ---- operators

struct comparison       : p::sor<p::string<'=', '=', '='>, p::string<'!', '=', '='>, p::string<'=', '='>, p::string<'!', '='>,
                                 p::string<'<', '='>, p::string<'>', '='>, p::string<'=', '>'>> {};
struct goes_on_with     : p::string<'+', '='> {};
struct assigns          : p::one<'='> {};
struct plus             : p::one<'+'> {};
struct otherwise        : p::sor<p::string<'?', '?'>, p::one<':'>> {};
struct chooses          : p::one<'?'> {};
struct any_operator     : p::one<'-', '*', '/', '%', '<', '>', '!', '&', '|', '^', '~'> {};
struct instance_word    : kw<"instanceof"> {};

// ---- what runs perhaps

struct guard            : p::seq<p::sor<kw<"if">, kw<"while">, kw<"for">, kw<"catch">>, gap, p::one<'('>> {};
struct else_word        : kw<"else"> {};

// ---- what is done to records

struct as_user          : p::seq<kw<"as">, space, kw<"user">, space> {};
struct as_system        : p::seq<kw<"as">, space, kw<"system">, space> {};
struct data_word        : p::sor<kw<"insert">, kw<"update">, kw<"upsert">, kw<"delete">, kw<"undelete">, kw<"merge">> {};
struct data_statement   : p::seq<data_word, gap, p::opt<p::sor<as_user, as_system>>, p::at<p::sor<p::identifier_first, p::one<'(', '['>>>> {};
// merge kept duplicate; upsert leads External__c; read as declarations where the first is not taken before
struct first_written    : path {};
struct cast_before      : p::opt<cast, gap> {};
struct two_named        : p::seq<p::at<p::sor<kw<"merge">, kw<"upsert">>, gap, p::opt<p::sor<as_user, as_system>>, cast_before,
                                       path, space, p::identifier_first>,
                                 data_statement, cast_before, first_written> {};

// ---- the file

struct open_brace       : p::one<'{'> {};
struct close_brace      : p::one<'}'> {};
struct open_group       : p::one<'('> {};
struct close_group      : p::one<')'> {};
struct open_index       : p::one<'['> {};
struct close_index      : p::one<']'> {};
struct comma_mark       : p::one<','> {};
struct semicolon        : p::one<';'> {};

// What begins with a letter, and what does not: most of what is tried would be in vain for the other.
struct head_word        : p::sor<with_sharing, without_sharing, inherited_sharing, shown, web_service, modifier, class_header,
                                 interface_header, trigger_head, trigger_event, bases> {};
struct value_word       : p::sor<guard, else_word, instance_word, two_named, data_statement, null_word, creation, declaration, called_path, named_path> {};
struct word             : p::seq<p::at<p::identifier_first>, p::sor<head_word, value_word, p::identifier>> {};
struct mark             : p::sor<literal, open_brace, close_brace, semicolon, cast, open_group, close_group, comma_mark, annotation,
                                 query, open_index, close_index, comparison, goes_on_with, assigns, plus, called_link, named_link,
                                 otherwise, chooses, any_operator, number, p::any> {};
struct file             : p::seq<p::opt<p::utf8::bom>, p::until<p::eof, p::sor<blank, word, mark>>> {};

// clang-format on

} // namespace proviso::apex::grammar
