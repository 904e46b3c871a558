#include "logins/meaning.hpp"

#include "base/text.hpp"
#include "logins/ids.hpp"
#include "logins/vocabulary.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace proviso::logins {
namespace {

constexpr std::size_t longest_name = 255;

std::string shown(std::string_view text) {
  constexpr std::size_t most = 60;
  return base::harmless(text.size() <= most ? std::string(text) : std::string(text.substr(0, most)) + "…");
}

using comparison = bool (*)(std::span<const spelling>, std::string_view, std::string_view);

std::uint8_t hits(const std::vector<way>& ways, std::vector<std::string> way::*names, comparison is,
                  std::span<const spelling> all, std::string_view text) {
  unsigned bits = 0;
  for (std::size_t i = 0; i < ways.size(); ++i)
    if (std::ranges::any_of(ways[i].*names, [&](const auto& name) { return is(all, name, text); }))
      bits |= 1U << i;
  return static_cast<std::uint8_t>(bits);
}

verdict judge_name(const rules& by, std::span<const spelling> all, std::string_view text) {
  return {.only = hits(by.ways, &way::only, same_name, all, text),
          .except = hits(by.ways, &way::except, same_name, all, text),
          .may_be_only = hits(by.ways, &way::only, may_be, all, text),
          .may_be_except = hits(by.ways, &way::except, may_be, all, text)};
}

verdict judge_user(std::string_view text) {
  const auto kind = kind_of(text);
  return {.internal = kind == user_kind::internal || kind == user_kind::guest,
          .unknown = kind == user_kind::unknown};
}

verdict judge_status(std::string_view text) {
  return {.unknown = !is_failure(text)};
}

void count_word(std::vector<std::uint32_t>& rows, std::uint32_t number) {
  if (number >= rows.size()) [[unlikely]]
    rows.resize(number + 64);
  ++rows[number];
}

} // namespace

rules make_rules(const question& asked, const zone& days, std::optional<zone> file_zone) {
  rules made{
      calendar(days, asked.months), asked.ways, {std::move(file_zone), asked.dates, days}, 0, 0, false, {}};
  for (std::size_t i = 0; i < asked.ways.size(); ++i) {
    made.all_ways |= 1U << i;
    made.unrestricted |= asked.ways[i].only.empty() ? 1U << i : 0;
    made.every_login |= asked.ways[i].unit == unit::every_login;
  }
  return made;
}

meaning::meaning(const rules& by)
    : rules_(by), types_([&by](std::string_view text) {
        auto found = judge_name(by, login_types(), text);
        found.internal = is_internal_login(text);
        return found;
      }),
      subtypes_([&by](std::string_view text) { return judge_name(by, login_subtypes(), text); }),
      user_types_(judge_user), statuses_(judge_status) {}

bool meaning::take(const picked_cells& cells, bool raw, batch& into) {
  ++into.rows;
  if (layout_->has(event) && !is_login_event(cells[event])) {
    ++into.elsewhere;
    return true;
  }
  moment when;
  const auto time = cells[time_of_login].empty() ? cells[plain_time] : cells[time_of_login];
  if (!read_common_time(time.data(), time.size(), when) && !read_when(time, raw, when, into)) {
    ++into.bad_undated;
    return false;
  }
  into.first = std::min(into.first, when.instant());
  into.last = std::max(into.last, when.instant());
  const auto result = cells[status];
  if (is_success(result))
    return take_success(cells, raw, when, into) || doubt(when, into);
  if (result.empty())
    return refuse("has no status") || doubt(when, into);
  if (begins_a_success(result)) [[unlikely]]
    return refuse(fmt::format("has the status '{}', which seems to be cut off", shown(result))) ||
           doubt(when, into);
  note_failure(result, raw, when, into);
  return true;
}

void meaning::note_failure(std::string_view result, bool raw, moment when, batch& into) {
  ++into.failed;
  const auto number = statuses_.number(result, raw);
  count_word(into.status_rows, number);
  if (statuses_[number].means.unknown)
    note_month(when, into.untold_statuses);
}

bool meaning::read_when(std::string_view text, bool raw, moment& when, batch& into) {
  const auto read = read_time(raw ? without_doubled_quotes(text) : std::string(text), rules_.clocks);
  if (!read.when)
    return refuse(read.fault, read.help);
  if (read.guessed)
    into.orders |= 1U << static_cast<unsigned>(*read.guessed);
  when = *read.when;
  return true;
}

bool meaning::take_success(const picked_cells& cells, bool raw, moment when, batch& into) {
  key user;
  key row;
  if (!user_of(cells, raw, user, into) || (rules_.every_login && !row_of(cells, row)))
    return false;
  const auto [ways, untold, internal] = ways_of(cells, raw, into);
  if (internal) {
    ++into.internal;
    return true;
  }
  ++into.successful;
  const auto place = rules_.calendar.of(when);
  if (place == no_slot) {
    ++into.outside;
    return true;
  }
  if (untold != 0) [[unlikely]]
    note_month(when, into.untold_types);
  if (ways != rules_.all_ways)
    for (std::size_t i = 0; i < rules_.ways.size(); ++i)
      into.excluded[i] += (((ways | untold) >> i) & 1U) ^ 1U;
  if (ways == 0)
    return true;
  into.logins.push_back({user, place, ways});
  if (rules_.every_login && layout_->tells_rows())
    into.rows_seen.push_back(row);
  return true;
}

meaning::counted meaning::ways_of(const picked_cells& cells, bool raw, batch& into) {
  std::uint32_t only = rules_.unrestricted;
  std::uint32_t except = 0;
  std::uint32_t may_be_only = 0;
  std::uint32_t may_be_except = 0;
  bool internal = false;
  const auto name = [&](const verdict& means) {
    only |= means.only;
    except |= means.except;
    if (layout_->event_log) { // LoginHistory has names, which are compared as they are
      may_be_only |= means.may_be_only;
      may_be_except |= means.may_be_except;
    }
  };
  if (layout_->has(type)) {
    const auto number = types_.number(cells[type], raw);
    count_word(into.type_rows, number);
    name(types_[number].means);
    internal = types_[number].means.internal;
  }
  if (layout_->has(subtype))
    name(subtypes_[subtypes_.number(cells[subtype], raw)].means);
  if (layout_->has(user_type)) {
    const auto number = user_types_.number(cells[user_type], raw);
    count_word(into.user_rows, number);
    internal |= user_types_[number].means.internal;
  }
  const auto untold = ((may_be_only & ~only) | (may_be_except & (only | may_be_only))) & ~except;
  return {only & ~except & ~untold & rules_.all_ways, untold & rules_.all_ways, internal};
}

bool meaning::user_of(const picked_cells& cells, bool raw, key& user, batch& into) {
  if (!layout_->has(user_id))
    return name_of(cells[user_name], raw, user, into);
  return read_id(cells[user_id], user) ||
         refuse_id("user", raw ? without_doubled_quotes(cells[user_id]) : std::string(cells[user_id]));
}

bool meaning::refuse_id(std::string_view whose, const std::string& id) {
  if (id.empty())
    return refuse(fmt::format("has no {} id", whose));
  if (id.size() == short_id || id.size() == long_id)
    return refuse(fmt::format("the {} id '{}' has characters that are no letters or digits", whose, shown(id)));
  return refuse(
      fmt::format("the {} id '{}' has {} characters, 15 or 18 are expected", whose, shown(id), id.size()));
}

bool meaning::name_of(std::string_view text, bool raw, key& user, batch& into) {
  const auto name = base::lower(raw ? without_doubled_quotes(text) : std::string(text));
  if (name.empty())
    return refuse("has no user name");
  if (name.size() > longest_name)
    return refuse(
        fmt::format("the user name has {} characters, {} at most are expected", name.size(), longest_name));
  user = {into.names.size(), name_mark | name.size()};
  into.names += name;
  return true;
}

// LoginHistory by its id; event log files by request and session.
bool meaning::row_of(const picked_cells& cells, key& row) {
  if (layout_->event_log) {
    if (cells[request].empty() && cells[session].empty())
      return refuse("has neither a REQUEST_ID nor a LOGIN_KEY to tell it from others");
    row = rules_.mix.digest(cells[request], cells[session]);
    return true;
  }
  if (!layout_->tells_rows())
    return true;
  return read_id(cells[row_id], row) || refuse_id("row's", std::string(cells[row_id]));
}

// A row that cannot be read, of a time that can.
bool meaning::doubt(moment when, batch& into) const {
  note_month(when, into.bad_months);
  return false;
}

void meaning::note_month(moment when, std::vector<std::uint32_t>& into) const {
  if (const auto place = rules_.calendar.of(when); place != no_slot) {
    const auto month = place / 32;
    into.resize(std::max<std::size_t>(into.size(), month + 1));
    ++into[month];
  }
}

bool meaning::refuse(std::string why, std::string help) {
  reason_ = std::move(why);
  help_ = std::move(help);
  return false;
}

} // namespace proviso::logins
