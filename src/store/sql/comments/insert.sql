INSERT INTO comments (key, batch, subject, day, text)
VALUES
