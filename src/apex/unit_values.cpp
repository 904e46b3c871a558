// Names and values of a text: what is known of each where it stands.
#include "apex/soql.hpp"
#include "apex/unit_reader.hpp"
#include "apex/vocabulary.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace proviso::apex {
namespace {

constexpr std::size_t most_looked_through = 1024; // variables, from the nearest
constexpr std::size_t longest_type = 512;         // names are copied to whatever is called on them
constexpr std::string_view unknown_type = "Object";
constexpr std::string_view of_this = "this.";

// Types whose variables may hold what their names do not say: a text that is a query, any record, any level.
bool is_followed(std::string_view type) {
  const auto word = base::lower(type);
  return word == "string" || word == "accesslevel" || word == "system.accesslevel" || word == "object" ||
         word.find("sobject") != std::string::npos;
}

bool is_member(std::string_view path) { // q, this.q
  const auto dots = std::ranges::count(path, '.');
  return dots == 0 || (dots == 1 && base::lower(path).starts_with(of_this));
}

value typed(std::string_view type) {
  return {{operand::how::type, std::string(type), {}}, {}, value::no_variable};
}

// What an escape means; of one that is not of this table what stands behind it.
std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size())
      result += std::string_view("nrtbf").find(text[++i]) == std::string_view::npos ? text[i] : ' ';
    else
      result += text[i];
  }
  return result;
}

} // namespace

// ---- variables

const unit_reader::variable* unit_reader::find_variable(std::string_view name) const {
  const auto lowered = base::lower(name);
  const bool field = lowered.starts_with(of_this);
  const auto wanted = std::string_view(lowered).substr(field ? of_this.size() : 0);
  const auto last =
      variables_.rbegin() + static_cast<std::ptrdiff_t>(std::min(variables_.size(), most_looked_through));
  const auto found = std::find_if(variables_.rbegin(), last,
                                  [&](const variable& v) { return v.name == wanted && (v.field || !field); });
  return found == last ? nullptr : &*found;
}

const unit_reader::variable* unit_reader::variable_of(const operand& path) const {
  return path.is == operand::how::path && is_member(path.text) ? find_variable(path.text) : nullptr;
}

void unit_reader::add_variable() {
  auto type = type_.size() > longest_type ? std::string(unknown_type) : without_gaps(type_);
  variable one{base::lower(name_), std::move(type), none, scopes_.size(), in_type_body()};
  if (is_followed(one.type)) {
    one.held = one.field ? held_of_field(one.name) : new_held();
    if (one.field)
      declared_.insert(one.held);
    else if (pending_ != none) // a parameter: whatever is handed over
      held_[one.held].emplace_back();
  }
  variables_.push_back(std::move(one));
  now() = {};
  begin(value_of(name_), name_);
}

std::size_t unit_reader::new_held() {
  held_.emplace_back();
  return held_.size() - 1;
}

// A field may be named before it is declared.
std::size_t unit_reader::held_of_field(const std::string& name) {
  const auto [at, is_new] = fields_.try_emplace({scopes_.back().type, name}, held_.size());
  return is_new ? new_held() : at->second;
}

std::string unit_reader::root_type(std::string_view path) const {
  const auto* found = find_variable(path.substr(0, path.find('.')));
  return found == nullptr ? std::string() : found->type;
}

value unit_reader::value_of(std::string_view path) {
  value result{{operand::how::path, without_gaps(path), {}}, {}, value::no_variable};
  auto& is = result.is;
  std::erase(is.text, '?');
  if (is.text.find('.') == std::string::npos) {
    if (const auto word = base::lower(is.text); word == "true" || word == "false")
      return typed("Boolean");
  }
  is.root_type = root_type(is.text);
  if (const auto* whole = variable_of(is))
    result.variable = whole->held;
  else if (!scopes_.empty() && is_member(is.text) && is.root_type.empty())
    result.variable = held_of_field(base::lower(last_part(is.text)));
  return result;
}

// ---- words and marks

void unit_reader::begin(value one, std::string_view at) {
  auto& in = frames_.back();
  if (!in.verb.empty() && !in.now.empty()) // upsert leads External__c, merge all[0] all[1]: about the first
    (void)end_expression();
  if (in.first.empty())
    in.first = at;
  in.now.begin(std::move(one));
}

// A single word is a variable or nothing.
void unit_reader::named_path(std::string_view path) {
  auto one = value_of(path);
  if (path.find('.') != std::string_view::npos)
    mention_of({mention::how::name, one.is.text, one.is.root_type, {}, span(path)});
  begin(std::move(one), path);
}

void unit_reader::named_link(std::string_view link) {
  const auto name = without_gaps(linked_);
  auto is = member(name, now().take_last());
  if (is.is == operand::how::path)
    mention_of({mention::how::name, is.text, is.root_type, {}, span(link)});
  now().begin({std::move(is), {}, value::no_variable});
}

// Texts: the value between the quotes.
void unit_reader::literal(std::string_view text) {
  const auto quotes = text.starts_with("'''") && text.size() >= 6 ? 3U : 1U;
  auto one = typed("String");
  one.text = text_said{{}, true};
  one.text->add(unescaped(text.substr(quotes, text.size() - 2 * quotes)), true);
  begin(std::move(one), text);
}

void unit_reader::number(std::string_view text) {
  begin(typed(number_type), text);
}

void unit_reader::query(std::string_view text) {
  const auto inside = text.substr(1, text.size() - 2);
  auto read = read_query(inside);
  value rows{{operand::how::query, rows_of(read, inside), {}}, {}, value::no_variable};
  touch one;
  one.verb = "query";
  one.does = operations::read;
  one.mode = read.mode;
  one.objects = std::move(read.objects);
  one.open = one.objects.empty();
  add(std::move(one), text, {});
  begin(std::move(rows), text);
}

} // namespace proviso::apex
