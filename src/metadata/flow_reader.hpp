// Reads the sections of a flow: what they do to records, whom they call, and what their references stand for.
#pragma once

#include "metadata/program.hpp"
#include "metadata/xml.hpp"

#include <cstdint>
#include <string_view>

namespace proviso::metadata {

class flow_reader {
public:
  flow_reader(xml_reader& xml, std::uint32_t source, flow& into) : xml_(xml), source_(source), flow_(into) {}

  // After the section was opened; goes past its end.
  void section(std::string_view name);

private:
  [[nodiscard]] base::span tag() const;
  void text(std::string& into) { (void)xml_.value(into); }
  void step(model::operations does);
  void start();
  void value();
  void action();
  void subflow();
  // Each element inside the section that is open: its name, to read or to skip.
  template <typename Read>
  void each(Read read);

  xml_reader& xml_;
  std::uint32_t source_;
  flow& flow_;
};

} // namespace proviso::metadata
