#include "org/read.hpp"

#include "base/text.hpp"
#include "org/read_row.hpp"
#include "org/words.hpp"
#include "tables/find.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace proviso::org {
namespace {

constexpr std::size_t most_shown = 20; // bad rows of one file

bool fits(const form_of& form, const tables::columns& found) {
  return std::ranges::all_of(form.needs, [&](std::uint32_t mask) {
    for (std::size_t i = 0; i < form.columns.size(); ++i)
      if ((mask >> i & 1U) != 0 && found.has(i))
        return true;
    return false;
  });
}

// One file, from its header on.
class file_reader {
public:
  file_reader(reading& all, const asked& as, tables::input& from, base::diagnostics& faults)
      : all_(all), said_(as.said), dates_(as.dates), from_(from), faults_(faults) {}

  void read() {
    const tables::listener to{[this](const tables::header& names) { return take_header(names); },
                              [this](const tables::row& row) { return take(row); },
                              [this](const tables::bad_row& row) { return complain(row.line, row.reason); }};
    const bool whole = tables::read_table(from_, to, faults_);
    if (whole && bad_ > most_shown)
      faults_.push_back(
          {fmt::format("{}: {} more rows cannot be read", from_.name(), bad_ - most_shown), {}, {}, {}});
  }

  [[nodiscard]] std::optional<form> found() const { return form_ ? std::optional(form_->is) : std::nullopt; }

private:
  bool take_header(const tables::header& names) {
    auto twice = form_ ? columns_->find_in(names) : recognise(names);
    if (twice.empty() && form_)
      return true;
    if (!twice.empty())
      faults_.push_back(tables::at_line(from_, 1, twice));
    else
      faults_.push_back({fmt::format("'{}' is no export that is read here: its columns are {}",
                                     base::harmless(from_.name()), shown(names)),
                         {},
                         expected(),
                         {}});
    return false;
  }

  std::string recognise(const tables::header& names) {
    for (const auto& form : all_forms()) {
      if (said_ && form.is != *said_)
        continue;
      tables::columns columns(columns_of(all_.words, form.columns));
      auto twice = columns.find_in(names);
      if (!twice.empty() || fits(form, columns)) {
        form_ = &form;
        columns_.emplace(std::move(columns));
        return twice;
      }
    }
    return {};
  }

  static std::string shown(const tables::header& names) {
    constexpr std::size_t most = 8;
    std::vector<std::string> some;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i)
      some.push_back(base::harmless(names[i].substr(0, 60)));
    return fmt::format("{}{}", fmt::join(some, ", "), names.size() > most ? ", …" : "");
  }

  [[nodiscard]] std::string expected() const {
    if (said_ == form::users)
      return "users need Id or Username, and Profile.UserLicense.Name or its key, Profile.Name or UserType";
    if (said_ == form::assignments)
      return "dated assignments need UserId, License or Profile, and From";
    return "there are UserLicense, TenantUsageEntitlement, PermissionSetAssignment, users and dated "
           "assignments";
  }

  bool take(const tables::row& row) {
    const auto fault = read_row(form_->is, all_, {*columns_, row, from_.name(), dates_});
    return fault.empty() || complain(row.line, fault);
  }

  bool complain(std::size_t line, std::string_view why) {
    if (++bad_ <= most_shown)
      faults_.push_back(tables::at_line(from_, line, why));
    return true;
  }

  reading& all_;
  std::optional<form> said_;
  std::optional<logins::date_order> dates_;
  tables::input& from_;
  base::diagnostics& faults_;
  const form_of* form_ = nullptr;
  std::optional<tables::columns> columns_;
  std::size_t bad_ = 0;
};

void read_file(reading& all, const asked& as, const base::stated<std::string>& place,
               base::diagnostics& faults) {
  auto from = tables::input::open(place.value, place.at, faults);
  if (!from)
    return;
  file_reader reader(all, as, *from, faults);
  reader.read();
  all.into.has_users = all.into.has_users || reader.found() == form::users;
  all.into.has_assignments = all.into.has_assignments || reader.found() == form::assignments;
  all.into.permissions.told = all.into.permissions.told || reader.found() == form::permission_sets;
}

// By day, what two files say alike once.
void sort_by_day(std::vector<assignment>& all) {
  std::ranges::sort(all, {},
                    [](const assignment& a) { return std::tuple(a.days.first, a.days.last, a.license); });
  all.erase(std::unique(all.begin(), all.end()), all.end());
}

struct overlap { // of two assignments of one user
  assignment later;
  assignment first;
};

std::string place_of(const directory& in, const assignment& one) {
  return fmt::format("{}:{}", base::harmless(in.assigned_in[one.file]), one.line);
}

// The user is not told: their rows are.
void complain(const directory& in, std::vector<overlap> all, base::diagnostics& faults) {
  std::ranges::sort(all, {}, [](const overlap& each) {
    return std::tuple(each.later.file, each.later.line, each.first.file, each.first.line);
  });
  for (std::size_t i = 0; i < std::min(all.size(), most_shown); ++i)
    faults.push_back(
        {fmt::format("{}: this dated assignment begins on {}, before that of the same user in {} ends",
                     place_of(in, all[i].later), base::to_string(all[i].later.days.first),
                     place_of(in, all[i].first)),
         {},
         i == 0 ? "end each on the day before the next begins" : "",
         {}});
  if (all.size() > most_shown)
    faults.push_back({fmt::format("{} more dated assignments begin before the same user's last one ends",
                                  all.size() - most_shown),
                      {},
                      {},
                      {}});
}

// Two that hold on one day are a fault.
void arrange(directory& in, base::diagnostics& faults) {
  std::vector<overlap> doubled;
  for (auto& [who, all] : in.assignments) {
    sort_by_day(all);
    for (std::size_t i = 1; i < all.size(); ++i)
      if (all[i - 1].days.last == base::day::max() && all[i - 1].days.first < all[i].days.first)
        all[i - 1].days.last = all[i].days.first - std::chrono::days(1); // a later one ends it
    for (std::size_t i = 1; i < all.size(); ++i)
      if (all[i].days.first <= all[i - 1].days.last)
        doubled.push_back({all[i], all[i - 1]});
  }
  complain(in, std::move(doubled), faults);
}

} // namespace

directory read(const std::vector<asked>& all, const model::catalogue& known, const model::catalogue& words,
               base::diagnostics& faults) {
  directory result;
  licenses numbers(known, words, result);
  reading state{words, result, numbers, {}, {}, {}, {}, {}};
  for (const auto& each : all)
    for (const auto& place : tables::find_tables(each.places, faults))
      read_file(state, each, place, faults);
  result.join_assignments();
  arrange(result, faults);
  return result;
}

} // namespace proviso::org
