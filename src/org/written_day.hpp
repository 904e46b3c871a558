// Days as exports and their keepers write them, alone or with a time.
#pragma once

#include "base/day.hpp"
#include "logins/question.hpp"

#include <optional>
#include <string>

namespace proviso::org {

struct written_day {
  std::optional<base::day> day; // none: it is no day
  bool ambiguous = false;       // because nobody stated in which order it is written
};

// The day is the one that is written: a time beside it must be one, and moves it nowhere.
[[nodiscard]] written_day read_written_day(const std::string& text,
                                           const std::optional<logins::date_order>& order);

} // namespace proviso::org
