# Standard objects are declared by the one list that names them.

> file parts.proviso
| objects standard-objects "Of the platform" { Case, CaseComment, Campaign }

> open deal.proviso
| use "./parts.proviso"
| license basic "Basic" { accounts 20 per login; source "x" }
| contract deal "Deal" {
|   term 2027-01-01 to 2027-12-31; currency USD; time zone "UTC"
|   restriction quiet "No cases" { for basic; prohibit read on Case }
| }

> define "read on Ca|se"

> complete "read on Cas|e"
