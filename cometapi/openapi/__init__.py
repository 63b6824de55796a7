"""A document of OpenAPI (3.0, 3.1, Swagger 2) made into a command of the user's own: read, and never fetched from."""
