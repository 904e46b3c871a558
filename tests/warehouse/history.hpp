// Login histories made up at random, and a slow count of them that shares nothing with the statements: days
// come from the C library, one row at a time.
#pragma once

#include "warehouse/count.hpp"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace proviso::warehouse {

struct login_row {
  std::string id;
  std::string user;              // 15 or 18 characters
  std::int64_t milliseconds = 0; // since 1970, in UTC
  std::string status;
  std::string type;
  std::string subtype;
};

// A zone and the days in which to look for trouble with it.
struct scene {
  std::string zone;
  std::vector<std::string> months; // first days; the last ends the last month
};

[[nodiscard]] logins::question question_of(const scene& of, std::vector<logins::way> ways);

// Rows before, in and after the months, many of them close to a midnight or to a change of clocks; failures,
// internal users, repeated rows, users with ids of both lengths and ids that differ in case only.
[[nodiscard]] std::vector<login_row> random_history(const logins::question& asked, std::size_t rows,
                                                    std::mt19937& random);

// "2027-01-15T10:00:00.000Z", or another spelling of the same instant for another `form`.
[[nodiscard]] std::string time_text(std::int64_t milliseconds, std::size_t form = 0);

[[nodiscard]] answer slow_count(const std::vector<login_row>& rows, const logins::question& asked);

// Every figure of an answer, one line each, to compare whole.
[[nodiscard]] std::string to_text(const answer& of);

} // namespace proviso::warehouse
