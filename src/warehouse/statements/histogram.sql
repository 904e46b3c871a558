{judged},
  -- The local days on which a user logged in; a day is the second it began.
  login_day AS (
    SELECT person, day_start, {logins_of_day} AS logins
    FROM (
      SELECT person, login, since_start - {remainder} AS day_start
      FROM judged_row
      WHERE fate = 'counted'
    ) dated_row
    GROUP BY person, day_start
  ),
  -- The months of the contract in which a user logged in.
  login_month AS (
    SELECT person, month_start, count(*) AS login_days, {logins_of_month} AS logins
    FROM (
      SELECT person, logins,
        {month} AS month_start
      FROM login_day
    ) dated_day
    GROUP BY person, month_start
  ){holders}
SELECT {license} AS license, month_start, login_days, count(*) AS users, sum(logins) AS logins
FROM login_month{join}
GROUP BY {license_and}month_start, login_days
ORDER BY {license_and}month_start, login_days
