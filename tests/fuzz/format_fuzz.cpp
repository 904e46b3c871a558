// Any text that parses can be formatted: the result says the same, keeps the comments, and stays as it is when
// it is formatted again. The formatter checks that itself; here nothing may make it doubt.
#include "format/difference.hpp"
#include "format/reformat.hpp"
#include "ground.hpp"

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace proviso;
  base::sources sources;
  const auto source = sources.add("fuzzed.proviso", std::string(data, data + size));
  const auto result = format::reformat(sources, source);
  fuzz::examine(sources, result.diagnostics);
  if (!result.doubt.empty()) {
    std::fprintf(stderr, "%.*s:\n%s", static_cast<int>(result.doubt.size()), result.doubt.data(),
                 result.text.c_str());
    std::abort();
  }
  const auto before = sources[source].text();
  if (format::difference("fuzzed.proviso", before, result.text).empty() != (before == result.text)) {
    std::abort();
  }
  return 0;
}
