// Dependencies go one way: a layer includes itself and the layers below it, and each library is known to few.
#include "architecture/project.hpp"

#include <array>
#include <gtest/gtest.h>
#include <map>

namespace proviso::support {
namespace {

// From the floor up. The grammar stands between base and syntax, which gives its rules a meaning.
constexpr std::array layers{"base",    "optimizing", "verifying", "tables",    "logins",     "warehouse",
                            "grammar", "syntax",     "format",    "model",     "apex",       "metadata",
                            "tracing", "org",        "usage",     "metering",  "observing",  "checking",
                            "savings", "loading",    "report",    "comparing", "simulating", "testing",
                            "editor",  "cli"};

// The layers that may include a library's headers, by how the headers begin.
const std::map<std::string, std::vector<std::string>> library_users{
    {"gmp", {"base"}},
    {"tao/", {"apex", "grammar", "syntax"}},
    {"toml++/", {"usage", "cli"}},
    {"nlohmann/", {"optimizing", "metadata", "tables", "report", "comparing", "simulating", "editor", "cli"}},
    {"sql", {"warehouse"}},
    {"zlib", {"tables"}},
    {"sodium", {"cli"}},
    {"zstd", {"tables"}},
    {"CLI/", {"cli"}}};

struct included {
  std::string layer; // the layer of the file that includes
  std::string where; // that file
  std::string what;  // between the quotes or brackets
};

std::string layer_of(const path& file) {
  auto part = file.begin();
  return *part == "src" ? (++part)->string() : part->string();
}

std::vector<included> includes(const std::regex& form) {
  std::vector<included> all;
  for (const auto* folder : {"grammar", "src"}) {
    for (const auto& file : code_below(folder)) {
      for (const auto& what : found(read_file(file), form)) {
        all.push_back({layer_of(file), file.string(), what});
      }
    }
  }
  return all;
}

auto height(const std::string& layer) {
  return std::ranges::find(layers, layer) - layers.begin();
}

TEST(layers, include_only_layers_below_them) {
  const auto all = includes(std::regex("#include \"([^\"]+)\""));
  ASSERT_FALSE(all.empty());
  for (const auto& [layer, where, what] : all) {
    const auto used = what.substr(0, what.find('/'));
    EXPECT_NE(std::ranges::find(layers, used), layers.end())
        << where << " includes " << what << ", of no layer";
    EXPECT_LE(height(used), height(layer)) << where << " includes " << what << " of the higher layer " << used;
  }
}

TEST(layers, keep_the_grammar_to_the_syntax) {
  for (const auto& [layer, where, what] : includes(std::regex("#include \"(grammar/[^\"]+)\""))) {
    EXPECT_TRUE(layer == "grammar" || layer == "syntax") << where << " includes " << what;
  }
}

TEST(layers, keep_libraries_to_few) {
  for (const auto& [layer, where, what] : includes(std::regex("#include <([^>]+)>"))) {
    for (const auto& [library, users] : library_users) {
      if (what.starts_with(library)) {
        EXPECT_NE(std::ranges::find(users, layer), users.end()) << where << " includes " << what;
      }
    }
  }
}

TEST(layers, are_all_in_the_table) {
  for (const auto& entry : std::filesystem::directory_iterator("src")) {
    if (entry.is_directory()) {
      EXPECT_LT(height(entry.path().filename().string()), std::ssize(layers)) << entry.path();
    }
  }
}

} // namespace
} // namespace proviso::support
