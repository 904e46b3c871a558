#include "usage/plan.hpp"

namespace proviso::usage {

rational login_days::average() const {
  if (mean)
    return *mean;
  rational sum;
  for (const auto& each : shares)
    sum += rational(each.login_days) * each.share;
  return sum;
}

} // namespace proviso::usage
