// Puts the islands of a text together: which class and method each stands in, and what is known of the names in
// it.
#pragma once

#include "apex/soql.hpp"
#include "apex/unit.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::apex {

// Each member takes the text of one island, in the order of the file.
class unit_reader {
public:
  unit_reader(std::string_view text, std::uint32_t source);

  // ---- declarations
  void annotation(std::string_view name);
  void with_sharing(std::string_view) { sharing_ = sharing::with; }
  void without_sharing(std::string_view) { sharing_ = sharing::without; }
  void inherited_sharing(std::string_view) { sharing_ = sharing::inherited; }
  void shown(std::string_view) { visible_ = true; }
  void web_service(std::string_view);
  void interface_word(std::string_view) { interface_like_ = true; }
  void class_name(std::string_view name);
  void base_type(std::string_view type);
  void trigger_object(std::string_view object);
  void trigger_event(std::string_view event);
  void declared_type(std::string_view type) { type_ = type; }
  void declared_name(std::string_view name) { name_ = name; }
  void declares_method(std::string_view);
  void declares_property(std::string_view);
  void declares_variable(std::string_view);

  // ---- values
  void called_path(std::string_view path);
  void named_path(std::string_view path);
  void chained_name(std::string_view name) { chained_ = name; }
  void chained_call(std::string_view);
  void created_type(std::string_view type) { created_ = type; }
  void creation(std::string_view text);
  void assigned_creation(std::string_view);
  void query(std::string_view text);
  void literal(std::string_view text);
  void sum_ends(std::string_view) { sum_ends_ = true; }
  void text_begins(std::string_view);
  void text_goes_on(std::string_view);
  void assigned_text(std::string_view);

  // ---- what is done to records
  void cast_type(std::string_view type);
  void written_query(std::string_view text);
  void written_creation(std::string_view text);
  void written_call(std::string_view path);
  void written_path(std::string_view path);
  void as_user(std::string_view) { mode_ = access_mode::user; }
  void as_system(std::string_view) { mode_ = access_mode::system; }
  void data_word(std::string_view word);
  void data_statement(std::string_view text);
  void database_name(std::string_view name);
  void database_call(std::string_view text);

  // ---- the file
  void open_brace(std::string_view);
  void close_brace(std::string_view);
  void semicolon(std::string_view);

  [[nodiscard]] unit take() { return std::move(unit_); }

  static constexpr std::size_t deepest = 200; // blocks in blocks

private:
  static constexpr std::size_t none = ~std::size_t{0};

  struct scope {
    std::size_t type = none;   // of the unit
    std::size_t method = 0;    // of the type; 0: fields and initialisers
    bool body = false;         // of the type itself
    std::size_t variables = 0; // there were when it began
  };
  struct variable {
    std::string name; // in lower case
    std::string type;
    std::string text; // of a String: how it begins, as far as that is written in place
    bool whole = false;
  };

  [[nodiscard]] base::span span(std::string_view of) const;
  [[nodiscard]] bool in_type_body() const {
    return !scopes_.empty() && scopes_.back().body && pending_ == none;
  }
  method* here(); // the method that is open; null outside of types
  void begin_type(std::string_view name, bool interface_like);
  void begin_method(std::string_view name, std::string_view returns);
  void forget_modifiers();

  [[nodiscard]] variable* find_variable(std::string_view name);
  void add_variable();
  [[nodiscard]] std::string root_type(std::string_view path);
  void mention_of(mention::how as, std::string_view text);
  void add(touch one, std::string_view at);
  void add_dynamic_query(std::string_view verb, std::string_view at);
  [[nodiscard]] access_mode mode_in_arguments(std::string_view call) const;
  void begin_statement();
  [[nodiscard]] std::uint32_t line_of(std::string_view at);

  std::string_view text_;
  std::uint32_t source_;
  unit unit_;
  std::uint32_t line_ = 1; // of the byte up to which lines are counted
  std::size_t counted_ = 0;

  std::vector<scope> scopes_;
  std::size_t overflow_ = 0; // blocks beyond the deepest
  std::vector<variable> variables_;
  std::set<std::string> mentioned_; // in the open method

  // What the islands before the next brace or semicolon said.
  std::size_t pending_ = none; // a method whose body is about to begin
  std::size_t pending_variables_ = 0;
  std::size_t pending_type_ = none; // a type whose body is about to begin
  exposed_as entry_ = exposed_as::no;
  bool test_ = false;
  bool visible_ = false;
  bool interface_like_ = false;
  apex::sharing sharing_ = apex::sharing::unstated;

  std::string_view type_;
  std::string_view name_;
  std::string_view created_;
  std::string_view chained_;
  std::string last_name_; // of what may be assigned next, in lower case
  std::string literals_;
  bool has_literals_ = false;
  bool sum_ends_ = false;
  bool goes_on_ = false;

  // Of the statement that is being read.
  operand written_;
  std::vector<queried> written_objects_;
  access_mode mode_ = access_mode::unstated;
  std::string_view verb_;
  std::string_view database_name_;
};

} // namespace proviso::apex
