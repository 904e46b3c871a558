// The pages of the commands and their options say the same.
#include "cli/command.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace {

using namespace proviso;

std::string flag(const cli::option& of) {
  return of.letter == 0 ? "--" + std::string(of.name) : std::string("-") + of.letter;
}

TEST(commands, document_every_option) {
  for (const auto& command : cli::all_commands())
    for (const auto& option : command.options)
      EXPECT_NE(command.page.find("\n  " + flag(option) + ' '), std::string_view::npos)
          << command.name << " does not document " << flag(option);
}

TEST(commands, document_no_option_that_is_not_there) {
  for (const auto& command : cli::all_commands())
    for (auto at = command.page.find("\n  --"); at != std::string_view::npos;
         at = command.page.find("\n  --", at + 1)) {
      const auto found = command.page.substr(at + 5, command.page.find_first_of(" ,\n", at + 5) - at - 5);
      EXPECT_TRUE(std::ranges::any_of(command.options, [&](const auto& o) { return o.name == found; }))
          << command.name << " has no " << found;
    }
}

TEST(commands, are_on_the_front_page) {
  for (const auto& command : cli::all_commands())
    EXPECT_NE(cli::front_page().find("\n  " + std::string(command.name) + ' '), std::string_view::npos)
        << command.name;
}

} // namespace
