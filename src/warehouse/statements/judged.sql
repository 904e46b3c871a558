WITH
  -- The columns that matter, under names of their own; the time in seconds since 1970, in UTC.
  login_row AS (
    SELECT
      {user} AS user_id,
      {second} AS instant,
      {status} AS status,
      {type} AS login_type,
      {subtype} AS login_subtype,
      {kind} AS user_kind,
      {login} AS login
    FROM {table} t
  ),
  -- The time on the clocks of {zone}, in seconds since {start} began there.
  local_row AS (
    SELECT user_id, instant, status, login_type, login_subtype, user_kind, login,
      {local} AS since_start
    FROM login_row
  ),
  -- What becomes of each row.
  judged_row AS (
    SELECT {person} AS person, instant, since_start, login,
      CASE
        WHEN instant IS NULL THEN 'bad time'
        WHEN status IS NULL OR status = '' THEN 'bad status'
        WHEN status NOT IN ({succeeded}) AND {status_lower} NOT IN ({succeeded_lower}) THEN 'failed'
        WHEN user_id IS NULL OR length(user_id) NOT IN (15, 18) THEN 'bad user'
        {bad_login}
        {internal}
        WHEN since_start < 0 OR since_start >= {length} THEN 'outside'
        {excluded}
        ELSE 'counted'
      END AS fate
    FROM local_row
  )
