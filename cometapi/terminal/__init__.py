"""What a person at a terminal sees and types: visible text, prompts, confirmation, history."""
