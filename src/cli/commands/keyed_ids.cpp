#include "cli/commands/keyed_ids.hpp"

#include "cli/output/overwriting.hpp"
#include "loading/input.hpp"
#include "observing/people.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <fmt/format.h>
#include <sodium/crypto_generichash.h>

namespace proviso::cli {
namespace {

constexpr std::size_t hash_bytes = 16;

std::string hashed(std::string_view text, std::string_view key) {
  std::array<unsigned char, hash_bytes> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                     reinterpret_cast<const unsigned char*>(key.data()), key.size());
  return fmt::format("{:02x}", fmt::join(hash, ""));
}

// One user has one hash, whichever history is read: of the id wherever an export knows it, else of the name.
std::string_view who_is(const logins::user& one, const org::user* known) {
  if (known != nullptr && !known->id.empty())
    return known->id;
  return one.id.empty() ? one.name : one.id;
}

std::vector<std::string> rows(const observing::observation& seen, std::string_view key) {
  std::vector<std::string> result;
  observing::each_who_came(*seen.logins, *seen.org, [&](const logins::user& one, const org::user* known) {
    const auto who = hashed(who_is(one, known), key);
    for (std::size_t month = 0; month < one.months; ++month)
      if (const auto days = std::popcount(one.days(0, month)); days > 0)
        result.push_back(
            fmt::format("{},{},{}\n", who, base::to_string(seen.question.asked.months[month]), days));
  });
  std::ranges::sort(result); // the order of the data would tell who is who
  return result;
}

} // namespace

outcome with_keyed_ids(const given& key_file, const settings& options, const observing::observation& seen,
                       std::vector<std::string> inputs) {
  base::diagnostics faults;
  auto key = loading::read_file(key_file.value, key_file.at, faults);
  if (key && key->ends_with('\n'))
    key->pop_back();
  if (key && (key->size() < crypto_generichash_KEYBYTES_MIN || key->size() > crypto_generichash_KEYBYTES_MAX))
    faults.push_back(
        {fmt::format("the key in '{}' has {} bytes: it needs {} to {}", key_file.value, key->size(),
                     crypto_generichash_KEYBYTES_MIN, crypto_generichash_KEYBYTES_MAX),
         key_file.at,
         "make one with: head -c 32 /dev/urandom | base64 > key",
         {}});
  if (!faults.empty())
    return refusal({}, faults);
  inputs.push_back(key_file.value);
  return printed(fmt::format("user,month,login_days\n{}", fmt::join(rows(seen, *key), "")), options, inputs);
}

} // namespace proviso::cli
