#include "optimizing/certificate_text.hpp"

#include <fmt/format.h>
#include <iterator>
#include <nlohmann/json.hpp>

namespace proviso::optimizing {
namespace {

using json = nlohmann::json;

constexpr std::array split_names{"quantity", "pack", "overage", "users"};
constexpr std::size_t most_depth = 8;

template <typename numbers>
void write_list(fmt::memory_buffer& out, const numbers& all) {
  out.push_back('[');
  for (std::size_t i = 0; i < all.size(); ++i)
    fmt::format_to(std::back_inserter(out), "{}{}", i == 0 ? "" : ",", static_cast<std::int64_t>(all[i]));
  out.push_back(']');
}

template <typename lists>
void write_lists(fmt::memory_buffer& out, const lists& all) {
  out.push_back('[');
  for (std::size_t i = 0; i < all.size(); ++i) {
    fmt::format_to(std::back_inserter(out), "{}", i == 0 ? "" : ",");
    write_list(out, all[i]);
  }
  out.push_back(']');
}

void write_node(fmt::memory_buffer& out, const proof_node& each) {
  if (each.inner) {
    fmt::format_to(std::back_inserter(out), R"({{"what":"{}","whole":{},"part":{},"at":{}}})",
                   split_names[static_cast<std::size_t>(each.inner->what)], each.inner->whole, each.inner->part,
                   each.inner->at);
    return;
  }
  fmt::format_to(std::back_inserter(out), R"({{"scale":{},"multipliers":)", each.scale);
  write_list(out, each.multipliers);
  out.push_back('}');
}

// A text that is deeper than a certificate is no certificate; it is left before it costs anything.
json shallow(std::string_view text) {
  const auto keep = [](int depth, json::parse_event_t, json&) {
    if (depth > static_cast<int>(most_depth))
      throw std::length_error("deeper than a certificate");
    return true;
  };
  return json::parse(text, keep);
}

// Thrown and caught here alone.
struct unread {
  std::string wrong;
};

const json& member(const json& of, const char* name) {
  const auto found = of.is_object() ? of.find(name) : of.end();
  if (!of.is_object() || found == of.end())
    throw unread{fmt::format("no '{}'", name)};
  return *found;
}

template <typename number>
number whole(const json& of, const char* name) {
  const auto fits =
      of.is_number_integer() &&
      (!of.is_number_unsigned() ||
       of.get<std::uint64_t>() <= static_cast<std::uint64_t>(std::numeric_limits<number>::max())) &&
      (of.is_number_unsigned() || of.get<std::int64_t>() >= std::int64_t{std::numeric_limits<number>::min()});
  if (!fits)
    throw unread{fmt::format("'{}' holds no whole number in its range", name)};
  return of.get<number>();
}

const json& list(const json& of, const char* name) {
  if (!of.is_array())
    throw unread{fmt::format("'{}' is no list", name)};
  return of;
}

std::vector<count> numbers(const json& of, const char* name) {
  std::vector<count> all;
  for (const auto& each : list(of, name))
    all.push_back(whole<count>(each, name));
  return all;
}

proof_node read_node(const json& of) {
  proof_node all;
  if (of.is_object() && of.contains("what")) {
    const auto& what = member(of, "what");
    const auto name = what.is_string() ? what.get<std::string>() : std::string();
    const auto found = std::ranges::find(split_names, name);
    if (found == split_names.end())
      throw unread{"'what' is none of quantity, pack, overage, users"};
    all.inner = split{static_cast<splitting>(found - split_names.begin()),
                      whole<std::uint32_t>(member(of, "whole"), "whole"),
                      whole<std::uint32_t>(member(of, "part"), "part"), whole<count>(member(of, "at"), "at")};
    return all;
  }
  all.scale = whole<std::int64_t>(member(of, "scale"), "scale");
  all.multipliers = numbers(member(of, "multipliers"), "multipliers");
  return all;
}

certificate read_certificate(const json& of) {
  certificate all;
  if (whole<count>(member(of, "certificate"), "certificate") != 1)
    throw unread{"'certificate' is a version other than 1"};
  all.cost = whole<money>(member(of, "cost"), "cost");
  all.bound = whole<money>(member(of, "bound"), "bound");
  all.bought.users = numbers(member(of, "users"), "users");
  for (const auto& each : list(member(of, "quantities"), "quantities"))
    all.bought.quantities.push_back(numbers(each, "quantities"));
  for (const auto& each : list(member(of, "packs"), "packs")) {
    all.bought.packs.emplace_back();
    for (const auto taken : numbers(each, "packs"))
      all.bought.packs.back().push_back(taken != 0);
  }
  for (const auto& each : list(member(of, "proof"), "proof")) {
    try {
      all.why.nodes.push_back(read_node(each));
    } catch (const unread& bad) {
      throw unread{fmt::format("proof {}: {}", all.why.nodes.size(), bad.wrong)};
    }
  }
  return all;
}

} // namespace

std::string certificate_text(const certificate& of) {
  fmt::memory_buffer out;
  fmt::format_to(std::back_inserter(out),
                 "{{\"certificate\":1,\"cost\":{},\"bound\":{},\n\"quantities\":", of.cost, of.bound);
  write_lists(out, of.bought.quantities);
  fmt::format_to(std::back_inserter(out), ",\n\"packs\":");
  write_lists(out, of.bought.packs);
  fmt::format_to(std::back_inserter(out), ",\n\"users\":");
  write_list(out, of.bought.users);
  fmt::format_to(std::back_inserter(out), ",\n\"proof\":[");
  for (std::size_t i = 0; i < of.why.nodes.size(); ++i) {
    fmt::format_to(std::back_inserter(out), "{}\n", i == 0 ? "" : ",");
    write_node(out, of.why.nodes[i]);
  }
  fmt::format_to(std::back_inserter(out), "]}}\n");
  return fmt::to_string(out);
}

certificate_read certificate_from(std::string_view text) {
  if (text.size() > most_text)
    return {{}, fmt::format("{} bytes, more than a certificate may have", text.size())};
  try {
    return {read_certificate(shallow(text)), {}};
  } catch (const unread& bad) {
    return {{}, bad.wrong};
  } catch (const json::exception&) {
    return {{}, "no JSON"};
  } catch (const std::length_error& bad) {
    return {{}, bad.what()};
  }
}

} // namespace proviso::optimizing
