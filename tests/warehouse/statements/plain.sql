-- What becomes of the rows: one login per user per day.
WITH
  -- The columns that matter, under names of their own; the time in seconds since 1970, in UTC.
  login_row AS (
    SELECT
      t."UserId" AS user_id,
      CAST(floor(date_part('epoch', t."at")) AS bigint) AS instant,
      t."Status" AS status,
      coalesce(t."LoginType", '') AS login_type,
      coalesce(t."LoginSubType", '') AS login_subtype,
      '' AS user_kind,
      '' AS login
    FROM "logins" t
  ),
  -- The time on the clocks of UTC, in seconds since 2027-02-01 began there.
  local_row AS (
    SELECT user_id, instant, status, login_type, login_subtype, user_kind, login,
      instant - 1801440000 AS since_start
    FROM login_row
  ),
  -- What becomes of each row.
  judged_row AS (
    SELECT CAST(substr(user_id, 1, 15) AS text) COLLATE "C" AS person, instant, since_start, login,
      CASE
        WHEN instant IS NULL THEN 'bad time'
        WHEN status IS NULL OR status = '' THEN 'bad status'
        WHEN status NOT IN ('Success', 'LOGIN_NO_ERROR') AND lower(status COLLATE "C") NOT IN (lower('Success' COLLATE "C"), lower('LOGIN_NO_ERROR' COLLATE "C")) THEN 'failed'
        WHEN user_id IS NULL OR length(user_id) NOT IN (15, 18) THEN 'bad user'
        WHEN lower(login_type COLLATE "C") IN (lower('EmployeeLoginToCommunity' COLLATE "C"), lower('Employee Login to Community' COLLATE "C")) OR login_type IN ('r') THEN 'internal'
        WHEN since_start < 0 OR since_start >= 2419200 THEN 'outside'
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
      CAST(floor(date_part('epoch', t."at")) AS bigint) AS instant,
      t."Status" AS status,
      coalesce(t."LoginType", '') AS login_type,
      coalesce(t."LoginSubType", '') AS login_subtype,
      '' AS user_kind,
      '' AS login
    FROM "logins" t
  ),
  -- The time on the clocks of UTC, in seconds since 2027-02-01 began there.
  local_row AS (
    SELECT user_id, instant, status, login_type, login_subtype, user_kind, login,
      instant - 1801440000 AS since_start
    FROM login_row
  ),
  -- What becomes of each row.
  judged_row AS (
    SELECT CAST(substr(user_id, 1, 15) AS text) COLLATE "C" AS person, instant, since_start, login,
      CASE
        WHEN instant IS NULL THEN 'bad time'
        WHEN status IS NULL OR status = '' THEN 'bad status'
        WHEN status NOT IN ('Success', 'LOGIN_NO_ERROR') AND lower(status COLLATE "C") NOT IN (lower('Success' COLLATE "C"), lower('LOGIN_NO_ERROR' COLLATE "C")) THEN 'failed'
        WHEN user_id IS NULL OR length(user_id) NOT IN (15, 18) THEN 'bad user'
        WHEN lower(login_type COLLATE "C") IN (lower('EmployeeLoginToCommunity' COLLATE "C"), lower('Employee Login to Community' COLLATE "C")) OR login_type IN ('r') THEN 'internal'
        WHEN since_start < 0 OR since_start >= 2419200 THEN 'outside'
        ELSE 'counted'
      END AS fate
    FROM local_row
  ),
  -- The local days on which a user logged in; a day is the second it began.
  login_day AS (
    SELECT person, day_start, 1 AS logins
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
        '2027-02-01' AS month_start
      FROM login_day
    ) dated_day
    GROUP BY person, month_start
  )
SELECT '' AS license, month_start, login_days, count(*) AS users, sum(logins) AS logins
FROM login_month
GROUP BY month_start, login_days
ORDER BY month_start, login_days;
