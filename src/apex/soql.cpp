#include "apex/soql.hpp"

#include "apex/soql_grammar.hpp"
#include "apex/written.hpp"

#include <algorithm>

namespace proviso::apex {
namespace {

namespace rules = grammar::soql;

constexpr std::size_t deepest = 32; // of parentheses that may hold a query

class query_reader {
public:
  void open(std::string_view) {
    ++depth_;
    if (depth_ < deepest)
      levels_[depth_] = {};
  }
  void close(std::string_view) { depth_ -= depth_ > 0 ? 1 : 0; }

  // A query that stands before the FROM of the one around it is about children of what that one reads.
  void select(std::string_view) {
    if (!here().selects)
      here() = {true, false, depth_ > 0 && outside().selects && !outside().past_from};
  }

  void from(std::string_view name) {
    add(here().children ? queried::how::children : queried::how::object, name);
    here().past_from = true;
  }

  void when(std::string_view name) { add(queried::how::parent, name); }

  void returning(std::string_view) {
    returns_at_ = static_cast<int>(depth_);
    expects_object_ = true;
  }
  void after_returning(std::string_view) { returns_at_ = -1; }
  void comma(std::string_view) { expects_object_ = true; }

  void path(std::string_view text) {
    if (returns_at_ == static_cast<int>(depth_) && expects_object_)
      add(queried::how::object, text);
    else
      parents(text);
    expects_object_ = false;
  }

  void user_mode(std::string_view) { result.mode = access_mode::user; }
  void system_mode(std::string_view) { result.mode = access_mode::system; }

  query result;

private:
  struct level {
    bool selects = false;
    bool past_from = false;
    bool children = false;
  };

  level& here() { return levels_[std::min(depth_, deepest - 1)]; }
  level& outside() { return levels_[std::min(depth_ - 1, deepest - 1)]; }

  // Of Account.Owner.Name: Account and Owner.
  void parents(std::string_view text) {
    for (auto dot = text.find('.'); dot != std::string_view::npos; dot = text.find('.')) {
      add(queried::how::parent, text.substr(0, dot));
      text.remove_prefix(dot + 1);
    }
  }

  void add(queried::how as, std::string_view name) {
    queried one{as, without_gaps(name)};
    const auto same = [&](const queried& other) {
      return other.as == one.as && base::same_but_case(other.name, one.name);
    };
    if (result.objects.size() < most_objects && std::ranges::none_of(result.objects, same))
      result.objects.push_back(std::move(one));
  }

  static constexpr std::size_t most_objects = 256;

  std::array<level, deepest> levels_{};
  std::size_t depth_ = 0;
  int returns_at_ = -1;
  bool expects_object_ = false;
};

template <typename Rule>
struct action : p_nothing<Rule> {};
template <>
struct action<rules::open> : to<&query_reader::open> {};
template <>
struct action<rules::close> : to<&query_reader::close> {};
template <>
struct action<rules::select> : to<&query_reader::select> {};
template <>
struct action<rules::from_name> : to<&query_reader::from> {};
template <>
struct action<rules::when_name> : to<&query_reader::when> {};
template <>
struct action<rules::returning> : to<&query_reader::returning> {};
template <>
struct action<rules::after_returning> : to<&query_reader::after_returning> {};
template <>
struct action<rules::comma> : to<&query_reader::comma> {};
template <>
struct action<rules::path> : to<&query_reader::path> {};
template <>
struct action<rules::user_mode> : to<&query_reader::user_mode> {};
template <>
struct action<rules::system_mode> : to<&query_reader::system_mode> {};

} // namespace

query read_query(std::string_view text) {
  query_reader reader;
  try {
    const auto parsed = run<rules::query, action>(text, reader);
    (void)parsed;
  } catch (const unfinished&) { // a text inside of a text that ends early: what stands before it is read
  }
  return std::move(reader.result);
}

} // namespace proviso::apex
