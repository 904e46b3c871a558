// Times of repeated runs, told by their least and their median: the mean says more about the machine's other
// work.
#pragma once

#include <algorithm>
#include <vector>

namespace proviso::bench {

class sample {
public:
  void add(double value) { values_.insert(std::ranges::upper_bound(values_, value), value); }
  [[nodiscard]] double least() const { return values_.front(); }
  [[nodiscard]] double median() const { return values_[values_.size() / 2]; }

private:
  std::vector<double> values_; // sorted, never empty when asked
};

} // namespace proviso::bench
