"""``python -m cometapi``: the same as the console script."""

from cometapi.main import entry

if __name__ == "__main__":
    entry()
