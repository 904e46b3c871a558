// Multipliers for users who were merged into groups. A relaxation of groups prices the months in which their
// sums peak, which few users share; spread over months as the users' own logins ask, the same multipliers bound
// better.
#pragma once

#include "optimizing/relaxation.hpp"

namespace proviso::optimizing {

class spreading {
public:
  spreading(const problem& of, const layout& by);

  // Learns from the multipliers of a relaxation how each offer's sum is best spread over its windows.
  void learn(const std::vector<double>& multipliers);

  // The same sum for each offer, spread as was learnt.
  [[nodiscard]] std::vector<double> spread(const std::vector<double>& multipliers) const;
  [[nodiscard]] std::uint64_t work() const { return work_; }

private:
  [[nodiscard]] double measure(const std::vector<double>& multipliers, std::vector<double>& logins);

  const problem& of_;
  const layout& by_;
  std::vector<float> profiles_;
  std::vector<std::uint32_t> row_of_month_; // by offer and month
  std::vector<double> weights_;             // by row; of an offer's windows they sum to 1
  std::uint64_t work_ = 0;
};

} // namespace proviso::optimizing
