#include "cli/commands/init_files.hpp"

#include "base/rational.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::cli {
namespace {

// A text of the language; TOML writes it alike but for \u{…}, which both its texts here are free of.
std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\')
      result += '\\';
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
      result += fmt::format("\\u{{{:x}}}", static_cast<unsigned>(c));
    else
      result += c;
  }
  return result + '"';
}

std::string number(std::int64_t value) {
  auto result = base::grouped(value);
  std::ranges::replace(result, ',', '_');
  return result;
}

std::string sku_of(const init_answers& from) {
  return from.as_logins ? from.name + "-logins" : from.name + "-members";
}

std::string price(const init_answers& from) {
  const std::string_view of = from.as_logins ? "login" : "member per month";
  return from.price.empty() ? fmt::format("price {} per {} # a placeholder: the order form has the price",
                                          placeholder_price, of)
                            : fmt::format("price {} per {}", from.price, of);
}

} // namespace

std::string first_contract(const init_answers& from) {
  return fmt::format(R"(# What the order form says. What it leaves open, proviso check lists.
use "salesforce/experience-cloud"

contract {} {} {{
vendor {}
{}term {}
currency {}
time zone {}

sku {} {} {{
license {}
sold as {}
{}quantity {}{}
{}
}}

# Order forms forbid objects, too. In words of the language:
#   restriction no-sales-records "Portal users stay out of sales and service records" {{
#     for        external
#     prohibit   create, read, update, delete on sales-and-service
#   }}
}}
)",
                     from.name, quoted(from.title), quoted(from.vendor),
                     from.customer.empty() ? "" : fmt::format("customer {}\n", quoted(from.customer)),
                     fmt::format("{} to {}", base::to_string(from.term.first), base::to_string(from.term.last)),
                     from.currency, quoted(from.zone), sku_of(from), quoted(from.title), from.license,
                     from.as_logins ? "logins" : "members",
                     from.as_logins ? "count one login per user per day\n" : "", number(from.quantity),
                     from.as_logins ? " per month" : "", price(from));
}

std::string first_plan(const init_answers& from) {
  return fmt::format(
      R"(# What is expected. Where exports show what happened, proviso usage writes a plan from them.
[plan]
name     = "First estimate"
contract = "{}"

[[population]]
name  = "users"
sku   = "{}"
users = {}
# Shares of users by login days in an ordinary month: an estimate to be replaced.
login_days = {{ 0 = 0.4, 1 = 0.3, 4 = 0.2, 8 = 0.1 }}
)",
      from.name, sku_of(from), number(from.users));
}

std::string first_configuration(const init_answers& from) {
  return fmt::format(
      R"(# What proviso check reads here. Every long option is a key: fail_on, metadata, baseline …
contracts = [{}]
fail_on   = "error"

[rules] # severities: error, warning, info or off
)",
      quoted(from.folder == "." ? "*.proviso" : from.folder + "/*.proviso"));
}

} // namespace proviso::cli
