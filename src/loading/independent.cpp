#include "loading/independent.hpp"

#include "loading/words.hpp"

#include <algorithm>

namespace proviso::loading {
namespace {

// Of more unknown names than this one cause is likelier than as many, and nobody reads them.
constexpr std::ptrdiff_t most_names = 1'000;

bool is_of_a_name(const base::diagnostic& one) {
  return one.rests_on == base::ground::name;
}

std::string_view without_quotes(std::string_view name) {
  if (name.size() > 1 && name.front() == '"' && name.back() == '"')
    return name.substr(1, name.size() - 2);
  return name;
}

class filter {
public:
  filter(const base::diagnostics& found, const base::sources& all, const std::vector<damaged_text>& damaged)
      : found_(found), all_(all), damaged_(damaged) {}

  [[nodiscard]] bool stands(const base::diagnostic& one, bool names_known) const {
    if (on_damaged_line(one.at) ||
        std::ranges::any_of(one.others, [&](const base::label& other) { return on_damaged_line(other.at); }))
      return false;
    return one.rests_on == base::ground::clause || (is_of_a_name(one) && names_known && is_nowhere_else(one));
  }

private:
  [[nodiscard]] bool on_damaged_line(base::span at) const {
    return std::ranges::any_of(damaged_, [&](const damaged_text& of) {
      if (of.source != at.source)
        return false;
      const auto before = of.text.substr(0, at.begin).rfind('\n');
      const auto begin = before == std::string_view::npos ? 0 : before + 1;
      const auto end = std::min(of.text.find('\n', at.end), of.text.size());
      return std::ranges::any_of(*of.faults, [&](const base::diagnostic& fault) {
        return fault.at.begin <= end && fault.at.end >= begin;
      });
    });
  }

  // In the damaged texts each place of the name is one that a fault tells.
  [[nodiscard]] bool is_nowhere_else(const base::diagnostic& one) const {
    const auto name = without_quotes(all_.text(one.at));
    return std::ranges::all_of(damaged_, [&](const damaged_text& of) {
      return occurrences(name, of.text) == std::ranges::count_if(found_, [&](const base::diagnostic& other) {
               return is_of_a_name(other) && other.at.source == of.source &&
                      without_quotes(all_.text(other.at)) == name;
             });
    });
  }

  const base::diagnostics& found_;
  const base::sources& all_;
  const std::vector<damaged_text>& damaged_;
};

} // namespace

base::diagnostics independent(const base::diagnostics& found, const base::sources& all,
                              const std::vector<damaged_text>& damaged, bool headings_known) {
  const filter standing(found, all, damaged);
  const bool names_known = headings_known && std::ranges::count_if(found, is_of_a_name) <= most_names;
  base::diagnostics result;
  std::ranges::copy_if(found, std::back_inserter(result),
                       [&](const base::diagnostic& one) { return standing.stands(one, names_known); });
  return result;
}

} // namespace proviso::loading
