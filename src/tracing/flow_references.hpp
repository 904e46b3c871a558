// What references of flows stand for: the records that variables, elements and what they give hold.
#pragma once

#include "tracing/drawing.hpp"
#include "tracing/relationships.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace proviso::tracing {

// Of all flows of a project; each is looked through once, when it is first asked for.
class flow_references {
public:
  explicit flow_references(const drawing& in) : in_(in) {}

  // The objects whose records a reference in a flow of that number stands for: "rows", "Table.selectedRows",
  // "$Record.Account". Empty: that cannot be told.
  [[nodiscard]] std::vector<named_object> objects_of(std::size_t flow, std::string_view reference);

private:
  struct meaning { // of a name in a flow
    const metadata::flow_step* step = nullptr;
    const metadata::flow_value* value = nullptr;
    const metadata::flow_action* action = nullptr;
  };
  using names = std::unordered_map<std::string, meaning>; // in lower case

  struct held { // by a reference, or a part of one
    std::vector<named_object> objects{};
    std::optional<type_id> type{};     // a class of Apex; else
    const std::string* flow = nullptr; // whose variables its members are
    bool outputs = false;              // its next word names what an element gives, not a part of a record
  };

  [[nodiscard]] const names& names_of(std::size_t flow);
  [[nodiscard]] held of(std::size_t flow, std::string_view reference, int depth);
  [[nodiscard]] held of_name(std::size_t flow, std::string_view name, int depth);
  [[nodiscard]] held of_value(std::size_t flow, const metadata::flow_value& value, int depth);
  [[nodiscard]] held given_by(const metadata::flow_action& action) const;
  [[nodiscard]] held of_type(std::string_view type, const std::vector<type_id>& named, bool certain) const;
  [[nodiscard]] held of_class(std::string name) const;
  [[nodiscard]] held member(const held& of, std::string_view word, int depth);
  [[nodiscard]] held variable(const std::string& flow, std::string_view name, int depth);

  const drawing& in_;
  std::map<std::size_t, names> known_; // by flow
  int steps_ = 0;                      // left, of one reference: flows may name each other in a circle
};

// Of records that start it, "$Record"; of one that a schedule starts, too. Empty: no records do.
[[nodiscard]] std::string triggering_object(const metadata::flow& of);

} // namespace proviso::tracing
