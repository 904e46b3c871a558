// What rules may see, as one table: kinds of records, their fields and the collections to go through. The type
// check, the evaluation and `proviso schema` all read it; a fact is added by adding a line.
#pragma once

#include "base/source_set.hpp"
#include "base/span.hpp"
#include "checking/facts/facts.hpp"
#include "checking/rules/derivation.hpp"
#include "checking/rules/type.hpp"
#include "checking/rules/value.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace proviso::checking {

struct field {
  std::string_view name;
  type is;
  std::string_view documentation;
  value (*get)(const facts&, record) = nullptr;
  // Where the fact is written; none, or nowhere: the record's declaration.
  base::span (*place)(const facts&, record) = nullptr;
  // The field whose `exists` tells that this one is there too; empty where it always is.
  std::string_view with{};
  // How the figure comes about; none: it stands in an input.
  derivation (*derive)(const facts&, record) = nullptr;
};

struct record_schema {
  record_kind of = record_kind::contract;
  std::string_view documentation;
  std::span<const field> fields; // in the order they are best read
  // What a finding about the record says of it.
  std::string (*subject)(const facts&, record) = nullptr;
  std::optional<base::period> (*days)(const facts&, record) = nullptr;
  base::span (*declared)(const facts&, record) = nullptr;
  // Tells records with one subject and one first day apart; survives moved lines. None: nothing to tell apart.
  std::string (*identity)(const facts&, record) = nullptr;
  // Why it is not certain that there is such a record; empty where it is. None: always certain.
  std::string (*doubt)(const facts&, record) = nullptr;
  // Adds the files it depends on, beside those where its facts are written. None: there are no others.
  void (*rests_on)(const facts&, record, base::source_set&) = nullptr;
  // Its days are those of the run: they say nothing of which record it is.
  bool dated_today = false;
  bool named = false; // its subject is its own name, so that {sku} prints it and `sku == name` compares it

  [[nodiscard]] const field* find(std::string_view name) const;
};

struct collection {
  std::string_view name;
  record_kind of = record_kind::contract;
  std::string_view documentation;
  // Known, or a sentence of what is missing: never empty for lack of an input.
  base::known<record_list> (*list)(const facts&) = nullptr;
  // Whether its input is there, where a run may well do without: a rule over it then waits, neither compliant
  // nor asking for anything. None: always judged.
  bool (*given)(const facts&) = nullptr;
  std::string_view option{}; // that gives it
  bool heavy = false;        // grows with observed data: nested only with a `where` that looks up
};

[[nodiscard]] std::span<const record_schema* const> record_kinds();
[[nodiscard]] const record_schema& schema_of(record_kind of);
[[nodiscard]] std::span<const collection> collections();
[[nodiscard]] const collection* find_collection(std::string_view name);

// The schema as a reader of rules wants it: `proviso schema` prints it.
[[nodiscard]] std::string schema_text();

} // namespace proviso::checking
