DELETE FROM steps WHERE id = ?1;
