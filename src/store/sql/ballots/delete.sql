DELETE FROM ballots WHERE id = ?1;
