// What one row means: a login, in which ways it counts, or why not. The same for every form a row comes in.
#pragma once

#include "logins/batch.hpp"
#include "logins/calendar.hpp"
#include "logins/ids.hpp"
#include "logins/layout.hpp"
#include "logins/question.hpp"
#include "logins/timestamp.hpp"
#include "logins/words.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::logins {

// What all threads share and nobody changes.
struct rules {
  logins::calendar calendar;
  std::vector<way> ways;
  logins::clocks clocks;
  std::uint32_t unrestricted = 0; // bit i: way i has no `only`
  std::uint32_t all_ways = 0;
  bool every_login = false; // rows must be told apart
  mixer mix{};
};

[[nodiscard]] rules make_rules(const question& asked, const zone& days, std::optional<zone> file_zone);

class meaning {
public:
  explicit meaning(const rules& by);

  // Of the rows that follow.
  void use(const layout& columns) { layout_ = &columns; }

  // Adds a row to the batch. False where it cannot be read; then `reason` says why, and `help` is not empty
  // where no row like it could be, and the batch knows in which month it may count. Eighteen bytes after the
  // begin of a cell must be readable. `raw`: quotes in cells are doubled still.
  bool take(const picked_cells& cells, bool raw, batch& into);

  [[nodiscard]] const std::string& reason() const { return reason_; }
  [[nodiscard]] const std::string& help() const { return help_; }
  [[nodiscard]] const words& types() const { return types_; }
  [[nodiscard]] const words& user_types() const { return user_types_; }
  [[nodiscard]] const words& statuses() const { return statuses_; } // of rows that failed

private:
  bool read_when(std::string_view text, bool raw, moment& when, batch& into);
  void note_failure(std::string_view result, bool raw, moment when, batch& into);
  bool take_success(const picked_cells& cells, bool raw, moment when, batch& into);
  struct counted { // in which ways a row is
    std::uint32_t ways = 0;
    std::uint32_t untold = 0; // others of which nobody can tell
    bool internal = false;
  };
  counted ways_of(const picked_cells& cells, bool raw, batch& into);
  bool user_of(const picked_cells& cells, bool raw, key& user, batch& into);
  bool name_of(std::string_view text, bool raw, key& user, batch& into);
  bool row_of(const picked_cells& cells, key& row);
  bool refuse_id(std::string_view whose, const std::string& id);
  bool refuse(std::string why, std::string help = {});
  void note_month(moment when, std::vector<std::uint32_t>& into) const;
  bool doubt(moment when, batch& into) const;

  const rules& rules_;
  const layout* layout_ = nullptr;
  words types_;
  words subtypes_;
  words user_types_;
  words statuses_;
  std::string reason_;
  std::string help_;
};

} // namespace proviso::logins
