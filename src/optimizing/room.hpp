// The logins that windows have left under a purchase, and what users take from them who come or leave.
#pragma once

#include "optimizing/layout.hpp"

namespace proviso::optimizing {

class login_room {
public:
  static constexpr std::uint32_t no_row = std::numeric_limits<std::uint32_t>::max();

  // `decided` by decision, `users` as in a purchase.
  login_room(const problem& of, const layout& by, const std::vector<count>& decided,
             const std::vector<count>& users);

  // Users of a segment come to a choice of its menu, or leave it where there are fewer than none.
  void add_users(std::uint32_t segment, std::uint32_t at, count users);

  // The most users of the segment who could join the choice without breaking a window.
  [[nodiscard]] count space_for(std::uint32_t segment, std::uint32_t at) const;
  // The most users for whom leaving the choice eases a broken window; 0 where it breaks none.
  [[nodiscard]] count to_leave(std::uint32_t segment, std::uint32_t at) const;
  // Whether the offer's logins exceed any of its windows.
  [[nodiscard]] bool is_broken(std::uint32_t offer) const;
  // The row of the window that holds a month of an offer; no_row where none does.
  [[nodiscard]] std::uint32_t row_of(std::uint32_t offer, std::uint32_t month) const {
    return row_of_month_[std::size_t{offer} * of_.months + month];
  }

private:
  void take(std::uint32_t offer, std::uint32_t month, count numerator);

  const problem& of_;
  std::vector<count> room_;                 // by row of a window, in numerators of logins, without rounding
  std::vector<std::uint32_t> row_of_month_; // by offer and month
};

} // namespace proviso::optimizing
