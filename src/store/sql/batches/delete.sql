-- An import that is taken back keeps its rows: purging them is a separate, final act.
UPDATE batches SET active = 0 WHERE id = ?1;
