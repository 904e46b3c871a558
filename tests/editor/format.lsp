# The canonical layout, as one edit of the lines that change.

> open demo.proviso
| contract demo "Demo" {
|   term 2027-01-01 to 2027-12-31
|       currency USD   # the only one
|   time zone "UTC"
|   treat waiver-unused   as off
| }
demo.proviso is clean

> format
- 2:1-6:1 "  term       2027-01-01 to 2027-12-31\n  currency   USD  # the only one\n  time zone  \"UTC\"\n  treat waiver-unused as off\n"

> edit "   as off" to " as"
demo.proviso:
- 5:25-5:25 error: expected 'error', 'warning', 'info' or 'off'

> format
error -32803: a text with faults is not formatted: mend what is underlined first

> open empty.proviso
empty.proviso:
- 1:1-1:1 error: this file is empty: a contract, a rule or another declaration was expected

> format
error -32803: a text with faults is not formatted: mend what is underlined first
= 1
