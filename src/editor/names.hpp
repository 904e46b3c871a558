// The names that one analysis sees, each with what it names: in the text, in what it uses, and in its plans.
#pragma once

#include "editor/analysis.hpp"
#include "editor/mentions.hpp"

#include <map>
#include <string>
#include <vector>

namespace proviso::editor {

// What a name stands for. Two mentions of equal identity are of one thing.
struct identity {
  thing is = thing::contract;
  std::string scope;
  std::string name; // an object's in lower case

  friend auto operator<=>(const identity&, const identity&) = default;
};

struct named_place {
  identity of;
  mention in;
};

class names {
public:
  explicit names(const analysis& in);

  // The name that stands at an offset of the text, or ends there; null where there is none.
  [[nodiscard]] const named_place* at(std::uint32_t offset) const;
  [[nodiscard]] std::vector<const named_place*> all_of(const identity& of) const;
  // The first one; null where it is declared nowhere.
  [[nodiscard]] const named_place* declaration(const identity& of) const;
  // All declared things of a kind, in the order they were met; those of a scope where it is not empty.
  [[nodiscard]] std::vector<const named_place*> declared(thing is, std::string_view scope = {}) const;

private:
  void add(std::vector<mention> found);
  [[nodiscard]] identity identify(const mention& of) const;

  std::uint32_t text_;
  std::vector<named_place> all_;
  std::map<identity, std::size_t> declared_; // the first of each
};

} // namespace proviso::editor
