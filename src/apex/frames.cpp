// Brackets of a text, and what they make of the expressions inside: calls, new instances, elements, values in
// parentheses; statements and assignments end with the expression that they are about.
#include "apex/soql.hpp"
#include "apex/unit_reader.hpp"
#include "apex/vocabulary.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <utility>

namespace proviso::apex {
namespace {

constexpr std::size_t longest_path = 256; // of a call on the result of a call on …
constexpr std::size_t most_arguments = 64;
constexpr std::size_t most_held = 32; // values of one variable
constexpr std::string_view element = "[]";

// A list in place is one of what stands in it only where it is written as it stands: later it may hold more.
values as_lists(values all) {
  for (auto& one : all)
    if (!one.listed.empty())
      one = {{operand::how::type, std::string(one.listed), {}}, {}, value::no_variable};
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

// What arguments are worth, as far as each is one thing.
std::vector<operand> told(const std::vector<values>& arguments) {
  std::vector<operand> result;
  for (const auto& one : arguments) {
    const auto whole = as_lists(one);
    result.push_back(whole.size() == 1 ? whole.front().is : operand{});
  }
  return result;
}

// Arguments that are whole texts; empty for any other.
std::vector<std::string> said_by(const std::vector<values>& arguments) {
  std::vector<std::string> result;
  for (const auto& one : arguments)
    result.push_back(whole_text(one).value_or(""));
  return result;
}

// new List<SObject>{ new Lead(), found }: its type says less than what stands in it, where all of that is kept.
values items_of(const frame& list) {
  values result;
  const auto& type = list.of.is.text;
  if (list.is != frame::how::items || list.arguments.size() == most_arguments ||
      base::lower(type).find("sobject") == std::string::npos)
    return result;
  for (const auto& item : list.arguments)
    for (auto& one : as_lists(item)) {
      one.listed = type;
      result.push_back(std::move(one));
    }
  return result;
}

} // namespace

// ---- opening

void unit_reader::open(frame one) {
  if (frames_.size() == deepest_brackets)
    ++lost_brackets_;
  else
    frames_.push_back(std::move(one));
}

void unit_reader::guard(std::string_view) {
  guarded_ = true;
  now() = {};
  open({.is = frame::how::guard, .closes = ')'});
}

void unit_reader::open_group(std::string_view) {
  open({.is = frame::how::group, .closes = ')'});
}

void unit_reader::open_index(std::string_view text) {
  callee of{mention::how::name, member(element, now().take_last()), text};
  open({.is = frame::how::index, .closes = ']', .of = std::move(of)});
}

// A constructor is declared as it would be called.
void unit_reader::called_path(std::string_view) {
  auto one = value_of(path_);
  const auto* type = scopes_.empty() ? nullptr : &unit_.types[scopes_.back().type];
  if (in_type_body() && base::same_but_case(one.is.text, last_part(type->name))) {
    begin_method(path_, {});
    unit_.types[scopes_.back().type].methods.back().name = constructor_name;
    return open_group({});
  }
  if (frames_.back().first.empty())
    frames_.back().first = path_;
  open({.is = frame::how::call, .closes = ')', .of = {mention::how::call, std::move(one.is), path_}});
}

void unit_reader::called_link(std::string_view text) {
  const auto name = without_gaps(linked_);
  callee of{mention::how::call, member(name, now().take_last()), text.substr(0, text.size() - 1)};
  if (of.is.is != operand::how::path)
    of = {mention::how::chained, {operand::how::path, std::string(last_part(name)), {}}, of.at};
  open({.is = frame::how::call, .closes = ')', .of = std::move(of)});
}

void unit_reader::creation(std::string_view text) {
  operand made{operand::how::type, without_gaps(created_), {}};
  const auto at = text.substr(0, static_cast<std::size_t>(created_.data() + created_.size() - text.data()));
  if (frames_.back().first.empty())
    frames_.back().first = at;
  const char opens = text.back();
  if (opens == '[')
    made.text += element;
  callee of{mention::how::creation, std::move(made), at};
  if (opens != '{')
    return open({.is = frame::how::creation, .closes = opens == '(' ? ')' : ']', .of = std::move(of)});
  count_brace(text.substr(text.size() - 1));
  open({.is = frame::how::items, .closes = '}', .of = std::move(of)});
  open_scope();
}

// ---- closing

void unit_reader::close(char bracket) {
  if (lost_brackets_ > 0) {
    --lost_brackets_;
    return;
  }
  while (bracket == '}' && frames_.size() > 1 && frames_.back().closes != bracket) {
    (void)end_expression();
    frames_.pop_back();
  }
  if (frames_.back().closes != bracket)
    return;
  comma({});
  auto done = std::move(frames_.back());
  frames_.pop_back();
  complete(std::move(done));
}

void unit_reader::comma(std::string_view) {
  auto all = end_expression();
  auto& in = frames_.back();
  const bool absent = std::exchange(in.absent, false);
  if (in.is != frame::how::block && (absent || !all.empty()) && in.arguments.size() < most_arguments)
    in.arguments.push_back(std::move(all));
}

void unit_reader::complete(frame done) {
  using how = frame::how;
  switch (done.is) {
  case how::block:
  case how::guard: now() = {}; break;
  case how::group:
    if (!done.arguments.empty()) {
      frames_.back().absent = done.arguments.front().empty();
      now().begin(std::move(done.arguments.front()));
    }
    break;
  case how::index: now().begin({std::move(done.of.is), {}, value::no_variable}); break;
  case how::call:
  case how::creation:
  case how::items: complete_call(done.of, done); break;
  }
}

void unit_reader::complete_call(const callee& of, const frame& done) {
  if (!platform_call(of, done)) {
    const bool items = done.is == frame::how::items || done.closes == ']';
    mention one{of.as,           of.is.text,
                of.is.root_type, items ? std::vector<operand>() : told(done.arguments),
                span(of.at),     done.gives_fields};
    if (base::is_one_of(starts_by_name, base::lower(one.text)))
      one.texts = said_by(done.arguments);
    mention_of(std::move(one));
  }
  if (auto items = items_of(done); !items.empty())
    now().begin(std::move(items));
  else
    now().begin({result_of(of, done), {}, value::no_variable});
}

operand unit_reader::result_of(const callee& of, const frame& done) const {
  if (of.as == mention::how::chained)
    return {};
  auto result = of.is;
  if (of.as != mention::how::call)
    return result;
  result.text += "()";
  const auto said = done.arguments.empty() ? std::nullopt : whole_text(done.arguments.front());
  if (!said || !result.root_type.empty())
    return result;
  if (const auto path = base::lower(result.text); path == described_by_name)
    result.text = std::string(*said).append(described_object);
  else if (const auto rows = base::is_one_of(gives_rows, path) ? rows_of(*said) : std::string(); !rows.empty())
    result = {operand::how::query, rows, {}};
  return result;
}

// ---- members

// Of what stands before a dot; nothing where that is not one thing that is known.
operand unit_reader::member(std::string_view name, values all) const {
  auto of = as_lists(std::move(all));
  if (of.size() != 1)
    return {};
  auto& is = of.front().is;
  if (is.is == operand::how::path && is.text.size() + name.size() < longest_path)
    return {operand::how::path, is.text + '.' + std::string(name), std::move(is.root_type)};
  const bool typed = is.is == operand::how::type || is.is == operand::how::query;
  if (typed && !is.text.empty() && is.text.size() < longest_path)
    return {operand::how::path, "new." + std::string(name), std::move(is.text)};
  return {};
}

// ---- ends of expressions

void unit_reader::assign(bool goes_on) {
  const auto target = now().take_last();
  now() = {};
  auto& in = frames_.back();
  in.gives_fields = in.gives_fields || in.is == frame::how::creation;
  if (target.size() != 1 || target[0].variable == none || target[0].text || in.is == frame::how::creation)
    return;
  const auto* to = variable_of(target[0].is);
  in.assigned.push_back(target[0].variable);
  in.goes_on = goes_on;
  in.surely = to != nullptr && !guarded_ && to->depth == scopes_.size() && !to->field;
}

void unit_reader::store(const frame& in, const values& all) {
  const auto added = all.size() == 1 && all[0].text && all[0].variable == none ? *all[0].text : text_said{};
  for (const auto to : in.assigned) {
    auto& holds = held_[to];
    values next = in.goes_on ? holds : all;
    if (in.goes_on)
      for (auto& one : next) {
        if (!one.text)
          one.text = text_said{{}, one.variable != none};
        one.text->add(added.text, added.whole);
      }
    if (in.goes_on && in.surely)
      holds.clear();
    for (auto& one : next)
      if ((one.variable != to || in.goes_on) && std::ranges::find(holds, one) == holds.end())
        holds.push_back(std::move(one));
    if (holds.size() > most_held)
      holds.assign(1, {});
  }
}

values unit_reader::end_expression() {
  auto& in = frames_.back();
  auto all = in.now.take();
  if (!in.assigned.empty()) {
    store(in, as_lists(all));
    in.assigned.clear();
  }
  if (!in.verb.empty())
    end_statement(in, all);
  return all;
}

} // namespace proviso::apex
