# What words mean: clauses by the table of the language, names by the catalogue and by today's figures.

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
| contract small "Small <b>portal</b>" {
|   term 2027-01-01 to 2027-12-31; currency USD
|   sku portal "Customer Community Logins" {
|     license customer-community; sold as logins
|     quantity 900 per month; price 2.00 per login; overage 3.00 per login, measured quarterly
|   }
|   quote seats "Customer Community" { license customer-community; sold as members; price 5.00 per member per month }
|   restriction quiet "No records" { for external, portal; prohibit read on sales-and-service, Case }
|   set login-pool-tight.share to 95%
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
- 2:10-2:15 information[time-zone-undeclared]: small does not say whose days separate logins: UTC is assumed
    fix: add 'time zone "America/Los_Angeles"' or the zone that is agreed
    why: One login per user and day needs to know when a day ends; no document of the vendor says it.
- 5:41-5:47 information[login-count-undeclared]: portal does not say what consumes a login: one per user and day is assumed
    fix: add 'count one login per user per day', or what is agreed
    why: The counter of an org is said to count every login, the price list one per user and day.
- 6:29-6:49 information[uplift-undeclared]: portal does not say how much dearer it may become at renewal
    fix: add 'uplift at most 5% per renewal', or what is agreed
    why: Without a cap the price after the term is whatever is asked; quantities have grown by then.

> hover "s|ku portal"
4:3-4:6 ```proviso
sku NAME "TITLE" {
```

Something that is bought: a license in a unit, at a price.

> hover "sku por|tal"
4:7-4:13 **SKU portal** Customer Community Logins

- license Customer Community, sold as logins
- quantity 900 a month in 2027-03-01..2027-03-31
- price 2.00 per login
- 1,800.00 USD committed a month
- 1,000 users planned
- 1,000 logins of 900 entitled
- 25,200.00 USD over the term
- seats is cheaper beyond 2.5 login days a month

> hover "quote sea|ts"
8:9-8:14 **SKU seats** Customer Community

- license Customer Community, sold as members
- price 5.00 per member per month

> hover "contract sm|all"
2:10-2:15 **contract small** Small \<b\>portal\</b\>

- 2027-01-01..2027-12-31
- plan Small plan
- 25,200.00 USD over the term

> hover "restriction qui|et"
9:15-9:20 **restriction quiet** No records

> hover "license custom|er-community"
5:13-5:31 **license customer-community** Customer Community

- 20 accounts for each login
- offers knowledge, person-accounts, share-groups and sharing-sets
- lacks apex-sharing, dashboards, delegated-administration, email-templates, manual-sharing, reports, roles, sharing-rules, tableau-crm and team-sharing

*Salesforce Help, Experience Cloud User Licenses (objects, features, 20 accounts a login), as two sets of study notes report it; Salesforce Help, Experience Cloud Licenses and Limitations (sharing sets, person accounts, email templates); Salesforce Developers, Object Reference, UserLicense (keys); Standard profile Customer Community Login User, in 17Sayan/SFDCTrailhead2026 on GitHub, 2026 (object permissions); 24Flow, Assign 24Flow Community Licenses (20 accounts a login; reports, Tableau CRM and roles need Plus); theblogreaders.com (share groups, manual and team sharing); pandeyatcrm.blogspot.com, 2020 (delegated administration)*

> hover "for exter|nal"
9:40-9:48 **group of licenses external** Licenses of named people outside the company

- customer-community, customer-community-plus, partner-community, channel-account, external-apps, external-apps-plus, external-identity, authenticated-website, overage-authenticated-website, high-volume-portal, high-volume-customer-portal, overage-high-volume-customer-portal, customer-portal-manager, customer-portal-manager-standard, customer-portal-manager-custom, limited-customer-portal-manager-standard, limited-customer-portal-manager-custom, overage-customer-portal-manager-standard, overage-customer-portal-manager-custom, legacy-partner, gold-partner, silver-partner, bronze-partner, platinum-partner, standard-partner, strategic-partner and ideas-only-portal

*Salesforce Help, Experience Cloud User Licenses; Salesforce Developers, Object Reference, UserLicense*

> hover "external, port|al"
9:50-9:56 **SKU portal** Customer Community Logins

- license Customer Community, sold as logins
- quantity 900 a month in 2027-03-01..2027-03-31
- price 2.00 per login
- 1,800.00 USD committed a month
- 1,000 users planned
- 1,000 logins of 900 entitled
- 25,200.00 USD over the term
- seats is cheaper beyond 2.5 login days a month

> hover "on sales|-and"
9:75-9:92 **group of objects sales-and-service** Leads, opportunities, cases, solutions and campaigns

- Lead, Opportunity, Case, Solution and Campaign

*24Flow, Assign 24Flow Community Licenses, Legal Note; Salesforce Developers, ISVforce Guide, OEM User License Comparison, versions 210.0 to 230.0*

> hover ", Ca|se"
9:94-9:98 **object Case**

- with CaseArticle, CaseComment, CaseContactRole, CaseFeed, CaseHistory, CaseMilestone, CaseShare, CaseSolution, CaseTeamMember, CaseTeamTemplateRecord and EmailMessage

> hover "login-pool|-tight"
10:7-10:23 **rule login-pool-tight** A pool that is nearly used up

- warning, risk
- share = 90%

What a plan leaves of a pool is all that uncertain demand can use before overage begins.

*Salesforce Community Licenses Explained, Negotiate grace for usage spikes*

> hover "tight.sh|are"
10:24-10:29 **parameter share**

- share = 90% unless a contract sets it

> hover "sold a|s"
5:38-5:40 ```proviso
sold as logins
```

The unit: logins are a monthly pool, members one license a person; other units are priced only.

> hover "measured quarter|ly"
null

> hover "900| per month"
null

> hover "\"Sma|ll <b>"
null
= 1
