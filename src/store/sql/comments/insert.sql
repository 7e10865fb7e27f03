INSERT INTO comments (key, batch, subject, day, part, text)
VALUES
