// Reads the sections of a flow: what they do to records, whom they call, and what their references stand for.
#pragma once

#include "metadata/elements.hpp"
#include "metadata/program.hpp"

#include <string_view>

namespace proviso::metadata {

class flow_reader {
public:
  flow_reader(elements& from, flow& into) : from_(from), flow_(into) {}

  // After the section was opened; goes past its end.
  void section(std::string_view name);

private:
  void step(model::operations does);
  void start();
  void process();
  void value();
  void action();
  void subflow();

  elements& from_;
  flow& flow_;
};

} // namespace proviso::metadata
