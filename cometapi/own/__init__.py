"""Names of the user's own: aliases of commands and models, and templates of prompts."""
