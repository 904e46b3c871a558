#include "cli/pipeline/evidence.hpp"

#include "cli/pipeline/hashed_inputs.hpp"
#include "cli/pipeline/replay.hpp"
#include "cli/pipeline/sha256.hpp"
#include "report/arithmetic.hpp"
#include "report/explanation.hpp"
#include "report/formats.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace proviso::cli {
namespace {

using json = nlohmann::ordered_json;

constexpr std::string_view file_names[] = {"arithmetic.txt", "inputs.sha256", "manifest.json", "report.json",
                                           "report.txt"};

// Whether the folder is not there, is empty, or holds earlier evidence and nothing else.
bool is_free(const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code error;
  std::size_t count = 0;
  bool foreign = fs::exists(folder, error) && !fs::is_directory(folder, error);
  for (auto each = fs::directory_iterator(folder, error); !error && each != fs::directory_iterator();
       each.increment(error), ++count)
    foreign =
        foreign || std::ranges::find(file_names, each->path().filename().string()) == std::end(file_names);
  return !foreign && (count == 0 || count == std::size(file_names));
}

// ---- files

std::string arithmetic(const evident_run& of) {
  std::string result;
  for (std::size_t i = 0; i < of.shown.contracts.size(); ++i) {
    const auto& each = of.shown.contracts[i];
    result += fmt::format("{}{}", result.empty() ? "" : "\n", report::arithmetic_of(each));
    for (const auto* findings : {&each.findings, &each.known})
      for (const auto& finding : *findings)
        result += '\n' + report::to_text(of.shown, each, finding,
                                         checking::explain(finding, of.run.subjects()[i]->of.rules,
                                                           *each.assessment, of.run.how(), *of.shown.sources));
  }
  return result;
}

std::string as_sha256sum_reads(const std::vector<hashed_input>& inputs) {
  std::string result;
  for (const auto& [path, from, hash] : inputs) {
    if (from != "file")
      continue;
    std::string name;
    for (const char c : path)
      name += c == '\n' ? "\\n" : c == '\\' ? "\\\\" : std::string(1, c);
    result += fmt::format("{}{}  {}\n", name == path ? "" : "\\", hash, name);
  }
  return result;
}

json inputs(const std::vector<hashed_input>& all) {
  auto result = json::array();
  for (const auto& [path, from, hash] : all)
    result.push_back({{"path", path}, {"from", from}, {"sha256", hash}});
  return result;
}

json files(const std::vector<output_file>& all) {
  auto result = json::array();
  for (const auto& each : all)
    result.push_back({{"path", each.path}, {"sha256", sha256(each.content)}});
  return result;
}

std::string manifest(const evident_run& of, const std::vector<hashed_input>& read,
                     const std::vector<output_file>& written) {
  const json result = {{"schema", "proviso/evidence/1"},
                       {"tool", {{"name", "proviso"}, {"version", of.shown.version}}},
                       {"as_of", base::to_string(of.shown.as_of)},
                       {"arguments", replay_of_check(of.invoked, of.shown.as_of)},
                       {"inputs", inputs(read)},
                       {"files", files(written)}};
  return result.dump(2, ' ', true, json::error_handler_t::replace) + '\n';
}

} // namespace

output_folder evidence_of(const evident_run& of, base::diagnostics& faults) {
  const auto& folder = *of.run.asked().pipeline.evidence;
  output_folder result{folder.value, {}};
  if (!is_free(folder.value)) {
    faults.push_back({fmt::format("'{}' holds other files than evidence", folder.value),
                      folder.at,
                      "name a folder of its own",
                      {}});
    return result;
  }
  const auto read = hashed_inputs(of.run, of.around, faults);
  result.files = {{"arithmetic.txt", arithmetic(of)},
                  {"inputs.sha256", as_sha256sum_reads(read)},
                  {"report.json", report::to_json(of.shown)},
                  {"report.txt", report::to_text(of.shown, false)}};
  result.files.push_back({"manifest.json", manifest(of, read, result.files)});
  return result;
}

} // namespace proviso::cli
