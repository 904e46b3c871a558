#include "loading/user_lists.hpp"

#include "base/text.hpp"
#include "loading/location.hpp"
#include "org/directory.hpp"
#include "tables/table.hpp"

namespace proviso::loading {
namespace {

using list = std::set<std::string>;

list read_list(const std::string& file, base::span named_at, base::diagnostics& faults) {
  list result;
  auto from = tables::input::open(file, named_at, faults);
  if (!from)
    return result;
  const auto keep = [&](const tables::cell& cell) {
    if (cell)
      result.insert(org::is_id(*cell) ? org::short_id(*cell) : base::lower(*cell));
  };
  const tables::listener to{[&](const tables::header& names) {
                              keep(names.front()); // a list may have none
                              return true;
                            },
                            [&](const tables::row& row) {
                              keep(row.cells.front());
                              return true;
                            },
                            [&](const tables::bad_row& row) {
                              faults.push_back(tables::at_line(*from, row.line, row.reason));
                              return true;
                            }};
  (void)tables::read_table(*from, to, faults); // what it lacks is told in `faults`
  return result;
}

} // namespace

observing::user_lists read_lists(const usage::plan& plan, const std::string& plan_file,
                                 base::diagnostics& faults) {
  observing::user_lists result;
  const auto from = named_file(plan_file, std::nullopt);
  for (const auto& population : plan.populations) {
    if (!population.match || population.match->list.empty())
      continue;
    const auto& name = population.match->list;
    if (const auto file = file_beside(from, {name, population.match->at}, faults))
      result[name] = read_list(file->path.string(), population.match->at, faults);
  }
  return result;
}

} // namespace proviso::loading
