INSERT INTO dimension_values (dimension, value) VALUES (?1, ?2);
