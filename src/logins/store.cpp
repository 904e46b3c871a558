#include "logins/store.hpp"

#include "logins/ids.hpp"

#include <algorithm>

namespace proviso::logins {
namespace {

std::size_t table_of(std::uint64_t hash) {
  return hash >> 58;
}

} // namespace

store::store(const row_shape& as) : shape_(as) {
  for (auto& table : tables_)
    table.users.shape(as, mix_);
}

std::uint64_t store::add(batch& from, sorting_room& room) {
  const auto repeated = leave_out_known(from);
  if (!from.names.empty())
    number_names(from);
  std::array<std::uint32_t, tables + 1> begins{};
  room.hashes.resize(from.logins.size());
  for (std::size_t i = 0; i < from.logins.size(); ++i) {
    room.hashes[i] = mix_(from.logins[i].user);
    ++begins[table_of(room.hashes[i]) + 1];
  }
  for (std::size_t i = 0; i < tables; ++i)
    begins[i + 1] += begins[i];
  auto ends = begins;
  room.arrivals.resize(from.logins.size());
  for (std::size_t i = 0; i < from.logins.size(); ++i)
    room.arrivals[ends[table_of(room.hashes[i])]++] = {from.logins[i], room.hashes[i]};
  hand_out(room.arrivals, begins);
  return repeated;
}

// What others hold at the moment comes last.
void store::hand_out(std::span<const arrival> sorted, const std::array<std::uint32_t, tables + 1>& begins) {
  std::vector<std::size_t> left;
  const auto part = [&](std::size_t i) { return sorted.subspan(begins[i], begins[i + 1] - begins[i]); };
  for (std::size_t i = 0; i < tables; ++i) {
    const std::unique_lock hold(tables_[i].lock, std::try_to_lock);
    if (hold)
      tables_[i].users.add(part(i));
    else
      left.push_back(i);
  }
  for (const auto i : left) {
    const std::lock_guard hold(tables_[i].lock);
    tables_[i].users.add(part(i));
  }
}

std::uint64_t store::leave_out_known(batch& from) {
  if (from.rows_seen.empty())
    return 0;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < from.logins.size(); ++i) {
    const auto hash = mix_(from.rows_seen[i]);
    auto& rows = rows_[table_of(hash)];
    const std::lock_guard hold(rows.lock);
    if (rows.rows.insert(from.rows_seen[i], hash, mix_))
      from.logins[kept++] = from.logins[i];
  }
  const auto repeated = from.logins.size() - kept;
  from.logins.resize(kept);
  return repeated;
}

void store::number_names(batch& from) {
  const std::lock_guard hold(names_lock_);
  for (auto& each : from.logins) {
    if ((each.user.tail & name_mark) == 0)
      continue;
    const auto name = std::string_view(from.names).substr(each.user.head, each.user.tail & ~name_mark);
    auto found = numbers_.find(name);
    if (found == numbers_.end()) {
      names_.emplace_back(name);
      found = numbers_.emplace(names_.back(), names_.size() - 1).first;
    }
    each.user = {found->second, name_mark};
  }
}

std::uint64_t store::users() const {
  std::uint64_t all = 0;
  for (const auto& table : tables_)
    all += table.users.size();
  return all;
}

void store::each(const std::function<void(const user&)>& use) const {
  for (const auto& table : tables_)
    table.users.each([&](const std::uint32_t* row) {
      const auto who = key_at(row);
      const bool named = (who.tail & name_mark) != 0;
      const auto id = named ? std::string() : id_of(who);
      const auto name = named ? std::string_view(names_[who.head]) : std::string_view();
      const auto* cells = row + 4;
      const auto size = shape_.cells();
      use({id,
           name,
           shape_.months,
           shape_.ways,
           {cells, size},
           shape_.counts ? std::span(cells + size, size) : std::span<const std::uint32_t>()});
    });
}

} // namespace proviso::logins
