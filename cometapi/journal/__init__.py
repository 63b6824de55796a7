"""What was paid for and is not there yet: an intent before the request leaves, the id of the task after it."""
