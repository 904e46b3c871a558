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
deal.proviso is clean

> define "read on Ca|se"
- parts.proviso 1:46-1:50

> complete "read on Cas|e"
- 5:62-5:66 Case
- 5:62-5:66 CaseComment
- 5:62-5:66 Campaign
- 5:62-5:66 standard-objects: Of the platform
= 1
