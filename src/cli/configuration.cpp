#include "cli/configuration.hpp"

#include "cli/not_yet.hpp"
#include "loading/input.hpp"
#include "usage/fields.hpp"
#include "usage/toml_tree.hpp"
#include "usage/values.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <map>

namespace proviso::cli {
namespace {

namespace fs = std::filesystem;
using usage::toml_entry;
using usage::toml_value;
using kind = toml_value::kind;

constexpr std::string_view file_name = "proviso.toml";

struct reader { // of the values of one file
  fs::path folder;
  base::diagnostics& faults;
};

using values = std::vector<given>;

given stated(const toml_entry& entry, std::string value) {
  return {std::move(value), entry.key, entry.value.at};
}

std::string from_here(const fs::path& folder, const std::string& path) {
  return (folder / path).lexically_normal().string();
}

// ---- kinds of values

values scalar(const toml_entry& entry, const reader& in) {
  if (entry.value.is != kind::list && entry.value.is != kind::table)
    return {stated(entry, entry.value.text)};
  usage::report_expected(entry.key, "one value", entry.value, in.faults);
  return {};
}

values texts(const toml_entry& entry, const reader& in) {
  values result;
  if (entry.value.is == kind::list)
    for (const auto& item : entry.value.items)
      if (const auto text = usage::read_text(entry.key, item, in.faults))
        result.push_back({text->value, entry.key, text->at});
  if (entry.value.is != kind::list)
    if (const auto text = usage::read_text(entry.key, entry.value, in.faults))
      result.push_back({text->value, entry.key, text->at});
  return result;
}

values paths(const toml_entry& entry, const reader& in) {
  auto result = texts(entry, in);
  for (auto& each : result)
    each.value = from_here(in.folder, each.value);
  return result;
}

values path(const toml_entry& entry, const reader& in) {
  auto result = scalar(entry, in);
  for (auto& each : result)
    each.value = from_here(in.folder, each.value);
  return result;
}

values pairs(const toml_entry& entry, const reader& in, bool to_files) {
  values result;
  if (entry.value.is != kind::table)
    usage::report_expected(entry.key, "a table", entry.value, in.faults);
  for (const auto& each : entry.value.entries)
    if (const auto text = usage::read_text(each.key, each.value, in.faults))
      result.push_back(
          {fmt::format("{}={}", each.key, to_files ? from_here(in.folder, text->value) : text->value),
           entry.key, each.at()});
  return result;
}

values outputs(const toml_entry& entry, const reader& in) {
  return pairs(entry, in, true);
}
values severities(const toml_entry& entry, const reader& in) {
  return pairs(entry, in, false);
}

// ---- keys

struct key {
  std::string_view name;
  std::string_view option;
  values (*read)(const toml_entry&, const reader&);
};

constexpr key keys[] = {
    {"contracts", configured_contracts, paths},
    {"plans", "plan", paths},
    {"metadata", "metadata", paths},
    {"jobs", "jobs", scalar},
    {"as_of", "as-of", scalar},
    {"format", "format", scalar},
    {"output", "output", outputs},
    {"fail_on", "fail-on", scalar},
    {"max_cost", "max-cost", scalar},
    {"no_waivers", "no-waivers", scalar},
    {"color", "color", scalar},
    {"logins", "logins", paths},
    {"users", "users", paths},
    {"assignments", "assignments", paths},
    {"org", "org", paths},
    {"covers", "covers", scalar},
    {"date_format", "date-format", scalar},
    {"zone", "zone", scalar},
    {"max_bad_rows", "max-bad-rows", scalar},
    {"jobs", "jobs", scalar},
    {"list_users", "list-users", path},
    {"max_p_exhaust", "max-p-exhaust", scalar},
    {"treat", configured_severities, severities},
    {"rules", configured_severities, severities},
};

// `rules` is a table of severities, or the folder of --rules.
const key* find_key(const toml_entry& entry) {
  static constexpr key rules_folder = {"rules", "rules", paths};
  if (entry.key == rules_folder.name && entry.value.is == kind::text)
    return &rules_folder;
  const auto found = std::ranges::find(keys, entry.key, &key::name);
  return found == std::end(keys) ? nullptr : &*found;
}

void report_unknown(const toml_entry& entry, base::diagnostics& faults) {
  auto option = entry.key;
  std::ranges::replace(option, '_', '-');
  if (comes_later(later_options, option)) {
    faults.push_back(
        {fmt::format("the key '{}' is not part of this version yet", entry.key), entry.key_at, {}, {}});
    return;
  }
  std::vector<std::string_view> names;
  for (const auto& each : keys)
    names.push_back(each.name);
  usage::report_unknown(entry, names, "proviso.toml", faults);
}

void offer_entries(settings& to, const toml_value& document, const reader& in) {
  std::map<std::string_view, values> all; // two keys may speak of severities
  for (const auto& entry : document.entries) {
    const auto* known = find_key(entry);
    if (known == nullptr)
      report_unknown(entry, in.faults);
    else
      std::ranges::move(known->read(entry, in), std::back_inserter(all[known->option]));
  }
  for (auto& [option, stated_values] : all)
    to.offer(option, std::move(stated_values));
}

std::optional<fs::path> find_upwards() {
  std::error_code error;
  for (auto folder = fs::current_path(error);; folder = folder.parent_path()) {
    if (error || fs::exists(folder / file_name, error))
      return error ? std::nullopt : std::optional(folder);
    if (folder == folder.parent_path())
      return std::nullopt;
  }
}

bool blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

} // namespace

std::optional<fs::path> offer_configuration(settings& to, base::sources& sources, base::diagnostics& faults) {
  const auto found = find_upwards();
  if (!found)
    return std::nullopt;
  const auto folder = found->lexically_proximate(fs::current_path());
  const auto path = (folder / file_name).lexically_normal().string();
  auto text = loading::read_file(path, {}, faults);
  if (!text || blank(*text))
    return found;
  const auto source = sources.add(path, std::move(*text));
  if (const auto document = usage::read_toml(sources, source, faults))
    offer_entries(to, *document, {folder == "." ? fs::path() : folder, faults});
  return found;
}

} // namespace proviso::cli
