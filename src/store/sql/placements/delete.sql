DELETE FROM placements WHERE id = ?1;
