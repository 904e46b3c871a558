#include "checking/finding.hpp"

namespace proviso::checking {

std::string_view to_string(severity s) {
  switch (s) {
  case severity::info: return "info";
  case severity::warning: return "warning";
  case severity::error: return "error";
  case severity::off: return "off";
  }
  return {};
}

std::string_view to_string(kind k) {
  switch (k) {
  case kind::breach: return "breach";
  case kind::risk: return "risk";
  case kind::saving: return "saving";
  case kind::draft: return "draft";
  }
  return {};
}

std::string_view to_string(verdict v) {
  switch (v) {
  case verdict::compliant: return "compliant";
  case verdict::violation: return "violation";
  case verdict::undetermined: return "undetermined";
  }
  return {};
}

} // namespace proviso::checking
