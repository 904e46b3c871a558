#include "cli/application.hpp"

#include <fmt/format.h>

namespace proviso::cli {

std::string flag_of(const option& of) {
  return of.letter == 0 ? fmt::format("--{}", of.name) : fmt::format("-{}", of.letter);
}

void declare(CLI::App& app, const command& form) {
  auto* const sub = app.add_subcommand(std::string(form.name));
  sub->set_help_flag();
  sub->allow_extras();
  sub->add_flag("-h,--help");
  for (const auto& option : form.options)
    if (option.values == option::takes::nothing)
      sub->add_flag(flag_of(option));
    else
      sub->add_option(flag_of(option))->expected(1)->take_all()->allow_extra_args(false);
}

void declare_front(CLI::App& app) {
  app.set_help_flag();
  app.allow_extras();
  app.add_flag("-h,--help");
  app.add_flag("-V,--version");
}

} // namespace proviso::cli
