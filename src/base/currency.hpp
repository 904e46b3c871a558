// Currencies of ISO 4217: which codes exist and how many decimals their minor unit has.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace proviso::base {

// Decimals of the minor unit: 2 for USD, 0 for JPY, 3 for KWD; empty where no currency has the code.
[[nodiscard]] std::optional<int> minor_unit(std::string_view code);

[[nodiscard]] std::span<const std::string_view> currency_codes();

} // namespace proviso::base
