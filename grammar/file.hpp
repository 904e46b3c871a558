// A whole text of the language. Read from here downwards.
#pragma once

#include "grammar/catalogue.hpp"
#include "grammar/contract.hpp"
#include "grammar/rule.hpp"
#include "grammar/test.hpp"

namespace proviso::grammar {

// clang-format off

// use "salesforce/experience-cloud"
struct use_name : text {};
struct use      : line<kw<"use">, expect<use_name>> {};

// Cannot fail: what is no declaration is told and passed over.
struct file     : declarations<file, use, contract, amendment, license, capability, object, objects, licenses, texts, rule, test> {};
// clang-format on

} // namespace proviso::grammar
