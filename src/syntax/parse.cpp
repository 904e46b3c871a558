// The one place where the grammar becomes code.
#include "syntax/parse.hpp"

#include "base/text.hpp"
#include "grammar/messages.hpp"
#include "syntax/actions_catalogue.hpp"
#include "syntax/actions_contract.hpp"
#include "syntax/actions_rule.hpp"
#include "syntax/actions_test.hpp"

#include <fmt/format.h>

namespace proviso::syntax {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Every block with the words its clauses start with.
constexpr auto homes = [] {
  std::array<clause_home, grammar::homes.size()> result{};
  std::ranges::transform(grammar::homes, result.begin(), [](const auto& h) {
    return clause_home{h.noun, h.clauses};
  });
  return result;
}();

// How the grammar tells what is wrong.
template <typename Rule>
struct control : p::normal<Rule> {
  static constexpr grammar::wording what = grammar::message<Rule>;

  // The library's way would ask of each rule what its action might be, for each kind of rewinding: most rules
  // have none, and nobody tells two kinds apart. This compiles in a third of the time.
  template <p::apply_mode A, p::rewind_mode M, template <typename...> class Action,
            template <typename...> class Control, typename Input, typename Node>
  [[nodiscard]] static bool match(Input& in, Node& node, context& c) {
    constexpr auto mode = M == p::rewind_mode::required ? M : p::rewind_mode::dontcare;
    if constexpr (std::is_base_of_v<p::maybe_nothing, Action<Rule>>)
      return Action<Rule>::template match<Rule, A, mode, Action, Control>(in, node, c);
    else if constexpr (!std::is_base_of_v<p::nothing<Rule>, Action<Rule>>)
      return p::match<Rule, A, mode, Action, Control>(in, node, c);
    else if constexpr (requires { Rule::match(in); })
      return Rule::match(in);
    else
      return Rule::template match<A, mode, Action, Control>(in, node, c);
  }

  template <typename Input, typename Node>
  [[noreturn]] static void raise(const Input& in, Node&, const context& c) {
    static_assert(what.expected != nullptr,
                  "every rule that must match needs a message in grammar/messages.hpp");
    throw grammar::missing(in, c, what);
  }

  template <typename Node>
  static void recover(const grammar::syntax_error& error, Node&, context& c) {
    tell_heading(c);
    c.out.expected(error.at, error.word_end, error.what.expected, or_empty(error.what.help));
  }

  template <typename Input, typename Node>
  static void unknown_clause(const Input& in, Node&, context& c) {
    tell_heading(c);
    constexpr auto& block = grammar::words<Rule>;
    c.out.unknown(in.current(),
                  {block.wanted, block.noun, block.usual, c.open->clauses, block.closed_to, homes});
  }

  template <typename Input, typename Node>
  static void unclosed(const Input&, Node&, context& c) {
    c.headings_known = false; // the block may have taken what follows it
    c.out.unclosed(c.word_end, c.open->opening, grammar::words<Rule>.noun);
  }

  [[nodiscard]] static bool is_clause(std::string_view word) {
    return std::ranges::any_of(
        homes, [&](const auto& h) { return std::ranges::find(h.clauses, word) != h.clauses.end(); });
  }

private:
  static void tell_heading(context& c) { c.headings_known = c.headings_known && c.open->outer != nullptr; }

  [[nodiscard]] static std::string_view or_empty(const char* text) {
    return text == nullptr ? std::string_view{} : text;
  }
};

// A text that is none is one fault, and not one for each of its lines.
[[nodiscard]] bool is_readable(std::string_view text, faults& out) {
  if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
    out.add("this is no text: it holds a NUL byte", out.between(text.data() + nul, text.data() + nul + 1));
    return false;
  }
  const auto broken = base::broken_utf8(text);
  if (broken != std::string_view::npos)
    out.add(fmt::format("this is not UTF-8: byte 0x{:02X}", static_cast<unsigned char>(text[broken])),
            out.between(text.data() + broken, text.data() + broken + 1), "save the file as UTF-8");
  return broken == std::string_view::npos;
}

void match_file(std::string_view text, file& tree, context& c) {
  p::memory_input<p::tracking_mode::lazy, p::eol::lf_crlf, const char*> in(text.data(), text.size(), "");
  c.word_end = c.gap_end = text.data();
  pass_separators(in, c);
  if (in.empty())
    c.out.add("this file is empty: a contract, a rule or another declaration was expected",
              c.between(text.data(), text.data()));
  else [[maybe_unused]]
    const bool always = p::parse<grammar::file, action, control>(in, tree, c);
}

} // namespace

parsed parse(const base::sources& from, std::uint32_t source) {
  auto text = from[source].text();
  parsed result;
  faults out(text, source);
  result.headings_known = is_readable(text, out);
  if (result.headings_known) {
    text.remove_prefix(text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
    context c(out);
    try {
      match_file(text, result.tree, c);
    } catch (const too_many_faults&) {
      c.headings_known = false; // what is told so far is enough
    }
    result.headings_known = c.headings_known;
  }
  result.diagnostics = out.take();
  return result;
}

} // namespace proviso::syntax
