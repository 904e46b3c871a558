// What users may not do: prohibitions, limits, and the exceptions that permit.
#pragma once

#include "grammar/sku.hpp"

namespace proviso::grammar {

// clang-format off

// create, read, update, delete
struct op_create           : kw<"create"> {};
struct op_read             : kw<"read"> {};
struct op_update           : kw<"update"> {};
struct op_delete           : kw<"delete"> {};
struct operation           : p::sor<op_create, op_read, op_update, op_delete> {};
struct on_objects          : kw<"on"> {};
struct object_word         : object_name {};
struct operations_on       : p::seq<listing<operation>, expect<on_objects>, listing<object_word>> {};

// portal-logins | "key dealers"
struct subject             : p::sor<text, name> {};

// for customer-community, external, portal-logins
struct scope_name          : name {};
struct scope               : sentence<kw<"for">, listing<scope_name>, ends<"','">> {};

// prohibit capability reports, dashboards
struct capability_word     : name {};
struct prohibit_capability : sentence<kw<"prohibit">, token<kw<"capability">>, listing<capability_word>, ends<"','">> {};

// prohibit create, read on Case including related
struct including_related   : p::seq<token<kw<"including">>, expect<kw<"related">>> {};
struct prohibit            : sentence<kw<"prohibit">, operations_on, p::opt<including_related>, ends<"',', 'including related'">> {};

// limit custom-objects 10, except managed
struct limited             : name {};
struct limit_value         : whole {};
struct except_managed      : p::seq<joint<comma>, expect<kw<"except">>, expect<kw<"managed">>> {};
struct limit               : sentence<kw<"limit">, expect<limited>, expect<limit_value>, p::opt<except_managed>, ends<"', except managed'">> {};

// except read on Case for key-dealers from 2027-01-15 until 2027-07-14 because "migration window"
struct exception_from      : date {};
struct exception_until     : date {};
struct exception_because   : kw<"because"> {};
struct exception_reason    : text {};
struct exception           : line<kw<"except">, operations_on, optional_part<kw<"for">, expect<subject>>, optional_part<kw<"from">, expect<exception_from>>,
                                  optional_part<kw<"until">, expect<exception_until>>, expect<exception_because>, expect<exception_reason>> {};

// open ended
struct open_ended          : line<kw<"open">, expect<kw<"ended">>> {};

struct restriction_block   : block<restriction_block, scope, prohibit_capability, prohibit, limit, exception, open_ended, cited, note> {};

// restriction no-crm-records "Community users stay out of sales and service records" { … }
struct restriction         : sentence<kw<"restriction">, headed<titled<"restriction">, restriction_block>> {};
struct amended_restriction : sentence<kw<"restriction">, headed<named_again<"restriction">, restriction_block>> {};
// clang-format on

} // namespace proviso::grammar
