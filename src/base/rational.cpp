#include "base/rational.hpp"

#include <algorithm>

namespace proviso::base {
namespace {

static_assert(sizeof(long) == sizeof(std::int64_t), "counts pass through GMP's long");

mpz_class power_of_ten(int exponent) {
  mpz_class result;
  mpz_ui_pow_ui(result.get_mpz_t(), 10, static_cast<unsigned long>(exponent));
  return result;
}

// value ÷ divisor to a whole number, away from or towards zero as the mode says.
mpz_class divided(const mpz_class& value, const mpz_class& divisor, rounding mode) {
  mpz_class quotient;
  mpz_class rest;
  mpz_tdiv_qr(quotient.get_mpz_t(), rest.get_mpz_t(), value.get_mpz_t(), divisor.get_mpz_t());
  if (sgn(rest) == 0)
    return quotient;
  const int half = cmp(abs(rest) * 2, divisor);
  const bool odd = mpz_odd_p(quotient.get_mpz_t()) != 0;
  const bool away = mode == rounding::up || (mode == rounding::half_up && half >= 0) ||
                    (mode == rounding::half_even && (half > 0 || (half == 0 && odd)));
  return away ? mpz_class(quotient + sgn(value)) : quotient;
}

std::string with_groups(std::string digits) {
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), 1, ',');
  return digits;
}

constexpr std::size_t most_digits = 40;
constexpr int most_exponent = 40;

struct scanned {
  std::string digits;
  int scale = 0;
};

// Digits with '_' between them and at most one point; empty digits where the text is none.
scanned scan(std::string_view text) {
  scanned result;
  bool point = false;
  char before = 0;
  for (const char c : text) {
    if (c == '.' && !point && before >= '0' && before <= '9')
      point = true;
    else if (c >= '0' && c <= '9') {
      result.digits += c;
      result.scale += point;
    } else if (c != '_' || before < '0' || before > '9')
      return {};
    before = c;
  }
  return before == '_' || before == '.' || result.digits.size() > most_digits ? scanned{} : result;
}

} // namespace

rational::rational(std::int64_t whole) : value_(static_cast<long>(whole)) {}

rational::rational(std::int64_t numerator, std::int64_t denominator)
    : value_(mpz_class(static_cast<long>(numerator)), mpz_class(static_cast<long>(denominator))) {
  value_.canonicalize();
}

rational rational::decimal(std::int64_t units, int scale) {
  mpq_class value(mpz_class(static_cast<long>(units)), power_of_ten(scale));
  value.canonicalize();
  return rational(std::move(value));
}

std::optional<rational> rational::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+'))
    text.remove_prefix(1);
  int exponent = 0;
  if (const auto e = text.find_first_of("eE"); e != std::string_view::npos) {
    auto power = text.substr(e + 1);
    const bool below = power.starts_with('-');
    if (below || power.starts_with('+'))
      power.remove_prefix(1);
    const auto read = scan(power);
    if (read.digits.empty() || read.scale != 0 || read.digits.size() > 4 ||
        std::stoi(read.digits) > most_exponent)
      return std::nullopt;
    exponent = below ? -std::stoi(read.digits) : std::stoi(read.digits);
    text = text.substr(0, e);
  }
  const auto read = scan(text);
  if (read.digits.empty())
    return std::nullopt;
  mpz_class units(read.digits, 10);
  if (negative)
    units = -units;
  const int scale = read.scale - exponent;
  mpq_class value = scale < 0 ? mpq_class(units * power_of_ten(-scale)) : mpq_class(units, power_of_ten(scale));
  value.canonicalize();
  return rational(std::move(value));
}

rational& rational::operator+=(const rational& other) {
  value_ += other.value_;
  return *this;
}
rational& rational::operator-=(const rational& other) {
  value_ -= other.value_;
  return *this;
}
rational& rational::operator*=(const rational& other) {
  value_ *= other.value_;
  return *this;
}
rational& rational::operator/=(const rational& other) {
  value_ /= other.value_;
  return *this;
}
rational rational::operator-() const {
  return rational(mpq_class(-value_));
}

rational rational::rounded(int decimals, rounding mode) const {
  const auto scale = power_of_ten(decimals);
  mpq_class result(divided(value_.get_num() * scale, value_.get_den(), mode), scale);
  result.canonicalize();
  return rational(std::move(result));
}

rational rational::floor() const {
  mpz_class result;
  mpz_fdiv_q(result.get_mpz_t(), value_.get_num_mpz_t(), value_.get_den_mpz_t());
  return rational(mpq_class(result));
}

rational rational::ceil() const {
  mpz_class result;
  mpz_cdiv_q(result.get_mpz_t(), value_.get_num_mpz_t(), value_.get_den_mpz_t());
  return rational(mpq_class(result));
}

rational rational::power(std::uint32_t exponent) const {
  mpz_class numerator;
  mpz_class denominator;
  mpz_pow_ui(numerator.get_mpz_t(), value_.get_num_mpz_t(), exponent);
  mpz_pow_ui(denominator.get_mpz_t(), value_.get_den_mpz_t(), exponent);
  return rational(mpq_class(numerator, denominator)); // powers of a fraction in lowest terms are so too
}

std::optional<std::int64_t> rational::whole() const {
  if (!is_whole() || !value_.get_num().fits_slong_p())
    return std::nullopt;
  return value_.get_num().get_si();
}

std::string rational::fixed(int decimals, bool grouped) const {
  const auto units = divided(value_.get_num() * power_of_ten(decimals), value_.get_den(), rounding::half_up);
  auto digits = mpz_class(abs(units)).get_str();
  const auto places = static_cast<std::size_t>(decimals);
  if (digits.size() <= places)
    digits.insert(0, places + 1 - digits.size(), '0');
  auto whole = digits.substr(0, digits.size() - places);
  if (grouped)
    whole = with_groups(std::move(whole));
  const std::string sign = sgn(units) < 0 ? "-" : "";
  return sign + whole + (decimals > 0 ? "." + digits.substr(digits.size() - places) : "");
}

std::optional<std::string> rational::exact_decimals() const {
  for (int decimals = 0; decimals <= most_exponent; ++decimals)
    if (rounded(decimals, rounding::down) == *this)
      return fixed(decimals);
  return std::nullopt;
}

const rational& smaller(const rational& a, const rational& b) {
  return b < a ? b : a;
}
const rational& larger(const rational& a, const rational& b) {
  return a < b ? b : a;
}

std::optional<std::int64_t> whole_half_up(const rational& value) {
  constexpr std::int64_t most = 1'000'000'000'000'000;
  const auto result = value.rounded(0, rounding::half_up).whole();
  return result && *result <= most && *result >= -most ? result : std::nullopt;
}

std::string grouped(std::int64_t value) {
  return rational(value).fixed(0, true);
}

} // namespace proviso::base
