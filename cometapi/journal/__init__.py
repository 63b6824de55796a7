"""The journal of paid tasks: each request is recorded before it is sent, its task ID as soon as it is known."""
