#include "cli/pipeline/pipeline.hpp"

#include "base/text.hpp"
#include "cli/pipeline/baseline_file.hpp"
#include "loading/input.hpp"
#include "loading/paths.hpp"
#include "report/text_parts.hpp"

#include <fmt/format.h>

namespace proviso::cli {
namespace {

std::string findings(std::size_t count) {
  return report::text::counted(static_cast<std::int64_t>(count), "finding");
}

} // namespace

void pipeline::read(base::diagnostics& faults) {
  if (asked_.baseline && (!asked_.write_baseline || loading::exists(asked_.baseline->value))) {
    const auto& [file, by, at] = *asked_.baseline;
    if (!loading::exists(file))
      faults.push_back(
          {fmt::format("there is no baseline '{}'", file), at, "write it with --write-baseline", {}});
    else if (const auto text = loading::read_file(file, at, faults))
      accepted_ = read_baseline(*text, file, at, faults);
  }
  change_.read(asked_.changed, faults);
}

std::vector<written_path> pipeline::writes() const {
  std::vector<written_path> result;
  if (asked_.write_baseline)
    result.push_back({asked_.baseline->value, "baseline"});
  if (asked_.evidence)
    result.push_back({asked_.evidence->value, "evidence", true});
  return result;
}

std::vector<std::string> pipeline::inputs() const {
  auto result = change_.lists();
  if (asked_.baseline && !asked_.write_baseline)
    result.push_back(asked_.baseline->value);
  return result;
}

void pipeline::apply(report::report& to, outcome& result) {
  if (asked_.baseline && !accepted_)
    start_baseline(to, result);
  else if (asked_.baseline)
    shrink_baseline(to, result);
  if (accepted_)
    set_known_apart(to, *accepted_);
  if (!asked_.changed.empty())
    change_.leave_out_others(to);
}

void pipeline::start_baseline(const report::report& all, outcome& result) {
  const auto& file = asked_.baseline->value;
  accepted_ = baseline_of(all);
  result.files.push_back({file, to_json(*accepted_)});
  result.err += fmt::format("baseline: '{}' holds {}; from now on it only shrinks\n", base::harmless(file),
                            findings(size_of(*accepted_)));
}

void pipeline::shrink_baseline(const report::report& all, outcome& result) {
  const auto& file = asked_.baseline->value;
  const auto left = shrunk(*accepted_, all);
  const auto gone = size_of(*accepted_) - size_of(left);
  if (asked_.write_baseline) {
    result.files.push_back({file, to_json(left)});
    result.err += fmt::format("baseline: {} taken out of '{}', {} left\n", findings(gone), base::harmless(file),
                              size_of(left));
  } else if (gone > 0) {
    result.err +=
        fmt::format("baseline: {} of '{}' {} there no more; --write-baseline takes {} out\n", findings(gone),
                    base::harmless(file), gone == 1 ? "is" : "are", gone == 1 ? "it" : "them");
  }
}

} // namespace proviso::cli
