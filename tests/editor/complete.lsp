# What may stand at a place, also where the text is not finished.

> open begun.proviso
| us
| contract begun "Begun" {
|   term 2027-01-01 to 2027-12-31
|   sku portal "Portal" { 
|     overage 
|     lic
|     count 
|     price graduated per member per month {  }
|   }
|   sku seats "Seats" { swap 20 logins for 1 member of ; co-termed 
|   }
|   restriction quiet "Quiet" { for portal, ; prohibit read,  on Case; except read on Case for 
|   }
|   treat login-pool-tight as 
|   set login-pool-tight.
|   note "nothing in quotes "
| }
| rule own "Own" { severity info; report "x"; for s in }
begun.proviso:
- 1:1-1:3 error: expected a declaration
    help: did you mean 'use'?
- 5:12-5:12 error: expected an amount such as 2.50, or 'blocked'
- 6:5-6:8 error: expected a clause of a sku
    help: a sku holds 'license', 'sold as', 'quantity', 'price', 'overage' and others
- 7:10-7:10 error: expected 'one', 'every', 'only' or 'except'
- 10:54-10:55 error: expected the name of a sku
- 10:65-10:65 error: expected 'with'
- 12:43-12:44 error: expected the name of a license, a group or a sku
- 12:61-12:63 error: expected 'create', 'read', 'update' or 'delete'
- 12:93-12:93 error: expected a name such as portal-logins, or one in quotes
- 14:28-14:28 error: expected 'error', 'warning', 'info' or 'off'
- 15:24-15:24 error: expected the name of a parameter
- 18:54-18:55 error: expected a collection such as windows

> complete "us|"
- 1:1-1:3 use: Brings in a pack of the catalogue or of rules, or with './' a file of one's own.
- 1:1-1:3 contract: What two parties agree on: term, prices, what is bought and what is forbidden.
- 1:1-1:3 amendment: A later change: each clause it states replaces that clause from its day on, the others stay.
- 1:1-1:3 license: A license type of the catalogue: what it is called, offers and may reach.
- 1:1-1:3 capability: Something a license can do, such as reports.
- 1:1-1:3 object: A kind of record, with the children that belong to it.
- 1:1-1:3 objects: A name for several objects.
- 1:1-1:3 licenses: A name for several licenses, or groups of them.
- 1:1-1:3 texts: A name for several texts, such as the statuses that mean success.
- 1:1-1:3 rule: A sentence over facts: which records it looks at, when it reports and what it says.
- 1:1-1:3 test: A contract, what is given, and what is expected of them.

> complete "    overage |"
- 5:13-5:13 blocked

> complete "    lic|"
- 6:5-6:8 rounding: How each charge is rounded to the minor unit: half up (if left out), half even, up or down.
- 6:5-6:8 license: The license type of the catalogue that the SKU provisions; two SKUs may sell one license.
- 6:5-6:8 sold: The unit: logins are a monthly pool, members one license a person; other units are priced only.
- 6:5-6:8 count: What consumes a login, or which login types do; one a user and day is assumed if left out.
- 6:5-6:8 quantity: How much is purchased: logins by the month, members as they are.
- 6:5-6:8 block: The step in which the quantity is sold.
- 6:5-6:8 minimum: The least quantity that may be bought.
- 6:5-6:8 price: What a unit costs; graduated, each slice at its own price, or volume, all at the price of the last slice reached.
- 6:5-6:8 discount: Off the price, not off packs or overage.
- 6:5-6:8 accounts: How many user records may exist for each purchased login: a hard limit.
- 6:5-6:8 grace: Excess in a window that is not charged: a share of what is entitled, or a number.
- 6:5-6:8 overage: The price of excess and the window it is measured in; blocked, if excess logins are refused.
- 6:5-6:8 rollover: Unused logins of a month that stay usable in the next ones.
- 6:5-6:8 pack: Extra logins in the contract month that holds the day.
- 6:5-6:8 uplift: The most by which the price may rise at renewal.
- 6:5-6:8 swap: The right to turn purchased logins into members of another SKU.
- 6:5-6:8 reduce: The right to buy less from one contract year to the next.
- 6:5-6:8 co-termed: Ends and renews together with another SKU.
- 6:5-6:8 from: What changes on that day; what it does not name stays as it was.
- 6:5-6:8 clause: Cites the document that says so.
- 6:5-6:8 note: Is for readers.

> complete "    count |"
- 7:11-7:11 one login per user per day
- 7:11-7:11 one login per user per month
- 7:11-7:11 every login
- 7:11-7:11 only
- 7:11-7:11 except

> complete "month { | }"
- 8:44-8:44 first: The first units, and the price of each.
- 8:44-8:44 next: The units that follow, and the price of each.
- 8:44-8:44 beyond: All further units, and the price of each.

> complete "member of |;"
- 10:54-10:54 portal: Portal
- 10:54-10:54 seats: Seats

> complete "co-termed |"
- 10:66-10:66 with

> complete "for portal, |;"
- 12:43-12:43 portal: Portal
- 12:43-12:43 seats: Seats

> complete "read, | on"
- 12:60-12:60 create
- 12:60-12:60 read
- 12:60-12:60 update
- 12:60-12:60 delete
- 12:60-12:60 capability

> complete "Case for |"
- 12:94-12:94 portal: Portal
- 12:94-12:94 seats: Seats

> complete "tight as |"
- 14:29-14:29 error
- 14:29-14:29 warning
- 14:29-14:29 info
- 14:29-14:29 off

> complete "tight.|"
- 15:24-15:24 share: share = 90%

> complete "quotes |\""
[]

> complete "s in |}" only skus windows
- 18:54-18:54 skus: what is bought
- 18:54-18:54 windows: each pool in each window of its overage clause

> edit "us\n" to "use \"\"\n"
begun.proviso:
- 1:5-1:7 error: no pack is named ''
    help: a file of one's own starts with './': use "./"
- 5:12-5:12 error: expected an amount such as 2.50, or 'blocked'
- 6:5-6:8 error: expected a clause of a sku
    help: a sku holds 'license', 'sold as', 'quantity', 'price', 'overage' and others
- 7:10-7:10 error: expected 'one', 'every', 'only' or 'except'
- 10:54-10:55 error: expected the name of a sku
- 10:65-10:65 error: expected 'with'
- 12:43-12:44 error: expected the name of a license, a group or a sku
- 12:61-12:63 error: expected 'create', 'read', 'update' or 'delete'
- 12:93-12:93 error: expected a name such as portal-logins, or one in quotes
- 14:28-14:28 error: expected 'error', 'warning', 'info' or 'off'
- 15:24-15:24 error: expected the name of a parameter
- 18:54-18:55 error: expected a collection such as windows

> edit "use \"\"" to "use \"salesforce/experience-cloud/c\""
begun.proviso:
- 1:5-1:36 error: no pack is named 'salesforce/experience-cloud/c'
    help: did you mean 'salesforce/experience-cloud'?
- 5:12-5:12 error: expected an amount such as 2.50, or 'blocked'
- 6:5-6:8 error: expected a clause of a sku
    help: a sku holds 'license', 'sold as', 'quantity', 'price', 'overage' and others
- 7:10-7:10 error: expected 'one', 'every', 'only' or 'except'
- 10:54-10:55 error: expected the name of a sku
- 10:65-10:65 error: expected 'with'
- 12:43-12:44 error: expected the name of a license, a group or a sku
- 12:61-12:63 error: expected 'create', 'read', 'update' or 'delete'
- 12:93-12:93 error: expected a name such as portal-logins, or one in quotes
- 14:28-14:28 error: expected 'error', 'warning', 'info' or 'off'
- 15:24-15:24 error: expected the name of a parameter
- 18:54-18:55 error: expected a collection such as windows

> complete "cloud/c|\""
- 1:6-1:35 salesforce/experience-cloud/capabilities: pack
- 1:6-1:35 salesforce/experience-cloud/channel-account: pack
- 1:6-1:35 salesforce/experience-cloud/customer-community: pack
- 1:6-1:35 salesforce/experience-cloud/customer-community-plus: pack
= 1
