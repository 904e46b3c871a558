#include "ground.hpp"

#include "base/excerpt.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace proviso::fuzz {
namespace {

[[noreturn]] void stop(const std::string& why) {
  std::fprintf(stderr, "%s\n", why.c_str());
  std::abort();
}

void check_place(const base::sources& from, base::span at) {
  if (at.somewhere() &&
      (at.source > from.size() || at.begin > at.end || at.end > from[at.source].text().size())) {
    stop("a diagnostic points outside its text");
  }
}

} // namespace

ground::ground(const std::string& contract) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator("rules")) {
    if (entry.path().extension() == ".proviso") {
      paths.push_back(entry.path());
    }
  }
  std::ranges::sort(paths);
  if (!contract.empty()) {
    paths.push_back(contract);
  }
  for (const auto& path : paths) {
    read(path);
  }
}

void ground::read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  const auto number = sources_.add(path, std::string(std::istreambuf_iterator<char>(in), {}));
  parsed_.push_back(syntax::parse(sources_, number));
  if (const auto& faults = parsed_.back().diagnostics; !faults.empty()) {
    stop(base::render(sources_, faults));
  }
}

base::sources ground::sources() const {
  base::sources same;
  for (std::uint32_t number = 1; number <= sources_.size(); ++number) {
    const auto& each = sources_[number];
    same.add(each.name(), base::lasting{each.text()});
  }
  return same;
}

std::vector<const syntax::file*> ground::files() const {
  std::vector<const syntax::file*> all;
  for (const auto& each : parsed_) {
    all.push_back(&each.tree);
  }
  return all;
}

void examine(const base::sources& from, const base::diagnostics& faults) {
  for (const auto& fault : faults) {
    check_place(from, fault.at);
    for (const auto& other : fault.others) {
      check_place(from, other.at);
    }
    if (fault.message.empty()) {
      stop("a diagnostic says nothing");
    }
  }
  (void)base::render(from, faults);
}

} // namespace proviso::fuzz
