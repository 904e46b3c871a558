#include "cli/commands/init_answers.hpp"

#include "base/rational.hpp"
#include "base/text.hpp"
#include "cli/options/request.hpp"
#include "loading/zone.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <unistd.h>

namespace proviso::cli {
namespace {

constexpr std::int64_t most = 1'000'000'000;
constexpr std::int64_t usual_months = 12;
constexpr std::int64_t usual_share = 4; // of a pool: one user for so many logins a month

class interview {
public:
  interview(const invocation& asked, base::diagnostics& faults)
      : asked_(asked), faults_(faults), talks_(::isatty(STDIN_FILENO) == 1 && ::isatty(STDERR_FILENO) == 1) {}

  // What the flag says, else who is asked, else the usual.
  std::string text(std::string_view option, std::string_view question, std::string usual) {
    if (const auto* said = asked_.options.one(option))
      return said->value;
    return answered(question, std::move(usual));
  }

  std::string answered(std::string_view question, std::string usual) {
    if (!talks_)
      return usual;
    std::cerr << question << (usual.empty() ? std::string() : fmt::format(" [{}]", usual)) << ": "
              << std::flush;
    std::string line;
    talks_ = static_cast<bool>(std::getline(std::cin, line)); // at its end: the usual from here on
    return line.empty() ? usual : line;
  }

  std::int64_t count(std::string_view option, std::string_view question, std::int64_t usual) {
    const auto said = text(option, question, base::grouped(usual));
    auto digits = said;
    std::erase(digits, ',');
    const auto value = base::rational::parse(digits);
    const auto whole = value ? value->whole() : std::nullopt;
    if (whole && *whole > 0 && *whole <= most)
      return *whole;
    report(option, "a whole number from 1", said);
    return usual;
  }

  base::day day(std::string_view option, std::string_view question, base::day usual) {
    const auto said = text(option, question, base::to_string(usual));
    if (const auto value = base::parse_day(said))
      return *value;
    report(option, "a day such as 2027-01-15", said);
    return usual;
  }

  void report(std::string_view option, std::string_view expected, std::string_view said) {
    faults_.push_back({fmt::format("--{} must be {}; this is '{}'", option, expected, said), {}, {}, {}});
  }

private:
  const invocation& asked_;
  base::diagnostics& faults_;
  bool talks_;
};

// A name of the language from any text; "portal" where nothing is left of it.
std::string name_from(const std::string& text) {
  std::string result;
  for (const char c : base::lower(text)) {
    const bool letter = c >= 'a' && c <= 'z';
    const bool digit = c >= '0' && c <= '9';
    if (letter || (digit && !result.empty()))
      result += c;
    else if (!result.empty() && result.back() != '-')
      result += '-';
  }
  while (result.ends_with('-'))
    result.pop_back();
  return result.empty() ? "portal" : result;
}

std::string name_of(const invocation& asked, interview& with, base::diagnostics& faults) {
  std::error_code error;
  const auto here = std::filesystem::current_path(error).filename().string();
  auto said =
      asked.words.empty() ? with.answered("name of the contract", name_from(here)) : asked.words.front();
  if (const auto fit = name_from(said); fit != said) {
    faults.push_back({fmt::format("'{}' is no name: lower-case letters, digits and '-'", said),
                      {},
                      fmt::format("write: proviso init {}", fit),
                      {}});
    said = fit;
  }
  return said;
}

base::day next_month(base::day after) {
  return base::month_day(base::month_of(after) + std::chrono::months(1), 1);
}

base::period term(interview& with, base::day today, base::diagnostics& faults) {
  constexpr std::int64_t longest = 600;
  const auto first = with.day("from", "first day", next_month(today));
  const auto months = with.count("months", "months", usual_months);
  if (months > longest) {
    faults.push_back({fmt::format("--months must be at most {}; this is '{}'", longest, months), {}, {}, {}});
    return {first, first};
  }
  return {first, base::add_months(first, static_cast<int>(months)) - std::chrono::days(1)};
}

bool sold_as_logins(interview& with, base::diagnostics& faults) {
  static constexpr std::string_view kinds[] = {"logins", "members"};
  const given kind{with.text("sold-as", "sold as logins or members", "logins"), "--sold-as", {}};
  return choose(&kind, kinds, faults) == 0;
}

std::string price(interview& with, bool as_logins) {
  auto said = with.text("price", as_logins ? "price of a login" : "price of a member a month", "");
  const auto amount = base::rational::parse(said);
  if (!said.empty() && (!amount || amount->is_negative()))
    with.report("price", "an amount such as 2.00", said);
  return said;
}

} // namespace

init_answers answers_for_init(const invocation& asked, base::diagnostics& faults) {
  interview with(asked, faults);
  const auto as_of = read_common(asked, faults).as_of;
  init_answers result;
  result.name = name_of(asked, with, faults);
  result.folder = asked.options.one("folder") == nullptr ? "contracts" : asked.options.one("folder")->value;
  result.title = with.text("title", "title", result.name);
  result.vendor = with.text("vendor", "who sells", "Salesforce");
  result.customer = with.text("customer", "who buys", "");
  result.term = term(with, as_of ? *as_of : loading::today(std::nullopt), faults);
  result.currency = with.text("currency", "currency", "USD");
  result.zone = with.text("zone", "time zone of its days", "UTC");
  result.license = with.text("license", "license", "customer-community");
  result.as_logins = sold_as_logins(with, faults);
  result.quantity = with.count("quantity", result.as_logins ? "logins a month" : "members", 1000);
  result.price = price(with, result.as_logins);
  const auto usual =
      result.as_logins ? std::max<std::int64_t>(1, result.quantity / usual_share) : result.quantity;
  result.users = with.count("expected-users", "users expected", usual);
  return result;
}

} // namespace proviso::cli
