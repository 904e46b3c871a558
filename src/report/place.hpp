// Where a finding is, for formats that give file and line: its first place that is written anywhere.
#pragma once

#include "report/report.hpp"

#include <optional>
#include <string>
#include <vector>

namespace proviso::report {

struct place {
  std::string file;     // as it was named
  base::location start; // lines and columns from 1; columns in code points
  base::location end;   // one past the last
  std::string label;
};

// Of one finding, in its order; places that are written nowhere are left out.
[[nodiscard]] std::vector<place> places_of(const checking::finding& of, const base::sources& from);
[[nodiscard]] std::optional<place> first_place(const checking::finding& of, const base::sources& from);

// "error", "warning", "info"; "undetermined" and "waived" go before.
[[nodiscard]] std::string_view standing_of(const checking::finding& of);

// The message and, where it is undetermined, what is missing; harmless, on one line.
[[nodiscard]] std::string said_of(const checking::finding& of);
// The same and, where it is waived, "(waived until 2027-12-31, by OWNER)".
[[nodiscard]] std::string said_with_waiver(const checking::finding& of);

// The path without a leading "./", for tools that compare it with those of a repository.
[[nodiscard]] std::string plain_path(const std::string& path);

} // namespace proviso::report
