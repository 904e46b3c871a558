#include "editor/keywords.hpp"

#include <algorithm>

namespace proviso::editor {
namespace {

// clang-format off
constexpr keyword table[] = {
    {"file", "use", "use \"PACK\"", "Brings in a pack of the catalogue or of rules, or with './' a file of one's own."},
    {"file", "contract", "contract NAME \"TITLE\" {", "What two parties agree on: term, prices, what is bought and what is forbidden."},
    {"file", "amendment", "amendment \"TITLE\" to CONTRACT effective DATE {", "A later change: each clause it states replaces that clause from its day on, the others stay."},
    {"file", "license", "license NAME \"TITLE\" {", "A license type of the catalogue: what it is called, offers and may reach."},
    {"file", "capability", "capability NAME \"TITLE\"", "Something a license can do, such as reports."},
    {"file", "object", "object NAME { related OBJECTS }", "A kind of record, with the children that belong to it."},
    {"file", "objects", "objects NAME \"TITLE\" { OBJECTS }", "A name for several objects."},
    {"file", "licenses", "licenses NAME \"TITLE\" { LICENSES }", "A name for several licenses, or groups of them."},
    {"file", "texts", "texts NAME \"TITLE\" { \"TEXT\" }", "A name for several texts, such as the statuses that mean success."},
    {"file", "rule", "rule NAME \"TITLE\" {", "A sentence over facts: which records it looks at, when it reports and what it says."},
    {"file", "test", "test \"TITLE\" {", "A contract, what is given, and what is expected of them."},

    {"contract amendment", "vendor", "vendor \"NAME\"", "Who sells."},
    {"contract amendment", "customer", "customer \"NAME\"", "Who buys."},
    {"contract amendment", "term", "term DATE to DATE", "First and last day of the contract; both belong to it."},
    {"contract amendment", "months", "months start on day DAY", "On which day contract months start; the day the term starts on, if left out."},
    {"contract amendment", "short", "short months by day", "A first or last month that is cut short is charged by its days; whole, if left out."},
    {"contract amendment", "currency", "currency CODE", "The ISO 4217 code of every amount; an amount in another one is an error."},
    {"contract amendment", "time", "time zone \"ZONE\"", "The zone whose days separate one login from the next; UTC is assumed if left out."},
    {"contract amendment sku", "rounding", "rounding half even", "How each charge is rounded to the minor unit: half up (if left out), half even, up or down."},
    {"contract amendment", "commit", "commit AMOUNT per year", "The least charge of a year, or over the term; what is missing is charged at its end."},
    {"contract amendment", "price", "price hold until DATE", "Until that day more can be bought at this contract's prices."},
    {"contract amendment", "external", "external only, not \"DOMAIN\"", "Only people outside the company may be users; the domains are those of employees."},
    {"contract amendment", "waive", "waive RULE for SUBJECT until DATE by \"OWNER\" because \"REASON\"", "Accepts what a rule finds, up to a last day, with an owner and a reason."},
    {"contract amendment", "treat", "treat RULE as SEVERITY", "How serious a rule's findings are in this contract: error, warning, info or off."},
    {"contract amendment", "set", "set RULE.PARAMETER to VALUE", "Gives a rule's parameter another value in this contract."},
    {"contract amendment", "sku", "sku NAME \"TITLE\" {", "Something that is bought: a license in a unit, at a price."},
    {"contract amendment", "quote", "quote NAME \"TITLE\" {", "Something that is priced and not bought; savings may recommend it."},
    {"contract amendment", "restriction", "restriction NAME \"TITLE\" {", "What users may not do, and the exceptions."},
    {"amendment", "end", "end sku NAME", "Ends a SKU or a restriction on the day the amendment takes effect."},

    {"sku", "license", "license NAME", "The license type of the catalogue that the SKU provisions; two SKUs may sell one license."},
    {"sku", "sold", "sold as logins", "The unit: logins are a monthly pool, members one license a person; other units are priced only."},
    {"sku", "count", "count one login per user per day", "What consumes a login, or which login types do; one a user and day is assumed if left out."},
    {"sku step", "quantity", "quantity NUMBER per month", "How much is purchased: logins by the month, members as they are."},
    {"sku step", "block", "block NUMBER", "The step in which the quantity is sold."},
    {"sku step", "minimum", "minimum NUMBER", "The least quantity that may be bought."},
    {"sku step", "price", "price AMOUNT per login", "What a unit costs; graduated, each slice at its own price, or volume, all at the price of the last slice reached."},
    {"sku step", "discount", "discount PERCENT", "Off the price, not off packs or overage."},
    {"sku step license", "accounts", "accounts NUMBER per login", "How many user records may exist for each purchased login: a hard limit."},
    {"sku step", "grace", "grace PERCENT", "Excess in a window that is not charged: a share of what is entitled, or a number."},
    {"sku step", "overage", "overage PRICE per login, measured monthly", "The price of excess and the window it is measured in; blocked, if excess logins are refused."},
    {"sku step", "rollover", "rollover NUMBER for 2 months", "Unused logins of a month that stay usable in the next ones."},
    {"sku", "pack", "pack NUMBER on DATE for AMOUNT", "Extra logins in the contract month that holds the day."},
    {"sku", "uplift", "uplift at most PERCENT per renewal", "The most by which the price may rise at renewal."},
    {"sku", "swap", "swap NUMBER logins for NUMBER member of SKU", "The right to turn purchased logins into members of another SKU."},
    {"sku", "reduce", "reduce at most PERCENT per year", "The right to buy less from one contract year to the next."},
    {"sku", "co-termed", "co-termed with SKU", "Ends and renews together with another SKU."},
    {"sku", "from", "from DATE {", "What changes on that day; what it does not name stays as it was."},

    {"price", "first", "first NUMBER at AMOUNT", "The first units, and the price of each."},
    {"price", "next", "next NUMBER at AMOUNT", "The units that follow, and the price of each."},
    {"price", "beyond", "beyond at AMOUNT", "All further units, and the price of each."},

    {"restriction", "for", "for SUBJECTS", "The licenses, groups of licenses or SKUs that are bound; every SKU's license if left out."},
    {"restriction", "prohibit", "prohibit OPERATIONS on OBJECTS", "What may not be done with the objects, or with 'capability' which capabilities may not be used."},
    {"restriction", "except", "except OPERATIONS on OBJECTS because \"REASON\"", "Permits what is prohibited: for a subject, between days, for a reason."},
    {"restriction", "limit", "limit custom-objects NUMBER", "The most there may be of something."},
    {"restriction", "open", "open ended", "The text says that its list is not complete: what is not listed is undetermined."},

    {"license", "names", "names \"NAME\" as members", "What price lists and orgs call the license, by how it is sold."},
    {"license", "keys", "keys \"KEY\" as members", "The keys of the license in the org, by how it is sold."},
    {"license", "offers", "offers CAPABILITIES", "What the license can do."},
    {"license", "lacks", "lacks CAPABILITIES", "What the license cannot do; what is neither offered nor lacking is unknown."},
    {"license", "allows", "allows OPERATIONS on OBJECTS", "Which objects the license can reach."},
    {"license", "denies", "denies OPERATIONS on OBJECTS", "Which objects the license cannot reach."},
    {"object", "related", "related OBJECTS", "The children that go with the object."},

    {"rule", "severity", "severity error", "How serious a finding is: error, warning or info."},
    {"rule", "kind", "kind breach", "What a finding is about: breach (if left out), risk, saving or draft."},
    {"rule", "param", "param NAME = VALUE", "A value that a contract may set."},
    {"rule", "for", "for VARIABLE in RECORDS", "The records the rule looks at; several nest."},
    {"rule", "when", "when CONDITION", "Under which condition the rule reports."},
    {"rule", "report", "report \"TEXT\"", "What a finding says; braces hold expressions."},
    {"rule", "at", "at FACT \"LABEL\"", "The clause to underline; further ones are shown with it."},
    {"rule", "cost", "cost EXPRESSION", "What a breach costs."},
    {"rule", "saves", "saves EXPRESSION per month", "What following the advice would save."},
    {"rule", "fix", "fix \"TEXT\"", "What to do about a finding; braces hold expressions."},
    {"rule", "because", "because \"TEXT\"", "Why the rule is there."},

    {"test", "contract", "contract NAME", "The contract under test, by its name or in place."},
    {"test", "plan", "plan \"FILE\"", "The plan, as a file or in place."},
    {"test", "given", "given logins \"FILE\"", "What else is known: logins, users, assignments, metadata or org."},
    {"test", "as", "as of DATE", "What to take for today."},
    {"test", "set", "set RULE.PARAMETER to VALUE", "Gives a rule's parameter another value in this test."},
    {"test", "expect", "expect RULE", "What must come out: a rule's finding or none, or an amount."},

    {"license object rule", "source", "source \"DOCUMENT\"", "Where the fact comes from, and as of when."},
    {"contract amendment sku step restriction license object rule test", "clause", "clause \"DOCUMENT\"", "Cites the document that says so."},
    {"contract amendment sku step restriction license object rule test", "note", "note \"TEXT\"", "Is for readers."},
};
// clang-format on

} // namespace

bool keyword::starts_in(std::string_view block) const {
  for (auto rest = blocks; !rest.empty();) {
    const auto end = std::min(rest.find(' '), rest.size());
    if (rest.substr(0, end) == block)
      return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

std::span<const keyword> keywords() {
  return table;
}

const keyword* find_keyword(std::string_view block, std::string_view word) {
  const auto found = std::ranges::find_if(
      table, [&](const keyword& each) { return each.word == word && each.starts_in(block); });
  return found == std::end(table) ? nullptr : &*found;
}

} // namespace proviso::editor
