# A name is found and changed in every open text that sees it, in the file that declares it, and in that one's plan.

> file deal.plan.toml
| [plan]
| name = "Plan"
| contract = "deal"
| [[population]]
| name = "people"
| sku = "seats"
| users = 9
| login_days = { 1 = 1 }

> file deal.proviso
| license basic "Basic" { accounts 20 per login }
| contract deal "Deal" {
|   term 2027-01-01 to 2027-12-31; currency USD; time zone "UTC"
|   sku seats "Seats" { license basic; sold as members; quantity 9; price 2.00 per member per month; uplift at most 5% per renewal }
| }

> open other.proviso
| use "./deal.proviso"
| amendment "One" to deal effective 2027-07-01 { sku seats { quantity 10 } }
| test "enough" { contract deal; expect no members-exceeded for seats }
other.proviso is clean

> rename "sku sea|ts" to "chairs"
changes:
  file://$PWD/deal.plan.toml:
    - 6:8-6:13 "chairs"
  file://$PWD/deal.proviso:
    - 4:7-4:12 "chairs"
  file://$PWD/other.proviso:
    - 2:52-2:57 "chairs"
    - 3:63-3:68 "chairs"

> file deal.plan.toml
| [plan

> rename "sku sea|ts" to "chairs"
error -32803: 'seats' may stand in $PWD/deal.plan.toml, which cannot be read before the faults of $PWD/deal.proviso are mended

> file deal.plan.toml
| [plan]
| name = "Plan"
| contract = "deal"
| [[population]]
| name = "people"
| sku = "seats"
| users = 9
| login_days = { 1 = 1 }

> open deal.proviso
| license basic "Basic" { accounts 20 per login }
| contract deal "Deal" {
|   term 2027-01-01 to 2027-12-31; currency USD; time zone "UTC"
|   sku seats "Seats" { license basic; sold as members; quantity 9; price 2.00 per member per month; uplift at most 5% per renewal }
| }
deal.proviso is clean
other.proviso is clean

> references "sku sea|ts"
- deal.proviso 4:7-4:12
- deal.plan.toml 6:8-6:13
- other.proviso 2:52-2:57
- other.proviso 3:63-3:68

> rename "sku sea|ts" to "chairs"
changes:
  file://$PWD/deal.plan.toml:
    - 6:8-6:13 "chairs"
  file://$PWD/deal.proviso:
    - 4:7-4:12 "chairs"
  file://$PWD/other.proviso:
    - 2:52-2:57 "chairs"
    - 3:63-3:68 "chairs"
= 1
