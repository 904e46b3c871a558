#include "tracing/ways.hpp"

#include "tracing/search.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::tracing::testing {

metadata::text_file profile(const std::string& content) {
  return {"profiles/Dealer.profile", "<Profile>" + content + "</Profile>"};
}

std::string access(const std::string& kind, const std::string& element, const std::string& name) {
  return fmt::format("<{0}><{1}>{2}</{1}><enabled>true</enabled></{0}>", kind, element, name);
}
std::string to_class(const std::string& name) {
  return access("classAccesses", "apexClass", name);
}

std::string to_flow(const std::string& name) {
  return access("flowAccesses", "flow", name);
}

std::string to_page(const std::string& name) {
  return access("pageAccesses", "apexPage", name);
}

std::string writes(const std::string& object) {
  return fmt::format(
      "<objectPermissions><allowCreate>true</allowCreate><object>{}</object></objectPermissions>", object);
}

metadata::text_file code(const std::string& name, const std::string& text) {
  return {fmt::format("classes/{}.cls", name), text};
}

metadata::text_file flow(const std::string& name, const std::string& content) {
  return {fmt::format("flows/{}.flow-meta.xml", name), "<Flow><status>Active</status>" + content + "</Flow>"};
}

std::string ways(std::vector<metadata::text_file> files) {
  base::sources sources;
  base::diagnostics faults;
  std::vector<base::stated<metadata::text_file>> stated;
  for (auto& file : files)
    stated.push_back({std::move(file), {}});
  const auto found = metadata::read_texts(stated, sources, faults);
  EXPECT_TRUE(faults.empty());
  const auto is_object = [](std::string_view name) { // all but Foo, and what is not written as one
    return !name.empty() && name.front() >= 'A' && name.front() <= 'Z' && !name.starts_with("Foo") &&
           name.find('.') == std::string_view::npos;
  };
  const auto all = draw(found, is_object);
  search from(all, found);
  const auto& reached = from.from(found.holders.front());
  std::string text;
  for (const auto& arrival : reached.arrivals) {
    for (const auto& site : all.nodes[arrival.node].sites)
      text += fmt::format("{}{}{} | {}\n", arrival.certain && site.certain ? "" : "?",
                          site.doubt.empty() ? "" : "!", from.path(arrival.node), site.says);
    for (const auto& unread : all.nodes[arrival.node].unreads)
      text += unread.missing + '\n';
  }
  for (const auto& missing : reached.missing)
    text += missing.missing + '\n';
  return text;
}

} // namespace proviso::tracing::testing
