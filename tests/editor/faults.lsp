# A text that is broken and mended, with characters that take two units.

> open demo.proviso
| contract demo "𝄞 Demo" { term 2027-01-01 to 2027-12-31; currency USD; time zone "𝄞"; colour red }
demo.proviso:
- 1:88-1:94 error: expected a clause of a contract
    help: a contract holds 'vendor', 'term', 'currency', 'sku', 'restriction' and others

> edit "; colour red" to ""
demo.proviso:
- 1:82-1:86 error: no time zone is named '𝄞'

> edit "time zone \"𝄞\"" to "time zone \"Europe/Berlin\""
demo.proviso is clean

> send {"jsonrpc":"2.0","id":9,"method":"shutdown"}
null

> send {"jsonrpc":"2.0","method":"exit"}
= 0
