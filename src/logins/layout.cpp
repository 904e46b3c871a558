#include "logins/layout.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"
#include "logins/vocabulary.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::logins {
namespace {

constexpr std::size_t most_named = 12;

std::string found_instead(const tables::header& names) {
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), most_named); ++i)
    text += fmt::format("{}'{}'", i == 0 ? "" : ", ", base::harmless(names[i].substr(0, 40)));
  return names.size() > most_named ? text + ", …" : text;
}

void refuse(found_layout& layout, const tables::columns& wanted, const tables::header& names,
            const std::vector<std::size_t>& one_of) {
  std::vector<std::string> things;
  std::vector<std::string> spellings;
  for (const auto each : one_of) {
    things.push_back(wanted[each].name);
    spellings.insert(spellings.end(), wanted[each].spellings.begin(), wanted[each].spellings.end());
  }
  layout.fault = fmt::format("has no column for {}: {} expected, found {}", base::enumerate(things, "or"),
                             base::enumerate(spellings, "or"), found_instead(names));
  layout.help = "export LoginHistory with the columns Id, UserId, LoginTime, LoginType, Status";
}

std::optional<std::uint32_t> place_of(const tables::header& names, const tables::column& wanted) {
  for (const auto& spelling : wanted.spellings)
    for (std::size_t i = 0; i < names.size(); ++i)
      if (tables::column_key(names[i]) == tables::column_key(spelling))
        return static_cast<std::uint32_t>(i);
  return std::nullopt;
}

} // namespace

found_layout find_layout(const tables::header& names) {
  found_layout layout;
  tables::columns wanted(history_columns());
  layout.fault = wanted.find_in(names);
  if (!layout.fault.empty()) {
    layout.fault = "is ambiguous: " + layout.fault;
    return layout;
  }
  layout.found.columns = names.size();
  for (std::size_t i = 0; i < column_count; ++i)
    layout.found.places[i] = place_of(names, wanted[i]);
  layout.found.event_log = layout.found.has(request) || layout.found.has(session);
  if (!wanted.has(time_of_login))
    refuse(layout, wanted, names, {time_of_login});
  else if (!wanted.has(user_id) && !wanted.has(user_name))
    refuse(layout, wanted, names, {user_id, user_name});
  else if (!wanted.has(status))
    refuse(layout, wanted, names, {status});
  return layout;
}

} // namespace proviso::logins
