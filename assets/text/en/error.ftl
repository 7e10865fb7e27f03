# Failures that every room can meet
error-cancelled = Stopped. Nothing was changed.
error-text-missing = This text is missing: { $key }
