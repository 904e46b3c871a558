// What is on offer: license types, capabilities, objects and named groups, read from packs. Nothing about any
// vendor stands in the program; a license the packs do not know is an error, a fact they do not state is
// unknown.
#pragma once

#include "base/span.hpp"
#include "base/truth.hpp"
#include "model/rights.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::model {

struct provenance { // where a fact comes from
  std::string source;
  std::string as_of; // ISO date, or empty
};

enum class sale { logins, members, other }; // how a license is sold: a pool, one a person, another unit

struct license_name { // as the org or the price list writes it
  std::string text;
  sale sold = sale::members;
};

struct license {
  std::string name;
  std::string title;
  std::vector<license_name> names;
  std::vector<license_name> keys;
  std::optional<base::stated<std::int64_t>> accounts; // user records for each purchased login
  std::vector<base::stated<std::string>> offers;
  std::vector<base::stated<std::string>> lacks;
  std::vector<access_rule> allows;
  std::vector<access_rule> denies;
  provenance origin;
  base::span at; // of its name

  // Neither offered nor lacking is unknown.
  [[nodiscard]] base::truth has(std::string_view capability) const;
  // All of the operations allowed: yes; one of them denied: no; else unknown. An exact name beats a pattern.
  [[nodiscard]] base::truth reaches(operations wanted, std::string_view object) const;
};

struct capability {
  std::string name;
  std::string title;
  provenance origin;
  base::span at;
};

struct object_type {
  std::string name;                 // API name in the catalogue's spelling
  std::vector<std::string> related; // child objects
  base::span at;
};

struct group { // objects, licenses or texts under one name
  enum class kind { objects, licenses, texts } of = kind::objects;
  std::string name;
  std::string title;
  std::vector<std::string> members;
  provenance origin;
  base::span at;
};

struct catalogue {
  std::map<std::string, license, std::less<>> licenses;
  std::map<std::string, capability, std::less<>> capabilities;
  std::map<std::string, object_type, std::less<>> objects; // key in lower case
  std::map<std::string, group, std::less<>> groups;

  [[nodiscard]] const license* find_license(std::string_view name) const;
  [[nodiscard]] const object_type* find_object(std::string_view name) const; // without case
  [[nodiscard]] const group* find_group(std::string_view name, group::kind of) const;
};

} // namespace proviso::model
