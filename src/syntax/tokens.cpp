#include "syntax/tokens.hpp"

#include "grammar/text.hpp"

#include <algorithm>

namespace proviso::syntax {
namespace {

using grammar::is_digit;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Where characters mean something of their own: '*' multiplies in a rule only, and a text with holes ends where
// the tree says, because its holes may hold quotes.
struct places {
  std::vector<span> rules;
  std::vector<span> templates;
};

void collect(const rule& from, places& to) {
  to.rules.push_back(from.at);
  for (const auto& each : from.clauses) {
    if (const auto* said = std::get_if<report>(&each))
      to.templates.push_back(said->message.at);
    if (const auto* advised = std::get_if<fix>(&each))
      to.templates.push_back(advised->advice.at);
  }
}

places places_of(const file& tree) {
  places result;
  for (const auto& each : tree.declarations)
    if (const auto* found = std::get_if<rule>(&each))
      collect(*found, result);
  return result;
}

// ---- how long what stands at the start is

std::size_t digits_at(std::string_view rest, std::size_t at) {
  const auto from = at;
  while (at < rest.size() && is_digit(rest[at]))
    ++at;
  return at - from;
}

bool is_date(std::string_view rest) {
  return digits_at(rest, 0) == 4 && rest.size() >= 10 && rest[4] == '-' && digits_at(rest, 5) == 2 &&
         rest[7] == '-' && digits_at(rest, 8) == 2;
}

// 2027-01-15, 20_000, 2.00, 12.5%
std::size_t number_length(std::string_view rest) {
  if (is_date(rest))
    return 10;
  std::size_t length = 0;
  while (length < rest.size() && (is_digit(rest[length]) || rest[length] == '_'))
    ++length;
  const auto fraction = rest.substr(length).starts_with('.') ? digits_at(rest, length + 1) : 0;
  length += fraction == 0 ? 0 : fraction + 1;
  return rest.substr(length).starts_with('%') ? length + 1 : length;
}

// A name, an API name or a pattern of such: *__c
std::size_t pattern_length(std::string_view rest) {
  const auto end = std::ranges::find_if_not(rest, [](char c) { return grammar::is_word(c) || c == '*'; });
  return static_cast<std::size_t>(end - rest.begin());
}

std::size_t sign_length(std::string_view rest) {
  static constexpr std::string_view pairs[] = {"==", "!=", "<=", ">="};
  return std::ranges::find(pairs, rest.substr(0, 2)) == std::end(pairs) ? 1 : 2;
}

// ---- the whole

class lexer {
public:
  lexer(std::string_view text, places known) : text_(text), known_(std::move(known)) {}

  [[nodiscard]] std::vector<token> run() {
    at_ = text_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    result_.reserve(text_.size() / 6);
    for (auto next = pass_gap(); at_ < text_.size(); next = pass_gap()) {
      next.what = kind_here();
      const auto length = length_of(next.what);
      next.text = trimmed(text_.substr(at_, length));
      at_ += length;
      result_.push_back(next);
    }
    return std::move(result_);
  }

private:
  using kind = token::kind;

  token pass_gap() {
    std::size_t ends = 0;
    for (; at_ < text_.size() && (grammar::is_blank(text_[at_]) || text_[at_] == '\n'); ++at_)
      ends += text_[at_] == '\n' ? 1U : 0U;
    return {kind::word, {}, ends > 0 || result_.empty(), ends > 1};
  }

  // Only comments end in blanks.
  [[nodiscard]] static std::string_view trimmed(std::string_view text) {
    while (!text.empty() && grammar::is_blank(text.back()))
      text.remove_suffix(1);
    return text;
  }

  [[nodiscard]] kind kind_here() {
    const char c = text_[at_];
    if (c == '#')
      return kind::comment;
    if (c == '"')
      return kind::text;
    if (is_digit(c))
      return kind::number;
    return grammar::is_letter(c) || (c == '*' && !in_rule()) ? kind::word : kind::sign;
  }

  [[nodiscard]] std::size_t length_of(kind what) {
    const auto rest = text_.substr(at_);
    switch (what) {
    case kind::comment: return std::min(rest.find('\n'), rest.size());
    case kind::text: return text_length(rest);
    case kind::number: return number_length(rest);
    case kind::word: return word_length(rest);
    case kind::sign: break;
    }
    return sign_length(rest);
  }

  [[nodiscard]] std::size_t text_length(std::string_view rest) {
    auto& next = next_template_;
    while (next < known_.templates.size() && known_.templates[next].begin < at_)
      ++next;
    if (next < known_.templates.size() && known_.templates[next].begin == at_)
      return known_.templates[next].end - at_;
    return std::min(grammar::text_length(rest), rest.size());
  }

  [[nodiscard]] std::size_t word_length(std::string_view rest) {
    if (!in_rule())
      return pattern_length(rest);
    const bool field = !result_.empty() && result_.back().is(kind::sign, ".");
    return field ? grammar::field_length(rest) : grammar::word_length(rest);
  }

  [[nodiscard]] bool in_rule() {
    while (next_rule_ < known_.rules.size() && known_.rules[next_rule_].end <= at_)
      ++next_rule_;
    return next_rule_ < known_.rules.size() && known_.rules[next_rule_].begin <= at_;
  }

  std::string_view text_;
  places known_;
  std::size_t next_rule_ = 0;
  std::size_t next_template_ = 0;
  std::size_t at_ = 0;
  std::vector<token> result_;
};

} // namespace

bool joins(std::string_view word_or_sign) {
  return grammar::joins(word_or_sign);
}

std::vector<token> tokens_of(std::string_view text, const file& tree) {
  return lexer(text, places_of(tree)).run();
}

} // namespace proviso::syntax
