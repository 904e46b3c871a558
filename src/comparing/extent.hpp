// How far a restriction or its exceptions reach: operations on objects, for whom, on which days.
#pragma once

#include "comparing/ranking.hpp"
#include "model/contract.hpp"

#include <string_view>

namespace proviso::comparing {

// `less` where all that the first reaches is reached by the second, which reaches more.
[[nodiscard]] ranking by_prohibited(const model::contract& a, const model::contract& b,
                                    std::string_view restriction);
[[nodiscard]] ranking by_excepted(const model::contract& a, const model::contract& b,
                                  std::string_view restriction);

} // namespace proviso::comparing
