#include "syntax/faults.hpp"

#include "base/nearest.hpp"
#include "grammar/words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace proviso::syntax {
namespace {

using grammar::is_digit;
using grammar::is_reserved;

// Of a word as a reader sees it, letters of other scripts included.
bool is_wordlike(char c) {
  return grammar::is_word(c) || static_cast<unsigned char>(c) >= 0x80;
}

// What is written where one would expect something else, as in other languages or by a word processor.
struct habit {
  std::string_view found;
  std::string_view help;
};

constexpr habit habits[] = {
    {":", "a keyword is followed by its value, without ':'"},
    {"&", "write 'and'"},
    {"|", "write 'or'"},
    {"!", "write 'not'"},
    {"//", "a comment starts with '#'"},
    {"'", "a text stands in double quotes"},
    {"\u2018", "a text stands in double quotes"},
    {"\u201c", "a text stands in straight quotes: \""},
    {"\u201d", "a text stands in straight quotes: \""},
    {"\u201e", "a text stands in straight quotes: \""},
    {"\u00ab", "a text stands in straight quotes: \""},
    {"\u00a0", "this is a no-break space; write an ordinary one"},
    {"\u2013", "this is a dash; write '-'"},
    {"\u2212", "this is a minus sign of typography; write '-'"},
};

std::string_view habit_at(std::string_view rest) {
  const auto* known = std::ranges::find_if(habits, [&](const habit& h) { return rest.starts_with(h.found); });
  return known == std::end(habits) ? std::string_view{} : known->help;
}

// The words in single quotes, whole and by their first word.
std::vector<std::string_view> candidates(std::string_view what) {
  std::vector<std::string_view> result;
  for (auto open = what.find('\''); open != std::string_view::npos;) {
    const auto close = what.find('\'', open + 1);
    if (close == std::string_view::npos)
      break;
    const auto phrase = what.substr(open + 1, close - open - 1);
    const auto word = phrase.substr(0, phrase.find(' '));
    if (word.size() > 1)
      result.push_back(word);
    open = what.find('\'', close + 1);
  }
  return result;
}

std::string with_article(std::string_view noun) {
  return fmt::format("{} {}", std::string_view("aeiou").find(noun[0]) == std::string_view::npos ? "a" : "an",
                     noun);
}

bool holds(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

} // namespace

base::span faults::between(const char* begin, const char* end) const {
  return {source_, static_cast<std::uint32_t>(begin - text_.data()),
          static_cast<std::uint32_t>(end - text_.data())};
}

bool faults::wants_telling() {
  if (++count_ > most_read)
    throw too_many_faults{};
  return count_ <= most_kept;
}

void faults::add(base::diagnostic fault) {
  if (wants_telling())
    kept_.push_back(std::move(fault));
}

std::string_view faults::found_at(const char* at) const {
  const char* stop = at;
  while (stop != end() && is_wordlike(*stop))
    ++stop;
  if (stop == at && stop != end())
    ++stop;
  return {at, static_cast<std::size_t>(stop - at)};
}

bool faults::ends_line(const char* at, const char* word_end) const {
  if (at == end() || *at == '\n' || *at == '\r' || *at == '#')
    return true;
  return word_end < at && std::find(word_end, at, '\n') != at;
}

void faults::expected(const char* at, const char* word_end, std::string_view what, std::string_view help) {
  if (!wants_telling())
    return;
  if (ends_line(at, word_end)) {
    const char* const place = std::min(word_end, at);
    kept_.push_back({std::string(what), between(place, place), std::string(help), {}});
    return;
  }
  const auto found = found_at(at);
  kept_.push_back({std::string(what), between(at, at + found.size()), way_out(at, found, what, help), {}});
}

std::string faults::way_out(const char* at, std::string_view found, std::string_view what,
                            std::string_view help) const {
  if (auto nearest = base::did_you_mean(found, candidates(what)); !nearest.empty())
    return nearest;
  if (found == "=" && what.find("operator") != std::string_view::npos)
    return "'==' compares";
  const bool between_digits = at != text_.data() && at + 1 < end() && is_digit(at[-1]) && is_digit(at[1]);
  if (found == "," && between_digits)
    return "a decimal has a point, thousands are grouped by '_': 1_234.50";
  if (const auto habit = habit_at({at, static_cast<std::size_t>(end() - at)}); !habit.empty())
    return std::string(habit);
  if (is_reserved(found) &&
      (what.find("name") != std::string_view::npos || what.find("variable") != std::string_view::npos))
    return fmt::format("'{}' is a word of the language and cannot be a name", found);
  return std::string(help);
}

void faults::unknown(const char* at, const stray_clause& where) {
  if (!wants_telling())
    return;
  const auto found = found_at(at);
  const auto place = between(at, at + found.size());
  if (found == "}") {
    kept_.push_back({"this '}' closes nothing", place, {}, {}});
    return;
  }
  const auto home =
      std::ranges::find_if(where.elsewhere, [&](const auto& h) { return holds(h.clauses, found); });
  if (home == where.elsewhere.end())
    kept_.push_back({fmt::format("expected {}", where.wanted), place, way_out(at, found, where), {}});
  else if (!where.closed_to.empty())
    kept_.push_back({std::string(where.closed_to), place, std::string(where.usual), {}});
  else
    kept_.push_back(
        {fmt::format("'{}' stands in {}, not in {}", found, with_article(home->noun), with_article(where.noun)),
         place,
         std::string(where.usual),
         {}});
}

std::string faults::way_out(const char* at, std::string_view found, const stray_clause& where) const {
  if (grammar::is_reserved(found))
    return "a clause is one line; it goes on after a comma, after an operator and in parentheses";
  if (auto nearest = base::did_you_mean(found, where.clauses); !nearest.empty())
    return nearest;
  for (const auto& home : where.elsewhere)
    if (const auto nearest = base::nearest(found, home.clauses); found.size() > 4 && !nearest.empty())
      return fmt::format("did you mean '{}', which stands in {}?", nearest, with_article(home.noun));
  if (const auto habit = habit_at({at, static_cast<std::size_t>(end() - at)}); !habit.empty())
    return std::string(habit);
  return std::string(where.usual);
}

// Blocks that lack their braces at one place lack them for one reason.
void faults::unclosed(const char* word_end, const char* opening, std::string_view noun) {
  if (unclosed_at_ == word_end || !wants_telling())
    return;
  unclosed_at_ = word_end;
  kept_.push_back({fmt::format("expected '}}' to close the {}", noun),
                   between(word_end, word_end),
                   {},
                   {{between(opening, opening + 1), "opened here"}}});
}

base::diagnostics faults::take() {
  std::ranges::stable_sort(kept_, {}, [](const base::diagnostic& d) { return d.at.begin; });
  return std::move(kept_);
}

} // namespace proviso::syntax
