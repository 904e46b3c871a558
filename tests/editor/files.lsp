# Several files: what is open counts instead of what is on disk, and what is wrong elsewhere is told here.

> file parts.proviso
| license basic "Basic" { accounts 20 per login }

> file deal.plan.toml
| [plan]
| name = "Plan"
| contract = "deal"
| colour = "red"

> open deal.proviso
| use "./parts.proviso"
| contract deal "Deal" {
|   term 2027-01-01 to 2027-12-31; currency USD; time zone "UTC"
|   sku seats "Seats" { license basic; sold as members; quantity 9; price 2.00 per member per month; uplift at most 5% per renewal }
| }
deal.proviso:
- 2:10-2:14 error: $PWD/deal.plan.toml:4:1: [plan] has no key 'colour'
    help: [plan] may have name and contract
    deal.plan.toml 4:1-4:7: [plan] has no key 'colour'

> file deal.plan.toml
| [plan]
| name = "Plan"
| contract = "deal"

> send {"jsonrpc":"2.0","method":"workspace/didChangeWatchedFiles","params":{"changes":[]}}
deal.proviso is clean

> define "use \"./par|ts"
- parts.proviso 1:1-1:1

> open parts.proviso
| license basic "Basic" { accounts 20 per login; lacks reports }
deal.proviso:
- 2:10-2:14 error: $PWD/parts.proviso:1:54: there is no capability named 'reports'
    parts.proviso 1:54-1:61: there is no capability named 'reports'
parts.proviso:
- 1:54-1:61 error: there is no capability named 'reports'

> edit "; lacks reports" to ""
deal.proviso is clean
parts.proviso is clean

> edit "basic" to "plain"
deal.proviso:
- 4:31-4:36 error: there is no license named 'basic'
parts.proviso is clean

> edit "\"Basic\"" to ""
deal.proviso:
- 2:10-2:14 error: $PWD/parts.proviso:1:16: expected the title of the license in quotes
    parts.proviso 1:16-1:17: expected the title of the license in quotes
parts.proviso:
- 1:16-1:17 error: expected the title of the license in quotes

> send {"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///not-open","version":1},"contentChanges":[{"text":"x"}]}}

> close parts.proviso
deal.proviso is clean
parts.proviso is clean

> hover "pl|ain"
error -32803: 'file://$PWD/parts.proviso' is not open
= 1
