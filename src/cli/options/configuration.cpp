#include "cli/options/configuration.hpp"

#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/options/option_values.hpp"
#include "loading/input.hpp"
#include "usage/fields.hpp"
#include "usage/toml_tree.hpp"
#include "usage/values.hpp"
#include "warehouse/source.hpp"

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

// Standard input and a warehouse are nowhere in the file system.
std::string from_here(const fs::path& folder, const std::string& path) {
  const bool is_path = path != "-" && !warehouse::is_source(path);
  return is_path ? (folder / path).lexically_normal().string() : path;
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
  if (entry.value.is != kind::list)
    return paths(entry, in);
  usage::report_expected(entry.key, "one value", entry.value, in.faults);
  return {};
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
  std::string name;
  std::string_view option;
  values (*read)(const toml_entry&, const reader&);
};

// Keys that are not as their option is: files to check, tables, a name in the plural.
const key own_keys[] = {
    {"contracts", configured_contracts, paths},
    {"plans", "plan", paths},
    {"output", "output", outputs},
    {"treat", configured_severities, severities},
    {"rules", configured_severities, severities},
};

// Commands that take options from the configuration.
constexpr std::string_view configured_commands[] = {"check", "usage",   "compare", "test",
                                                    "rules", "explain", "lsp"};

key key_of(const option& of, std::string_view command) {
  const auto value = value_of(command, of.name).is;
  const bool is_path = value == option_value::kind::file || value == option_value::kind::folder;
  const bool many = of.values == option::takes::many;
  std::string name(of.name);
  std::ranges::replace(name, '-', '_');
  return {std::move(name), of.name, is_path ? (many ? paths : path) : many ? texts : scalar};
}

// Every long option of those commands.
const std::vector<key>& all_keys() {
  static const auto result = [] {
    std::vector<key> all(std::begin(own_keys), std::end(own_keys));
    const auto add = [&](const option& each, std::string_view command) {
      const auto fresh = key_of(each, command);
      if (each.letter == 0 && std::ranges::find(all, fresh.name, &key::name) == all.end())
        all.push_back(fresh);
    };
    for (const auto& form : all_commands())
      if (base::is_one_of(configured_commands, form.name))
        for (const auto& each : form.options)
          add(each, form.name);
    return all;
  }();
  return result;
}

// `rules` is a table of severities, or the folder of --rules.
const key* find_key(const toml_entry& entry) {
  static const key rules_folder = {"rules", "rules", path};
  if (entry.key == rules_folder.name && entry.value.is == kind::text)
    return &rules_folder;
  const auto found = std::ranges::find(all_keys(), entry.key, &key::name);
  return found == all_keys().end() ? nullptr : &*found;
}

void report_unknown(const toml_entry& entry, base::diagnostics& faults) {
  std::vector<std::string_view> names;
  for (const auto& each : all_keys())
    names.emplace_back(each.name);
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
