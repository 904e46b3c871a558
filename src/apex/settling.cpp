#include "apex/settling.hpp"

#include "apex/soql.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace proviso::apex {
namespace {

constexpr int deepest_reference = 8;      // variables hold each other, perhaps in a circle
constexpr std::size_t most_meanings = 64; // of one expression

class meanings {
public:
  explicit meanings(std::span<const values> held) : held_(held) {}

  [[nodiscard]] std::vector<text_said> texts(const values& of, int depth = 0) {
    std::vector<text_said> result;
    for (const auto& one : of) {
      std::ranges::move(texts(one, depth), std::back_inserter(result));
      if (result.size() > most_meanings) // one of them stands for the rest
        return {result.front(), text_said{}};
    }
    return result;
  }

  // Of a variable that holds what is not known, the variable.
  void add_operands(const values& of, std::vector<operand>& to, const operand& by = {}, int depth = 0) {
    for (const auto& one : of) {
      if (steps_ == 0)
        return to.assign(1, {});
      --steps_;
      const auto& is = one.is.is == operand::how::nothing ? by : one.is;
      if (const auto* inside = held_by(one); inside != nullptr && !one.text && depth < deepest_reference)
        add_operands(*inside, to, is, depth + 1);
      else if (to.size() < most_meanings && std::ranges::find(to, is) == to.end())
        to.push_back(is);
    }
  }

private:
  [[nodiscard]] const values* held_by(const value& one) const {
    const bool known = one.variable != value::no_variable && !held_[one.variable].empty();
    return known ? &held_[one.variable] : nullptr;
  }

  [[nodiscard]] std::vector<text_said> texts(const value& one, int depth) {
    if (one.variable == value::no_variable)
      return {one.text.value_or(text_said{})};
    const auto* inside = held_by(one);
    if (inside == nullptr || depth == deepest_reference || steps_ == 0)
      return {text_said{}};
    --steps_;
    auto result = texts(*inside, depth + 1);
    if (one.text)
      for (auto& each : result)
        each.add(one.text->text, one.text->whole);
    return result;
  }

  std::span<const values> held_;
  int steps_ = 1000; // of looking into what variables hold
};

// ---- access levels

enum class level : std::uint8_t { none, user, system, unknown };

level level_of(const operand& one) {
  const auto type = base::lower(one.is == operand::how::type ? one.text : one.root_type);
  if (type == "accesslevel" || type == "system.accesslevel")
    return level::unknown;
  if (one.is != operand::how::path)
    return level::none;
  const auto path = base::lower(one.text);
  const auto at = path.find("accesslevel.");
  if (at != 0 && !path.starts_with("system.accesslevel."))
    return level::none;
  return path.ends_with(".user_mode")     ? level::user
         : path.ends_with(".system_mode") ? level::system
                                          : level::unknown;
}

access_mode mode_of(const std::vector<operand>& argument) {
  bool seen[4] = {};
  for (const auto& one : argument)
    seen[static_cast<std::size_t>(level_of(one))] = true;
  const auto& [none, user, system, unknown] = seen;
  if (!user && !system && !unknown)
    return access_mode::unstated;
  if (none || unknown || (user && system))
    return access_mode::either;
  return user ? access_mode::user : access_mode::system;
}

// ---- texts of queries

void merge(std::vector<queried>& all, const queried& one) {
  const auto same = std::ranges::find_if(all, [&](const queried& other) { return other.same_as(one); });
  if (same == all.end())
    all.push_back(one);
}

bool has(const query& in, const queried& one) {
  return std::ranges::any_of(in.objects, [&](const queried& other) { return other.same_as(one); });
}

bool names_object(const query& in) {
  return std::ranges::any_of(in.objects, [](const queried& one) { return one.as == queried::how::object; });
}

struct reading {
  query says;
  bool whole = false;
};

// A whole text that names no object is no query: a variable holds it before it is given more.
std::vector<reading> read_all(const std::vector<text_said>& texts) {
  std::vector<reading> result;
  for (const auto& text : texts)
    if (reading one{read_query(text.text), text.whole}; !one.whole || names_object(one.says))
      result.push_back(std::move(one));
  return result;
}

void settle_texts(touch& one, const std::vector<text_said>& texts) {
  const auto all = read_all(texts);
  one.open = all.empty();
  for (const auto& each : all) {
    one.computed = one.computed || !each.whole;
    one.open = one.open || !names_object(each.says);
    for (const auto& object : each.says.objects)
      merge(one.objects, object);
  }
  const auto first = all.empty() ? access_mode::unstated : all.front().says.mode;
  const bool alike = std::ranges::all_of(all, [&](const reading& each) { return each.says.mode == first; });
  if (one.mode == access_mode::unstated)
    one.mode = alike ? first : access_mode::either;
  for (auto& object : one.objects)
    object.certain = std::ranges::all_of(all, [&](const reading& each) { return has(each.says, object); });
}

} // namespace

void settle(touch& one, const pending_touch& what, std::span<const values> held) {
  meanings of(held);
  for (const auto& argument : what.options) {
    std::vector<operand> all;
    of.add_operands(argument, all);
    if (const auto mode = mode_of(all); mode != access_mode::unstated)
      one.mode = mode;
    std::ranges::copy_if(all, std::back_inserter(one.options),
                         [](const operand& each) { return each.is == operand::how::path; });
  }
  if (what.is_query)
    return settle_texts(one, of.texts(what.on));
  of.add_operands(what.on, one.on);
  if (one.on.empty())
    one.on.emplace_back();
}

} // namespace proviso::apex
