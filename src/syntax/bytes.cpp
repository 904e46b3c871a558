// One byte after the other, in the order of the members: numbers in groups of seven bits, the lowest first;
// texts and lists after their length; words as places in the source.
#include "syntax/bytes.hpp"

#include "syntax/members.hpp"

#include <concepts>
#include <utility>

namespace proviso::syntax {
namespace {

constexpr unsigned group = 7; // bits of a number in a byte; the one above says that more follow
constexpr std::uint64_t more = 1U << group;

template <typename Value>
concept counted = std::integral<Value> || std::is_enum_v<Value>;

class packer {
public:
  explicit packer(std::string_view source) : source_(source) {}

  [[nodiscard]] std::string take() { return std::move(bytes_); }

  template <counted Value>
  void put(Value value) {
    auto rest = static_cast<std::uint64_t>(value);
    for (; rest >= more; rest >>= group)
      bytes_.push_back(static_cast<char>(rest % more + more));
    bytes_.push_back(static_cast<char>(rest));
  }
  void put(base::day value) { put(value.time_since_epoch().count()); }
  void put(const span& value) {
    put(value.somewhere() ? value.begin + 1 : 0);
    put(value.end - value.begin);
  }
  void put(const std::string& value) {
    put(value.size());
    bytes_ += value;
  }
  // One that does not stand in the source comes with its bytes.
  void put(std::string_view value) {
    const bool in_source = value.data() >= source_.data() && value.data() < source_.data() + source_.size();
    put(value.size());
    put(in_source ? static_cast<std::size_t>(value.data() - source_.data()) + 1 : 0);
    if (!in_source)
      bytes_ += value;
  }
  template <typename Value>
  void put(const std::optional<Value>& value) {
    put(value.has_value());
    if (value)
      put(*value);
  }
  template <typename Value>
  void put(const std::vector<Value>& values) {
    put(values.size());
    for (const auto& each : values)
      put(each);
  }
  template <typename... Values>
  void put(const std::variant<Values...>& value) {
    put(value.index());
    std::visit([&](const auto& held) { put(held); }, value);
  }
  template <typename Node>
  requires std::is_aggregate_v<Node>
  void put(const Node& node) {
    std::apply([&](const auto&... members) { (put(members), ...); }, members_of(node));
  }

private:
  std::string_view source_;
  std::string bytes_;
};

class unpacker {
public:
  unpacker(std::string_view bytes, std::string_view text, std::uint32_t source)
      : at_(bytes.data()), text_(text), source_(source) {}

  template <counted Value>
  void take(Value& value) {
    value = static_cast<Value>(number());
  }
  void take(base::day& value) { value = base::day(base::day::duration(static_cast<int>(number()))); }
  void take(span& value) {
    const auto begin = static_cast<std::uint32_t>(number());
    const auto length = static_cast<std::uint32_t>(number());
    if (begin != 0)
      value = {source_, begin - 1, begin - 1 + length};
  }
  void take(std::string& value) { value = bytes(number()); }
  void take(std::string_view& value) {
    const auto size = number();
    const auto begin = number();
    value = begin == 0 ? bytes(size) : text_.substr(begin - 1, size);
  }
  template <typename Value>
  void take(std::optional<Value>& value) {
    if (number() != 0)
      take(value.emplace());
  }
  template <typename Value>
  void take(std::vector<Value>& values) {
    values.resize(number());
    for (auto& each : values)
      take(each);
  }
  template <typename... Values>
  void take(std::variant<Values...>& value) {
    const auto held = number();
    [&]<std::size_t... At>(std::index_sequence<At...>) {
      static_cast<void>(((At == held && (take(value.template emplace<At>()), true)) || ...));
    }
    (std::index_sequence_for<Values...>());
  }
  template <typename Node>
  requires std::is_aggregate_v<Node>
  void take(Node& node) {
    std::apply([&](auto&... members) { (take(members), ...); }, members_of(node));
  }

private:
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0;; shift += group) {
      const auto byte = static_cast<unsigned char>(*at_++);
      value |= (byte % more) << shift;
      if (byte < more)
        return value;
    }
  }
  std::string_view bytes(std::size_t size) {
    const std::string_view result(at_, size);
    at_ += size;
    return result;
  }

  const char* at_;
  std::string_view text_;
  std::uint32_t source_;
};

} // namespace

std::string to_bytes(const file& tree, const base::sources& from, std::uint32_t source) {
  packer into(from[source].text());
  into.put(tree);
  return into.take();
}

file from_bytes(std::string_view bytes, const base::sources& from, std::uint32_t source) {
  file tree;
  unpacker(bytes, from[source].text(), source).take(tree);
  return tree;
}

} // namespace proviso::syntax
