DELETE FROM surveys WHERE id = ?1;
