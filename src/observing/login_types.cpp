#include "observing/login_types.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"
#include "logins/vocabulary.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::observing::words {
namespace {

bool is_known(const std::string& name, const logins::figures& read) {
  const auto in_table = [&](std::span<const logins::spelling> all) {
    return std::ranges::any_of(all, [&](const auto& one) { return logins::same_name(all, one.api, name); });
  };
  return in_table(logins::login_types()) || in_table(logins::login_subtypes()) ||
         std::ranges::any_of(read.login_types, [&](const logins::name_count& one) {
           return logins::same_name(logins::login_types(), one.name, name);
         });
}

std::vector<std::string_view> all_names(const logins::figures& read) {
  std::vector<std::string_view> result;
  for (const auto all : {logins::login_types(), logins::login_subtypes()})
    for (const auto& one : all)
      result.push_back(one.api);
  for (const auto& one : read.login_types)
    result.push_back(one.name);
  return result;
}

void tell_unknown(std::vector<std::string>& into, const model::sku& sku,
                  const std::vector<base::stated<std::string>>& names, const logins::figures& read) {
  for (const auto& name : names)
    if (!is_known(name.value, read)) {
      const auto nearest = base::did_you_mean(name.value, all_names(read));
      into.push_back(
          fmt::format("no login: '{}', which {} counts apart, is no known login type or subtype, and none "
                      "of the logins has that type{}{}",
                      base::harmless(name.value), sku.name, nearest.empty() ? "" : "; ", nearest));
    }
}

} // namespace

std::vector<std::string> by_login_type(const model::contract& contract, const observation& of) {
  std::vector<std::string> result;
  const auto& read = *of.read();
  for (std::size_t i = 0; i < contract.skus.size(); ++i) {
    const auto& sku = contract.skus[i];
    if (sku.sold.value != model::sale::logins)
      continue;
    tell_unknown(result, sku, sku.count_only, read);
    tell_unknown(result, sku, sku.count_except, read);
    const auto way = of.question.ways[i];
    if (way < read.excluded.size() && read.excluded[way] > 0)
      result.push_back(fmt::format("{} login{} of types that {} does not count, of users of any license",
                                   base::grouped(static_cast<std::int64_t>(read.excluded[way])),
                                   read.excluded[way] == 1 ? "" : "s", sku.name));
  }
  return result;
}

} // namespace proviso::observing::words
