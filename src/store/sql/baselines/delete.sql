DELETE FROM baselines WHERE id = ?1;
