DELETE FROM agenda WHERE id = ?1;
