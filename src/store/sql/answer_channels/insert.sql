INSERT INTO answer_channels (channel, label) VALUES (?1, ?2);
