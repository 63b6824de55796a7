"""The command line for CometAPI: hundreds of models behind one key."""

__version__ = "0.10.0.dev0"
