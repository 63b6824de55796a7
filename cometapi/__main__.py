"""``python -m cometapi``: the program where its console script is not on the path."""

from cometapi.main import entry

if __name__ == "__main__":
    entry()
