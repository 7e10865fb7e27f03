# palette
