# What is missing is added at the end of its block, where the clause is known whole; a name that was meant takes the
# place of the wrong one.

> open fixes.proviso
| use "salesforce/experience-cloud"
| contract fixes "Fixes" {
|   term 2027-01-01 to 2027-12-31
|   currency USD
|   sku portal "Portal" {
|     license customer-community
|     sold as logins
|     quantity 900 per month
|     price 2.00 per login
|   }
|   sku seats "Seats" { license customer-community; sold as members; quantity 9; price 2.00 per member per month }
| }
fixes.proviso:
- 8:14-8:27 warning[overage-undeclared]: portal does not say over how long excess is measured and what it costs
    fix: add 'overage PRICE per login, measured monthly', 'quarterly', 'yearly' or 'over the term', or 'overage blocked'
    why: Both readings, a pool a month and a pool a year, can be found in print: which one holds decides what a busy month costs.
- 2:10-2:15 information[time-zone-undeclared]: fixes does not say whose days separate logins: UTC is assumed
    fix: add 'time zone "America/Los_Angeles"' or the zone that is agreed
    why: One login per user and day needs to know when a day ends; no document of the vendor says it.
- 7:13-7:19 information[login-count-undeclared]: portal does not say what consumes a login: one per user and day is assumed
    fix: add 'count one login per user per day', or what is agreed
    why: The counter of an org is said to count every login, the price list one per user and day.
- 9:5-9:25 information[uplift-undeclared]: portal does not say how much dearer it may become at renewal
    fix: add 'uplift at most 5% per renewal', or what is agreed
    why: Without a cap the price after the term is whatever is asked; quantities have grown by then.
- 11:80-11:111 information[uplift-undeclared]: seats does not say how much dearer it may become at renewal
    fix: add 'uplift at most 5% per renewal', or what is agreed
    why: Without a cap the price after the term is whatever is asked; quantities have grown by then.
- 8:14-8:27 information[undetermined]: 2 rules cannot decide
    undetermined: planned usage: give a plan with --plan
    rules: login-pool-exceeded and login-pool-tight
    fixes.proviso 5:7-5:13: here

> actions "contract fixes"
- add 'time zone "America/Los_Angeles"'
    file://$PWD/fixes.proviso:
      - 12:1-12:1 "  time zone \"America/Los_Angeles\"\n"

> actions "quantity 900"
- add 'overage blocked'
    file://$PWD/fixes.proviso:
      - 10:1-10:1 "    overage blocked\n"

> actions "sold as logins"
- add 'count one login per user per day'
    file://$PWD/fixes.proviso:
      - 10:1-10:1 "    count one login per user per day\n"

> actions "price 2.00 per member per month"
- add 'uplift at most 5% per renewal'
    file://$PWD/fixes.proviso:
      - 11:111-11:111 "; uplift at most 5% per renewal"

> edit "license customer-community\n" to "license custmer-community\n"
fixes.proviso:
- 6:13-6:30 error: there is no license named 'custmer-community'
    help: did you mean 'customer-community'?

> actions "custmer-community"
- replace by 'customer-community'
    file://$PWD/fixes.proviso:
      - 6:13-6:30 "customer-community"

> edit "    price 2.00 per login\n" to ""
fixes.proviso:
- 5:7-5:13 error: the SKU 'portal' has no price
    help: add a 'price' clause
- 6:13-6:30 error: there is no license named 'custmer-community'
    help: did you mean 'customer-community'?

> actions "sku portal \"Portal\" {"
[]

> edit "custmer" to "customer"
fixes.proviso:
- 5:7-5:13 error: the SKU 'portal' has no price
    help: add a 'price' clause

> actions "sku portal"
[]

> edit "; price 2.00 per member per month }" to "; price 2.00 per member }"
fixes.proviso:
- 5:7-5:13 error: the SKU 'portal' has no price
    help: add a 'price' clause
- 10:80-10:101 error: this price does not say how often a member is charged
    help: add 'per month' or 'per year'

> edit "quantity 900 per month\n" to "quantity 900 per month\n price 2.00 per login\n"
fixes.proviso:
- 11:80-11:101 error: this price does not say how often a member is charged
    help: add 'per month' or 'per year'

> actions "price 2.00 per member"
- add 'per month'
    file://$PWD/fixes.proviso:
      - 11:101-11:101 " per month"
- add 'per year'
    file://$PWD/fixes.proviso:
      - 11:101-11:101 " per year"

> edit "use \"salesforce/experience-cloud\"\n" to "use \"salesforce/experience-clod\"\n"
fixes.proviso:
- 1:5-1:33 error: no pack is named 'salesforce/experience-clod'
    help: did you mean 'salesforce/experience-cloud'?
- 11:80-11:101 error: this price does not say how often a member is charged
    help: add 'per month' or 'per year'

> actions "experience-clod"
- replace by 'salesforce/experience-cloud'
    file://$PWD/fixes.proviso:
      - 1:5-1:33 "\"salesforce/experience-cloud\""
= 1
