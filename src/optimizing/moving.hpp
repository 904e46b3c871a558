// Users move one after the other from what is too small to what has room, where that costs least.
#pragma once

#include "optimizing/room.hpp"

namespace proviso::optimizing {

class moving {
public:
  // `users` as in a purchase; they are changed. Multipliers, by row, say what users are worth.
  moving(const problem& of, const layout& by, login_room& room, const std::vector<double>& multipliers,
         std::vector<count>& users);

  // Users leave pools that are overdrawn.
  void relieve();
  // Users of seats go where logins are left over.
  void fill();

private:
  // Users of a segment who could go from one choice to another, and what that costs under the multipliers.
  struct move {
    double price = 0;
    std::uint32_t segment = 0;
    std::uint32_t from = 0;
    std::uint32_t to = 0;
  };

  void price_choices(const std::vector<double>& multipliers);
  [[nodiscard]] const choice& choice_of(std::uint32_t segment, std::uint32_t at) const;
  [[nodiscard]] bool is_pool(std::uint32_t segment, std::uint32_t at) const;
  [[nodiscard]] count& users_of(std::uint32_t segment, std::uint32_t at) const;
  // The cheapest moves of users there are that `wanted(segment, from, to)` accepts, cheapest first.
  template <typename accept>
  [[nodiscard]] std::vector<move> moves(const accept& wanted) const;
  void make(const move& made, count users);

  const problem& of_;
  const layout& by_;
  login_room& room_;
  std::vector<count>& users_;
  std::vector<double> prices_; // of one user, by segment and choice
};

} // namespace proviso::optimizing
