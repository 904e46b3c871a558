// What a text does to records, and what it names, in the method that is open.
#include "apex/unit_reader.hpp"
#include "apex/vocabulary.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace proviso::apex {
namespace {

// From one piece of a text to the end of a later one; the first alone where there is no other.
std::string_view through(std::string_view first, std::string_view last) {
  const auto& end = last.empty() ? first : last;
  return {first.data(), static_cast<std::size_t>(end.data() + end.size() - first.data())};
}

} // namespace

method* unit_reader::here() {
  if (scopes_.empty())
    return nullptr;
  auto& methods = unit_.types[scopes_.back().type].methods;
  return &methods[pending_ == none ? scopes_.back().method : pending_];
}

void unit_reader::mention_of(mention one) {
  auto* in = here();
  if (in == nullptr)
    return;
  if (base::is_one_of(access_questions, base::lower(last_part(one.text))))
    in->asks_access = true;
  auto key = base::lower(one.text) + static_cast<char>('0' + static_cast<int>(one.is)) + one.root_type;
  for (const auto& argument : one.arguments)
    key += '\n' + argument.text + '\t' + argument.root_type;
  for (const auto& text : one.texts)
    key += '\n' + text;
  key += one.gives_fields ? "=" : "";
  if (mentioned_.insert(std::move(key)).second)
    in->mentions.push_back(std::move(one));
}

// ---- statements

void unit_reader::data_word(std::string_view word) {
  verb_ = word;
  mode_ = access_mode::unstated;
}

void unit_reader::data_statement(std::string_view) {
  auto& in = frames_.back();
  (void)end_expression();
  in.verb = verb_;
  in.mode = mode_;
  in.first = {};
}

void unit_reader::first_written(std::string_view path) {
  named_path(path);
  (void)end_expression();
}

void unit_reader::end_statement(frame& in, const values& on) {
  const auto word = base::lower(in.verb);
  const auto* verb = model::find_word(data_verbs, word);
  touch one;
  one.verb = word;
  one.does = verb->does;
  one.mode = in.mode;
  const auto at = through(in.verb, in.first);
  in.verb = in.first = {};
  add(std::move(one), at, {.on = on});
}

// ---- methods of the platform

// Database.insert(…), System.Database.query(…), EventBus.publish(…)
bool unit_reader::platform_call(const callee& of, const frame& done) {
  if (of.as != mention::how::call || !of.is.root_type.empty())
    return false;
  std::string_view path = of.is.text;
  if (constexpr std::string_view system = "system."; base::lower(path).starts_with(system))
    path.remove_prefix(system.size());
  const auto dot = path.find('.');
  const auto type = base::lower(path.substr(0, dot));
  if (dot == std::string_view::npos || !base::is_one_of(database_classes, type))
    return false;
  database_call(path, base::lower(path.substr(dot + 1)), done);
  return true;
}

void unit_reader::database_call(std::string_view written, std::string_view method, const frame& done) {
  const auto found = std::ranges::find(database_methods, method, &database_method::name);
  const auto at = through(done.of.at, done.first);
  touch one;
  one.verb = written;
  if (method == convert_method)
    return convert(std::move(one), at);
  if (method == suggest_method)
    return suggest(std::move(one), at, done);
  if (found == database_methods.end())
    return;
  one.does = found->does;
  one.mode = found->asks_nobody ? access_mode::system : access_mode::unstated;
  pending_touch later{.is_query = found->takes_text};
  if (!done.arguments.empty()) {
    later.on = done.arguments.front();
    later.options.assign(done.arguments.begin() + 1, done.arguments.end());
  }
  const auto in_place = [](const value& of) { return of.is.is == operand::how::query; };
  if (!found->takes_text ||
      !std::ranges::any_of(later.on, in_place)) // getQueryLocator([SELECT …]): read already
    add(std::move(one), at, std::move(later));
}

void unit_reader::convert(touch one, std::string_view at) {
  const auto about = [&](std::string_view object, model::operations does, bool certain) {
    one.does = does;
    one.certain = certain;
    add(one, at, {.on = {{{operand::how::type, std::string(object), {}}, {}, value::no_variable}}});
  };
  about(converted_object, operations(operations::read) | operations::update, true);
  for (const auto object : made_by_converting)
    about(object, operations::create, false);
}

// Search.suggest(text, object, options)
void unit_reader::suggest(touch one, std::string_view at, const frame& done) {
  one.does = operations::read;
  const auto object = done.arguments.size() < 2 ? std::nullopt : whole_text(done.arguments[1]);
  if (object)
    one.objects.push_back({queried::how::object, *object});
  one.open = !object;
  add(std::move(one), at, {});
}

// ---- what is found

// Statements come in the order of the text, but for what stands inside of one.
std::uint32_t unit_reader::line_of(std::string_view at) {
  const auto to = static_cast<std::size_t>(at.data() - text_.data());
  if (to < counted_)
    return line_ - static_cast<std::uint32_t>(std::ranges::count(text_.substr(to, counted_ - to), '\n'));
  line_ += static_cast<std::uint32_t>(std::ranges::count(text_.substr(counted_, to - counted_), '\n'));
  counted_ = to;
  return line_;
}

void unit_reader::add(touch one, std::string_view at, pending_touch later) {
  auto* in = here();
  if (in == nullptr)
    return;
  one.at = span(at);
  one.line = line_of(at);
  in->touches.push_back(std::move(one));
  if (later.on.empty() && !later.is_query && later.options.empty())
    return;
  later.type = scopes_.back().type;
  later.method = static_cast<std::size_t>(in - unit_.types[later.type].methods.data());
  later.touch = in->touches.size() - 1;
  pending_touches_.push_back(std::move(later));
}

unit unit_reader::take() {
  while (frames_.size() > 1) {
    (void)end_expression();
    frames_.pop_back();
  }
  for (const auto& [field, holds] : fields_)
    if (!declared_.contains(holds) &&
        !held_[holds].empty()) // inherited, or of a type around: it is set there too
      held_[holds].emplace_back();
  for (const auto& one : pending_touches_)
    settle(unit_.types[one.type].methods[one.method].touches[one.touch], one, held_);
  return std::move(unit_);
}

} // namespace proviso::apex
