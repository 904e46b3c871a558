// Numbers of sources, each once and in their order: the files that something rests on.
#pragma once

#include "base/span.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace proviso::base {

class source_set {
public:
  // Nowhere adds nothing.
  void add(span at) {
    if (at.somewhere())
      add(at.source);
  }
  void add(const source_set& others) {
    for (const auto one : others.all_)
      add(one);
  }
  [[nodiscard]] const std::vector<std::uint32_t>& all() const noexcept { return all_; }

private:
  void add(std::uint32_t source) {
    if (const auto at = std::lower_bound(all_.begin(), all_.end(), source); at == all_.end() || *at != source)
      all_.insert(at, source);
  }

  std::vector<std::uint32_t> all_;
};

} // namespace proviso::base
