#include "cli/pipeline/change.hpp"

#include "cli/pipeline/quoted_path.hpp"
#include "loading/input.hpp"
#include "loading/paths.hpp"
#include "metadata/vocabulary.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::cli {
namespace {

namespace fs = std::filesystem;

// The nearest folder upwards that git keeps; empty where there is none.
fs::path repository() {
  std::error_code error;
  for (auto folder = fs::current_path(error); !error; folder = folder.parent_path()) {
    if (loading::exists(folder / ".git"))
      return folder;
    if (folder == folder.parent_path())
      break;
  }
  return {};
}

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> result;
  for (std::size_t from = 0; from < text.size();) {
    const auto end = std::min(text.find(at, from), text.size());
    auto line = text.substr(from, end - from);
    if (at == '\n' && line.ends_with('\r'))
      line.pop_back();
    if (!line.empty())
      result.push_back(std::move(line));
    from = end + 1;
  }
  return result;
}

} // namespace

void change::read(const std::vector<given>& from, base::diagnostics& faults) {
  for (const auto& each : from) {
    const bool marked = each.value.starts_with('@');
    if (each.value == "-") {
      auto text = loading::read_standard_input("standard input", faults);
      standard_input_ = text.value_or("");
      add_list(standard_input_, each, faults);
    } else if (marked || each.value.ends_with(".txt")) {
      lists_.push_back(each.value.substr(marked ? 1 : 0));
      if (const auto text = loading::read_file(lists_.back(), each.at, faults))
        add_list(*text, each, faults);
    } else {
      add(each.value);
    }
  }
}

void change::add_list(const std::string& text, const given& from, base::diagnostics& faults) {
  if (text.find('\0') != std::string::npos) {
    for (const auto& path : split(text, '\0'))
      add(path);
    return;
  }
  for (const auto& line : split(text, '\n'))
    if (const auto path = unquoted_path(line))
      add(*path);
    else
      faults.push_back(
          {fmt::format("{} '{}' holds a path whose quotes do not end: {}", from.by, from.value, line),
           from.at,
           {},
           {}});
}

void change::add(const std::string& path) {
  static const auto root = repository();
  insert(path);
  if (!root.empty())
    insert(root / path);
}

// What a file says that is gone now was said of the one that it lay beside.
void change::insert(const fs::path& path) {
  paths_.insert(loading::real_path(path));
  const auto text = path.string();
  if (text.ends_with(metadata::source_suffix) && !loading::exists(path))
    paths_.insert(loading::real_path(text.substr(0, text.size() - metadata::source_suffix.size())));
}

bool change::holds(const std::string& file) {
  const auto [at, fresh] = known_.try_emplace(file, false);
  if (!fresh)
    return at->second;
  for (auto path = loading::real_path(file);; path = path.parent_path()) {
    if (paths_.contains(path))
      at->second = true;
    if (at->second || path == path.parent_path())
      return at->second;
  }
}

bool change::touches(const checking::finding& f, const base::sources& in) {
  bool placed = false;
  for (const auto& place : f.places) {
    if (!place.at.somewhere())
      continue;
    placed = true;
    if (holds(in[place.at.source].name()))
      return true;
  }
  return !placed ||
         std::ranges::any_of(f.rests_on.all(), [&](std::uint32_t file) { return holds(in[file].name()); });
}

void change::leave_out_others(report::report& all) {
  all.of_change = true;
  for (auto& each : all.contracts)
    each.untouched += static_cast<std::int64_t>(
        std::erase_if(each.findings, [&](const checking::finding& f) { return !touches(f, *all.sources); }));
}

} // namespace proviso::cli
