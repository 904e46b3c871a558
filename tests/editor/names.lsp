# Definitions, references and renames: across the text, what it uses and the plan beside it.

> file parts.proviso
| license basic "Basic" { accounts 20 per login; source "x" }
| rule own "Own" {
|   severity info
|   param least = 5
|   for s in skus where s.quantity > least
|   report "{s} is above {least}"
| }

> file deal.plan.toml
| [plan]
| name = "Plan"
| contract = "deal"
| [[population]]
| name = "people"
| sku = "portal"
| users = 10
| login_days = { 1 = 1 }

> open deal.proviso
| use "./parts.proviso"
| contract deal "Deal" {
|   term 2027-01-01 to 2027-12-31; currency USD
|   sku portal "Portal" { license basic; sold as logins; quantity 900 per month; price 2.00 per login; co-termed with seats }
|   sku seats "Seats" { license basic; sold as members; quantity 9; price 2.00 per member per month; co-termed with portal }
|   restriction quiet "No records" { for basic, portal; prohibit read on Own__c; except read on Own__c for portal because "x" }
|   waive login-pool-tight for portal until 2027-03-31 by "x" because "y"
|   set own.least to 7
| }
| amendment "One" to deal effective 2027-02-01 { sku portal { quantity 800 per month } }
| test "it costs" { contract deal; expect own for portal; expect no login-pool-exceeded }
deal.proviso:
- 4:65-4:78 warning[overage-undeclared]: portal does not say over how long excess is measured and what it costs
    fix: add 'overage PRICE per login, measured monthly', 'quarterly', 'yearly' or 'over the term', or 'overage blocked'
    why: Both readings, a pool a month and a pool a year, can be found in print: which one holds decides what a busy month costs.
- 7:9-7:25 warning[waiver-unused]: the waiver of login-pool-tight by x accepts nothing that is found
    fix: take it out
    why: A waiver that meets no finding hides the next one.
- 2:10-2:14 information[time-zone-undeclared]: deal does not say whose days separate logins: UTC is assumed
    fix: add 'time zone "America/Los_Angeles"' or the zone that is agreed
    why: One login per user and day needs to know when a day ends; no document of the vendor says it.
- 4:7-4:13 information[own]: portal is above 7
- 4:48-4:54 information[login-count-undeclared]: portal does not say what consumes a login: one per user and day is assumed
    fix: add 'count one login per user per day', or what is agreed
    why: The counter of an org is said to count every login, the price list one per user and day.
- 4:80-4:100 information[uplift-undeclared]: portal does not say how much dearer it may become at renewal
    fix: add 'uplift at most 5% per renewal', or what is agreed
    why: Without a cap the price after the term is whatever is asked; quantities have grown by then.
- 5:7-5:12 information[own]: seats is above 7
- 5:67-5:98 information[uplift-undeclared]: seats does not say how much dearer it may become at renewal
    fix: add 'uplift at most 5% per renewal', or what is agreed
    why: Without a cap the price after the term is whatever is asked; quantities have grown by then.

> define "co-termed with port|al"
- deal.proviso 4:7-4:13

> references "co-termed with port|al"
- deal.proviso 4:7-4:13
- deal.proviso 5:115-5:121
- deal.proviso 6:47-6:53
- deal.proviso 6:106-6:112
- deal.proviso 7:30-7:36
- deal.proviso 10:52-10:58
- deal.proviso 11:49-11:55
- deal.plan.toml 6:8-6:14

> rename "sku por|tal \"" to "pool"
changes:
  file://$PWD/deal.plan.toml:
    - 6:8-6:14 "pool"
  file://$PWD/deal.proviso:
    - 4:7-4:13 "pool"
    - 5:115-5:121 "pool"
    - 6:47-6:53 "pool"
    - 6:106-6:112 "pool"
    - 7:30-7:36 "pool"
    - 10:52-10:58 "pool"
    - 11:49-11:55 "pool"

> rename "license bas|ic" to "plain"
changes:
  file://$PWD/deal.proviso:
    - 4:33-4:38 "plain"
    - 5:31-5:36 "plain"
    - 6:40-6:45 "plain"
  file://$PWD/parts.proviso:
    - 1:9-1:14 "plain"

> rename "own.lea|st" to "at_least"
changes:
  file://$PWD/deal.proviso:
    - 8:11-8:16 "at_least"
  file://$PWD/parts.proviso:
    - 4:9-4:14 "at_least"
    - 5:36-5:41 "at_least"
    - 6:25-6:30 "at_least"

> rename "read on Own|__c" to "Mine__c"
changes:
  file://$PWD/deal.proviso:
    - 6:72-6:78 "Mine__c"
    - 6:95-6:101 "Mine__c"

> rename "amendment \"One\" to de|al" to "bargain"
changes:
  file://$PWD/deal.plan.toml:
    - 3:13-3:17 "bargain"
  file://$PWD/deal.proviso:
    - 2:10-2:14 "bargain"
    - 10:20-10:24 "bargain"
    - 11:28-11:32 "bargain"

> rename "co-termed with port|al" to "seats"
error -32803: 'seats' is taken: it is declared already

> rename "co-termed with port|al" to "basic"
error -32803: 'basic' is taken: it is declared already

> rename "co-termed with port|al" to "Not_Kebab"
error -32803: 'Not_Kebab' is not a name: did you mean 'not-kebab'?

> rename "co-termed with port|al" to "until"
error -32803: 'until' is not a name: 'until' is a word of the language and cannot be a name

> rename "co-termed with port|al" to "a \"b\" capability c"
error -32803: 'a "b" capability c' is not a name

> rename "co-termed with port|al" to ""
error -32803: '' is not a name: a name is kebab-case and starts with a letter

> rename "waive login-pool|-tight" to "other"
error -32803: 'login-pool-tight' is declared in $PWD/rules/pools/login-pool-tight.proviso, which is part of proviso

> prepare "waive login-pool|-tight"
error -32803: 'login-pool-tight' is declared in $PWD/rules/pools/login-pool-tight.proviso, which is part of proviso

> prepare "co-termed with port|al"
5:115-5:121

> prepare "quantity 9|00"
error -32803: there is no name here

> define "login-pool-exceed|ed"
[]

> define "quantity 9|00"
[]

> symbols
- 2:1-9:2 deal Deal (2)
    4:3-4:124 portal Portal (8)
    5:3-5:123 seats Seats (8)
    6:3-6:126 quiet No records (11)
- 10:1-10:87 One amends deal (2)
    10:48-10:85 portal  (8)
- 11:1-11:88 it costs test (6)
= 1
