// Messages on a stream as the language server protocol frames them: a header with the length, then as many
// bytes of JSON. Memory is bounded, and what is no frame is told once and passed over up to the next header.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace proviso::editor {

inline constexpr std::size_t largest_message = 64 * 1024 * 1024;

struct frame {
  enum class kind { message, broken, end } is = kind::end;
  std::string text; // the message, or what is wrong with the frame
};

class message_reader {
public:
  explicit message_reader(std::istream& in) : in_(in) {}

  [[nodiscard]] frame next();

private:
  [[nodiscard]] std::optional<std::string> line();
  [[nodiscard]] frame body(std::size_t length);
  [[nodiscard]] frame broken(std::string why);

  std::istream& in_;
  bool lost_ = false; // between a broken frame and the next header
};

void write_message(std::ostream& out, std::string_view text);

// Whether JSON nests deeper than anybody means it to: whoever walks it would need as much of the stack.
[[nodiscard]] bool nests_too_deep(std::string_view json);

} // namespace proviso::editor
