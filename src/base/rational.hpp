// Exact numbers: prices, shares, growth and money. A rational of any size; nothing is rounded until
// somebody asks for it and says how. There is no way in from, or out to, a binary float.
#pragma once

#include <compare>
#include <cstdint>
#include <gmpxx.h>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace proviso::base {

enum class rounding { half_up, half_even, up, down }; // away from zero where a half goes up

class rational {
public:
  rational() = default;
  rational(std::int64_t whole);                               // NOLINT: a count is a number
  rational(std::int64_t numerator, std::int64_t denominator); // the denominator is not 0

  // units × 10^-scale: the decimal as written.
  [[nodiscard]] static rational decimal(std::int64_t units, int scale);

  // "20_000", "2.00", "+1.5e-3" exactly; empty where it is no decimal number or has more than 40 digits
  // or an exponent beyond ±40.
  [[nodiscard]] static std::optional<rational> parse(std::string_view text);

  rational& operator+=(const rational& other);
  rational& operator-=(const rational& other);
  rational& operator*=(const rational& other);
  rational& operator/=(const rational& other); // `other` is not 0
  [[nodiscard]] friend rational operator+(rational a, const rational& b) { return a += b; }
  [[nodiscard]] friend rational operator-(rational a, const rational& b) { return a -= b; }
  [[nodiscard]] friend rational operator*(rational a, const rational& b) { return a *= b; }
  [[nodiscard]] friend rational operator/(rational a, const rational& b) { return a /= b; }
  [[nodiscard]] rational operator-() const;

  [[nodiscard]] friend bool operator==(const rational& a, const rational& b) { return (a <=> b) == 0; }
  friend std::strong_ordering operator<=>(const rational& a, const rational& b);

  [[nodiscard]] bool is_zero() const { return !large_ && numerator_ == 0; }
  [[nodiscard]] bool is_negative() const { return large_ ? sgn(*large_) < 0 : numerator_ < 0; }
  [[nodiscard]] bool is_whole() const { return large_ ? large_->get_den() == 1 : denominator_ == 1; }

  // Rounded to that many decimals.
  [[nodiscard]] rational rounded(int decimals, rounding mode) const;
  [[nodiscard]] rational floor() const;
  [[nodiscard]] rational ceil() const;
  [[nodiscard]] rational power(std::uint32_t exponent) const;

  // The whole number; empty where it has a fraction or does not fit.
  [[nodiscard]] std::optional<std::int64_t> whole() const;

  struct parts { // in lowest terms, the denominator above 0
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
  };
  // Empty where one of them does not fit.
  [[nodiscard]] std::optional<parts> fraction() const;

  // Fixed decimals ("1234.50"), half up, optionally grouped ("1,234.50").
  [[nodiscard]] std::string fixed(int decimals, bool grouped = false) const;
  // All decimals where the number has an end ("0.125"), else empty.
  [[nodiscard]] std::optional<std::string> exact_decimals() const;

private:
  __extension__ typedef __int128 wide; // NOLINT(modernize-use-using): holds every product of two small numbers
  explicit rational(const mpq_class& value);
  [[nodiscard]] mpq_class as_large() const;
  [[nodiscard]] static bool both_small(const rational& a, const rational& b) { return !a.large_ && !b.large_; }
  bool take(wide numerator, wide denominator);

  // In lowest terms. What fits is always held here, which is many times faster; the rest is GMP's.
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
  std::shared_ptr<const mpq_class> large_;
};

[[nodiscard]] const rational& smaller(const rational& a, const rational& b);
[[nodiscard]] const rational& larger(const rational& a, const rational& b);

// Half up to a whole number, as users and logins are; empty beyond 10^15.
[[nodiscard]] std::optional<std::int64_t> whole_half_up(const rational& value);

// 89614 as "89,614".
[[nodiscard]] std::string grouped(std::int64_t value);

} // namespace proviso::base
