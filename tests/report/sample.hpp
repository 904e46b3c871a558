// A small contract with made-up figures, for tests of what reports look like.
#pragma once

#include "report/report.hpp"

#include <memory>
#include <string>

namespace proviso::test {

struct sample {
  base::sources sources;
  model::contract contract;
  usage::plan plan;
  metering::assessment assessment;
  report::report report;

  sample();
  sample(const sample&) = delete;

  report::contract_report& first() { return report.contracts.front(); }
  void add(checking::finding f) { first().findings.push_back(std::move(f)); }
};

// The stretch of a source that holds the words.
base::span find(const base::sources& in, std::uint32_t source, std::string_view words);

base::day on(std::string_view date);
base::period days(std::string_view first, std::string_view last);
base::rational amount(std::string_view decimal);

// A pool exceeded in a window, with its clause, its season and what to do.
checking::finding exceeded(const sample& in);

} // namespace proviso::test
