#include "logins/question.hpp"

#include "base/text.hpp"

namespace proviso::logins {

std::optional<date_order> parse_date_order(const std::string& text) {
  std::string letters;
  for (const char c : base::lower(text))
    if (c >= 'a' && c <= 'z' && (letters.empty() || letters.back() != c))
      letters.push_back(c);
  if (letters == "dmy")
    return date_order::dmy;
  if (letters == "mdy")
    return date_order::mdy;
  if (letters == "ymd")
    return date_order::ymd;
  return std::nullopt;
}

} // namespace proviso::logins
