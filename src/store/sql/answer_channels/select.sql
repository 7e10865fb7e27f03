SELECT key, channel, label FROM answer_channels ORDER BY key;
