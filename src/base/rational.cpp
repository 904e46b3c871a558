#include "base/rational.hpp"

#include <algorithm>
#include <numeric>

namespace proviso::base {
namespace {

static_assert(sizeof(long) == sizeof(std::int64_t), "counts pass through GMP's long");

__extension__ typedef __int128 wide; // NOLINT(modernize-use-using): no extension

constexpr std::int64_t most_small = std::int64_t{1} << 62; // so that a sum of two products is within `wide`
constexpr int most_small_decimals = 18;

bool is_small(wide value) {
  return value <= most_small && value >= -most_small;
}

mpz_class power_of_ten(int exponent) {
  mpz_class result;
  mpz_ui_pow_ui(result.get_mpz_t(), 10, static_cast<unsigned long>(exponent));
  return result;
}

wide small_power_of_ten(int exponent) {
  wide result = 1;
  for (int i = 0; i < exponent; ++i)
    result *= 10;
  return result;
}

// value ÷ divisor to a whole number, away from or towards zero as the mode says.
template <typename Integer>
Integer divided(const Integer& value, const Integer& divisor, rounding mode) {
  const Integer quotient = value / divisor;
  const Integer rest = value % divisor;
  if (rest == 0)
    return quotient;
  const Integer twice = (rest < 0 ? Integer(-rest) : rest) * 2;
  const bool odd = quotient % 2 != 0;
  const bool away = mode == rounding::up || (mode == rounding::half_up && twice >= divisor) ||
                    (mode == rounding::half_even && (twice > divisor || (twice == divisor && odd)));
  return away ? Integer(quotient + (value < 0 ? -1 : 1)) : quotient;
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

rational::rational(std::int64_t whole) {
  if (is_small(whole))
    numerator_ = whole;
  else
    large_ = std::make_shared<const mpq_class>(static_cast<long>(whole));
}

rational::rational(std::int64_t numerator, std::int64_t denominator) : rational(numerator) {
  *this /= rational(denominator);
}

rational::rational(const mpq_class& value) {
  const auto& top = value.get_num();
  const auto& bottom = value.get_den();
  if (top.fits_slong_p() && bottom.fits_slong_p() && take(top.get_si(), bottom.get_si()))
    return;
  large_ = std::make_shared<const mpq_class>(value);
}

mpq_class rational::as_large() const {
  return large_
             ? *large_
             : mpq_class(mpz_class(static_cast<long>(numerator_)), mpz_class(static_cast<long>(denominator_)));
}

// Holds numerator ÷ denominator, which is in lowest terms and above 0 below, if both are small.
bool rational::take(wide numerator, wide denominator) {
  if (!is_small(numerator) || !is_small(denominator))
    return false;
  numerator_ = static_cast<std::int64_t>(numerator);
  denominator_ = static_cast<std::int64_t>(denominator);
  large_.reset();
  return true;
}

rational rational::decimal(std::int64_t units, int scale) {
  rational result(units);
  return result /= rational(mpq_class(power_of_ten(scale)));
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
  return rational(value);
}

// Knuth, The Art of Computer Programming 2, 4.5.1: with d = gcd of the denominators, only d can be shortened
// by.
rational& rational::operator+=(const rational& other) {
  if (both_small(*this, other)) {
    const auto d = std::gcd(denominator_, other.denominator_);
    const auto sum = wide(numerator_) * (other.denominator_ / d) + wide(other.numerator_) * (denominator_ / d);
    const auto e = std::gcd(static_cast<std::int64_t>(sum % d), d);
    if (take(sum / e, wide(denominator_ / d) * (other.denominator_ / e)))
      return *this;
  }
  return *this = rational(mpq_class(as_large() + other.as_large()));
}

rational& rational::operator-=(const rational& other) {
  return *this += -other;
}

rational& rational::operator*=(const rational& other) {
  if (both_small(*this, other)) {
    const auto d = std::gcd(numerator_, other.denominator_);
    const auto e = std::gcd(other.numerator_, denominator_);
    if (take(wide(numerator_ / d) * (other.numerator_ / e), wide(denominator_ / e) * (other.denominator_ / d)))
      return *this;
  }
  return *this = rational(mpq_class(as_large() * other.as_large()));
}

rational& rational::operator/=(const rational& other) {
  if (other.large_)
    return *this = rational(mpq_class(as_large() / *other.large_));
  rational inverse;
  const bool below = other.numerator_ < 0;
  inverse.numerator_ = below ? -other.denominator_ : other.denominator_;
  inverse.denominator_ = below ? -other.numerator_ : other.numerator_;
  return *this *= inverse;
}

rational rational::operator-() const {
  if (large_)
    return rational(mpq_class(-*large_));
  rational result = *this;
  result.numerator_ = -result.numerator_;
  return result;
}

std::strong_ordering operator<=>(const rational& a, const rational& b) {
  if (rational::both_small(a, b))
    return rational::wide(a.numerator_) * b.denominator_ <=> rational::wide(b.numerator_) * a.denominator_;
  return cmp(a.as_large(), b.as_large()) <=> 0;
}

rational rational::rounded(int decimals, rounding mode) const {
  if (!large_ && decimals <= most_small_decimals) {
    const auto scale = small_power_of_ten(decimals);
    const auto units = divided<wide>(numerator_ * scale, denominator_, mode);
    if (is_small(units))
      return rational(static_cast<std::int64_t>(units), static_cast<std::int64_t>(scale));
  }
  const auto value = as_large();
  const auto scale = power_of_ten(decimals);
  mpq_class result(divided<mpz_class>(value.get_num() * scale, value.get_den(), mode), scale);
  result.canonicalize();
  return rational(result);
}

rational rational::floor() const {
  return is_negative() ? rounded(0, rounding::up) : rounded(0, rounding::down);
}

rational rational::ceil() const {
  return is_negative() ? rounded(0, rounding::down) : rounded(0, rounding::up);
}

rational rational::power(std::uint32_t exponent) const {
  mpz_class numerator;
  mpz_class denominator;
  const auto value = as_large();
  mpz_pow_ui(numerator.get_mpz_t(), value.get_num_mpz_t(), exponent);
  mpz_pow_ui(denominator.get_mpz_t(), value.get_den_mpz_t(), exponent);
  return rational(mpq_class(numerator, denominator)); // powers of a fraction in lowest terms are so too
}

std::optional<rational::parts> rational::fraction() const {
  return large_ ? std::nullopt : std::optional(parts{numerator_, denominator_});
}

std::optional<std::int64_t> rational::whole() const {
  if (!is_whole())
    return std::nullopt;
  if (!large_)
    return numerator_;
  return large_->get_num().fits_slong_p() ? std::optional<std::int64_t>(large_->get_num().get_si())
                                          : std::nullopt;
}

std::string rational::fixed(int decimals, bool grouped) const {
  const auto units = rounded(decimals, rounding::half_up) * rational(mpq_class(power_of_ten(decimals)));
  const auto size = units.is_negative() ? -units : units;
  auto digits = size.large_ ? size.large_->get_num().get_str() : std::to_string(size.numerator_);
  const auto places = static_cast<std::size_t>(decimals);
  if (digits.size() <= places)
    digits.insert(0, places + 1 - digits.size(), '0');
  auto whole = digits.substr(0, digits.size() - places);
  if (grouped)
    whole = with_groups(std::move(whole));
  const std::string sign = units.is_negative() ? "-" : "";
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
