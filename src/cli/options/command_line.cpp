// CLI11 splits the line into options and words; values are judged elsewhere.
#include "cli/options/command_line.hpp"

#include "base/nearest.hpp"
#include "base/text.hpp"
#include "cli/application.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace proviso::cli {
namespace {

using words = std::vector<std::string>;

// ---- what is wrong with a line

outcome usage_error(std::string message, std::string help) {
  return refusal({}, {{std::move(message), {}, std::move(help), {}}});
}

outcome unknown_command(const std::string& name) {
  std::vector<std::string_view> names{"help"};
  for (const auto& command : all_commands())
    names.push_back(command.name);
  auto help = base::did_you_mean(name, names);
  if (help.empty())
    help = name.ends_with(".proviso") ? fmt::format("write: proviso check {}", name)
                                      : "proviso --help lists the commands";
  return usage_error(fmt::format("there is no command '{}'", name), std::move(help));
}

std::string dashed(const option& of) {
  return fmt::format("--{}", of.name);
}

outcome unknown_option(const std::string& found, const command* in) {
  const auto name = found.substr(0, found.find('='));
  const auto page = in == nullptr ? "proviso --help" : fmt::format("proviso {} --help", in->name);
  words known{"--help"};
  for (const auto& option : in == nullptr ? std::span<const option>{} : in->options)
    if (option.letter == 0)
      known.push_back(dashed(option));
  auto help = base::did_you_mean(name, std::vector<std::string_view>(known.begin(), known.end()));
  return usage_error(fmt::format("there is no option '{}'", name),
                     help.empty() ? fmt::format("{} lists the options", page) : help);
}

bool looks_like_option(const std::string& word) {
  return word.size() > 1 && word[0] == '-';
}

// ---- CLI11

std::optional<outcome> take_options(const CLI::App& from, const command& form, settings& into) {
  for (const auto& option : form.options) {
    const auto flag = flag_of(option);
    std::vector<given> values;
    for (const auto& value : from.get_option(flag)->results()) {
      if (looks_like_option(value))
        return usage_error(fmt::format("{} needs a value", flag), {});
      values.push_back({value, flag, {}});
    }
    if (option.values == option::takes::one && values.size() > 1)
      return usage_error(fmt::format("{} is given twice", flag), {});
    into.offer(option.name, std::move(values));
  }
  return std::nullopt;
}

outcome with_words(const command& form, invocation asked) {
  if (asked.words.size() < form.least_words)
    return usage_error(fmt::format("'proviso {}' needs a {}", form.name, form.word),
                       fmt::format("proviso {} --help shows how", form.name));
  if (asked.words.size() > form.most_words)
    return usage_error(
        fmt::format("'{}' is one word too many for 'proviso {}'", asked.words[form.most_words], form.name),
        fmt::format("proviso {} --help shows how", form.name));
  offer_environment(asked.options, form.options);
  return form.run(asked);
}

outcome run_command(const CLI::App& parsed, const command& form, words after_dashes) {
  if (parsed.count("--help") > 0)
    return {ending::passed, std::string(form.page), {}, {}};
  invocation asked;
  asked.words = parsed.remaining();
  if (const auto bad = std::ranges::find_if(asked.words, looks_like_option); bad != asked.words.end())
    return unknown_option(*bad, &form);
  asked.words.insert(asked.words.end(), after_dashes.begin(), after_dashes.end());
  if (auto fault = take_options(parsed, form, asked.options))
    return *fault;
  return with_words(form, std::move(asked));
}

outcome run_front(const CLI::App& app, const words& rest) {
  if (!rest.empty())
    return looks_like_option(rest[0]) ? unknown_option(rest[0], nullptr) : unknown_command(rest[0]);
  const bool asks_version = app.count("--version") > 0;
  return {ending::passed, asks_version ? version() : std::string(front_page()), {}, {}};
}

// Later words may be called like commands: a folder of rules.
const command* first_command(const words& line) {
  for (const auto& word : line)
    for (const auto& command : all_commands())
      if (word == command.name)
        return &command;
  return nullptr;
}

outcome run_line(words line) {
  const auto dashes = std::ranges::find(line, "--");
  words after(dashes == line.end() ? dashes : dashes + 1, line.end());
  line.erase(dashes, line.end());
  if (!line.empty() && line[0] == "help") { // "help check" is "check --help"
    line.erase(line.begin());
    line.emplace_back("--help");
  }
  CLI::App app;
  declare_front(app);
  if (const auto* asked = first_command(line)) // only that one: to declare takes longer than to parse
    declare(app, *asked);
  std::ranges::reverse(line); // as CLI11 wants it
  app.parse(std::move(line));
  const auto chosen = app.get_subcommands();
  const auto front = app.remaining();
  if (chosen.empty() || !front.empty())
    return run_front(app, front);
  const auto form = std::ranges::find(all_commands(), chosen[0]->get_name(), &command::name);
  return run_command(*chosen[0], *form, std::move(after));
}

// "--plan: 1 required  missing"
outcome needs_value(std::string_view what) {
  return usage_error(fmt::format("{} needs a value", what.substr(0, what.find(':'))), {});
}

outcome internal(std::string_view what) {
  return {ending::refused, {}, fmt::format("internal error: {}\n", base::harmless(what)), {}};
}

} // namespace

outcome run(int count, const char* const* arguments) noexcept {
  try {
    return run_line(words(arguments + std::min(count, 1), arguments + count));
  } catch (const CLI::ArgumentMismatch& error) {
    return needs_value(error.what());
  } catch (const CLI::ParseError& error) {
    return usage_error(error.what(), "proviso --help shows how");
  } catch (const std::bad_alloc&) {
    return {ending::refused, {}, "out of memory\n", {}};
  } catch (const std::exception& error) {
    return internal(error.what());
  }
}

} // namespace proviso::cli
