#include "checking/finding.hpp"

#include <cstdint>
#include <fmt/format.h>

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

verdict verdict_of(const std::vector<finding>& findings) {
  auto result = verdict::compliant;
  for (const auto& one : findings) {
    if (one.verdict == verdict::violation)
      return verdict::violation;
    result = one.verdict;
  }
  return result;
}

std::string fingerprint_of(std::string_view identity) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : identity) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211u;
  }
  return fmt::format("{:016x}", hash);
}

} // namespace proviso::checking
