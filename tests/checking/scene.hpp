// Contracts, metadata and people held against each other, as texts in and lines out.
#pragma once

#include "base/text.hpp"
#include "checking/facts/exposure.hpp"
#include "checking/facts/forbidden.hpp"
#include "checking/facts/grouping.hpp"
#include "checking/world.hpp"
#include "metadata/read.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace proviso::checking::testing {

inline constexpr std::string_view licenses = R"(
license basic "Basic" { names "Basic" as members, "Basic Login" as logins; keys "PID_Basic" as members }
license plus "Plus" { names "Plus" as members }
license maybe "Maybe" { names "Maybe" as members }
license guest "Guest" { names "Guest" as guests }
object Lead { related LeadHistory }
object Case { }
object Solution { }
objects crm "CRM" { Lead, Case }
objects stock-portal-objects "Stock" { Case, Solution }
licenses external "External" { basic, plus }
licenses disputed-external "Disputed" { maybe }
licenses guests "Guests" { guest }
texts internal-licenses "Internal" { "Salesforce" }
texts stock-portal-profiles "Stock" { "Basic User" }
texts copy-words "Copies" { "Copy" }
)";

struct scene {
  world all;
  metadata::org found;

  scene(const std::string& clauses, std::vector<metadata::text_file> files, const std::string& more = {}) {
    all.add("catalogue.proviso", std::string(licenses));
    all.add("bound.proviso", fmt::format(R"(contract bound "Bound" {{
  term 2027-01-01 to 2027-12-31
  currency USD
  sku basics "Basics" {{ license basic; sold as members; quantity 10; price 5.00 per member per month }}
  {}
  restriction no-crm "No CRM" {{ {} }}
}}
)",
                                         more, clauses));
    all.resolve();
    EXPECT_EQ(all.rendered(), "");
    std::vector<base::stated<metadata::text_file>> stated;
    for (auto& file : files)
      stated.push_back({std::move(file), {}});
    found = metadata::read_texts(stated, all.sources, all.diagnostics);
    EXPECT_EQ(all.rendered(), "");
  }

  // "granted Dealer: read Lead; …" with "?" before what is not certain, and who holds it.
  [[nodiscard]] std::string exposed(std::string_view today = "2027-06-01",
                                    const org::directory* exports = nullptr) const {
    constexpr std::string_view kinds[] = {"granted", "grouped",  "grantable", "guest", "related",
                                          "copy",    "unlisted", "limit",     "beyond"};
    std::string text;
    const auto day = base::parse_day(today).value();
    const auto groups = group_holders(found, standings(*all.contract->known));
    holdings who(found, exports, day);
    for (const auto& one : exposures(*all.contract, found, groups, day, &who))
      text +=
          fmt::format("{}{} {}{}: {} {}{}\n", one.doubt.empty() ? "" : "?",
                      kinds[static_cast<std::size_t>(one.of)], one.holder->name, told_of(one.held),
                      to_string(one.operations), one.objects, one.through.empty() ? "" : " by " + one.through);
    return text;
  }
};

inline metadata::text_file profile(const std::string& name, const std::string& license,
                                   const std::string& rest) {
  const auto stated = license.empty() ? "" : fmt::format("<userLicense>{}</userLicense>", license);
  return {fmt::format("profiles/{}.profile", name), fmt::format("<Profile>{}{}</Profile>", stated, rest)};
}

inline std::string reads(const std::string& object) {
  return fmt::format("<objectPermissions><allowRead>true</allowRead><object>{}</object></objectPermissions>",
                     object);
}

inline constexpr auto no_crm = "for external; prohibit create, read, update, delete on crm";

inline metadata::text_file set(const std::string& name, const std::string& rest) {
  return {fmt::format("permissionsets/{}.permissionset", name), "<PermissionSet>" + rest + "</PermissionSet>"};
}

// Users a to d: of basic, of plus, of a license nobody knows, and of the company.
struct staff {
  org::directory org;

  explicit staff(const scene& in) {
    const auto& known = in.all.contract->known->licenses;
    using is = org::license::kind;
    org.licenses = {{"Basic", is::external, &known.at("basic"), model::sale::members},
                    {"Plus", is::external, &known.at("plus"), model::sale::members},
                    {"Robots", is::unknown, nullptr, model::sale::members},
                    {"Salesforce", is::internal, nullptr, model::sale::members}};
    org.profiles = {"A", "B"};
    for (std::uint32_t i = 0; i < 4; ++i)
      org.users.push_back({{}, std::string(1, static_cast<char>('a' + i)), i, i % 2, base::truth::yes, false});
    org.has_users = org.permissions.told = true;
  }

  void assign(const std::string& name, const std::string& users, bool group = false) {
    auto& held = (group ? org.permissions.groups : org.permissions.sets)[base::lower(name)];
    held.name = name;
    auto& all = org.permissions.assignees;
    for (const char user : users) {
      const auto known = std::ranges::find(all, std::string(1, user));
      held.by.push_back({static_cast<std::uint32_t>(known - all.begin())});
      if (known == all.end())
        all.emplace_back(1, user);
    }
  }

  const org::directory* ready() {
    org.index();
    return &org;
  }
};

} // namespace proviso::checking::testing
