"""Files in place of those that examples name."""

from pathlib import Path

FILES = Path(__file__).with_name("faults") / "files"


def a_file(word):
    """The path of a file that is there in place of a file's name in an example; any other word as it is."""
    files = (FILES / word, FILES / f"a{Path(word).suffix}")
    return next((str(file) for file in files if "/" not in word and file.is_file()), word)
