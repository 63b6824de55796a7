"""Commands as tools of an agent, over the Model Context Protocol: what it may run, and how that is run and bounded."""
