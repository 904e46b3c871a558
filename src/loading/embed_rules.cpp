// Runs while Proviso is built: `embed_rules OUTPUT FOLDER FILE…` parses the files of a folder of rules and
// writes them, their trees beside them, as the source that defines `embedded_rules()`. A file with a fault
// stops the build.
#include "base/source.hpp"
#include "syntax/bytes.hpp"
#include "syntax/parse.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <sstream>

namespace {

using namespace proviso;

// Tests stand at the end of a file of rules; the program carries only what it runs.
std::string without_tests(std::string text) {
  return text.substr(0, text.find("\ntest \""));
}

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return in ? without_tests(text.str()) : std::string();
}

// Every byte as an escape, so that all survive.
std::string literal(std::string_view bytes) {
  std::string digits;
  for (const auto byte : bytes)
    digits += fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
  return fmt::format("{{\"{}\", {}}}", digits, bytes.size());
}

bool declares_rules(const syntax::file& file) {
  return std::ranges::any_of(file.declarations,
                             [](const auto& d) { return std::holds_alternative<syntax::rule>(d); });
}

// The file as an element of the array; empty where it has a fault.
std::string element(const std::string& folder, const std::string& path) {
  base::sources sources;
  const auto source = sources.add(fmt::format("{}/{}", folder, path), read(fmt::format("{}/{}", folder, path)));
  const auto parsed = syntax::parse(sources, source);
  for (const auto& fault : parsed.diagnostics) {
    const auto place = sources[source].locate(fault.at.begin);
    std::cerr << fmt::format("{}:{}:{}: error: {}\n", sources[source].name(), place.line, place.column,
                             fault.message);
  }
  if (!parsed.diagnostics.empty())
    return {};
  return fmt::format("    {{\"{}\", {}, {}, {}}},\n", path, literal(sources[source].text()),
                     literal(syntax::to_bytes(parsed.tree, sources, source)), declares_rules(parsed.tree));
}

} // namespace

int main(int count, char** arguments) {
  if (count < 3)
    return 2;
  const std::vector<std::string> files(arguments + 3, arguments + count);
  std::string elements;
  bool sound = true;
  for (const auto& file : files) {
    const auto next = element(arguments[2], file);
    sound = sound && !next.empty();
    elements += next;
  }
  if (!sound)
    return 1;
  std::ofstream out(arguments[1]);
  out << fmt::format(R"(#include "loading/embedded.hpp"

#include <array>

namespace proviso::loading {{
namespace {{

constexpr std::array<embedded_rules_file, {}> files{{{{
{}}}}};

}} // namespace

std::span<const embedded_rules_file> embedded_rules() {{ return files; }}

}} // namespace proviso::loading
)",
                     files.size(), elements);
  return out.flush() ? 0 : 1;
}
