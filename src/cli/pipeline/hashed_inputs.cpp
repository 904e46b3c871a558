#include "cli/pipeline/hashed_inputs.hpp"

#include "cli/inputs_read.hpp"
#include "cli/pipeline/sha256.hpp"
#include "loading/library.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace proviso::cli {
namespace {

class gathering {
public:
  gathering(const judged& run, base::diagnostics& faults) : run_(run), faults_(faults) {
    const auto library = loading::library::embedded();
    for (const auto& each : library.files())
      carried_.insert(each.text.data());
    for (const auto& each : run.asked().files)
      standard_input_ = standard_input_ || each.value == "-";
  }

  void add_sources() {
    const auto& all = run_.sources();
    const auto [first, last] = run_.metadata_sources();
    for (std::uint32_t number = 1; number <= all.size(); ++number)
      if (number >= first && number <= last)
        add_file(all[number].name());
      else
        add_source(all[number]);
  }

  void add_tables() {
    if (run_.asked().exports.files.warehouse)
      faults_.push_back(
          {"logins in a warehouse cannot be hashed for --evidence", {}, "export them to files", {}});
    for (const auto& path : tables_read(run_))
      add_file(path);
  }

  void add_file(const std::string& path) {
    if (path == "-") {
      faults_.push_back(
          {"exports on standard input cannot be hashed for --evidence", {}, "save them as files", {}});
      return;
    }
    if (auto hash = sha256_of_file(path))
      all_.push_back({path, "file", std::move(*hash)});
    else
      faults_.push_back({fmt::format("'{}' cannot be read any more", path), {}, {}, {}});
  }

  void add_text(const std::string& name, std::string_view from, std::string_view text) {
    all_.push_back({name, std::string(from), sha256(text)});
  }

  std::vector<hashed_input> take() {
    std::ranges::sort(all_);
    all_.erase(std::unique(all_.begin(), all_.end()), all_.end());
    return std::move(all_);
  }

private:
  void add_source(const base::source& of) {
    const bool typed_in = standard_input_ && of.name() == run_.asked().standard_input;
    add_text(of.name(),
             carried_.contains(of.text().data()) ? "program"
             : typed_in                          ? "standard input"
                                                 : "file",
             of.text());
  }

  const judged& run_;
  base::diagnostics& faults_;
  std::set<const char*> carried_; // texts of the program itself
  bool standard_input_ = false;   // gave a contract
  std::vector<hashed_input> all_;
};

} // namespace

std::vector<hashed_input> hashed_inputs(const judged& run, const pipeline& around, base::diagnostics& faults) {
  gathering all(run, faults);
  all.add_sources();
  all.add_tables();
  for (const auto& path : around.inputs())
    all.add_file(path);
  if (!around.standard_input().empty())
    all.add_text("standard input", "standard input", around.standard_input());
  return all.take();
}

} // namespace proviso::cli
