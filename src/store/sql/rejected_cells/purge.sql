DELETE FROM rejected_cells WHERE batch = ?1;
