#include "cli/commands/completion_scripts.hpp"

#include <fmt/format.h>

namespace proviso::cli {
namespace {

using enum option_value::kind;

std::string names(const std::vector<completed_command>& all) {
  std::string result;
  for (std::size_t i = 1; i < all.size(); ++i)
    result += fmt::format("{}{}", i == 1 ? "" : " ", all[i].name);
  return result;
}

std::string flags(const completed_command& of) {
  std::vector<std::string> result;
  for (const auto& option : of.options)
    result.insert(result.end(), option.flags.begin(), option.flags.end());
  return fmt::format("{}", fmt::join(result, " "));
}

// ---- bash and zsh: a table of what may stand where, and a function that looks it up

// "file", "folder", or the words
std::string_view table_entry(const option_value& of) {
  switch (of.is) {
  case file: return "file";
  case folder: return "folder";
  case words: return of.words;
  case text: break;
  }
  return "none";
}

std::string cases(const std::vector<completed_command>& all) {
  std::string result;
  for (const auto& command : all) {
    for (const auto& option : command.options)
      if (option.takes_value)
        for (const auto& flag : option.flags)
          result += fmt::format("    {}:{}) echo '{}' ;;\n", command.name, flag, table_entry(option.value));
    const auto argument = command.name.empty() ? names(all) : std::string(table_entry(command.argument));
    result += fmt::format("    {}:-) echo '{}' ;;\n    {}:) echo '{}' ;;\n", command.name, flags(command),
                          command.name, argument);
  }
  return result;
}

constexpr std::string_view table_and_command = R"(# what may stand there: WORDS, file, folder or none
_proviso_table() {{
  case $1 in
{}  esac
}}

# the command among the words
_proviso_command() {{
  local word
  for word in "$@"; do
    case " {} " in *" $word "*) echo "$word"; return ;; esac
  done
}}
)";

constexpr std::string_view bash_function = R"(
_proviso() {
  local current=$2 previous=$3 line=("${COMP_WORDS[@]:1:COMP_CWORD-1}") command wanted
  # bash takes "--output sarif=FILE" and "--plan=FILE" for several words
  if [[ $current == '=' ]]; then current=''; fi
  if [[ ${COMP_WORDS[COMP_CWORD]} == '=' ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 1]} line+=('=')
  elif ((COMP_CWORD > 1)) && [[ ${COMP_WORDS[COMP_CWORD - 1]} == '=' ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  command=$(_proviso_command "${line[@]}")
  wanted=$(_proviso_table "$command:$previous")
  if [[ -z $wanted && $previous != -* && ${line[*]: -3:1} == --output ]]; then
    wanted=file
  elif [[ -z $wanted && $current == -* ]]; then
    wanted=$(_proviso_table "$command:-")
  elif [[ -z $wanted ]]; then
    wanted=$(_proviso_table "$command:")
  fi
  COMPREPLY=()
  case $wanted in
    none) ;;
    file) mapfile -t COMPREPLY < <(compgen -f -- "$current"); compopt -o filenames 2>/dev/null ;;
    folder) mapfile -t COMPREPLY < <(compgen -d -- "$current"); compopt -o filenames 2>/dev/null ;;
    *) mapfile -t COMPREPLY < <(compgen -W "$wanted" -- "$current") ;;
  esac
  if ((${#COMPREPLY[@]} == 1)) && [[ ${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2>/dev/null; fi
}
complete -F _proviso proviso
)";

constexpr std::string_view zsh_function = R"(
_proviso() {
  local command wanted previous=${words[CURRENT-1]} current=${words[CURRENT]}
  command=$(_proviso_command "${(@)words[2,CURRENT-1]}")
  wanted=$(_proviso_table "$command:$previous")
  if [[ -z $wanted && $current == -* ]]; then
    wanted=$(_proviso_table "$command:-")
  elif [[ -z $wanted ]]; then
    wanted=$(_proviso_table "$command:")
  fi
  if [[ $previous == --output && $current == *=* ]]; then
    compset -P '*='
    wanted=file
  fi
  case $wanted in
    none) ;;
    file) _files ;;
    folder) _files -/ ;;
    *) compadd -- ${=wanted} ;;
  esac
}
if [[ $funcstack[1] == _proviso ]]; then _proviso "$@"; else compdef _proviso proviso; fi
)";

// ---- fish: a line an option

std::string fish_value(const completed_option& of) {
  if (!of.takes_value)
    return "";
  switch (of.value.is) {
  case file: return " -r -F";
  case folder: return " -x -a '(__fish_complete_directories)'";
  case words: return fmt::format(" -x -a '{}'", of.value.words);
  case text: break;
  }
  return " -x";
}

std::string fish_flags(const completed_option& of) {
  std::string result;
  for (const auto& flag : of.flags)
    result +=
        flag.starts_with("--") ? fmt::format(" -l {}", flag.substr(2)) : fmt::format(" -s {}", flag.substr(1));
  return result;
}

std::string fish_argument(const completed_command& of, const std::string& when) {
  const auto& value = of.argument;
  if (value.is == file)
    return fmt::format("complete -c proviso -n {} -F\n", when);
  return value.is == words ? fmt::format("complete -c proviso -n {} -a '{}'\n", when, value.words) : "";
}

} // namespace

std::string completions_for_bash(const std::vector<completed_command>& all) {
  return "# Completion of proviso for bash.\n\n" + fmt::format(table_and_command, cases(all), names(all)) +
         std::string(bash_function);
}

std::string completions_for_zsh(const std::vector<completed_command>& all) {
  return "#compdef proviso\n# Completion of proviso for zsh.\n\n" +
         fmt::format(table_and_command, cases(all), names(all)) + std::string(zsh_function);
}

std::string completions_for_fish(const std::vector<completed_command>& all) {
  auto result = fmt::format("# Completion of proviso for fish.\n\ncomplete -c proviso -f\n"
                            "complete -c proviso -n __fish_use_subcommand -a '{}'\n",
                            names(all));
  for (const auto& command : all) {
    const auto when = command.name.empty() ? std::string("__fish_use_subcommand")
                                           : fmt::format("'__fish_seen_subcommand_from {}'", command.name);
    for (const auto& option : command.options)
      result += fmt::format("complete -c proviso -n {}{}{}\n", when, fish_flags(option), fish_value(option));
    result += fish_argument(command, when);
  }
  return result;
}

} // namespace proviso::cli
