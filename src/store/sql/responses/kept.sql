SELECT
  responses.key, responses.file_row, responses.external_id, responses.day, responses.channel,
  customers.name, employees.name, responses.weight, responses.segments, responses.consent
FROM responses
LEFT JOIN identities AS customers ON customers.key = responses.respondent
LEFT JOIN identities AS employees ON employees.key = responses.employee
WHERE responses.batch = (SELECT key FROM batches WHERE id = ?1)
ORDER BY responses.key;
