"""The manifest read anew from spec/, once for all tests, so that a new command is held before its author writes a test."""

from pathlib import Path

from codegen.__main__ import version
from cometapi.manifest.compile import model
from cometapi.manifest.load import load

ROOT = Path(__file__).resolve().parent.parent
SOURCES = load(ROOT)[0]
MODEL = model(SOURCES, version(ROOT))
COMMANDS = MODEL.commands
