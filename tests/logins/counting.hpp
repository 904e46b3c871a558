// Login histories from texts, counted as the program counts files, and all that comes of it printed for
// comparison.
#pragma once

#include "logins/count.hpp"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace proviso::logins {

using named_texts = std::vector<std::pair<std::string, std::string>>;

// Months of 2025 from January, in UTC.
[[nodiscard]] question months_of_2025(int count);

// "0055g00000000A1: 2025-01-03 2025-01-05" for each user, for further ways behind '|', with "×2" where each
// login counts; then the figures, bad rows as "h.csv:2: …" and faults as "fault: …" with "help: …".
[[nodiscard]] std::string told(const std::optional<tally>& counted, const question& asked,
                               const base::diagnostics& faults);

// Of files in a folder of their own, which messages do not show.
[[nodiscard]] std::string count_texts(const named_texts& files, const question& asked);
// Of one file, h.csv.
[[nodiscard]] std::string count_text(const std::string& text, const question& asked = months_of_2025(3));

} // namespace proviso::logins
