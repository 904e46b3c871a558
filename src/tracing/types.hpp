// Types of Apex by name: which class a name means where it stands, what its members are, and which object a
// type holds.
#pragma once

#include "metadata/org.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace proviso::tracing {

using type_id = std::size_t;

struct known_type {
  const apex::type_declared* is = nullptr;
  const metadata::program* of = nullptr;
  std::vector<type_id> derived{}; // from it, through all levels
  bool sole = true;               // no other of its name says anything else
  std::vector<type_id> lineage{}; // itself and its bases, nearest first
};

class type_index {
public:
  explicit type_index(const metadata::org& found); // but for tests, and what is deleted or switched off

  [[nodiscard]] const std::vector<known_type>& all() const { return types_; }
  [[nodiscard]] std::vector<type_id> named(std::string_view name) const; // of the whole name, without case
  // What a name means inside of a type: one of its own, of the types around it, or any other, at last one of a
  // base; several where packages have a class of the same name each.
  [[nodiscard]] std::vector<type_id> find_all(std::string_view name, type_id inside) const;
  [[nodiscard]] std::optional<type_id> find(std::string_view name, type_id inside) const; // the first

  // The type of a path's last word but one, or of all of it: through fields, and methods for "build()". None
  // where it leaves the project's own classes: `left` is the type whose members are not known then.
  [[nodiscard]] std::optional<std::string> type_of(std::string_view path, std::string_view root_type,
                                                   type_id inside, std::string* left = nullptr) const;
  // With the whole names of the project's classes in it, as any other class would have to write it.
  [[nodiscard]] std::string qualified(std::string_view type, type_id inside) const;
  // The type and its bases, nearest first.
  [[nodiscard]] const std::vector<type_id>& with_bases(type_id one) const { return types_[one].lineage; }

private:
  [[nodiscard]] std::optional<std::string> returned_by(std::string_view method, type_id of) const;
  [[nodiscard]] std::optional<std::string> member_type(std::string_view member, type_id of) const;
  [[nodiscard]] std::optional<std::string> visible_type(std::string_view member, type_id inside) const;
  [[nodiscard]] std::optional<type_id> class_of(std::string_view& path, type_id inside) const;
  [[nodiscard]] const std::vector<type_id>* look(const std::string& whole) const;
  [[nodiscard]] const std::vector<type_id>* look_around(const std::string& wanted, type_id inside) const;
  [[nodiscard]] const std::vector<type_id>* look_in_bases(const std::string& wanted, type_id inside) const;
  [[nodiscard]] std::vector<type_id> of_own_file_first(const std::vector<type_id>* found, type_id inside) const;
  [[nodiscard]] std::vector<type_id> lineage_of(type_id one) const;
  void link();
  void compare();

  std::vector<known_type> types_;
  std::unordered_map<std::string, std::vector<type_id>> by_name_; // in lower case
};

// What a member of a list, set, map or iterator gives: "get()", "values()", "[]". None: nothing that matters.
[[nodiscard]] std::optional<std::string> member_of_container(std::string_view type, std::string_view member);
// Of List<X>, Map<K, X> and X[]: X; of any other type the type itself. Objects are
// without their namespace Schema.
[[nodiscard]] std::string_view innermost(std::string_view type);
[[nodiscard]] bool is_container(std::string_view type);

} // namespace proviso::tracing
