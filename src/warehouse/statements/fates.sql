{judged}
SELECT fate, count(*) AS row_count, min(instant) AS first_instant, max(instant) AS last_instant
FROM judged_row
GROUP BY fate
ORDER BY fate
