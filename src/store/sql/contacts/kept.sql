SELECT
  contacts.key, contacts.file_row, contacts.external_id, contacts.moment / 86400,
  contacts.channel, customers.name, employees.name, NULL, contacts.subject, NULL
FROM contacts
LEFT JOIN identities AS customers ON customers.key = contacts.respondent
LEFT JOIN identities AS employees ON employees.key = contacts.employee
WHERE contacts.batch = (SELECT key FROM batches WHERE id = ?1)
ORDER BY contacts.key;
