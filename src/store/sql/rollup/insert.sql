INSERT INTO rollup (batch, topic, value, count) VALUES (?1, ?2, ?3, ?4);
