SELECT row, column_name, value, reason, duplicate
FROM rejected_cells
WHERE batch = (SELECT key FROM batches WHERE id = ?1)
ORDER BY row, key;
