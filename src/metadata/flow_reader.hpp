// Reads the sections of a flow: what they do to records, whom they call, and what their references stand for;
// and the short files beside flows.
#pragma once

#include "metadata/elements.hpp"
#include "metadata/program.hpp"
#include "model/operations_word.hpp"

#include <string_view>

namespace proviso::metadata {

class flow_reader {
public:
  flow_reader(elements& from, flow& into) : from_(from), flow_(into) {}

  // After the section was opened; goes past its end.
  void section(std::string_view name);

private:
  void step(const model::operations_word& section);
  void related_of(stated_names& to);
  void start();
  void process();
  void value();
  void actions_inside(const std::string& section);
  void action();
  void plugin();
  void screen();
  void field();
  void mapping(std::vector<std::string>& to);
  void subflow();

  elements& from_;
  flow& flow_;
};

// Each after a section of its file was opened; goes past its end.
void read_definition_section(std::string_view name, elements& from, flow_definition& into);
void read_quick_action_section(std::string_view name, elements& from, quick_action& into);

} // namespace proviso::metadata
