// Guessing what a mistyped name was meant to be.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::base {

// The candidate nearest to `found` by edit distance (case counts little); empty where none is near
// enough to be meant, that is farther than a third of the name plus one.
[[nodiscard]] std::string_view nearest(std::string_view found, std::span<const std::string_view> candidates);

// "did you mean 'per'?", or empty.
[[nodiscard]] std::string did_you_mean(std::string_view found, std::span<const std::string_view> candidates);

} // namespace proviso::base
