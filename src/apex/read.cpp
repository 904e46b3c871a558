#include "apex/read.hpp"

#include "apex/grammar.hpp"
#include "apex/unit_reader.hpp"
#include "apex/written.hpp"

#include <fmt/format.h>

namespace proviso::apex {
namespace {

namespace rules = grammar;

template <typename Rule>
struct action : p_nothing<Rule> {};

// clang-format off
template <> struct action<rules::annotation_name>   : to<&unit_reader::annotation> {};
template <> struct action<rules::with_sharing>      : to<&unit_reader::with_sharing> {};
template <> struct action<rules::without_sharing>   : to<&unit_reader::without_sharing> {};
template <> struct action<rules::inherited_sharing> : to<&unit_reader::inherited_sharing> {};
template <> struct action<rules::shown>             : to<&unit_reader::shown> {};
template <> struct action<rules::web_service>       : to<&unit_reader::web_service> {};
template <> struct action<rules::interface_word>    : to<&unit_reader::interface_word> {};
template <> struct action<rules::class_name>        : to<&unit_reader::class_name> {};
template <> struct action<rules::extends_word>      : to<&unit_reader::extends_word> {};
template <> struct action<rules::implements_word>   : to<&unit_reader::implements_word> {};
template <> struct action<rules::base_type>         : to<&unit_reader::base_type> {};
template <> struct action<rules::trigger_object>    : to<&unit_reader::trigger_object> {};
template <> struct action<rules::trigger_event>     : to<&unit_reader::trigger_event> {};
template <> struct action<rules::declared_type>     : to<&unit_reader::declared_type> {};
template <> struct action<rules::declared_name>     : to<&unit_reader::declared_name> {};
template <> struct action<rules::is_method>         : to<&unit_reader::declares_method> {};
template <> struct action<rules::is_property>       : to<&unit_reader::declares_property> {};
template <> struct action<rules::is_variable>       : to<&unit_reader::declares_variable> {};

template <> struct action<rules::called_name>   : to<&unit_reader::called_name> {};
template <> struct action<rules::called_path>   : to<&unit_reader::called_path> {};
template <> struct action<rules::named_path>    : to<&unit_reader::named_path> {};
template <> struct action<rules::linked_name>   : to<&unit_reader::linked_name> {};
template <> struct action<rules::called_link>   : to<&unit_reader::called_link> {};
template <> struct action<rules::named_link>    : to<&unit_reader::named_link> {};
template <> struct action<rules::created_type>  : to<&unit_reader::created_type> {};
template <> struct action<rules::creation>      : to<&unit_reader::creation> {};
template <> struct action<rules::cast_type>     : to<&unit_reader::cast_type> {};
template <> struct action<rules::cast>          : to<&unit_reader::cast> {};
template <> struct action<rules::null_word>     : to<&unit_reader::null_word> {};
template <> struct action<rules::literal>       : to<&unit_reader::literal> {};
template <> struct action<rules::number>        : to<&unit_reader::number> {};
template <> struct action<rules::query>         : to<&unit_reader::query> {};

template <> struct action<rules::comparison>    : to<&unit_reader::mixes> {};
template <> struct action<rules::goes_on_with>       : to<&unit_reader::goes_on> {};
template <> struct action<rules::assigns>       : to<&unit_reader::assigns> {};
template <> struct action<rules::plus>          : to<&unit_reader::plus> {};
template <> struct action<rules::otherwise>     : to<&unit_reader::otherwise> {};
template <> struct action<rules::chooses>       : to<&unit_reader::chooses> {};
template <> struct action<rules::any_operator>  : to<&unit_reader::mixes> {};
template <> struct action<rules::instance_word> : to<&unit_reader::mixes> {};

template <> struct action<rules::guard>         : to<&unit_reader::guard> {};
template <> struct action<rules::else_word>     : to<&unit_reader::else_word> {};
template <> struct action<rules::as_user>       : to<&unit_reader::as_user> {};
template <> struct action<rules::as_system>     : to<&unit_reader::as_system> {};
template <> struct action<rules::data_word>     : to<&unit_reader::data_word> {};
template <> struct action<rules::data_statement>: to<&unit_reader::data_statement> {};

template <> struct action<rules::first_written> : to<&unit_reader::first_written> {};

template <> struct action<rules::open_brace>    : to<&unit_reader::open_brace> {};
template <> struct action<rules::close_brace>   : to<&unit_reader::close_brace> {};
template <> struct action<rules::open_group>    : to<&unit_reader::open_group> {};
template <> struct action<rules::close_group>   : to<&unit_reader::close_group> {};
template <> struct action<rules::open_index>    : to<&unit_reader::open_index> {};
template <> struct action<rules::close_index>   : to<&unit_reader::close_index> {};
template <> struct action<rules::comma_mark>    : to<&unit_reader::comma> {};
template <> struct action<rules::semicolon>     : to<&unit_reader::semicolon> {};
// clang-format on

base::diagnostic cut_off(std::string_view what, const char* where, std::string_view text,
                         std::uint32_t source) {
  const auto at = static_cast<std::uint32_t>(where - text.data());
  return {fmt::format("the {} does not end", what),
          {source, at, std::min(at + 1, static_cast<std::uint32_t>(text.size()))},
          "it seems to be cut off: retrieve it again",
          {}};
}

} // namespace

unit read_unit(std::string_view text, std::uint32_t source) {
  unit_reader reader(text, source);
  base::diagnostics faults;
  try {
    const auto parsed = run<rules::file, action>(text, reader);
    (void)parsed;
    if (const auto open = reader.unclosed(); !open.empty())
      faults.push_back(cut_off("block", open.data(), text, source));
  } catch (const unfinished& what) {
    faults.push_back(cut_off(what.what, what.at, text, source));
  }
  auto result = reader.take();
  result.faults = std::move(faults);
  return result;
}

} // namespace proviso::apex
