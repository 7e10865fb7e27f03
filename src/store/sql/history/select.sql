SELECT seq, name, changes FROM history ORDER BY seq;
