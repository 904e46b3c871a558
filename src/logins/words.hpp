// Words that come again and again, such as login types, each judged once.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace proviso::logins {

struct verdict {
  std::uint8_t only = 0;        // bit i: way i counts only these, and this is one of them
  std::uint8_t except = 0;      // bit i: way i leaves this out
  std::uint8_t may_be_only = 0; // likewise in an event log, where nobody knows the codes of both
  std::uint8_t may_be_except = 0;
  bool internal = false; // of an employee or a guest
  bool unknown = false;  // in no table
};

struct word {
  std::string text; // as written
  verdict means;
};

// A cell as it stands between its quotes, without the doubling of quotes in it.
[[nodiscard]] std::string without_doubled_quotes(std::string_view raw);

class words {
public:
  using judge = std::function<verdict(std::string_view)>;
  explicit words(judge by);

  // The number of a word in `all`. Once there are thousands, further ones share a last number, whose verdict is
  // that of the word asked for last. At least eight bytes after its begin must be readable; `raw`: quotes in it
  // are doubled.
  std::uint32_t number(std::string_view text, bool raw) {
    const auto ends = ends_of(text);
    auto& known = recent_[(ends.head * 0x9e3779b97f4a7c15 + ends.tail * 0xc2b2ae3d27d4eb4f) >> 58];
    if (known.ends == ends && known.size == text.size() && known.raw == raw &&
        (text.size() <= 16 || std::memcmp(known.text.data(), text.data(), text.size()) == 0)) [[likely]]
      return known.number;
    return find(text, raw, known);
  }

  [[nodiscard]] const word& operator[](std::uint32_t number) const { return all_[number]; }
  [[nodiscard]] const std::vector<word>& all() const { return all_; }

private:
  struct both_ends { // they hold all of a word up to 16 bytes
    std::uint64_t head = 0;
    std::uint64_t tail = 0;
    friend bool operator==(const both_ends&, const both_ends&) = default;
  };
  struct recent {
    both_ends ends;
    std::size_t size = std::string_view::npos;
    bool raw = false;
    std::uint32_t number = 0;
    std::string text;
  };

  static both_ends ends_of(std::string_view text) {
    both_ends ends;
    std::memcpy(&ends.head, text.data(), 8);
    if (text.size() >= 8)
      std::memcpy(&ends.tail, text.data() + text.size() - 8, 8);
    else
      ends.head &= (std::uint64_t{1} << (8 * text.size())) - 1;
    return ends;
  }

  std::uint32_t find(std::string_view text, bool raw, recent& known);
  std::uint32_t look_up(std::string text);

  judge judge_;
  std::array<recent, 64> recent_{};
  std::vector<word> all_;
  bool spilled_ = false; // `all_` has its last number
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

} // namespace proviso::logins
