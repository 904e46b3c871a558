// What is bought, and what is only priced: SKUs, quotes, their ramps.
#pragma once

#include "grammar/clause.hpp"

namespace proviso::grammar {

// clang-format off

// license customer-community
struct license_word       : name {};
struct sku_license        : line<kw<"license">, expect<license_word>> {};

// sold as logins
struct sold_unit          : unit {};
struct sold_as            : line<kw<"sold">, expect<kw<"as">>, expect<sold_unit>> {};

// count only "Application", "SAML" | count except "OauthRefreshToken"
struct types_only         : kw<"only"> {};
struct types_except       : kw<"except"> {};
struct login_type         : text {};
struct count_types        : sentence<kw<"count">, token<p::sor<types_only, types_except>>, listing<login_type>, ends<"','">> {};

// count one login per user per day | count every login
struct every_login        : p::seq<token<kw<"every">>, expect<kw<"login">>> {};
struct count_per_month    : kw<"month"> {};
struct count_rhythm       : p::sor<kw<"day">, count_per_month> {};
struct one_login          : p::seq<token<kw<"one">>, expect<kw<"login">>, expect<kw<"per">>, expect<kw<"user">>, expect<kw<"per">>, expect<count_rhythm>> {};
struct counted_logins     : p::sor<every_login, one_login> {};
struct count_unit         : line<kw<"count">, expect<counted_logins>> {};

// quantity 20_000 per month
struct quantity_value     : whole {};
struct quantity_month     : kw<"month"> {};
struct quantity_stated    : p::seq<expect<quantity_value>, optional_part<kw<"per">, expect<quantity_month>>> {};
struct quantity           : sentence<kw<"quantity">, quantity_stated, ends<"'per month'">> {};

// block 1_000, minimum 500
struct block_value        : whole {};
struct block_size         : line<kw<"block">, expect<block_value>> {};
struct minimum_value      : whole {};
struct minimum            : line<kw<"minimum">, expect<minimum_value>> {};

// price 2.00 per login | price 60.00 per member per year | price 1_900.00 per block of 1_000
struct price_value        : amount {};
struct price_unit         : unit {};
struct price_block        : whole {};
struct per_month          : kw<"month"> {};
struct per_year           : kw<"year"> {};
struct price_rhythm       : p::sor<per_month, per_year> {};
struct price_per_block    : p::seq<token<kw<"block">>, expect<kw<"of">>, expect<price_block>> {};
struct price_measure      : p::sor<price_per_block, price_unit> {};
struct price_every        : optional_part<kw<"per">, expect<price_rhythm>> {};
struct flat_price         : p::seq<expect<price_value>, expect<kw<"per">>, expect<price_measure>, price_every, ends<"'per month', 'per year'">> {};

// price graduated per member per month { first 500 at 15.00; next 1_500 at 13.50; beyond at 12.00 }
struct slice_size         : whole {};
struct slice_price        : amount {};
struct slice_at           : kw<"at"> {};
struct first_slice        : line<kw<"first">, expect<slice_size>, expect<slice_at>, expect<slice_price>> {};
struct next_slice         : line<kw<"next">, expect<slice_size>, expect<slice_at>, expect<slice_price>> {};
struct last_slice         : line<kw<"beyond">, expect<slice_at>, expect<slice_price>> {};
struct slices             : block<slices, first_slice, next_slice, last_slice> {};
struct graduated          : kw<"graduated"> {};
struct by_volume          : kw<"volume"> {};
struct sliced_price       : p::seq<token<p::sor<graduated, by_volume>>, headed<p::seq<expect<kw<"per">>, expect<price_unit>, price_every>, slices>> {};
struct price              : sentence<kw<"price">, p::sor<sliced_price, flat_price>> {};

// discount 12.5%
struct discount_value     : percent {};
struct discount           : line<kw<"discount">, expect<discount_value>> {};

// accounts 20 per login
struct accounts_value     : number {};
struct accounts_unit      : unit {};
struct accounts           : line<kw<"accounts">, expect<accounts_value>, expect<kw<"per">>, expect<accounts_unit>> {};

// grace 10% | grace 500
struct grace_share        : percent {};
struct grace_number       : whole {};
struct grace_value        : p::sor<grace_share, grace_number> {};
struct grace              : line<kw<"grace">, expect<grace_value>> {};

// overage 2.50 per login, measured quarterly | overage 250.00 per block of 100, measured monthly | overage blocked
struct overage_blocked    : kw<"blocked"> {};
struct overage_value      : amount {};
struct overage_unit       : unit {};
struct overage_block      : whole {};
struct overage_measure    : p::sor<p::seq<token<kw<"block">>, expect<kw<"of">>, expect<overage_block>>, overage_unit> {};
struct overage_comma      : comma {};
struct monthly            : kw<"monthly"> {};
struct quarterly          : kw<"quarterly"> {};
struct yearly             : kw<"yearly"> {};
struct over_the_term      : p::seq<token<kw<"over">>, expect<kw<"the">>, expect<kw<"term">>> {};
struct overage_window     : p::sor<monthly, quarterly, yearly, over_the_term> {};
struct overage_priced     : p::seq<expect<overage_value>, expect<kw<"per">>, expect<overage_measure>, p::must<joint<overage_comma>>, expect<kw<"measured">>, expect<overage_window>> {};
struct overage            : line<kw<"overage">, p::sor<token<overage_blocked>, overage_priced>> {};

// rollover 5_000 for 2 months
struct rollover_value     : whole {};
struct rollover_validity  : p::seq<whole, blanks, month_word> {};
struct rollover           : line<kw<"rollover">, expect<rollover_value>, expect<kw<"for">>, expect<rollover_validity>> {};

// pack 15_000 on 2027-11-15 for 22_500.00
struct pack_value         : whole {};
struct pack_date          : date {};
struct pack_price         : amount {};
struct pack               : line<kw<"pack">, expect<pack_value>, expect<kw<"on">>, expect<pack_date>, expect<kw<"for">>, expect<pack_price>> {};

// uplift at most 7% per renewal
struct uplift_value       : percent {};
struct uplift             : line<kw<"uplift">, expect<kw<"at">>, expect<kw<"most">>, expect<uplift_value>, expect<kw<"per">>, expect<kw<"renewal">>> {};

// swap 20 logins for 1 member of key-dealers, at most 500 members per year
struct other_sku          : name {};
struct swap_logins        : whole {};
struct swap_members       : whole {};
struct swap_limit         : whole {};
struct swap_login_word    : p::sor<kw<"logins">, kw<"login">> {};
struct swap_member_word   : p::sor<kw<"members">, kw<"member">> {};
struct swap_most          : p::opt<joint<comma>, expect<kw<"at">>, expect<kw<"most">>, expect<swap_limit>, expect<swap_member_word>, expect<kw<"per">>, expect<kw<"year">>> {};
struct swap               : sentence<kw<"swap">, expect<swap_logins>, expect<swap_login_word>, expect<kw<"for">>, expect<swap_members>, expect<swap_member_word>,
                                     expect<kw<"of">>, expect<other_sku>, swap_most, ends<"', at most …'">> {};

// reduce at most 10% per year
struct reduce_value       : percent {};
struct reduce             : line<kw<"reduce">, expect<kw<"at">>, expect<kw<"most">>, expect<reduce_value>, expect<kw<"per">>, expect<kw<"year">>> {};

// co-termed with portal-logins
struct co_termed          : line<kw<"co-termed">, expect<kw<"with">>, expect<other_sku>> {};

// rounding half even | half up | up | down
struct half_even          : kw<"even"> {};
struct half_up            : kw<"up"> {};
struct half_direction     : p::sor<half_even, half_up> {};
struct half               : p::seq<token<kw<"half">>, expect<half_direction>> {};
struct rounded_up         : kw<"up"> {};
struct rounded_down       : kw<"down"> {};
struct rounding_mode      : p::sor<half, rounded_up, rounded_down> {};
struct rounding           : line<kw<"rounding">, expect<rounding_mode>> {};

// from 2028-01-15 { quantity 25_000 per month }
struct step_date          : date {};
struct step_block         : block<step_block, quantity, block_size, minimum, price, discount, accounts, grace, overage, rollover, cited, note> {};
struct step               : sentence<kw<"from">, headed<expect<step_date>, step_block>> {};

struct sku_block          : block<sku_block, sku_license, sold_as, count_types, count_unit, quantity, price, step, block_size, minimum, discount, accounts,
                                  grace, overage, rollover, pack, uplift, swap, reduce, co_termed, rounding, cited, note> {};

// sku portal-logins "Customer Community Logins (Per Month)" { … }
struct sku                : sentence<kw<"sku">, headed<titled<"sku">, sku_block>> {};
struct quote_offer        : sentence<kw<"quote">, headed<titled<"quote">, sku_block>> {};
struct amended_sku        : sentence<kw<"sku">, headed<named_again<"sku">, sku_block>> {};
struct amended_quote      : sentence<kw<"quote">, headed<named_again<"quote">, sku_block>> {};
// clang-format on

} // namespace proviso::grammar
