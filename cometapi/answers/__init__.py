"""Asking a model: events, the reader and the assembler of every protocol, tools, media, usage."""
