"""Caps on what may be spent: what a request may cost at most is booked before it is sent, and settled when it is known."""
