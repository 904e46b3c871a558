// Values and statements of a text, in the method that is open.
#include "apex/unit_reader.hpp"
#include "apex/vocabulary.hpp"
#include "apex/written.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace proviso::apex {
namespace {

constexpr std::size_t most_looked_through = 1024; // variables, from the nearest
constexpr std::size_t longest_text = 4096;        // of a query that is put together

std::string_view last_part(std::string_view path) {
  return path.substr(path.rfind('.') + 1);
}

} // namespace

unit_reader::variable* unit_reader::find_variable(std::string_view name) {
  const auto wanted = base::lower(name);
  const auto last =
      variables_.rbegin() + static_cast<std::ptrdiff_t>(std::min(variables_.size(), most_looked_through));
  const auto found =
      std::find_if(variables_.rbegin(), last, [&](const variable& v) { return v.name == wanted; });
  return found == last ? nullptr : &*found;
}

// ---- values

method* unit_reader::here() {
  if (scopes_.empty())
    return nullptr;
  auto& methods = unit_.types[scopes_.back().type].methods;
  return &methods[pending_ == none ? scopes_.back().method : pending_];
}

std::string unit_reader::root_type(std::string_view path) {
  const auto* found = find_variable(path.substr(0, path.find('.')));
  return found == nullptr ? std::string() : found->type;
}

void unit_reader::mention_of(mention::how as, std::string_view text) {
  auto* in = here();
  if (in == nullptr)
    return;
  mention one{as, without_gaps(text), {}, span(text)};
  std::erase(one.text, '?');
  if (base::is_one_of(access_questions, base::lower(last_part(one.text))))
    in->asks_access = true;
  if (as != mention::how::creation && as != mention::how::chained)
    one.root_type = root_type(one.text);
  if (mentioned_.insert(base::lower(one.text) + static_cast<char>('0' + static_cast<int>(as))).second)
    in->mentions.push_back(std::move(one));
}

void unit_reader::called_path(std::string_view path) {
  const auto* type = scopes_.empty() ? nullptr : &unit_.types[scopes_.back().type];
  if (in_type_body() && base::same_but_case(path, last_part(type->name)))
    begin_method(path, {}), unit_.types[scopes_.back().type].methods.back().name = constructor_name;
  else
    mention_of(mention::how::call, path);
}

// A single word is a variable or nothing.
void unit_reader::named_path(std::string_view path) {
  last_name_ = base::lower(path);
  if (path.find('.') != std::string_view::npos)
    mention_of(mention::how::name, path);
}

void unit_reader::chained_call(std::string_view) {
  mention_of(mention::how::chained, chained_);
}

void unit_reader::creation(std::string_view) {
  mention_of(mention::how::creation, created_);
}

// A variable of a general type is of the type that is made for it.
void unit_reader::assigned_creation(std::string_view) {
  if (auto* to = find_variable(last_name_))
    if (base::lower(to->type).find("object") != std::string::npos)
      to->type = without_gaps(created_);
}

void unit_reader::query(std::string_view text) {
  auto read = read_query(text.substr(1, text.size() - 2));
  touch one;
  one.verb = "query";
  one.does = operations::read;
  one.mode = read.mode;
  one.objects = std::move(read.objects);
  add(std::move(one), text);
}

// ---- texts that may be queries

void unit_reader::literal(std::string_view text) {
  const auto quotes = text.starts_with("'''") && text.size() >= 6 ? 3U : 1U;
  if (literals_.size() < longest_text)
    literals_ += text.substr(quotes, text.size() - 2 * quotes);
  has_literals_ = true;
}

void unit_reader::text_begins(std::string_view) {
  goes_on_ = false;
  literals_.clear();
  sum_ends_ = false;
}

void unit_reader::text_goes_on(std::string_view text) {
  text_begins(text);
  goes_on_ = true;
}

void unit_reader::assigned_text(std::string_view) {
  if (auto* to = find_variable(last_name_)) {
    if (!goes_on_) {
      to->text = literals_;
      to->whole = sum_ends_;
    } else if (to->text.size() < longest_text) {
      to->text += literals_;
      to->whole = to->whole && sum_ends_;
    }
  }
  begin_statement();
}

// ---- what is done to records

void unit_reader::begin_statement() {
  written_ = {};
  written_objects_.clear();
  mode_ = access_mode::unstated;
  literals_.clear();
  has_literals_ = sum_ends_ = false;
}

void unit_reader::data_word(std::string_view word) {
  begin_statement();
  verb_ = word;
}

void unit_reader::database_name(std::string_view name) {
  begin_statement();
  database_name_ = name;
}

void unit_reader::cast_type(std::string_view type) {
  written_ = {operand::how::type, without_gaps(type), {}};
}

void unit_reader::written_query(std::string_view text) {
  written_objects_ = read_query(text.substr(1, text.size() - 2)).objects;
  written_ = {operand::how::query, {}, {}};
  query(text);
}

void unit_reader::written_creation(std::string_view text) {
  written_ = {operand::how::type, without_gaps(created_), {}};
  creation(text);
}

void unit_reader::written_call(std::string_view path) {
  written_path(path);
  written_.text += "()";
  mention_of(mention::how::call, path);
}

void unit_reader::written_path(std::string_view path) {
  written_ = {operand::how::path, without_gaps(path), {}};
  std::erase(written_.text, '?');
  written_.root_type = root_type(written_.text);
}

void unit_reader::data_statement(std::string_view text) {
  const auto word = base::lower(verb_);
  const auto* verb = model::find_word(data_verbs, word);
  touch one;
  one.verb = word;
  one.does = verb->does;
  one.mode = mode_;
  one.on = std::move(written_);
  one.objects = std::move(written_objects_);
  add(std::move(one), text);
  begin_statement();
}

void unit_reader::database_call(std::string_view text) {
  const auto word = base::lower(database_name_);
  const auto found = std::ranges::find(database_methods, word, &database_method::name);
  mode_ = mode_in_arguments(text);
  touch one;
  one.verb = "Database." + std::string(database_name_);
  one.mode = mode_;
  if (word == convert_method) {
    one.does = operations(operations::read) | operations::update;
    one.on = {operand::how::type, std::string(converted_object), {}};
    add(std::move(one), text);
  } else if (found != database_methods.end() && found->takes_text) {
    add_dynamic_query(one.verb, text);
  } else if (found != database_methods.end()) {
    one.does = found->does;
    one.on = std::move(written_);
    one.objects = std::move(written_objects_);
    add(std::move(one), text);
  }
  begin_statement();
}

void unit_reader::add_dynamic_query(std::string_view verb, std::string_view at) {
  bool whole = sum_ends_;
  std::string said = has_literals_ ? literals_ : std::string();
  if (const auto* of = written_.is == operand::how::path ? find_variable(written_.text) : nullptr) {
    said = of->text;
    whole = of->whole;
  }
  if (written_.is == operand::how::query) // getQueryLocator([SELECT …]): read already
    return;
  auto read = read_query(said);
  touch one;
  one.verb = verb;
  one.does = operations::read;
  one.mode = mode_ == access_mode::unstated ? read.mode : mode_;
  one.objects = std::move(read.objects);
  one.computed = !whole;
  add(std::move(one), at);
}

// Database.insert(x, AccessLevel.USER_MODE): the word stands before the end of the statement.
access_mode unit_reader::mode_in_arguments(std::string_view call) const {
  const auto from = static_cast<std::size_t>(call.data() + call.size() - text_.data());
  const auto rest = text_.substr(from, 1000);
  const auto words = base::lower(rest.substr(0, rest.find(';')));
  if (words.find("user_mode") != std::string::npos)
    return access_mode::user;
  return words.find("system_mode") != std::string::npos ? access_mode::system : access_mode::unstated;
}

// Statements come in the order of the text, but for a query inside of one.
std::uint32_t unit_reader::line_of(std::string_view at) {
  const auto to = static_cast<std::size_t>(at.data() - text_.data());
  if (to < counted_)
    return line_ - static_cast<std::uint32_t>(std::ranges::count(text_.substr(to, counted_ - to), '\n'));
  line_ += static_cast<std::uint32_t>(std::ranges::count(text_.substr(counted_, to - counted_), '\n'));
  counted_ = to;
  return line_;
}

void unit_reader::add(touch one, std::string_view at) {
  one.at = span(at);
  one.line = line_of(at);
  if (auto* in = here())
    in->touches.push_back(std::move(one));
}

} // namespace proviso::apex
