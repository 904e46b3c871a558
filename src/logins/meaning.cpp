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

std::uint8_t hits(const std::vector<way>& ways, std::vector<std::string> way::*names,
                  std::span<const spelling> all, std::string_view text) {
  unsigned bits = 0;
  for (std::size_t i = 0; i < ways.size(); ++i)
    if (std::ranges::any_of(ways[i].*names, [&](const auto& name) { return same_name(all, name, text); }))
      bits |= 1U << i;
  return static_cast<std::uint8_t>(bits);
}

verdict judge_name(const rules& by, std::span<const spelling> all, std::string_view text) {
  return {hits(by.ways, &way::only, all, text), hits(by.ways, &way::except, all, text), false, false};
}

verdict judge_user(std::string_view text) {
  const auto kind = kind_of(text);
  return {0, 0, kind == user_kind::internal || kind == user_kind::guest, kind == user_kind::unknown};
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
      user_types_(judge_user) {}

bool meaning::take(const picked_cells& cells, bool raw, batch& into) {
  ++into.rows;
  moment when;
  const auto time = cells[time_of_login];
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
  ++into.failed;
  return true;
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
  bool internal = false;
  const auto ways = ways_of(cells, raw, internal, into);
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
  if (ways != rules_.all_ways)
    for (std::size_t i = 0; i < rules_.ways.size(); ++i)
      into.excluded[i] += ((ways >> i) & 1U) ^ 1U;
  if (ways == 0)
    return true;
  into.logins.push_back({user, place, ways});
  if (rules_.every_login && layout_->tells_rows())
    into.rows_seen.push_back(row);
  return true;
}

std::uint32_t meaning::ways_of(const picked_cells& cells, bool raw, bool& internal, batch& into) {
  std::uint32_t only = rules_.unrestricted;
  std::uint32_t except = 0;
  if (layout_->has(type)) {
    const auto number = types_.number(cells[type], raw);
    const auto& means = types_[number].means;
    count_word(into.type_rows, number);
    only |= means.only;
    except |= means.except;
    internal = means.internal;
  }
  if (layout_->has(subtype)) {
    const auto& means = subtypes_[subtypes_.number(cells[subtype], raw)].means;
    only |= means.only;
    except |= means.except;
  }
  if (layout_->has(user_type)) {
    const auto number = user_types_.number(cells[user_type], raw);
    count_word(into.user_rows, number);
    internal |= user_types_[number].means.internal;
  }
  return only & ~except & rules_.all_ways;
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
  if (const auto place = rules_.calendar.of(when); place != no_slot) {
    const auto month = place / 32;
    into.bad_months.resize(std::max<std::size_t>(into.bad_months.size(), month + 1));
    ++into.bad_months[month];
  }
  return false;
}

bool meaning::refuse(std::string why, std::string help) {
  reason_ = std::move(why);
  help_ = std::move(help);
  return false;
}

} // namespace proviso::logins
