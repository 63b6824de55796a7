"""A pet store on loopback, and the commands for it in a user's config folder."""

import shutil

import pytest
from own_files import LIST, PETSTORE


@pytest.fixture
def folder(config):
    """The config folder."""
    return config.parent


@pytest.fixture
def file(tmp_path):
    """A function that writes a command's file and its sample outside of the config folder; returns its path."""

    def write(text=LIST, name="pets-list.yaml"):
        for one in (PETSTORE / "replies").iterdir():
            shutil.copy(one, tmp_path)
        (tmp_path / name).write_text(text, "utf-8")
        return str(tmp_path / name)

    return write


@pytest.fixture
def added(cli, file):
    """The command ``pets list``, added and trusted."""
    ran = cli("command", "add", file(), "--yes")
    assert ran.code == 0, ran
    return cli


@pytest.fixture
def store(httpserver, environ):
    """The pet store, with its key set."""
    environ |= {"PETS_URL": httpserver.url_for("/v1"), "PETS_KEY": "pets-key-0001"}
    return httpserver
