"""Tab on commands of the user's own, in real shells, in the repl and through argcomplete's hook; also while a file is half saved."""

import sys
from pathlib import Path

import pytest
from inprocess import call
from own_files import LIST

sys.path.insert(0, str(Path(__file__).parents[1] / "completion"))
from shells import PROJECT, need, offers, script

OFFERED = {
    "pe": ["pets"],
    "pets ": ["list"],
    "pets list --status ": ["available", "sold"],
    "pets list --sta": ["--status"],
    "--sandbox pets ": ["list"],
    "tok": ["tokens"],
    "command remove ": ["pets"],
    "command remove pets ": ["list"],
    "command remove pets list ": ["--yes"],
    "config set pets_": ["pets_url", "pets_key"],
    "config get pets_k": ["pets_key"],
    "config unset ": ["api_key", "pets_url", "pets_key"],
}


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
    found = offers(shell, script(shell), list(OFFERED), folder, **more)
    for line, words in OFFERED.items():
        tab = found[line]
        completed = tab.line.split()[-1:] if tab.line else []
        assert set(words) <= {*tab.words, *completed}, (line, tab)


@pytest.mark.parametrize("line", OFFERED)
def test_the_repl_offers_the_same(line, user, environ):
    from cometapi.cli.completion import offers as words
    from cometapi.own.commands import prepare

    folder, _ = user
    place = {**environ, "HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache")}
    prepare(place, line)
    *whole, typed = line.split(" ")
    found = words(whole, typed, place)
    assert set(OFFERED[line]) <= set(found)


def test_the_repl_offers_what_follows_an_alias_of_an_own_command(user, environ):
    from cometapi.cli.completion import offers as words
    from cometapi.own.commands import prepare

    folder, _ = user
    place = {**environ, "HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache")}
    assert call(["alias", "set", "sold", "pets list --status sold"], place, "").code == 0
    prepare(place, "sold")
    assert "sold" in words([], "so", place)
    assert {"--where", "--json"} <= set(words(["sold"], "--", place))


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
