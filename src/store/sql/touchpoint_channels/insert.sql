INSERT INTO touchpoint_channels (touchpoint, position, channel) VALUES (?1, ?2, ?3);
