// The words of Apex that matter here, as tables. Source: Apex Developer Guide, Reserved Keywords, Annotations,
// Database Class, Data Manipulation Language; SOQL and SOSL Reference.
#pragma once

#include "apex/unit.hpp"
#include "model/operations_word.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace proviso::apex {

using model::operations;

// Words that begin no type and name no variable. Case is none: it is an object.
inline constexpr auto reserved_words = std::to_array<std::string_view>(
    {"abstract",  "and",       "as",         "break",   "catch",      "class",     "continue", "default",
     "delete",    "do",        "else",       "enum",    "extends",    "final",     "finally",  "for",
     "from",      "get",       "global",     "if",      "implements", "inherited", "insert",   "instanceof",
     "interface", "merge",     "new",        "not",     "null",       "on",        "or",       "override",
     "private",   "protected", "public",     "return",  "select",     "set",       "sharing",  "static",
     "super",     "switch",    "testmethod", "this",    "throw",      "transient", "trigger",  "try",
     "undelete",  "update",    "upsert",     "virtual", "webservice", "when",      "where",    "while",
     "with",      "without"});

// The type of a number in place, which may be any of theirs.
inline constexpr std::string_view number_type = "number";

// To undelete belongs to delete, as contracts speak of it.
inline constexpr auto data_verbs = std::to_array<model::operations_word>({
    {"insert", operations::create},
    {"update", operations::update},
    {"upsert", operations(operations::create) | operations::update},
    {"delete", operations::remove},
    {"undelete", operations::remove},
    {"merge", operations(operations::update) | operations::remove},
});

// Methods of Database, Search and EventBus; the first argument is the text of a query, or what is written.
inline constexpr auto database_classes = std::to_array<std::string_view>({"database", "search", "eventbus"});
struct database_method {
  std::string_view name;
  operations does;
  bool takes_text = false;
  bool asks_nobody = false; // in any version of the API
};
inline constexpr auto database_methods = std::to_array<database_method>({
    {"insert", operations::create},
    {"insertimmediate", operations::create},
    {"insertasync", operations::create},
    {"update", operations::update},
    {"updateimmediate", operations::update},
    {"updateasync", operations::update},
    {"upsert", operations(operations::create) | operations::update},
    {"delete", operations::remove},
    {"deleteimmediate", operations::remove},
    {"deleteasync", operations::remove},
    {"undelete", operations::remove},
    {"merge", operations(operations::update) | operations::remove},
    {"query", operations::read, true},
    {"querywithbinds", operations::read, true},
    {"countquery", operations::read, true},
    {"countquerywithbinds", operations::read, true},
    {"getquerylocator", operations::read, true},
    {"getquerylocatorwithbinds", operations::read, true},
    {"getcursor", operations::read, true},
    {"getcursorwithbinds", operations::read, true},
    {"getpaginationcursor", operations::read, true},
    {"getpaginationcursorwithbinds", operations::read, true},
    {"find", operations::read, true},
    {"publish", operations::create, false, true},
});

inline constexpr std::string_view suggest_method = "suggest"; // of Search; the second argument is the object

// Calls that give the rows of the query that their text is.
inline constexpr auto gives_rows =
    std::to_array<std::string_view>({"database.query()", "system.database.query()", "database.querywithbinds()",
                                     "system.database.querywithbinds()"});

// Schema.getGlobalDescribe().get('Lead') is Lead.SObjectType.
inline constexpr std::string_view described_by_name = "schema.getglobaldescribe().get()";
inline constexpr std::string_view described_object = ".SObjectType";

// What these start is named by texts.
inline constexpr auto starts_by_name =
    std::to_array<std::string_view>({"flow.interview.createinterview", "invocable.action.createcustomaction"});

// Converting takes leads to accounts, contacts and opportunities, unless it is given some that are there.
inline constexpr std::string_view convert_method = "convertlead";
inline constexpr std::string_view converted_object = "Lead";
inline constexpr auto made_by_converting =
    std::to_array<std::string_view>({"Account", "Contact", "Opportunity"});

inline constexpr auto entry_annotations = std::to_array<std::pair<std::string_view, exposed_as>>({
    {"auraenabled", exposed_as::aura},
    {"remoteaction", exposed_as::remote},
    {"invocablemethod", exposed_as::invocable},
    {"httpget", exposed_as::rest},
    {"httppost", exposed_as::rest},
    {"httpput", exposed_as::rest},
    {"httppatch", exposed_as::rest},
    {"httpdelete", exposed_as::rest},
});
inline constexpr std::string_view test_annotation = "istest";

// Methods that ask what the user may do, or keep from the user what he may not.
inline constexpr auto access_questions =
    std::to_array<std::string_view>({"isaccessible", "iscreateable", "isupdateable", "isdeletable",
                                     "isqueryable", "isundeletable", "ismergeable", "stripinaccessible"});

} // namespace proviso::apex
