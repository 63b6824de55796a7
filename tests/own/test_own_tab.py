"""Tab on commands of the user's own, in real shells, in the repl and through argcomplete's hook; also while a file is half saved."""

import sys
from pathlib import Path

import pytest
from inprocess import call
from own_files import LIST

sys.path.insert(0, str(Path(__file__).parents[1] / "completion"))
from shells import PROJECT, need, offers, script

LINES = ["pe", "pets ", "pets list --status ", "pets list --sta", "tok"]
EXPECTED = [["pets"], ["list"], ["available", "sold"], ["--status"], ["tokens"]]


@pytest.fixture
def user(tmp_path, environ, pet_file):
    """A function that gives the environment of a user who has the command ``pets list``."""
    folder = tmp_path / "user"
    folder.mkdir()
    more = {"HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache")}
    assert call(["command", "add", pet_file(), "--yes"], {**environ, **more}, "").code == 0
    return folder, {"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", "PYTHONPATH": str(PROJECT)}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_offer_own_commands_their_options_and_values(shell, user):
    need(shell)
    folder, more = user
    found = offers(shell, script(shell), LINES, folder, **more)
    for line, words in zip(LINES, EXPECTED, strict=True):
        tab = found[line]
        completed = tab.line.split()[-1:] if tab.line else []
        assert set(words) <= {*tab.words, *completed}, (line, tab)


def test_a_file_that_is_half_saved_offers_nothing_and_says_nothing(user, environ):
    from cometapi.cli.completion import offers as words
    from cometapi.own.commands import prepare

    folder, _ = user
    place = {**environ, "HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache")}
    path = folder / ".config/cometapi/commands/pets-list.yaml"
    prepare(place, "cometapi pets list --")
    assert "--status" in words(["pets", "list"], "--", place)
    for size in range(0, len(LIST), 97):
        path.write_text(LIST[:size], "utf-8")
        prepare(place, "cometapi pets list --")
        assert isinstance(words(["pets", "list"], "--", place), dict)
