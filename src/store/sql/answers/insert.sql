INSERT INTO answers (key, value, as_read)
VALUES
