// What runs in an org and what its metadata says of it: flows, quick actions, Apex and pages. Names are as
// written, they compare without case.
#pragma once

#include "apex/unit.hpp"
#include "base/diagnostic.hpp"
#include "base/source_set.hpp"
#include "model/rights.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace proviso::metadata {

using stated_names = std::vector<base::stated<std::string>>;

// ---- flows

struct flow_step { // an element that reads or writes records
  model::operations does;
  std::string element;   // its name: what it finds is referred to by it
  std::string object;    // stated in the element; else
  std::string reference; // what holds the record: a variable, an element, $Record
  base::span at;
};

struct flow_action {
  std::string type; // apex, quickAction, …
  std::string name;
  base::span at;
  std::string element;             // its name: what it gives is referred to by it
  std::vector<std::string> mapped; // objects that it is told to take and give
  std::string section;             // that names it somewhere inside; empty: it is a call of its own
};

struct flow_value { // what a reference may stand for
  std::string name;
  std::string object;              // of a record variable; else
  std::string reference;           // of a loop or a filter: what it goes through; else
  std::string type;                // of Apex, of a variable; else
  std::string flow;                // that an element calls: its variables are referred to as parts; else
  std::vector<std::string> mapped; // objects that a component of a screen is told to give
};

struct flow { // a version of it
  std::string name;
  int version = 0;    // that the name of its file ends in; 0: none
  std::string status; // Active, Draft, Obsolete, InvalidDraft
  std::string process_type;
  std::string run_mode;
  std::string trigger_type;    // RecordAfterSave, Scheduled, …; empty: started by somebody
  std::string trigger_object;  // of a start
  std::string trigger_records; // Create, Update, CreateAndUpdate, Delete
  bool filtered = false;       // started for some of the records only
  std::string process_object;  // of a process: whose records it is for
  std::string process_event;
  std::string process_trigger; // onCreateOnly, onAllChanges
  std::string overrides;       // the flow in whose place it runs
  std::vector<flow_step> steps;
  std::vector<flow_action> actions;
  std::vector<flow_value> values;
  stated_names subflows;
  base::span at; // its root element
  // What flow_versions.hpp tells of it.
  bool runs = true;
  std::string doubt;           // why it is not certain that it runs; empty where it is
  base::source_set settled_by; // the files that say which version runs
};

struct flow_definition { // says which version of a flow runs
  std::string name;
  std::optional<int> active; // 0: none does; not stated: what the status of each says
  base::span at;
};

struct quick_action {
  std::string name;   // of its file: "Account.New_Case", "NewLead"
  std::string type;   // Create, Update, Flow, …
  std::string object; // what it makes or changes
  std::string flow;   // that it starts
  base::span at;      // its root element
};

// ---- Apex

struct code_settings { // of the file beside a class or trigger
  std::optional<int> api_version;
  bool active = true;
  base::span at;
};

struct program {
  std::string name; // of its file
  apex::unit unit;
  std::optional<code_settings> settings; // none: there is no such file
  base::span at;
  bool of_trigger = false; // its file is of a trigger, whatever stands in it
};

// ---- pages

struct page { // of Visualforce, or a component of such pages
  bool is_component = false;
  std::string name;
  stated_names controllers; // the controller, then extensions
  stated_names pages;       // that it includes
  stated_names components;  // "LeadForm", and "acme:Form" of a package
  stated_names flows;       // that run in it
  base::span at;
};

// ---- components

struct component_call { // what it may start of a class
  std::string type;     // the class
  std::string method;   // empty: whatever of it is exposed
  base::span at;
};

struct component { // of Lightning; one of several files may be of the same
  enum class kind : std::uint8_t { web, aura } is = kind::web;
  std::string name;
  std::vector<component_call> calls;
};

} // namespace proviso::metadata
