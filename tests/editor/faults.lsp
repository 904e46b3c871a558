# A text that is broken and mended, with characters that take two units.

> open demo.proviso
| contract demo "𝄞 Demo" { term 2027-01-01 to 2027-12-31; currency USD; time zone "𝄞"; colour red }
demo.proviso:
- message: expected a clause of a contract
    help: a contract holds 'vendor', 'term', 'currency', 'sku', 'restriction' and others
  range: 1:88-1:94
  severity: 1
  source: proviso

> edit "; colour red" to ""
demo.proviso:
- message: no time zone is named '𝄞'
  range: 1:82-1:86
  severity: 1
  source: proviso

> edit "time zone \"𝄞\"" to "time zone \"Europe/Berlin\""
demo.proviso:
- code: undetermined
  message: 7 rules cannot decide
    undetermined: planned usage: give a plan with --plan
    rules: capability-missing, idle-members, license-not-offered, login-users-too-frequent, member-users-too-seldom, plus-without-need and usage-outside-term
  range: 1:10-1:14
  severity: 3
  source: proviso

> send {"jsonrpc":"2.0","id":9,"method":"shutdown"}
null

> send {"jsonrpc":"2.0","method":"exit"}
= 0
