#include "cli/output/overwriting.hpp"

#include "cli/command.hpp"
#include "loading/paths.hpp"

#include <filesystem>
#include <fmt/format.h>

namespace proviso::cli {
namespace {

std::string both(const written_path& a, const written_path& b) {
  return a.what == b.what ? fmt::format("two {}s go to '{}'", a.what, b.path)
                          : fmt::format("the {} and the {} both go to '{}'", a.what, b.what, b.path);
}

class checking_paths {
public:
  checking_paths(const std::vector<std::string>& inputs, base::diagnostics& faults)
      : inputs_(inputs), faults_(faults) {}

  void against_inputs(const written_path& to) {
    if (!loading::exists(to.path))
      return; // and so was not read
    const auto target = loading::real_path(to.path);
    for (const auto& input : inputs_) {
      std::error_code error;
      if (to.is_folder ? loading::exists(input) && loading::lies_in(target, loading::real_path(input))
                       : std::filesystem::equivalent(to.path, input, error))
        return report(to.is_folder
                          ? fmt::format("'{}' holds an input, '{}': {} takes a folder of its own", to.path,
                                        input, to.what)
                          : fmt::format("'{}' is an input: the {} would overwrite it", to.path, to.what));
    }
  }

  void against(const written_path& earlier, const written_path& to) {
    const auto a = loading::real_path(earlier.path);
    const auto b = loading::real_path(to.path);
    if (a == b)
      report(both(earlier, to));
    else if (to.is_folder && loading::lies_in(b, a))
      report(fmt::format("'{}' lies in the folder of the {}", earlier.path, to.what));
  }

private:
  void report(std::string message) { faults_.push_back({std::move(message), {}, {}, {}}); }

  const std::vector<std::string>& inputs_;
  base::diagnostics& faults_;
};

} // namespace

outcome printed(std::string text, const settings& options, const std::vector<std::string>& inputs) {
  base::diagnostics faults;
  check_overwriting({{output_path(options), "output"}}, inputs, faults);
  return faults.empty() ? printed(std::move(text), options) : refusal({}, faults);
}

std::vector<std::string> names_of(const base::sources& all) {
  std::vector<std::string> result;
  for (std::uint32_t source = 1; source <= all.size(); ++source)
    result.push_back(all[source].name());
  return result;
}

void check_overwriting(const std::vector<written_path>& all, const std::vector<std::string>& inputs,
                       base::diagnostics& faults) {
  checking_paths check(inputs, faults);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].path.empty())
      continue;
    for (std::size_t j = 0; j < i; ++j)
      if (!all[j].path.empty())
        check.against(all[j], all[i]);
    check.against_inputs(all[i]);
  }
}

} // namespace proviso::cli
