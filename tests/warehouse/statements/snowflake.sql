-- What becomes of the rows: every login, only some types.
WITH
  -- The columns that matter, under names of their own; the time in seconds since 1970, in UTC.
  login_row AS (
    SELECT
      t."UserId" AS user_id,
      date_part(epoch_second, t."LoginTime") AS instant,
      t."Status" AS status,
      coalesce(t."LoginType", '') AS login_type,
      coalesce(t."LoginSubType", '') AS login_subtype,
      '' AS user_kind,
      coalesce(t."Id", '') AS login
    FROM "sf"."LoginHistory" t
  ),
  -- The time on the clocks of Europe/Berlin, in seconds since 2027-01-15 began there.
  local_row AS (
    SELECT user_id, instant, status, login_type, login_subtype, user_kind, login,
      CASE
        WHEN instant < 1806195600 THEN instant - 1799967600
        ELSE instant - 1799964000
      END AS since_start
    FROM login_row
  ),
  -- What becomes of each row.
  judged_row AS (
    SELECT collate(substr(user_id, 1, 15), '') AS person, instant, since_start, login,
      CASE
        WHEN instant IS NULL THEN 'bad time'
        WHEN status IS NULL OR status = '' THEN 'bad status'
        WHEN status NOT IN ('Success', 'LOGIN_NO_ERROR') AND lower(status) NOT IN (lower('Success'), lower('LOGIN_NO_ERROR')) THEN 'failed'
        WHEN user_id IS NULL OR length(user_id) NOT IN (15, 18) THEN 'bad user'
        WHEN length(login) NOT IN (15, 18) THEN 'bad id'
        WHEN lower(login_type) IN (lower('EmployeeLoginToCommunity'), lower('Employee Login to Community')) OR login_type IN ('r') THEN 'internal'
        WHEN since_start < 0 OR since_start >= 7776000 THEN 'outside'
        WHEN NOT (lower(login_type) IN (lower('SamlChatterNetworks'), lower('SAML Chatter Communities External User SSO')) OR login_type IN ('m') OR lower(login_subtype) IN (lower('SamlChatterNetworks'))) OR (lower(login_type) IN (lower('it''s')) OR lower(login_subtype) IN (lower('it''s'))) THEN 'excluded'
        ELSE 'counted'
      END AS fate
    FROM local_row
  )
SELECT fate, count(*) AS row_count, min(instant) AS first_instant, max(instant) AS last_instant
FROM judged_row
GROUP BY fate
ORDER BY fate;

-- Users by month and login days.
WITH
  -- The columns that matter, under names of their own; the time in seconds since 1970, in UTC.
  login_row AS (
    SELECT
      t."UserId" AS user_id,
      date_part(epoch_second, t."LoginTime") AS instant,
      t."Status" AS status,
      coalesce(t."LoginType", '') AS login_type,
      coalesce(t."LoginSubType", '') AS login_subtype,
      '' AS user_kind,
      coalesce(t."Id", '') AS login
    FROM "sf"."LoginHistory" t
  ),
  -- The time on the clocks of Europe/Berlin, in seconds since 2027-01-15 began there.
  local_row AS (
    SELECT user_id, instant, status, login_type, login_subtype, user_kind, login,
      CASE
        WHEN instant < 1806195600 THEN instant - 1799967600
        ELSE instant - 1799964000
      END AS since_start
    FROM login_row
  ),
  -- What becomes of each row.
  judged_row AS (
    SELECT collate(substr(user_id, 1, 15), '') AS person, instant, since_start, login,
      CASE
        WHEN instant IS NULL THEN 'bad time'
        WHEN status IS NULL OR status = '' THEN 'bad status'
        WHEN status NOT IN ('Success', 'LOGIN_NO_ERROR') AND lower(status) NOT IN (lower('Success'), lower('LOGIN_NO_ERROR')) THEN 'failed'
        WHEN user_id IS NULL OR length(user_id) NOT IN (15, 18) THEN 'bad user'
        WHEN length(login) NOT IN (15, 18) THEN 'bad id'
        WHEN lower(login_type) IN (lower('EmployeeLoginToCommunity'), lower('Employee Login to Community')) OR login_type IN ('r') THEN 'internal'
        WHEN since_start < 0 OR since_start >= 7776000 THEN 'outside'
        WHEN NOT (lower(login_type) IN (lower('SamlChatterNetworks'), lower('SAML Chatter Communities External User SSO')) OR login_type IN ('m') OR lower(login_subtype) IN (lower('SamlChatterNetworks'))) OR (lower(login_type) IN (lower('it''s')) OR lower(login_subtype) IN (lower('it''s'))) THEN 'excluded'
        ELSE 'counted'
      END AS fate
    FROM local_row
  ),
  -- The local days on which a user logged in; a day is the second it began.
  login_day AS (
    SELECT person, day_start, count(DISTINCT collate(substr(login, 1, 15), '')) AS logins
    FROM (
      SELECT person, login, since_start - mod(since_start, 86400) AS day_start
      FROM judged_row
      WHERE fate = 'counted'
    ) dated_row
    GROUP BY person, day_start
  ),
  -- The months of the contract in which a user logged in.
  login_month AS (
    SELECT person, month_start, count(*) AS login_days, sum(logins) AS logins
    FROM (
      SELECT person, logins,
        CASE
          WHEN day_start < 2678400 THEN '2027-01-15'
          WHEN day_start < 5097600 THEN '2027-02-15'
          ELSE '2027-03-15'
        END AS month_start
      FROM login_day
    ) dated_day
    GROUP BY person, month_start
  ),
  -- The license of each user; none where the table names two.
  holder AS (
    SELECT person, CASE WHEN min(license) = max(license) AND count(*) = count(license) THEN min(license) END AS license
    FROM (SELECT collate(substr(t."Id", 1, 15), '') AS person, t."Profile.UserLicense.Name" AS license FROM "sf"."User" t) user_row
    GROUP BY person
  )
SELECT coalesce(holder.license, '') AS license, month_start, login_days, count(*) AS users, sum(logins) AS logins
FROM login_month
LEFT JOIN holder ON holder.person = login_month.person
GROUP BY holder.license, month_start, login_days
ORDER BY holder.license, month_start, login_days;
