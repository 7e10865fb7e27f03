UPDATE rejected_cells SET response = ?1, subject = ?2 WHERE key >= ?3;
