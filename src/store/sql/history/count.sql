SELECT count(*) FROM history;
