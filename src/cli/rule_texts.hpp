// The rules of the library alone, for commands that speak about rules and not about contracts.
#pragma once

#include "checking/rules/rulebook.hpp"
#include "cli/options/settings.hpp"
#include "loading/project.hpp"

namespace proviso::cli {

// The program's own library, or that which `rules` names.
[[nodiscard]] loading::library open_library(const settings& options, base::diagnostics& faults);

class rule_texts {
public:
  rule_texts(const settings& options, base::diagnostics& faults);
  rule_texts(const rule_texts&) = delete;

  [[nodiscard]] const base::sources& sources() const { return sources_; }
  [[nodiscard]] const checking::rulebook& book() const { return book_; }

private:
  base::sources sources_;
  loading::project files_; // whose trees the book needs
  checking::rulebook book_;
};

} // namespace proviso::cli
