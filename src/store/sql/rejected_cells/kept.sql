SELECT row, column_name, value, reason, duplicate, response, subject
FROM rejected_cells
WHERE batch = (SELECT key FROM batches WHERE id = ?1)
ORDER BY row, key;
