"""Context for a model: files, folders, patterns and pages that somebody names, as text or media before the message."""
