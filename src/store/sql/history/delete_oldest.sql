DELETE FROM history WHERE seq IN (SELECT seq FROM history ORDER BY seq LIMIT ?1);
