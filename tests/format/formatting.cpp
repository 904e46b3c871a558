#include "format/formatting.hpp"

#include "base/excerpt.hpp"
#include "format/reformat.hpp"

namespace proviso::format {
namespace {

std::string once(const std::string& text) {
  base::sources sources;
  const auto source = sources.add("a.proviso", text);
  const auto result = reformat(sources, source);
  if (!result.diagnostics.empty())
    return base::render(sources, result.diagnostics);
  return result.doubt.empty() ? result.text : std::string(result.doubt);
}

std::string within(const std::string& head, const std::string& clauses) {
  const auto text = formatted(head + " {\n" + clauses + "\n}\n");
  const auto begin = text.find('\n') + 1;
  return text.substr(begin, text.size() - begin - 2);
}

} // namespace

std::string formatted(const std::string& text) {
  auto result = once(text);
  if (result.starts_with("error: "))
    return result;
  EXPECT_EQ(once(result), result);
  return result;
}

std::string in_contract(const std::string& clauses) {
  return within("contract a \"A\"", clauses);
}

std::string in_rule(const std::string& clauses) {
  return within("rule a \"A\"", clauses);
}

} // namespace proviso::format
