#include "cli/options/settings.hpp"

#include <cstdlib>

namespace proviso::cli {
namespace {

// "fail-on" as PROVISO_FAIL_ON
std::string variable(std::string_view name) {
  std::string result = "PROVISO_";
  for (const char c : name)
    result += c == '-' ? '_' : static_cast<char>(c - 'a' + 'A');
  return result;
}

} // namespace

void settings::offer(std::string_view option, std::vector<given> values) {
  if (!values.empty())
    values_.try_emplace(std::string(option), std::move(values));
}

void settings::forget(std::string_view option) {
  if (const auto found = values_.find(option); found != values_.end())
    values_.erase(found);
}

const given* settings::one(std::string_view option) const {
  const auto found = values_.find(option);
  return found == values_.end() ? nullptr : &found->second.back();
}

std::span<const given> settings::all(std::string_view option) const {
  const auto found = values_.find(option);
  return found == values_.end() ? std::span<const given>{} : found->second;
}

bool settings::on(std::string_view option) const {
  const auto* value = one(option);
  return value != nullptr && value->value == "true";
}

void offer_environment(settings& to, std::span<const option> options) {
  for (const auto& option : options) {
    const auto name = variable(option.name);
    if (const char* value = std::getenv(name.c_str()); value != nullptr && *value != '\0')
      to.offer(option.name, {{value, name, {}}});
  }
}

} // namespace proviso::cli
