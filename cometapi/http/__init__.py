"""All network access: requests, bodies, transport, service errors, pages, cache."""
