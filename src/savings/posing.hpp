// How a problem is posed: offers, people and least charges, in the order of the contract and the plan. Private
// to this layer.
#pragma once

#include "savings/problem.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::savings {

using menu_of_offers = std::vector<optimizing::choice>;

struct refused { // thrown and caught within the layer
  std::string why;
};

class posing {
public:
  posing(const market& in, const people& who, const given_parts& given, const allowance& allowed,
         posing_as how);
  [[nodiscard]] posed operator()();

private:
  [[nodiscard]] const model::contract& contract() const;
  [[nodiscard]] std::size_t months() const;
  [[nodiscard]] rational minor(const rational& amount) const;
  [[nodiscard]] model::sku_terms terms(const offer& of, int month) const;
  void leave_out(std::string what);
  // Whether to pose something easier in its place; else it is left out.
  [[nodiscard]] bool eases(std::string what);

  void find_scales();
  static std::int64_t fits(std::optional<std::int64_t> value, std::string_view what);
  [[nodiscard]] std::int64_t money(const rational& in_minor) const;
  [[nodiscard]] std::int64_t logins(const rational& exact) const;

  void add_offer(std::size_t index);
  optimizing::stretch stretch_of(const offer& of, const stretch& one);
  void set_block(optimizing::stretch& to, std::int64_t priced, const offer& of);
  // Windows follow each other from the first month that is sold, under the terms of their first one.
  void add_windows(optimizing::offer& to, const offer& of);
  optimizing::window rolling_window(const offer& of, const model::sku_terms& now, int first);
  [[nodiscard]] bool is_steady(const offer& of, const model::sku_terms& now, int first) const;
  optimizing::window window_of(const offer& of, const model::sku_terms& now, int first, int length);
  void set_grace(optimizing::window& to, const offer& of, const model::sku_terms& now);
  // A pack is bought with the contract until packs are free to choose.
  void add_packs(optimizing::offer& to, const offer& of) const;
  std::int64_t accounts_of(const offer& of, std::size_t index);
  [[nodiscard]] bool used(std::size_t index) const;

  // Offers that users may change to from the home, those first that are counted as the first pool is.
  menu_of_offers targets(const population& of, std::size_t home);
  void add_population(std::size_t p);
  void seat_home(const population& of, std::size_t home, bool moves);
  // No more than stay there whatever home it has.
  void seat_anywhere(const population& of, const menu_of_offers& menu);
  // The moves that were given: who left the home, and who came to each other offer.
  void seat_moved(const population& of, std::size_t p, std::size_t home);
  template <typename Users>
  void add_users(std::size_t at, Users in_month) {
    auto& users = made_.problem.offers[at].users;
    users.resize(months());
    for (std::size_t m = 0; m < months(); ++m)
      users[m] += in_month(m);
  }
  template <typename Logins>
  void add_settled(std::size_t at, Logins exact) {
    optimizing::load made{static_cast<std::uint32_t>(at), true, {}};
    for (std::size_t m = 0; m < months(); ++m)
      made.base.push_back(logins(exact(m)));
    made_.problem.loads.push_back(std::move(made));
  }
  // Logins of all users, less those of users in bands where these move.
  [[nodiscard]] rational rest_of(const population& of, std::size_t at, std::size_t month, bool moves) const;
  enum class rest { none, home, anywhere };
  std::uint32_t add_load(const population& of, std::size_t at, rest who_stays, bool moves);
  void add_segments(const population& of, std::size_t p, menu_of_offers menu, bool anywhere);

  // Years are told apart where each has a least charge of its own. What is made easier has one for the term,
  // which is no more than theirs.
  [[nodiscard]] bool by_year() const;
  [[nodiscard]] std::int64_t least_of(bool per_year) const; // in minor units; 0 where there is none
  void add_least_cost();
  void add_years();
  // Members that rights to swap can make of logins over the term, as if they were there from its start.
  void add_swaps();
  void add_free_seats(std::size_t at, const model::swap& right);
  [[nodiscard]] std::int64_t most_users() const;

  const market& in_;
  const people& who_;
  const given_parts& given_;
  const allowance& allowed_;
  const posing_as how_;
  posed made_;
};

} // namespace proviso::savings
