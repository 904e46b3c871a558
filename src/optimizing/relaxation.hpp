// A problem's linear relaxation for a part of the tree, in doubles: segments that are alike merged, prices
// replaced by their lower convex hull over what the part leaves open.
#pragma once

#include "optimizing/bounding.hpp"
#include "optimizing/simplex.hpp"

#include <memory>

namespace proviso::optimizing {

// Segments with one menu that move together.
struct group {
  std::vector<std::uint32_t> members;
};

class relaxation {
public:
  relaxation(const problem& of, const layout& by, const std::vector<group>& groups);

  // Only where no group has several members may the part limit choices.
  void narrow(const part& within);
  [[nodiscard]] basis here() const { return lp_->here(); }
  void go_to(const basis& start) { lp_->go_to(start); }
  ending solve(double most) { return lp_->solve(most - fixed_cost_); }

  [[nodiscard]] double objective() const { return lp_->objective() + fixed_cost_; }
  [[nodiscard]] double decided(std::uint32_t decision) const; // in quantities, packs, blocks
  [[nodiscard]] double users(std::uint32_t group, std::uint32_t choice) const;
  // By row, then by period of the problem.
  [[nodiscard]] std::vector<double> multipliers() const;
  [[nodiscard]] std::vector<double> ray() const { return lp_->ray(); }
  [[nodiscard]] std::uint64_t work() const { return lp_->work(); }

private:
  struct slot {
    double slope;
    std::uint32_t column;
  };
  void add_families(const std::vector<group>& groups);
  void set_rows(const part& within);
  void set_decision(std::uint32_t at, const interval& range);
  void set_slot(std::uint32_t at, double slope, double width);
  // What is missing to the least of a period is a column, in units of which no period lacks many.
  void add_periods();
  void set_periods();
  [[nodiscard]] double share(std::uint32_t decision, std::size_t period) const;

  const problem& of_;
  const layout& by_;
  std::vector<std::vector<cover>> covers_;                       // by decision
  std::vector<std::vector<std::uint32_t>> columns_;              // by group and choice
  std::vector<std::uint32_t> floors_;                            // by decision: the column of its least
  std::vector<std::vector<slot>> slots_;                         // by decision
  std::vector<std::pair<std::uint32_t, std::uint32_t>> limited_; // group and choice
  std::vector<std::uint32_t> group_of_;                          // by segment
  std::vector<double> group_users_;
  double fixed_cost_ = 0;
  struct lack {
    double unit = 1;
    double fixed = 0; // of the charges of the period
  };
  std::vector<lack> lacks_; // by period
  std::unique_ptr<simplex> lp_;
};

// A point of a decision's cost.
struct priced {
  double quantity = 0;
  double cost = 0;
};

// The corners of the lower convex hull of what a decision costs in the interval; empty where nothing is for
// sale.
[[nodiscard]] std::vector<priced> hull_of(const problem& of, const decision& bought, const interval& range);

} // namespace proviso::optimizing
