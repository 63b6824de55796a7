"""A pet store on loopback, and the commands for it in a user's config folder."""

import shutil
from pathlib import Path

import pytest

from cometapi.cli.registry import LOADED
from cometapi.own.declared import SERVICES, TABLES

PROGRAM = {kind: dict(table) for kind, table in TABLES.items()}
PETSTORE = Path(__file__).parent / "own" / "petstore"
LIST = (PETSTORE / "commands" / "pets-list.yaml").read_text("utf-8")


@pytest.fixture
def own_folder(config):
    """The config folder."""
    return config.parent


@pytest.fixture
def pet_file(tmp_path):
    """A function that writes a command's file and its sample outside of the config folder; returns its path."""

    def write(text=LIST, name="pets-list.yaml"):
        for one in (PETSTORE / "replies").iterdir():
            shutil.copy(one, tmp_path)
        (tmp_path / name).write_text(text, "utf-8")
        return str(tmp_path / name)

    return write


@pytest.fixture
def with_pets(cli, pet_file):
    """The command ``pets list``, with_pets and trusted."""
    ran = cli("command", "add", pet_file(), "--yes")
    assert ran.code == 0, ran
    return cli


@pytest.fixture
def pet_store(httpserver, environ):
    """The pet store, with its key set."""
    environ |= {"PETS_URL": httpserver.url_for("/v1"), "PETS_KEY": "pets-key-0001"}
    return httpserver


@pytest.fixture(autouse=True)
def forgetful():
    """What own commands have declared in this process is known to no later test."""
    yield
    if LOADED or SERVICES or len(TABLES["settings"]) > len(PROGRAM["settings"]):
        for kind, table in TABLES.items():
            table.clear()
            table.update(PROGRAM[kind])
        LOADED.clear()
        SERVICES.clear()
