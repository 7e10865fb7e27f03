INSERT INTO rejected_cells (batch, row, column_name, value, reason, duplicate)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);
