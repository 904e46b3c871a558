// What a text of Apex says, as plain data: its classes and triggers, what their methods do to records, and whom
// they call. Names are as written, without the blanks and comments inside; they compare without case. Nothing
// is resolved across files here.
#pragma once

#include "base/diagnostic.hpp"
#include "base/span.hpp"
#include "model/rights.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::apex {

// Whose permissions a statement obeys: of whoever runs it, or none. Where it does not say, the version of the
// class decides; where a variable says, it may be either.
enum class access_mode : std::uint8_t { unstated, user, system, either };

struct queried { // one object that a query reads
  enum class how : std::uint8_t {
    object,   // named in FROM or RETURNING
    children, // by the name of a relationship, in a query inside of the selected fields
    parent,   // by the name of a relationship, in a path of fields
  } as = how::object;
  std::string name;
  bool certain = true; // else a text that may be another names it
  std::string of{};    // of a parent: the object, or the relationship, that it is a parent of; empty: not known

  [[nodiscard]] bool same_as(const queried& other) const; // but for how certain it is
};

// What is known of a value where it stands.
struct operand {
  enum class how : std::uint8_t {
    type,   // `text` is its type: List<Lead>
    path,   // `text` is how it is reached: this.leads, build(), byId.get(), rows.[]
    query,  // it comes from a query in place; `text` is its type, where that is told
    nothing // it cannot be told
  } is = how::nothing;
  std::string text;
  std::string
      root_type; // of a path: the type of the variable, cast or new instance that it begins with, if it does

  bool operator==(const operand&) const = default;
};

struct touch {      // one statement that reads or writes records
  std::string verb; // as it is shown: "insert", "query"
  model::operations does;
  access_mode mode = access_mode::unstated;
  std::vector<queried> objects; // of a query
  std::vector<operand> on;      // of a write: what it may be, one of several
  std::vector<operand> options; // arguments that may be an access level, as their types are not known here
  bool computed = false;        // a query whose text is put together: objects are those of its known beginning
  bool open = false;            // a query whose text names no object, or may be another that names none
  bool certain = true;          // else it may be done besides
  std::uint32_t line = 1;
  base::span at;
};

struct mention { // of something that may be a method or a class
  enum class how : std::uint8_t { call, creation, chained, name } is = how::name;
  std::string text;      // LeadService.create; where it is not told on what it is called, the method alone
  std::string root_type; // of the variable, cast or new instance that it begins with, if it does
  std::vector<operand> arguments; // of a call or creation
  base::span at;
  bool gives_fields = false;        // new Lead(LastName = name): of a record, never of a class
  std::vector<std::string> texts{}; // of what is named at run time: the arguments that are whole texts
};

enum class exposed_as : std::uint8_t { no, aura, remote, invocable, web_service, rest };

struct method {
  std::string name; // "<init>": a constructor; empty: fields and initialisers
  std::string returns;
  std::vector<std::string> parameters; // their types
  exposed_as entry = exposed_as::no;
  bool property = false;    // its accessors
  bool visible = false;     // public or global
  bool asks_access = false; // it asks what the user may do, or strips what the user may not see
  std::vector<touch> touches;
  std::vector<mention> mentions;
  base::span at; // its name
};

struct field {
  std::string name;
  std::string type;
};

enum class sharing : std::uint8_t { unstated, with, without, inherited };
[[nodiscard]] std::string_view to_string(sharing of); // "with sharing"

struct type_declared {
  std::string name; // an inner one with the outer one's: Outer.Inner
  bool interface_like = false;
  bool test = false;
  apex::sharing sharing = apex::sharing::unstated;
  std::vector<std::string> bases; // extended and implemented
  std::size_t extended = 0;       // of these, from the first
  std::vector<field> fields;
  std::vector<method> methods; // the first holds fields and initialisers
  base::span at;               // its name
};

struct trigger_header {
  std::string name;
  std::string object;
  model::operations events; // to undelete belongs to delete
  base::span at;
};

struct unit {                       // a file
  std::vector<type_declared> types; // a trigger's body is the first type, named as the trigger
  std::optional<trigger_header> trigger;
  base::diagnostics faults;
};

inline constexpr std::string_view constructor_name = "<init>";

} // namespace proviso::apex
