#include "ways.hpp"

#include "tracing/search.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::tracing::testing {

std::string ways(std::vector<metadata::text_file> files) {
  base::sources sources;
  base::diagnostics faults;
  std::vector<base::stated<metadata::text_file>> stated;
  for (auto& file : files)
    stated.push_back({std::move(file), {}});
  const auto found = metadata::read_texts(stated, sources, faults);
  EXPECT_TRUE(faults.empty());
  const auto all = draw(found);
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
