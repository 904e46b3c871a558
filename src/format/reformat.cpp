// The result is not trusted: it is read again and must say the same in the same words, and have the same layout
// when it is formatted again.
#include "format/reformat.hpp"

#include "format/layout.hpp"
#include "syntax/parse.hpp"
#include "syntax/same.hpp"

#include <algorithm>

namespace proviso::format {
namespace {

using kind = token::kind;
using token_list = std::vector<token>;

struct reading {
  syntax::parsed parsed;
  token_list tokens;
};

reading read(const base::sources& from, std::uint32_t source) {
  reading result{syntax::parse(from, source), {}};
  if (result.parsed.diagnostics.empty())
    result.tokens = syntax::tokens_of(from[source].text(), result.parsed.tree);
  return result;
}

// ';' is layout. Lines of a text may be indented otherwise; what they say stands in the tree.
bool is_compared(const token& t, bool comments) {
  if ((t.what == kind::comment) != comments)
    return false;
  return !t.is(kind::sign, ";") && t.text.find('\n') == std::string_view::npos;
}

// A comment before the brace of a block goes behind it, so that comments and words are compared apart.
bool equal(const token_list& a, const token_list& b, bool comments) {
  const auto next = [&](auto at, const token_list& in) {
    return std::find_if(at, in.end(), [&](const token& t) { return is_compared(t, comments); });
  };
  auto x = next(a.begin(), a);
  auto y = next(b.begin(), b);
  for (; x != a.end() && y != b.end() && x->text == y->text; x = next(x + 1, a))
    y = next(y + 1, b);
  return x == a.end() && y == b.end();
}

std::string_view doubt_about(const std::string& text, const reading& original) {
  base::sources again;
  const auto result = read(again, again.add("formatted", text));
  if (!result.parsed.diagnostics.empty())
    return "the result could not be read";
  if (!syntax::same(original.parsed.tree, result.parsed.tree) || !equal(original.tokens, result.tokens, false))
    return "the result would say something else";
  if (!equal(original.tokens, result.tokens, true))
    return "a comment would change";
  return laid_out(outline(result.tokens)) == text ? "" : "formatted again, the result would change";
}

} // namespace

reformatted reformat(const base::sources& from, std::uint32_t source) {
  auto original = read(from, source);
  if (!original.parsed.diagnostics.empty())
    return {{}, std::move(original.parsed.diagnostics), {}};
  auto text = laid_out(outline(original.tokens));
  const auto doubt = doubt_about(text, original);
  return {std::move(text), {}, doubt};
}

} // namespace proviso::format
