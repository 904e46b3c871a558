#include "metadata/reading.hpp"

#include <fmt/format.h>

namespace proviso::metadata::testing {

std::string reading::place(base::span at) const {
  if (!at.somewhere())
    return "nowhere";
  const auto where = sources[at.source].locate(at.begin);
  return fmt::format("{}:{}:{}", sources[at.source].name(), where.line, where.column);
}

std::string reading::faults_text() const {
  std::string text;
  for (const auto& fault : faults)
    text += fmt::format("{}: {}{}{}\n", place(fault.at), fault.message, fault.help.empty() ? "" : " | ",
                        fault.help);
  return text;
}

std::string reading::holders_text() const {
  std::string text;
  for (const auto& one : found.holders) {
    text += fmt::format("{} {} ({})\n", to_string(one.is), one.name,
                        one.license ? one.license->value : "no license");
    for (const auto& grant : one.grants)
      text += fmt::format("  {}: {} {}\n", place(grant.at), to_string(grant.operations()),
                          found.objects[grant.object]);
    for (const auto& sweeping : one.sweeping)
      text += fmt::format("  {}: {}\n", place(sweeping.at), sweeping.permission->title);
  }
  return text;
}

reading read(std::vector<text_file> files) {
  reading result;
  std::vector<base::stated<text_file>> stated;
  for (auto& file : files)
    stated.push_back({std::move(file), {}});
  result.found = read_texts(stated, result.sources, result.faults);
  return result;
}

reading read_folder(const std::string& folder) {
  reading result;
  result.found = read_org({{folder, {}}}, result.sources, {}, result.faults);
  return result;
}

std::string object_permissions_of(const std::string& object, const std::vector<std::string>& granted) {
  std::string text = "<objectPermissions>";
  for (const auto& name : granted)
    text += fmt::format("<{0}>true</{0}>", name);
  return text + fmt::format("<object>{}</object></objectPermissions>", object);
}

text_file permission_set_of(const std::string& name, const std::string& content) {
  return {fmt::format("permissionsets/{}.permissionset", name),
          fmt::format("<PermissionSet>{}</PermissionSet>", content)};
}

} // namespace proviso::metadata::testing
