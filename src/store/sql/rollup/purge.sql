DELETE FROM rollup WHERE batch = ?1;
