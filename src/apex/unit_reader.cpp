#include "apex/unit_reader.hpp"

#include "apex/vocabulary.hpp"
#include "apex/written.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace proviso::apex {
std::string_view to_string(sharing of) {
  constexpr std::string_view words[] = {"no sharing stated", "with sharing", "without sharing",
                                        "inherited sharing"};
  return words[static_cast<std::size_t>(of)];
}

unit_reader::unit_reader(std::string_view text, std::uint32_t source) : text_(text), source_(source) {}

base::span unit_reader::span(std::string_view of) const {
  const auto begin = static_cast<std::uint32_t>(of.data() - text_.data());
  return {source_, begin, begin + static_cast<std::uint32_t>(of.size())};
}

// ---- declarations

void unit_reader::annotation(std::string_view name) {
  const auto word = base::lower(name);
  for (const auto& [known, as] : entry_annotations)
    if (word == known)
      entry_ = as;
  test_ = test_ || word == test_annotation;
}

void unit_reader::web_service(std::string_view) {
  visible_ = true;
  entry_ = exposed_as::web_service;
}

void unit_reader::forget_modifiers() {
  entry_ = exposed_as::no;
  test_ = visible_ = interface_like_ = false;
  sharing_ = sharing::unstated;
}

void unit_reader::begin_type(std::string_view name, bool interface_like) {
  const auto outer = scopes_.empty() ? none : scopes_.back().type;
  type_declared one;
  one.name = outer == none ? std::string(name) : unit_.types[outer].name + '.' + std::string(name);
  one.interface_like = interface_like;
  one.test = test_ || (outer != none && unit_.types[outer].test);
  one.sharing = sharing_;
  one.at = span(name);
  one.methods.emplace_back().at = one.at;
  unit_.types.push_back(std::move(one));
  pending_type_ = unit_.types.size() - 1;
  pending_ = none;
  forget_modifiers();
}

void unit_reader::class_name(std::string_view name) {
  begin_type(name, interface_like_);
}

void unit_reader::base_type(std::string_view type) {
  if (pending_type_ == none)
    return;
  auto& of = unit_.types[pending_type_];
  of.bases.push_back(without_gaps(type));
  of.extended += extends_ ? 1 : 0;
}

void unit_reader::trigger_object(std::string_view object) {
  if (unit_.trigger || pending_type_ == none)
    return;
  const auto& body = unit_.types[pending_type_];
  unit_.trigger = {body.name, without_gaps(object), {}, body.at};
}

void unit_reader::trigger_event(std::string_view event) {
  if (!unit_.trigger || pending_type_ == none)
    return;
  const auto word = base::lower(last_part(event.substr(event.find_last_of(" \t\r\n/") + 1)));
  if (const auto* verb = model::find_word(data_verbs, word))
    unit_.trigger->events |= verb->does;
}

void unit_reader::begin_method(std::string_view name, std::string_view returns) {
  auto& methods = unit_.types[scopes_.back().type].methods;
  method one;
  one.name = name;
  one.returns = without_gaps(returns);
  one.entry = entry_;
  one.visible = visible_;
  one.at = span(name);
  methods.push_back(std::move(one));
  pending_ = methods.size() - 1;
  pending_variables_ = variables_.size();
  mentioned_.clear();
  forget_modifiers();
}

void unit_reader::declares_method(std::string_view) {
  if (in_type_body())
    begin_method(name_, type_);
}

void unit_reader::declares_property(std::string_view) {
  const bool member = in_type_body();
  add_variable();
  if (member) {
    unit_.types[scopes_.back().type].fields.push_back({std::string(name_), without_gaps(type_)});
    begin_method(name_, type_);
    unit_.types[scopes_.back().type].methods.back().property = true;
  }
}

// for (SObject one : rows): it holds each of them. What stands behind the name is not matched.
void unit_reader::declares_variable(std::string_view behind) {
  add_variable();
  if (frames_.back().is == frame::how::guard && *behind.data() == ':')
    assign(false);
  if (in_type_body()) {
    unit_.types[scopes_.back().type].fields.push_back({std::string(name_), without_gaps(type_)});
    forget_modifiers();
  }
}

// The types of what stands between the name of a method and its body.
void unit_reader::end_parameters() {
  auto* in = here();
  if (pending_ == none || in == nullptr)
    return;
  for (auto i = pending_variables_; i < variables_.size(); ++i)
    in->parameters.push_back(variables_[i].type);
}

// ---- blocks

void unit_reader::count_brace(std::string_view at) {
  if (braces_++ == 0)
    outermost_ = at;
}

void unit_reader::open_brace(std::string_view text) {
  count_brace(text);
  end_parameters();
  guarded_ = false;
  open({.is = frame::how::block, .closes = '}'});
  open_scope();
}

void unit_reader::open_scope() {
  if (scopes_.size() == deepest) {
    ++overflow_;
    return;
  }
  scope next{none, 0, false, variables_.size()};
  if (pending_type_ != none)
    next = {pending_type_, 0, !unit_.trigger || unit_.types[pending_type_].name != unit_.trigger->name,
            variables_.size()};
  else if (scopes_.empty())
    next.type = none;
  else
    next = {scopes_.back().type, pending_ == none ? scopes_.back().method : pending_, false,
            pending_ == none ? variables_.size() : pending_variables_};
  pending_type_ = pending_ = none;
  if (next.type == none)
    ++overflow_;
  else
    scopes_.push_back(next);
}

void unit_reader::close_brace(std::string_view) {
  braces_ -= braces_ > 0 ? 1 : 0;
  close('}');
  guarded_ = false;
  if (overflow_ > 0) {
    --overflow_;
  } else if (!scopes_.empty()) {
    variables_.resize(std::min(variables_.size(), scopes_.back().variables));
    scopes_.pop_back();
    if (!scopes_.empty() && scopes_.back().body)
      mentioned_.clear();
  }
  pending_ = pending_type_ = none;
  forget_modifiers();
}

void unit_reader::semicolon(std::string_view) {
  end_parameters();
  (void)end_expression();
  guarded_ = false;
  if (pending_ != none) {
    variables_.resize(std::min(variables_.size(), pending_variables_));
    pending_ = none;
    mentioned_.clear();
  }
  forget_modifiers();
}

} // namespace proviso::apex
