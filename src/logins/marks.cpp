#include "logins/marks.hpp"

namespace proviso::logins {

#if defined(__x86_64__)

bool can(processor with) {
  switch (with) {
  case processor::plain: return true;
  case processor::avx2:
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("pclmul") &&
           __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
  case processor::avx512:
    return can(processor::avx2) && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vbmi2");
  }
  return false;
}

find_marks marks_by(processor with) {
  if (with == processor::plain)
    return find_marks_plain;
  return with == processor::avx2 ? find_marks_avx2 : find_marks_avx512;
}

#else

bool can(processor with) {
  return with == processor::plain;
}

find_marks marks_by(processor) {
  return find_marks_plain;
}

#endif

find_marks best_marks() {
  if (can(processor::avx512))
    return marks_by(processor::avx512);
  return marks_by(can(processor::avx2) ? processor::avx2 : processor::plain);
}

} // namespace proviso::logins
