DELETE FROM history;
