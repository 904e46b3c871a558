#include "cli/options/request.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"
#include "cli/options/colour.hpp"
#include "cli/options/configuration.hpp"
#include "loading/zone.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace proviso::cli {
namespace {

constexpr std::string_view formats[] = {"text",  "json",  "concise", "csv",    "markdown",
                                        "sarif", "junit", "github",  "gitlab", "html"};
constexpr std::string_view gates[] = {"error", "warning", "info", "undetermined", "never"};
constexpr std::string_view severities[] = {"error", "warning", "info", "off"};
constexpr std::string_view truths[] = {"true", "false", "1", "0"};

void report(const given& from, std::string_view expected, base::diagnostics& faults, std::string help = {}) {
  faults.push_back({fmt::format("{} must be {}; this is '{}'", from.by, expected, from.value),
                    from.at,
                    std::move(help),
                    {}});
}

// "NAME=VALUE" at its first '='; empty where there is none or a side is empty.
std::optional<std::pair<std::string, std::string>> pair(const given& from) {
  const auto sign = from.value.find('=');
  if (sign == std::string::npos || sign == 0 || sign + 1 == from.value.size())
    return std::nullopt;
  return std::pair(from.value.substr(0, sign), from.value.substr(sign + 1));
}

std::vector<given> all(const settings& of, std::string_view option) {
  const auto values = of.all(option);
  return {values.begin(), values.end()};
}

std::vector<base::stated<std::string>> names(const settings& of, std::string_view option) {
  std::vector<base::stated<std::string>> result;
  for (const auto& each : of.all(option))
    result.push_back({each.value, each.at});
  return result;
}

std::vector<given> files(const invocation& asked) {
  if (asked.words.empty())
    return all(asked.options, configured_contracts);
  std::vector<given> result;
  for (const auto& word : asked.words)
    result.push_back({word, {}, {}});
  return result;
}

std::optional<base::day> day(const given* from, base::diagnostics& faults) {
  if (from == nullptr)
    return std::nullopt;
  const auto result = base::parse_day(from->value);
  if (!result)
    report(*from, "a day such as 2027-01-15", faults);
  return result;
}

gate gate_of(const given* from, base::diagnostics& faults) {
  return static_cast<gate>(choose(from, gates, faults));
}

std::vector<treatment> treatments(std::span<const given> from, base::diagnostics& faults) {
  std::vector<treatment> result;
  for (const auto& each : from) {
    const auto parts = pair(each);
    if (!parts) {
      report(each, "RULE=SEVERITY", faults, "for example login-pool-tight=warning");
      continue;
    }
    const given severity{parts->second, fmt::format("the severity of '{}'", parts->first), each.at};
    const auto word = severities[choose(&severity, severities, faults)];
    result.push_back({{parts->first, *checking::parse_severity(word)}, each});
  }
  return result;
}

std::vector<destination> destinations(const settings& of, base::diagnostics& faults) {
  std::vector<destination> result;
  const auto* out = of.one("out");
  result.push_back(
      {read_format(of.one("format"), faults), out == nullptr || out->value == "-" ? "" : out->value});
  for (const auto& each : of.all("output")) {
    if (const auto parts = pair(each)) {
      const given name{parts->first, fmt::format("the format of {}", each.by), each.at};
      result.push_back({read_format(&name, faults), parts->second});
    } else {
      report(each, "FORMAT=FILE", faults, "for example json=report.json");
    }
  }
  return result;
}

} // namespace

namespace {

// "2027-01-01..2027-06-30"
std::optional<base::period> period(const given* from, base::diagnostics& faults) {
  if (from == nullptr)
    return std::nullopt;
  const auto dots = from->value.find("..");
  const auto first = base::parse_day(from->value.substr(0, dots));
  const auto last = dots == std::string::npos ? std::nullopt : base::parse_day(from->value.substr(dots + 2));
  if (first && last && *first <= *last)
    return base::period{*first, *last};
  report(*from, "days such as 2027-01-01..2027-06-30", faults);
  return std::nullopt;
}

std::optional<logins::date_order> dates(const given* from, base::diagnostics& faults) {
  const auto order = from == nullptr ? std::nullopt : logins::parse_date_order(from->value);
  if (from != nullptr && !order)
    report(*from, "the order of day, month and year: dmy, mdy or ymd", faults);
  return order;
}

// What speaks of single users, or of how files are written.
struct of_files {
  std::string_view option;
  std::string_view why;
  std::string_view help;
};
constexpr std::string_view name_users = "name the table of users in the source: users=…";
constexpr std::string_view export_logins = "export the logins to a file";
constexpr of_files only_of_files[] = {
    {"users", "nobody is told apart in them", name_users},
    {"assignments", "nobody is told apart in them", name_users},
    {"list-users", "nobody is told apart in them", export_logins},
    {"keyed-ids", "nobody is told apart in them", export_logins},
    {"zone", "an instant without a zone is UTC there", "leave it out"},
    {"date-format", "instants are the engine's own there", "leave it out"},
};

// A warehouse is the only source of logins.
void read_warehouse(const settings& options, exports_request& into, base::diagnostics& faults) {
  const auto& logins = into.files.logins;
  const auto found =
      std::ranges::find_if(logins, [](const auto& each) { return warehouse::is_source(each.value); });
  if (found == logins.end()) {
    if (into.print_sql)
      faults.push_back({"--print-sql needs a warehouse to ask", {}, "give --logins odbc:…;table=…", {}});
    return;
  }
  if (logins.size() > 1)
    faults.push_back(
        {"logins lie in one warehouse or in files, not in both", found->at, "give one --logins", {}});
  into.files.warehouse = warehouse::read_source(*found, faults);
  for (const auto& each : only_of_files)
    if (const auto* asked = options.one(each.option))
      faults.push_back({fmt::format("{} does not go with logins in a warehouse: {}", asked->by, each.why),
                        asked->at,
                        std::string(each.help),
                        {}});
}

} // namespace

std::uint64_t read_whole(const given& from, std::uint64_t least, std::uint64_t most,
                         base::diagnostics& faults) {
  std::uint64_t value = 0;
  const auto* const end = from.value.data() + from.value.size();
  const auto [stop, error] = std::from_chars(from.value.data(), end, value);
  if (error == std::errc() && stop == end && value >= least && value <= most)
    return value;
  report(from, fmt::format("a whole number from {} to {}", least, most), faults);
  return least;
}

std::optional<base::rational> read_share(const given* from, base::diagnostics& faults) {
  if (from == nullptr)
    return std::nullopt;
  const bool percent = from->value.ends_with('%');
  auto value =
      base::rational::parse(std::string_view(from->value).substr(0, from->value.size() - (percent ? 1 : 0)));
  if (value && percent)
    *value /= base::rational(100);
  if (value && !value->is_negative() && *value <= base::rational(1))
    return value;
  report(*from, "a share such as 5%", faults);
  return std::nullopt;
}

namespace {

loading::export_files export_files(const settings& options, base::diagnostics& faults) {
  constexpr std::uint64_t most_jobs = 256;
  constexpr std::uint64_t most_bad_rows = 1'000'000'000'000;
  loading::export_files result;
  result.logins = names(options, "logins");
  result.users = names(options, "users");
  result.assignments = names(options, "assignments");
  result.org = names(options, "org");
  result.covers = period(options.one("covers"), faults);
  if (const auto* zone = options.one("zone")) {
    result.file_zone = zone->value;
    loading::check_zone({zone->value, zone->at}, faults);
  }
  const auto whole = [&](std::string_view option, std::uint64_t most) {
    const auto* asked = options.one(option);
    return asked == nullptr ? 0 : read_whole(*asked, 0, most, faults);
  };
  result.dates = dates(options.one("date-format"), faults);
  result.max_bad_rows = whole("max-bad-rows", most_bad_rows);
  result.jobs = static_cast<unsigned>(whole("jobs", most_jobs));
  return result;
}

} // namespace

exports_request read_exports(const settings& options, base::diagnostics& faults) {
  exports_request result{export_files(options, faults),
                         truth(options.one("print-sql"), faults),
                         {},
                         read_share(options.one("max-p-exhaust"), faults)};
  if (const auto* to = options.one("list-users"))
    result.list_users = to->value;
  read_warehouse(options, result, faults);
  for (const auto* name : {"list-users", "max-p-exhaust"})
    if (const auto* asked = options.one(name);
        asked != nullptr && result.files.logins.empty() && result.files.users.empty())
      faults.push_back(
          {fmt::format("{} needs exports to speak of", asked->by), asked->at, "give --logins and --users", {}});
  return result;
}

std::size_t choose(const given* from, std::span<const std::string_view> names, base::diagnostics& faults) {
  if (from == nullptr)
    return 0;
  const auto found = std::ranges::find(names, from->value);
  if (found != names.end())
    return static_cast<std::size_t>(found - names.begin());
  const std::vector<std::string> words(names.begin(), names.end());
  report(*from, base::enumerate(words, "or"), faults, base::did_you_mean(from->value, names));
  return 0;
}

bool truth(const given* from, base::diagnostics& faults) {
  const auto chosen = choose(from, truths, faults);
  return from != nullptr && (chosen == 0 || chosen == 2);
}

format read_format(const given* from, base::diagnostics& faults) {
  return static_cast<format>(choose(from, formats, faults));
}

format read_listing_format(const given* from, base::diagnostics& faults) {
  return static_cast<format>(choose(from, std::span(formats).first(2), faults));
}

checking::settings settings_of(const request& of) {
  checking::settings result;
  result.use_waivers = of.waivers;
  for (const auto& each : of.weak)
    result.configured.push_back(each.what);
  for (const auto& each : of.firm)
    result.flags.push_back(each.what);
  return result;
}

common_request read_common(const invocation& asked, base::diagnostics& faults) {
  const auto* name = asked.options.one("stdin-name");
  return {files(asked), day(asked.options.one("as-of"), faults),
          name == nullptr ? "standard-input.proviso" : name->value};
}

// It can be read once.
void check_standard_input(const request& of, base::diagnostics& faults) {
  int asked = 0;
  const auto count = [&](const auto& names) {
    asked += static_cast<int>(std::ranges::count_if(names, [](const auto& each) { return each.value == "-"; }));
  };
  count(of.files);
  count(of.pipeline.changed);
  for (const auto* names : {&of.exports.files.logins, &of.exports.files.users, &of.exports.files.assignments,
                            &of.exports.files.org})
    count(*names);
  if (asked > 1)
    faults.push_back({"standard input is to be read more than once", {}, "name files for all but one '-'", {}});
}

request read_request(const invocation& asked, base::diagnostics& faults) {
  const auto& options = asked.options;
  request result;
  static_cast<common_request&>(result) = read_common(asked, faults);
  result.plans = names(options, "plan");
  result.metadata = names(options, "metadata");
  result.exports = read_exports(options, faults);
  result.destinations = destinations(options, faults);
  result.fail_on = gate_of(options.one("fail-on"), faults);
  result.max_cost = read_limit(options.one("max-cost"), faults);
  result.pipeline = read_pipeline(options, faults);
  result.waivers = !truth(options.one("no-waivers"), faults);
  result.savings = truth(options.one("savings"), faults);
  result.colour = wants_colour(options.one("color"), faults);
  result.firm = treatments(options.all("treat"), faults);
  result.weak = treatments(options.all(configured_severities), faults);
  check_standard_input(result, faults);
  return result;
}

} // namespace proviso::cli
