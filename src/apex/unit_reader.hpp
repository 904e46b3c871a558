// Puts the islands of a text together: which class and method each stands in, and what is known of the names in
// it.
#pragma once

#include "apex/frame.hpp"
#include "apex/settling.hpp"
#include "apex/written.hpp"

#include <map>
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
  void extends_word(std::string_view) { extends_ = true; }
  void implements_word(std::string_view) { extends_ = false; }
  void base_type(std::string_view type);
  void trigger_object(std::string_view object);
  void trigger_event(std::string_view event);
  void declared_type(std::string_view type) { type_ = type; }
  void declared_name(std::string_view name) { name_ = name; }
  void declares_method(std::string_view);
  void declares_property(std::string_view);
  void declares_variable(std::string_view behind);

  // ---- values
  void called_name(std::string_view path) { path_ = path; }
  void called_path(std::string_view);
  void named_path(std::string_view path);
  void linked_name(std::string_view name) { linked_ = name; }
  void called_link(std::string_view);
  void named_link(std::string_view);
  void created_type(std::string_view type) { created_ = type; }
  void creation(std::string_view text);
  void cast_type(std::string_view type) { cast_ = type; }
  void cast(std::string_view) { now().cast(without_gaps(cast_)); }
  void null_word(std::string_view) { frames_.back().absent = true; }
  void literal(std::string_view text);
  void number(std::string_view text);
  void query(std::string_view text);

  // ---- operators
  void mixes(std::string_view) { now().mix(); }
  void plus(std::string_view) { now().plus(); }
  void chooses(std::string_view) { now().choose(); }
  void otherwise(std::string_view) { now().otherwise(); }
  void assigns(std::string_view) { assign(false); }
  void goes_on(std::string_view) { assign(true); }

  // ---- what is done to records
  void as_user(std::string_view) { mode_ = access_mode::user; }
  void as_system(std::string_view) { mode_ = access_mode::system; }
  void data_word(std::string_view word);
  void data_statement(std::string_view);
  void first_written(std::string_view path); // duplicates are of its type, a field is of its object

  // ---- the file
  void guard(std::string_view);
  void else_word(std::string_view) { guarded_ = true; }
  void open_group(std::string_view text);
  void close_group(std::string_view) { close(')'); }
  void open_index(std::string_view);
  void close_index(std::string_view) { close(']'); }
  void open_brace(std::string_view);
  void close_brace(std::string_view);
  void comma(std::string_view);
  void semicolon(std::string_view);

  // The outermost brace that is open; empty where none is.
  [[nodiscard]] std::string_view unclosed() const { return braces_ > 0 ? outermost_ : std::string_view(); }
  [[nodiscard]] unit take(); // once, at the end

  static constexpr std::size_t deepest = 200;          // blocks in blocks
  static constexpr std::size_t deepest_brackets = 600; // of any kind

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
    std::size_t held = none; // what it may hold, of a type where that matters
    std::size_t depth = 0;   // of the block it is declared in
    bool field = false;
  };

  [[nodiscard]] base::span span(std::string_view of) const;
  [[nodiscard]] bool in_type_body() const {
    return !scopes_.empty() && scopes_.back().body && pending_ == none;
  }
  method* here(); // the method that is open; null outside of types
  void begin_type(std::string_view name, bool interface_like);
  void begin_method(std::string_view name, std::string_view returns);
  void end_parameters();
  void count_brace(std::string_view at);
  void open_scope();
  void forget_modifiers();

  [[nodiscard]] const variable* find_variable(std::string_view name) const;
  [[nodiscard]] const variable*
  variable_of(const operand& path) const; // that it is, not one that it begins with
  void add_variable();
  [[nodiscard]] std::string root_type(std::string_view path) const;
  [[nodiscard]] value value_of(std::string_view path);
  [[nodiscard]] std::size_t new_held();
  [[nodiscard]] std::size_t held_of_field(const std::string& name);

  // ---- brackets
  [[nodiscard]] expression& now() { return frames_.back().now; }
  void begin(value one, std::string_view at); // of a word or mark in place
  void open(frame one);
  void close(char bracket);
  void complete(frame done);
  values end_expression();
  void assign(bool goes_on);
  void store(const frame& in, const values& all);
  void complete_call(const callee& of, const frame& done);
  [[nodiscard]] operand result_of(const callee& of, const frame& done) const;
  [[nodiscard]] operand member(std::string_view name, values all) const;

  // ---- what is found
  void mention_of(mention one);
  void add(touch one, std::string_view at, pending_touch later);
  [[nodiscard]] bool platform_call(const callee& of, const frame& done);
  void database_call(std::string_view written, std::string_view method, const frame& done);
  void convert(touch one, std::string_view at);
  void suggest(touch one, std::string_view at, const frame& done);
  void end_statement(frame& in, const values& on);
  [[nodiscard]] std::uint32_t line_of(std::string_view at);

  std::string_view text_;
  std::uint32_t source_;
  unit unit_;
  std::uint32_t line_ = 1; // of the byte up to which lines are counted
  std::size_t counted_ = 0;

  std::vector<scope> scopes_;
  std::size_t overflow_ = 0; // blocks beyond the deepest
  std::size_t braces_ = 0;   // that are open
  std::string_view outermost_;
  std::vector<variable> variables_;
  std::vector<values> held_; // by variables, past the end of their blocks
  std::map<std::pair<std::size_t, std::string>, std::size_t> fields_; // what is held, by type and name
  std::set<std::size_t> declared_;                                    // of these
  std::vector<pending_touch> pending_touches_;
  std::vector<frame> frames_{1};    // of brackets that are open; the first is the file
  std::size_t lost_brackets_ = 0;   // beyond the deepest
  std::set<std::string> mentioned_; // in the open method

  // What the islands before the next brace or semicolon said.
  std::size_t pending_ = none; // a method whose body is about to begin
  std::size_t pending_variables_ = 0;
  std::size_t pending_type_ = none; // a type whose body is about to begin
  exposed_as entry_ = exposed_as::no;
  bool test_ = false;
  bool visible_ = false;
  bool interface_like_ = false;
  bool extends_ = false; // else it implements
  apex::sharing sharing_ = apex::sharing::unstated;

  bool guarded_ = false; // the statement is behind a condition

  std::string_view type_;
  std::string_view name_;
  std::string_view path_;
  std::string_view linked_;
  std::string_view created_;
  std::string_view cast_;
  access_mode mode_ = access_mode::unstated;
  std::string_view verb_;
};

} // namespace proviso::apex
