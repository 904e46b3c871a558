// What metadata files say about access, as plain data: who holds what, and what the files leave open. Names are
// as written, decoded; they compare without case. Spans name files as sources of the run.
#pragma once

#include "base/source_set.hpp"
#include "base/span.hpp"
#include "metadata/program.hpp"
#include "metadata/vocabulary.hpp"
#include "model/rights.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace proviso::metadata {

using object_id = std::uint32_t;

// Object names, each once whatever its case. Of several spellings the least is kept, in whatever order they
// come.
class object_names {
public:
  [[nodiscard]] object_id add(std::string_view name);
  [[nodiscard]] std::optional<object_id> find(std::string_view name) const;
  [[nodiscard]] const std::string& operator[](object_id id) const { return names_[id]; }
  [[nodiscard]] std::size_t size() const { return names_.size(); }

private:
  struct text_hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };

  std::vector<std::string> names_;
  std::unordered_map<std::string, object_id, text_hash, std::equal_to<>> spelled_; // each spelling met
  std::unordered_map<std::string, object_id, text_hash, std::equal_to<>> ids_;     // by the name in lower case
};

struct grant { // one <objectPermissions>
  object_id object = 0;
  model::operations stated; // by elements for one operation each
  model::operations all;    // by View All and Modify All, whatever is shared
  base::span at;            // its tag

  [[nodiscard]] model::operations operations() const { return stated | all; }
};

struct sweeping_grant { // a user permission that reaches records by itself
  const sweeping_permission* permission = nullptr;
  base::span at;
};

enum class holder_kind : std::uint8_t { profile, permission_set, muting_set, group };
[[nodiscard]] std::string_view to_string(holder_kind of); // "profile", "permission set"

// A profile, permission set or muting set: one file, or the files of a decomposed set. Of a group it is what
// `given_by` makes of one.
struct holder {
  holder_kind is = holder_kind::profile;
  std::string name; // of its file
  std::optional<base::stated<std::string>> license;
  std::vector<grant> grants; // an object may be there several times: what one of them grants is granted
  std::vector<sweeping_grant> sweeping;
  stated_names classes; // that it may run, as are the flows and pages
  stated_names flows;
  stated_names pages;
  std::optional<base::span> all_flows; // the user permission to run any
  base::span at;                       // its root element
  base::source_set files;              // all that it is read from; of a group its sets and muting sets too
};

struct group { // a permission set group
  std::string name;
  stated_names sets;
  stated_names mutings;
  base::span at;
};

struct network { // a site
  std::string name;
  stated_names profiles; // whose holders are members
  stated_names sets;
  std::optional<base::stated<std::string>> self_registration; // the profile of whoever registers
  base::span at;
};

struct shared_object { // records of it, to users who are related to them
  std::string object;
  std::string level; // Read, Edit
  base::span at;
};

struct sharing_set { // opens records to users of sites, whatever else they see of the object
  std::string name;
  stated_names profiles; // whose users
  std::vector<shared_object> objects;
  base::span at;
};

struct asked { // <types> of a manifest
  std::string type;
  stated_names members; // "*" for all
};

struct manifest {   // what a retrieve asked for, or a deployment is of
  std::string name; // its path
  std::vector<asked> types;
  bool has_profiles = false; // profiles lie in the folder it is for
  base::span at;
};

// The folder that a manifest is for, with a slash at its end: its own or, of one in a folder `manifest`, that
// around it. Empty: all of the project.
[[nodiscard]] std::string_view folder_of(const manifest& one);

struct gap {           // what the files leave open, and how to close it
  std::string subject; // a name: of the site, group or folder
  std::string missing;
  base::span at;
};

struct org {
  object_names objects;
  std::vector<holder> holders;
  std::vector<group> groups;
  std::vector<network> networks;
  std::vector<sharing_set> sharing_sets;
  std::vector<flow> flows;
  std::vector<flow_definition> flow_definitions;
  std::vector<quick_action> quick_actions;
  std::vector<program> programs;
  std::vector<page> pages;
  std::vector<component> components;
  std::vector<manifest> manifests;
  std::vector<gap> gaps;
  std::vector<std::string> namespaces; // of the project's own packages, in lower case
};

// What names compare by: in lower case, and without the namespace of the project, which its own files may name
// or not.
[[nodiscard]] std::string key_of(const org& of, std::string_view name);
// The same for objects: "npsp__Fund__c" is Fund__c, npsp__c is itself.
[[nodiscard]] std::string object_key_of(const org& of, std::string_view name);
// Of contactchangeevent and acme__changeevent: contact, acme__c. Triggers on the events run where records of
// these are written.
[[nodiscard]] std::optional<std::string> changed_object(std::string_view event);

} // namespace proviso::metadata
