// What a holder of access may run, by the shortest way: from classes, pages and flows it is given, and from
// triggers on objects it may, or perhaps may, write.
#pragma once

#include "tracing/graph.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::tracing {

struct arrival {
  node_id node = 0;
  bool certain = true;      // each step of the way is
  std::uint32_t length = 0; // in steps
  base::span from;          // the access it begins with
};

struct reached_all {
  std::vector<arrival> arrivals; // certain ones first, then by length, then in the order of files
  std::vector<unread> missing;   // accesses to what no file holds
};

// Objects whose records are written without a permission on the object: who may has rights on the record, or on
// the one it belongs to, and which these are is not in the files.
struct unasked_objects {
  std::vector<std::string> written; // by anybody
  std::vector<std::string> updated; // by anybody, such as one's own
  // By whoever may write the object, by its name in lower case.
  std::map<std::string, std::vector<std::string>, std::less<>> belonging;
};

class search {
public:
  search(const graph& in, const metadata::org& found, unasked_objects unasked = {});

  // Ends with the next call, until which the holder must last.
  [[nodiscard]] const reached_all& from(const metadata::holder& one);
  // "profile Dealer → class PortalCtrl → class LeadService"; of a node that was reached last
  [[nodiscard]] std::string path(node_id to) const;
  // The files of each node of that path.
  [[nodiscard]] base::source_set files(node_id to) const;

private:
  struct entry {
    start what;
    std::string by; // "create Case", where a record is what starts it
    base::span at;
  };
  struct visit {
    bool seen = false;
    bool first = false;     // it is started itself
    std::uint32_t from = 0; // a node or, if it is first, an entry
  };

  void list_entries(const metadata::holder& one);
  [[nodiscard]] bool stands_for_users(const metadata::holder& one) const;
  void list_unasked(const metadata::holder& one);
  void add(const std::map<std::string, std::vector<start>, std::less<>>& known,
           const metadata::stated_names& names, node_kind what);
  void add_triggers(std::string_view object, model::operations may, base::span at, bool certain = true);
  void add_belonging(std::string_view object, base::span at);
  void go(bool certain_alone);

  const graph& in_;
  const metadata::org& found_;
  unasked_objects unasked_;
  std::set<std::string> licenses_of_profiles_; // in lower case
  const metadata::holder* root_ = nullptr;
  std::vector<entry> entries_;
  std::vector<visit> visits_;
  reached_all result_;
};

} // namespace proviso::tracing
