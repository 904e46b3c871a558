// Which rule is which node: contracts, SKUs, restrictions.
#pragma once

#include "syntax/actions.hpp"

namespace proviso::syntax {

// clang-format off
template <> struct action<grammar::contract>            : makes<contract> {};
template <> struct action<grammar::amendment>           : makes<amendment> {};
template <> struct action<grammar::amended_contract>    : fills<&amendment::contract> {};
template <> struct action<grammar::effective_date>      : fills<&amendment::effective> {};

template <> struct action<grammar::vendor>              : makes<party, sets<&party::vendor, true>> {};
template <> struct action<grammar::customer>            : makes<party> {};
template <> struct action<grammar::party_name>          : fills<&party::name> {};
template <> struct action<grammar::term>                : makes<term> {};
template <> struct action<grammar::term_first>          : fills<&term::first> {};
template <> struct action<grammar::term_last>           : fills<&term::last> {};
template <> struct action<grammar::months_start>        : makes<months_start> {};
template <> struct action<grammar::months_day>          : fills<&months_start::day> {};
template <> struct action<grammar::short_months>        : makes<short_months> {};
template <> struct action<grammar::currency>            : makes<currency> {};
template <> struct action<grammar::contract_currency>   : fills<&currency::code> {};
template <> struct action<grammar::time_zone>           : makes<time_zone> {};
template <> struct action<grammar::zone_name>           : fills<&time_zone::name> {};
template <> struct action<grammar::commit>              : makes<commit> {};
template <> struct action<grammar::commit_value>        : fills<&commit::least> {};
template <> struct action<grammar::commit_per_year>     : sets<&commit::per_year, true> {};
template <> struct action<grammar::price_hold>          : makes<price_hold> {};
template <> struct action<grammar::price_hold_date>     : fills<&price_hold::until> {};
template <> struct action<grammar::external_only>       : makes<external_only> {};
template <> struct action<grammar::employee_address>    : fills<&external_only::employees> {};
template <> struct action<grammar::waive>               : makes<waive> {};
template <> struct action<grammar::waive_date>          : fills<&waive::until> {};
template <> struct action<grammar::waive_owner>         : fills<&waive::owner> {};
template <> struct action<grammar::waive_reason>        : fills<&waive::because> {};
template <> struct action<grammar::treat>               : makes<treat> {};
template <> struct action<grammar::treat_severity>      : fills<&treat::severity> {};
template <> struct action<grammar::set>                 : makes<set> {};
template <> struct action<grammar::parameter_name>      : fills<&set::parameter> {};
template <> struct action<grammar::end_of>              : makes<end_of> {};
template <> struct action<grammar::end_sku>             : sets<&end_of::sku, true> {};
template <> struct action<grammar::ended_name>          : fills<&end_of::name> {};

template <> struct action<grammar::rounding>            : makes<rounding> {};
template <> struct action<grammar::half_even>           : sets<&rounding::mode, rounding_mode::half_even> {};
template <> struct action<grammar::half_up>             : sets<&rounding::mode, rounding_mode::half_up> {};
template <> struct action<grammar::rounded_up>          : sets<&rounding::mode, rounding_mode::up> {};
template <> struct action<grammar::rounded_down>        : sets<&rounding::mode, rounding_mode::down> {};

template <> struct action<grammar::sku>                 : makes<sku> {};
template <> struct action<grammar::amended_sku>         : makes<sku> {};
template <> struct action<grammar::quote_offer>         : makes<sku, sets<&sku::quote, true>> {};
template <> struct action<grammar::amended_quote>       : makes<sku, sets<&sku::quote, true>> {};
template <> struct action<grammar::sku_license>         : makes<license_of> {};
template <> struct action<grammar::license_word>        : fills<&license_of::license> {};
template <> struct action<grammar::sold_as>             : makes<sold_as> {};
template <> struct action<grammar::sold_unit>           : fills<&sold_as::sold> {};
template <> struct action<grammar::count_unit>          : makes<count_unit> {};
template <> struct action<grammar::count_per_month>     : sets<&count_unit::value, count_unit::kind::per_user_month> {};
template <> struct action<grammar::every_login>         : sets<&count_unit::value, count_unit::kind::every_login> {};
template <> struct action<grammar::count_types>         : makes<count_types> {};
template <> struct action<grammar::types_only>          : sets<&count_types::only, true> {};
template <> struct action<grammar::login_type>          : fills<&count_types::types> {};
template <> struct action<grammar::quantity>            : makes<quantity> {};
template <> struct action<grammar::quantity_value>      : fills<&quantity::value> {};
template <> struct action<grammar::quantity_month>      : sets<&quantity::per_month, true> {};
template <> struct action<grammar::block_size>          : makes<block> {};
template <> struct action<grammar::block_value>         : fills<&block::size> {};
template <> struct action<grammar::minimum>             : makes<minimum> {};
template <> struct action<grammar::minimum_value>       : fills<&minimum::value> {};
template <> struct action<grammar::discount>            : makes<discount> {};
template <> struct action<grammar::discount_value>      : fills<&discount::value> {};
template <> struct action<grammar::accounts>            : makes<accounts> {};
template <> struct action<grammar::accounts_value>      : fills<&accounts::value> {};
template <> struct action<grammar::accounts_unit>       : fills<&accounts::per> {};
template <> struct action<grammar::grace>               : makes<grace> {};
template <> struct action<grammar::grace_share>         : fills_as<&grace::value, percent> {};
template <> struct action<grammar::grace_number>        : fills_as<&grace::value, decimal> {};
template <> struct action<grammar::rollover>            : makes<rollover> {};
template <> struct action<grammar::rollover_value>      : fills<&rollover::logins> {};
template <> struct action<grammar::rollover_validity>   : fills<&rollover::validity> {};
template <> struct action<grammar::pack>                : makes<pack> {};
template <> struct action<grammar::pack_value>          : fills<&pack::logins> {};
template <> struct action<grammar::pack_date>           : fills<&pack::on> {};
template <> struct action<grammar::pack_price>          : fills<&pack::price> {};
template <> struct action<grammar::uplift>              : makes<uplift> {};
template <> struct action<grammar::uplift_value>        : fills<&uplift::at_most> {};
template <> struct action<grammar::swap>                : makes<swap> {};
template <> struct action<grammar::swap_logins>         : fills<&swap::logins> {};
template <> struct action<grammar::swap_members>        : fills<&swap::members> {};
template <> struct action<grammar::swap_limit>          : fills<&swap::at_most> {};
template <> struct action<grammar::reduce>              : makes<reduce> {};
template <> struct action<grammar::reduce_value>        : fills<&reduce::at_most> {};
template <> struct action<grammar::co_termed>           : makes<co_termed> {};
template <> struct action<grammar::step>                : makes<step> {};
template <> struct action<grammar::step_date>           : fills<&step::from> {};

template <> struct action<grammar::price>               : makes<price> {};
template <> struct action<grammar::price_value>         : fills<&price::value> {};
template <> struct action<grammar::price_unit>          : fills<&price::per> {};
template <> struct action<grammar::price_block>         : fills<&price::per_block> {};
template <> struct action<grammar::per_month>           : sets<&price::every, price::rhythm::month> {};
template <> struct action<grammar::per_year>            : sets<&price::every, price::rhythm::year> {};
template <> struct action<grammar::graduated>           : sets<&price::how, price::shape::graduated> {};
template <> struct action<grammar::by_volume>           : sets<&price::how, price::shape::volume> {};
template <> struct action<grammar::first_slice>         : makes<slice> {};
template <> struct action<grammar::next_slice>          : makes<slice, sets<&slice::position, slice::kind::next>> {};
template <> struct action<grammar::last_slice>          : makes<slice, sets<&slice::position, slice::kind::beyond>> {};
template <> struct action<grammar::slice_size>          : fills<&slice::size> {};
template <> struct action<grammar::slice_price>         : fills<&slice::price> {};

template <> struct action<grammar::overage>             : makes<overage> {};
template <> struct action<grammar::overage_blocked>     : sets<&overage::blocked, true> {};
template <> struct action<grammar::overage_value>       : fills<&overage::value> {};
template <> struct action<grammar::overage_unit>        : fills<&overage::per> {};
template <> struct action<grammar::overage_block>       : fills<&overage::per_block> {};

template <> struct action<grammar::restriction>         : makes<restriction> {};
template <> struct action<grammar::amended_restriction> : makes<restriction> {};
template <> struct action<grammar::scope>               : makes<scope> {};
template <> struct action<grammar::scope_name>          : fills<&scope::names> {};
template <> struct action<grammar::prohibit>            : makes<prohibit> {};
template <> struct action<grammar::including_related>   : sets<&prohibit::including_related, true> {};
template <> struct action<grammar::prohibit_capability> : makes<prohibit_capability> {};
template <> struct action<grammar::limit>               : makes<limit> {};
template <> struct action<grammar::limited>             : fills<&limit::what> {};
template <> struct action<grammar::limit_value>         : fills<&limit::most> {};
template <> struct action<grammar::except_managed>      : sets<&limit::except_managed, true> {};
template <> struct action<grammar::exception>           : makes<except> {};
template <> struct action<grammar::exception_from>      : fills<&except::from> {};
template <> struct action<grammar::exception_until>     : fills<&except::until> {};
template <> struct action<grammar::exception_reason>    : fills<&except::because> {};
template <> struct action<grammar::open_ended>          : makes<open_ended> {};
// clang-format on

// A window is of an overage, and "over the term" of a commitment too, which has no member for it.
template <overage::window Window>
struct sets_window {
  static void apply0(overage& node, context&) { node.measured = Window; }
  static void apply0(commit&, context&) {}
};

// clang-format off
template <> struct action<grammar::monthly>             : sets_window<overage::window::monthly> {};
template <> struct action<grammar::quarterly>           : sets_window<overage::window::quarterly> {};
template <> struct action<grammar::yearly>              : sets_window<overage::window::yearly> {};
template <> struct action<grammar::over_the_term>       : sets_window<overage::window::over_the_term> {};
// clang-format on

// The SKU that another clause names.
template <>
struct action<grammar::other_sku> {
  template <typename Input>
  static void apply(const Input& in, swap& node, context& c) {
    read(lexeme_of(in, c), node.sku, c.out);
  }
  template <typename Input>
  static void apply(const Input& in, co_termed& node, context& c) {
    read(lexeme_of(in, c), node.with, c.out);
  }
};

// From the number to the end of the clause: what a finding underlines.
template <>
struct action<grammar::quantity_stated> {
  template <typename Input>
  static void apply(const Input& in, quantity& node, context& c) {
    node.whole = c.between(in.begin(), c.word_end);
  }
};

} // namespace proviso::syntax
