,
  -- The license of each user; none where the table names two.
  holder AS (
    SELECT person, CASE WHEN min(license) = max(license) AND count(*) = count(license) THEN min(license) END AS license
    FROM (SELECT {member_person} AS person, {member_license} AS license FROM {users} t) user_row
    GROUP BY person
  )
