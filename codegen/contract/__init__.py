"""The contract: what scripts depend on of a program's surface, and what changed in it between two versions."""
