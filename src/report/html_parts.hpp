// The pieces of the page in HTML: escaped text, lists and tables, and the findings.
#pragma once

#include "report/report.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace proviso::report::html {

// Harmless, on one line, without markup.
[[nodiscard]] std::string escaped(std::string_view foreign);

// The text, escaped, in an element of that name, with an end of line.
[[nodiscard]] std::string element(std::string_view name, std::string_view foreign);

class entries { // a list of words and what stands behind them
public:
  void add(std::string_view word, std::string_view foreign); // nothing where there is no text
  [[nodiscard]] std::string take() const;

private:
  std::string items_;
};

class table {
public:
  // Columns from `first_figure` on are figures, set to the right.
  table(const std::vector<std::string>& heads, std::size_t first_figure);
  void add(const std::vector<std::string>& cells);
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] std::string take() const;

private:
  [[nodiscard]] std::string row(const std::vector<std::string>& cells, std::string_view name) const;

  std::size_t first_figure_;
  std::string head_;
  std::string rows_;
};

// Those that count, as they are read; then those of the baseline, folded up.
[[nodiscard]] std::string findings(const report& all, const contract_report& of);
[[nodiscard]] std::string known(const report& all, const contract_report& of);

} // namespace proviso::report::html
