#include "apex/soql.hpp"

#include "apex/soql_grammar.hpp"
#include "apex/written.hpp"

#include <algorithm>
#include <utility>

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
    add({here().children ? queried::how::children : queried::how::object, without_gaps(name)});
    here().past_from = true;
    here().object = without_gaps(name);
    resolve(place(), here().object);
  }

  // FROM Lead l: l.Name is a field of the lead, not of a parent.
  void alias(std::string_view name) {
    here().alias = name;
    std::erase_if(result.objects, [&](const queried& one) {
      return one.as == queried::how::parent && base::same_but_case(one.name, name) &&
             base::same_but_case(one.of, here().object);
    });
    resolve(name, here().object);
  }

  void when(std::string_view name) { add({queried::how::parent, without_gaps(name)}); }

  void returning(std::string_view) {
    returns_at_ = static_cast<int>(depth_);
    expects_object_ = true;
  }
  // Not where it is about one of the objects: RETURNING Account(Name LIMIT 5), Lead
  void after_returning(std::string_view) {
    if (returns_at_ == static_cast<int>(depth_))
      returns_at_ = -1;
  }
  void comma(std::string_view) { expects_object_ = true; }

  void path(std::string_view text) {
    if (returns_at_ == static_cast<int>(depth_) && expects_object_)
      add({queried::how::object, without_gaps(text)});
    else
      parents(text);
    expects_object_ = false;
  }

  void user_mode(std::string_view) { result.mode = access_mode::user; }
  void system_mode(std::string_view) { result.mode = access_mode::system; }

  query take() {
    for (auto& one : result.objects)
      if (one.of.starts_with(waiting))
        one.of.clear();
    return std::move(result);
  }

private:
  struct level {
    bool selects = false;
    bool past_from = false;
    bool children = false;
    std::string object{}; // of its FROM
    std::string alias{};
  };

  level& here() { return levels_[std::min(depth_, deepest - 1)]; }
  level& outside() { return levels_[std::min(depth_ - 1, deepest - 1)]; }

  // Of Account.Owner.Name: Account and Owner.
  void parents(std::string_view text) {
    const auto& in = levels_[query_level()];
    auto of = in.past_from ? in.object : place();
    for (auto dot = text.find('.'); dot != std::string_view::npos; dot = text.find('.')) {
      auto name = without_gaps(text.substr(0, dot));
      text.remove_prefix(dot + 1);
      if (!in.alias.empty() && base::same_but_case(name, in.alias))
        continue;
      add({queried::how::parent, name, true, std::exchange(of, name)});
    }
  }

  // Of the query around a place, which may stand inside of a function.
  [[nodiscard]] std::size_t query_level() const {
    auto level = std::min(depth_, deepest - 1);
    while (level > 0 && !levels_[level].selects)
      --level;
    return level;
  }

  // Stands for what a query reads until its FROM comes.
  [[nodiscard]] std::string place() const { return std::string(1, waiting) + std::to_string(query_level()); }

  void resolve(std::string_view waited, const std::string& object) {
    for (auto& one : result.objects)
      if (one.as == queried::how::parent && base::same_but_case(one.of, waited))
        one.of = object;
  }

  void add(queried one) {
    const auto same = [&](const queried& other) { return other.same_as(one); };
    if (result.objects.size() < most_objects && std::ranges::none_of(result.objects, same))
      result.objects.push_back(std::move(one));
  }

  static constexpr char waiting = '?'; // no name begins with it

  static constexpr std::size_t most_objects = 256;

  query result;
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
struct action<rules::alias> : to<&query_reader::alias> {};
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

bool queried::same_as(const queried& other) const {
  return as == other.as && base::same_but_case(name, other.name) && base::same_but_case(of, other.of);
}

query read_query(std::string_view text) {
  query_reader reader;
  try {
    const auto parsed = run<rules::query, action>(text, reader);
    (void)parsed;
  } catch (const unfinished&) { // a text inside of a text that ends early: what stands before it is read
  }
  return reader.take();
}

// A search gives lists of all its objects.
std::string rows_of(const query& one, std::string_view text) {
  const auto begins = text.find_first_not_of(" \t\r\n");
  const auto main = std::ranges::find(one.objects, queried::how::object, &queried::as);
  if (begins == std::string_view::npos || base::lower(text.substr(begins, 4)) == "find" ||
      main == one.objects.end())
    return {};
  return "List<" + main->name + '>';
}

std::string rows_of(std::string_view text) {
  return rows_of(read_query(text), text);
}

} // namespace proviso::apex
