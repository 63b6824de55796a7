"""Another program, run with an environment that leads it to the gateway: which agent it is, what is set, and how it is waited for."""
