#include "usage/fields.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"
#include "usage/values.hpp"

#include <fmt/format.h>

namespace proviso::usage {

std::string_view report_unknown(const toml_entry& found, std::span<const std::string_view> keys,
                                std::string_view what, base::diagnostics& faults) {
  auto help = base::did_you_mean(found.key, keys);
  if (help.empty())
    help = fmt::format("{} may have {}", what,
                       base::enumerate(std::vector<std::string>(keys.begin(), keys.end())));
  faults.push_back({fmt::format("{} has no key '{}'", what, shown(found.key)), found.key_at, help, {}});
  return base::nearest(found.key, keys);
}

} // namespace proviso::usage
