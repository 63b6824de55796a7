"""What was said to models and what they answered, kept in ``history.db`` of the state folder."""
