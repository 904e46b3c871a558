# Figures over the names: what the contract and each SKU cost, and where members become cheaper.

> file small.plan.toml
| [plan]
| name = "Small plan"
| contract = "small"
| [[population]]
| name = "people"
| sku = "portal"
| users = 1_000
| login_days = { 0 = 0.5, 2 = 0.5 }

> open small.proviso
| use "salesforce/experience-cloud"
| contract small "Small" {
|   term 2027-01-01 to 2027-12-31; currency USD
|   sku portal "Logins" {
|     license customer-community; sold as logins
|     quantity 900 per month; price 2.00 per login; overage 3.00 per login, measured quarterly
|   }
|   sku other "Other" { license customer-community-plus; sold as logins; quantity 10 per month; price 2.00 per login }
|   quote seats "Members" { license customer-community; sold as members; price 60.00 per member per year }
| }
small.proviso:
- 6:14-6:27 error[login-pool-exceeded]: portal needs 3,000 logins in 2027-01-01..2027-03-31, 2,700 are entitled and 0 tolerated
    cost: 900.00 USD
    fix: buy 100 more per month from 2027-01-01, or move the heaviest users to members
    why: Salesforce counts one login per user and day against the pool; what exceeds it is charged as overage.
    also: portal needs 3,000 logins in 2027-04-01..2027-06-30, 2,700 are entitled and 0 tolerated
    also: portal needs 3,000 logins in 2027-07-01..2027-09-30, 2,700 are entitled and 0 tolerated
    also: portal needs 3,000 logins in 2027-10-01..2027-12-31, 2,700 are entitled and 0 tolerated
    small.plan.toml 7:1-7:6: multiplied here
- 8:81-8:93 warning[overage-undeclared]: other does not say over how long excess is measured and what it costs
    fix: add 'overage PRICE per login, measured monthly', 'quarterly', 'yearly' or 'over the term', or 'overage blocked'
    why: Both readings, a pool a month and a pool a year, can be found in print: which one holds decides what a busy month costs.
- 2:10-2:15 information[time-zone-undeclared]: small does not say whose days separate logins: UTC is assumed
    fix: add 'time zone "America/Los_Angeles"' or the zone that is agreed
    why: One login per user and day needs to know when a day ends; no document of the vendor says it.
- 5:41-5:47 information[login-count-undeclared]: portal does not say what consumes a login: one per user and day is assumed
    fix: add 'count one login per user per day', or what is agreed
    why: The counter of an org is said to count every login, the price list one per user and day.
- 6:29-6:49 information[uplift-undeclared]: portal does not say how much dearer it may become at renewal
    fix: add 'uplift at most 5% per renewal', or what is agreed
    why: Without a cap the price after the term is whatever is asked; quantities have grown by then.
- 8:64-8:70 information[login-count-undeclared]: other does not say what consumes a login: one per user and day is assumed
    fix: add 'count one login per user per day', or what is agreed
    why: The counter of an org is said to count every login, the price list one per user and day.
- 8:95-8:115 information[uplift-undeclared]: other does not say how much dearer it may become at renewal
    fix: add 'uplift at most 5% per renewal', or what is agreed
    why: Without a cap the price after the term is whatever is asked; quantities have grown by then.

> lenses
- 2:10-2:15 25,440.00 USD over the term
- 4:7-4:13 25,200.00 USD over the term · seats is cheaper beyond 2.5 login days a month
- 8:7-8:12 240.00 USD over the term

> edit "sold as logins\n" to "sold as\n"
small.proviso:
- 5:40-5:40 error: expected the unit that is sold: 'logins', 'members' or another

> lenses
[]
= 1
