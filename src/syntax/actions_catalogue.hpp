// Which rule is which node: licenses, capabilities, objects, groups.
#pragma once

#include "syntax/actions.hpp"

namespace proviso::syntax {

// clang-format off
template <> struct action<grammar::license>         : makes<license> {};
template <> struct action<grammar::names>           : makes<names> {};
template <> struct action<grammar::keys>            : makes<names, sets<&names::keys, true>> {};
template <> struct action<grammar::stated_name>     : makes<stated_name> {};
template <> struct action<grammar::stated_text>     : fills<&stated_name::value> {};
template <> struct action<grammar::stated_unit>     : fills<&stated_name::sold> {};
template <> struct action<grammar::offers>          : makes<offers> {};
template <> struct action<grammar::lacks>           : makes<offers, sets<&offers::lacks, true>> {};
template <> struct action<grammar::allows>          : makes<allows> {};
template <> struct action<grammar::denies>          : makes<allows, sets<&allows::denies, true>> {};

template <> struct action<grammar::capability>      : makes<capability> {};
template <> struct action<grammar::object>          : makes<object> {};
template <> struct action<grammar::object_declared> : fills<&object::name> {};
template <> struct action<grammar::related>         : makes<related> {};

template <> struct action<grammar::objects>         : makes<group> {};
template <> struct action<grammar::licenses>        : makes<group, sets<&group::of, group::kind::licenses>> {};
template <> struct action<grammar::texts>           : makes<group, sets<&group::of, group::kind::texts>> {};
template <> struct action<grammar::member_object>   : fills<&group::members> {};
template <> struct action<grammar::member_license>  : fills<&group::members> {};
template <> struct action<grammar::member_text>     : fills<&group::values> {};
// clang-format on

} // namespace proviso::syntax
