DELETE FROM touchpoints WHERE id = ?1;
