"""``batch``: a command for every row of a file, and how its runs are watched and steered."""
