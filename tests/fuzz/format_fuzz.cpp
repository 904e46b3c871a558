// Any text that parses can be formatted: the result says the same, keeps the comments, and stays as it is when
// it is formatted again. The formatter checks that itself; here nothing may make it doubt. Because few bytes
// can be changed without a fault, blanks, line ends and comments are then strewn over what parses.
#include "format/difference.hpp"
#include "format/outline.hpp"
#include "format/reformat.hpp"
#include "ground.hpp"

#include <cstdio>
#include <cstdlib>
#include <random>

namespace {

using namespace proviso;
using kind = syntax::token::kind;

format::reformatted reformatted(base::sources& sources, std::string text) {
  auto result = format::reformat(sources, sources.add("fuzzed.proviso", std::move(text)));
  if (!result.doubt.empty()) {
    std::fprintf(stderr, "%.*s:\n%s\nfrom\n%s", static_cast<int>(result.doubt.size()), result.doubt.data(),
                 result.text.c_str(),
                 std::string(sources[static_cast<std::uint32_t>(sources.size())].text()).c_str());
    std::abort();
  }
  return result;
}

// What may stand before a token besides blanks: most of the time, line ends and comments only where a clause
// goes on or ends, else anywhere.
std::string gap(format::words all, std::size_t at, std::mt19937& random) {
  static constexpr const char* blanks[] = {" ", "  ", "\t", " \r "};
  static constexpr const char* line_ends[] = {"\n",      "\r\n",          "\n\n\n", " # a \n",
                                              "\n# b\n", "# c\n\n  #d\n", " \n;"};
  const auto& before = all[at - 1];
  if (all[at].text == "." || before.text == ".")
    return "";
  const bool braces = before.text == "{" || before.text == "}" || all[at].text == "{" || all[at].text == "}";
  const bool free = format::joins(all, at - 1) || before.text == "(" || all[at].text == ")" || braces;
  const auto chance = random() % 1000;
  if (before.what == kind::comment || all[at].first_on_line || (free && chance < 300) || chance == 999)
    return (before.what == kind::comment ? "\n" : "") + std::string(line_ends[random() % std::size(line_ends)]);
  return blanks[random() % std::size(blanks)];
}

std::string strewn(const std::string& text, std::mt19937& random) {
  base::sources sources;
  const auto parsed = syntax::parse(sources, sources.add("formatted.proviso", text));
  const auto all = syntax::tokens_of(text, parsed.tree);
  std::string result;
  for (std::size_t at = 0; at < all.size(); ++at) {
    result.append(at == 0 ? "" : gap(all, at, random)).append(all[at].text);
  }
  return result;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  base::sources sources;
  const auto result = reformatted(sources, std::string(data, data + size));
  fuzz::examine(sources, result.diagnostics);
  if (!result.diagnostics.empty()) {
    return 0;
  }
  const auto before = sources[1].text();
  if (format::difference("fuzzed.proviso", before, result.text).empty() != (before == result.text)) {
    std::abort();
  }
  std::mt19937 random(static_cast<std::uint32_t>(size));
  for (int i = 0; i < 8; ++i) {
    (void)reformatted(sources, strewn(result.text, random));
  }
  return 0;
}
