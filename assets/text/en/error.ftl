# Failures that every room can meet
error-cancelled = Stopped. Nothing was changed.
