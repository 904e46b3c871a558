// The linear relaxation of a problem, solved by the dual simplex method in doubles. It guides: what it says is
// rounded and judged exactly elsewhere.
//
//   least Σ cost y  where  Σ use x + slack = right side + Σ cover y,  each segment's x sum to its users
//
// Columns are the users x of a segment that take a choice, a slack for each row, and purchases y between
// bounds. A segment's sum is no row: one of its columns, the key, takes what the others leave, and the basis
// holds the other basic columns only (generalized upper bounds). Its inverse is kept whole: it has as many rows
// as bind. Rows that do not are left out until they would be broken.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

namespace proviso::optimizing {

// The columns of users that use the same rows: those who choose one offer.
struct family {
  std::vector<std::uint32_t> segments;    // of each column
  std::vector<std::uint32_t> window_rows; // rows in which the columns differ
  std::vector<std::uint32_t> user_rows;   // rows in which each counts 1
  std::vector<double> use;                // by window row, then by column
};

struct cover {
  std::uint32_t row = 0;
  double amount = 0;
};

// Where a solve stopped, to go on from there under other bounds.
struct basis {
  std::vector<std::uint32_t> rows;    // that are not left out
  std::vector<std::uint32_t> columns; // basic, one for each of these rows
  std::vector<std::uint32_t> keys;    // by segment
  std::vector<std::uint32_t> upper;   // not basic, at their upper bound
};

enum class ending { solved, cut_off, infeasible, stuck };

class simplex {
public:
  simplex(std::vector<double> segment_users, std::vector<family> families, std::vector<double> right_sides);

  // Columns are numbered: users by family, then slacks by row, then purchases as they are added.
  [[nodiscard]] std::uint32_t user_columns() const { return users_; }
  std::uint32_t add_purchase(double cost, const std::vector<cover>& covers);
  void set_bounds(std::uint32_t column, double low, double high);
  void set_right_side(std::uint32_t row, double value) { right_[row] = value; }

  [[nodiscard]] basis here() const;
  void go_to(const basis& start);

  // Ends when the sum of costs is known to be above `most`.
  ending solve(double most);

  [[nodiscard]] double objective() const { return objective_; }
  [[nodiscard]] double value(std::uint32_t column) const;
  [[nodiscard]] double cost(std::uint32_t column) const { return cost_[column]; }
  // By row: what one more unit of the right side saves. Where infeasible, what proves it, added to a large
  // degree.
  [[nodiscard]] std::vector<double> multipliers() const;
  [[nodiscard]] std::vector<double> ray() const;
  [[nodiscard]] std::uint64_t work() const { return work_; }

private:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  struct breakpoint {
    double step;
    std::uint32_t column;
    double rate; // how fast the infeasibility falls beyond it
    double size; // of its entry in the pivot row
  };
  struct leaving {
    std::uint32_t position = none;
    std::uint32_t key_of = none; // a key without basic columns of its segment
    double infeasibility = 0;    // above 0: beyond its lower bound
    bool below = true;
  };

  // simplex.cpp: what a column holds
  [[nodiscard]] bool is_users(std::uint32_t column) const { return column < users_; }
  [[nodiscard]] bool is_slack(std::uint32_t column) const {
    return column >= users_ && column < users_ + rows_;
  }
  [[nodiscard]] std::uint32_t segment_of(std::uint32_t column) const { return segment_[column]; }
  [[nodiscard]] double rest(std::uint32_t column) const {
    return upper_[column] != 0 ? high_[column] : low_[column];
  }
  void add_entries(std::uint32_t column, double factor, std::vector<double>& sum) const;
  void add_reduced(std::uint32_t column, double factor, std::vector<double>& sum) const;
  [[nodiscard]] double key_value(std::uint32_t segment) const;

  // simplex_basis.cpp: the basis and its inverse
  void activate(std::uint32_t row);
  void refactor();
  void only_slacks();
  void rebuild();
  void recompute_values();
  void recompute_prices();
  void rest_where_cheapest();
  void apply_inverse(const std::vector<double>& column, std::vector<double>& result) const;
  void replace(std::uint32_t position, const std::vector<double>& pivot_column);
  void swap_key(std::uint32_t position);
  bool add_broken_rows();

  // simplex_step.cpp: one step
  [[nodiscard]] leaving choose_leaving();
  void pivot_row(const double* inverse_row);
  void gather(double sign);
  void next_of_segment(std::uint32_t segment, double from, double sign);
  void offer_breakpoint(const breakpoint& met);
  [[nodiscard]] std::uint32_t line_search(double infeasibility, double sign, double& step);
  void flip(const breakpoint& passed);
  void move_prices(double step, double sign);
  bool step(const leaving& out);
  bool step_key(const leaving& out);

  std::uint32_t users_ = 0;
  std::uint32_t rows_ = 0;
  std::vector<double> segment_users_;
  std::vector<family> families_;
  std::vector<double> right_;
  std::vector<std::uint32_t> family_begin_;  // first column of each family
  std::vector<std::uint32_t> family_of_;     // of a users column
  std::vector<std::uint32_t> segment_;       // of a users column
  std::vector<std::uint32_t> segment_begin_; // into segment_columns_
  std::vector<std::uint32_t> segment_columns_;
  std::vector<std::vector<cover>> covers_; // of purchases

  std::vector<double> cost_, low_, high_;
  std::vector<std::uint8_t> upper_;
  std::vector<std::uint32_t> position_;  // in the basis, by column; none otherwise
  std::vector<std::uint32_t> key_;       // by segment
  std::vector<std::uint32_t> basics_in_; // by segment: basic columns besides the key
  std::vector<double> resting_;          // by segment: Σ of its columns that are not basic
  std::vector<std::uint32_t> limited_;   // users columns with bounds of their own

  std::vector<std::uint32_t> active_;        // rows
  std::vector<std::uint32_t> place_;         // by row: in active_; none otherwise
  std::vector<std::uint32_t> basic_;         // by position
  std::vector<double> values_;               // by position
  std::vector<std::vector<double>> inverse_; // by position, then by place
  std::vector<double> norms_;                // of the rows of the inverse

  std::vector<double> price_; // by column, of users without the key's, of others the reduced cost
  std::vector<double> entry_; // by column, in the pivot row, likewise
  std::vector<breakpoint> heap_;
  std::vector<std::uint32_t> flipped_;
  std::vector<double> shift_, scratch_, column_;
  std::vector<double> ray_;
  double objective_ = 0;
  std::uint64_t work_ = 0;
  std::uint32_t since_refactor_ = 0;
};

} // namespace proviso::optimizing
