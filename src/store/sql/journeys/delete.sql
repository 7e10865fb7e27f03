DELETE FROM journeys WHERE id = ?1;
