// Work split among threads.
#pragma once

#include <algorithm>
#include <cstdint>
#include <thread>
#include <vector>

namespace proviso::simulating {

// Calls `work(part, first, end)` for each part of the numbers below `count`, one part a thread.
template <typename Work>
void in_parts(std::int64_t count, unsigned jobs, Work work) {
  const auto parts = std::clamp<std::int64_t>(jobs, 1, std::max<std::int64_t>(count, 1));
  std::vector<std::jthread> threads;
  for (std::int64_t part = 1; part < parts; ++part)
    threads.emplace_back(
        [&work, part, parts, count] { work(part, count * part / parts, count * (part + 1) / parts); });
  work(std::int64_t{0}, std::int64_t{0}, count / parts);
}

} // namespace proviso::simulating
