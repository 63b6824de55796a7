"""The skill: what a coding agent reads of this program, and the folder where it lies."""
