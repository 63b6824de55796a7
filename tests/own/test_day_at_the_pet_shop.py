"""A document of OpenAPI made into seven commands, and a day's work with them at a shop that keeps pets."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from inprocess import call

sys.path.insert(0, str(Path(__file__).parent))
from pet_shop import ADMIN, KEY, Shop

DOCUMENT = Path(__file__).with_name("petshop.openapi")
ENDPOINTS = [
    ("/pets", "GET", "list-pets"),
    ("/pets", "POST", "create-pet"),
    ("/pets/{petId}", "GET", "get-pet-by-id"),
    ("/pets/{petId}", "PATCH", "update-pet"),
    ("/pets/{petId}", "DELETE", "delete-pet"),
    ("/stores/{storeId}/pets/{petId}", "PUT", "move-pet"),
    ("/health", "GET", "get-health"),
]


@pytest.fixture
def shop(environ):
    """The shop, where the commands go."""
    made = Shop()
    environ["PAWS_URL"] = made.url
    yield made
    made.stop()


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A home in which each of the seven commands was imported, checked, and added by its digest."""
    folder = tmp_path_factory.mktemp("shop")
    environ = {"HOME": str(folder / "home"), "LANG": "C.UTF-8", "TZ": "UTC", "PATH": os.environ["PATH"]}
    (folder / "home").mkdir()
    for path, method, word in ENDPOINTS:
        words = ["command", "import", str(DOCUMENT), path, method, "--service", "paws", "-o", str(folder)]
        assert call(words, environ).code == 0
        file = str(folder / f"paws-{word}.yaml")
        assert call(["command", "check", file], environ).err == "cometapi: No findings.\n"
        digest = call(["command", "add", file], environ).err.split()[-1]
        assert call(["command", "add", file, "--digest", digest], environ).code == 0
    return folder / "home"


@pytest.fixture
def paws(cli, home, prepared):
    """A function that calls one of the seven commands."""
    shutil.copytree(prepared, home, dirs_exist_ok=True)
    return lambda *words, **options: cli("paws", *words, **options)


@pytest.fixture
def keys(cli, paws):
    """The keys of the shop, as its users store them."""
    assert cli("config", "set", "paws_store_key", "-", stdin=KEY).code == 0
    assert cli("config", "set", "paws_admin_token", "-", stdin=ADMIN).code == 0


@pytest.fixture
def pets(paws, keys, shop):
    """Three pets, put there by the command."""
    for words in (
        ["--name", "Rex", "--tags", "small", "--tags", "brown", "--price", "10.5", "--category", '{"name": "dogs"}'],
        ["--name", "Tom", "--status", "sold", "--no-vaccinated"],
        ["--name", "Ada", "--status", "pending", "--vaccinated"],
    ):
        assert paws("create-pet", *words).code == 0
    return shop.pets


def test_pets_are_created_as_typed(pets):
    assert list(pets.values()) == [
        {"id": 1, "createdAt": "2026-03-01T09:00:00Z", "status": "available", "name": "Rex", "category": {"name": "dogs"}, "tags": ["small", "brown"], "price": 10.5},
        {"id": 2, "createdAt": "2026-03-01T09:00:00Z", "status": "sold", "name": "Tom", "vaccinated": False},
        {"id": 3, "createdAt": "2026-03-01T09:00:00Z", "status": "pending", "name": "Ada", "vaccinated": True},
    ]  # fmt: skip


TABLE = """\
ID  Created at            Name  Status     Price  Vaccinated  Category
──  ────────────────────  ────  ─────────  ─────  ──────────  ────────
 1  2026-03-01T09:00:00Z  Rex   available   10.5              dogs
 2  2026-03-01T09:00:00Z  Tom   sold              false
 3  2026-03-01T09:00:00Z  Ada   pending           true
"""
LISTS = [
    ([], TABLE, "/v2/pets"),
    (["--json", "--fields", "id,name", "--status", "sold"], '[\n  {\n    "id": 2,\n    "name": "Tom"\n  }\n]\n', "/v2/pets?status=sold"),
    (["-f", "csv", "--fields", "id,tags", "--tags", "small", "--tags", "brown"], 'id,tags\n1,"[""small"",""brown""]"\n', "/v2/pets?tags=small%2Cbrown"),
    (["-f", "csv", "--fields", "name", "--status", "sold", "--status", "pending"], "name\nTom\nAda\n", "/v2/pets?status=sold&status=pending"),
    (["-f", "csv", "--fields", "name", "--where", "price>5"], "name\nRex\n", "/v2/pets"),
    (["-f", "csv", "--fields", "name", "--sort", "name"], "name\nAda\nRex\nTom\n", "/v2/pets"),
    (["-f", "jsonl", "--fields", "id", "--api-limit", "1"], '{"id": 1}\n', "/v2/pets?limit=1"),
    (["--query", "[?vaccinated].name"], "Ada\n", "/v2/pets"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "out", "target"), LISTS, ids=[" ".join(one[0]) for one in LISTS])
def test_lists_are_filtered_and_printed(words, out, target, pets, paws, shop):
    ran = paws("list-pets", *words)
    assert (ran.code, ran.out, ran.err) == (0, out, "")
    assert shop.requests[-1] == ("GET", target, None)


def test_one_is_shown_changed_moved_and_deleted(pets, paws, shop):
    assert json.loads(paws("get-pet-by-id", "2", "--json").out)["name"] == "Tom"
    changed = paws(
        "update-pet", "2", "--status", "available", "--note", "came back", "--fields", "id,status", "-f", "csv"
    )
    assert (changed.code, changed.out) == (0, "id,status\n2,available\n")
    assert shop.requests[-1] == ("PATCH", "/v2/pets/2", {"status": "available", "note": "came back"})
    assert paws("move-pet", "bern", "2").code == 0
    assert shop.requests[-1] == ("PUT", "/v2/stores/bern/pets/2", None)

    asked = paws("delete-pet", "2")
    assert (asked.code, asked.err.splitlines()[0], 2 in pets) == (
        2,
        "cometapi: Send DELETE /pets/2? Confirm with --yes: nobody can be asked here.",
        True,
    )
    gone = paws("delete-pet", "2", "--yes")
    assert (gone.code, gone.out, gone.err, 2 in pets) == (0, "", "cometapi: Done.\n", False)


def test_a_list_is_piped_into_a_loop_of_the_shell(pets, environ):
    line = (
        f"{sys.executable} -m cometapi paws list-pets -f csv --fields id | tail -n +2 | "
        f"while read -r id; do {sys.executable} -m cometapi paws update-pet $id --price 1 --fields id -f csv </dev/null; done"
    )
    done = subprocess.run(["bash", "-c", line], env=environ, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "id\n1\nid\n2\nid\n3\n", "")
    assert {one["price"] for one in pets.values()} == {1}


ERRORS = [
    (["get-pet-by-id", "99"], 1, "The service refused the request (HTTP 404): There is no pet 99."),
    (["get-pet-by-id", "rex"], 2, "PET_ID must be a whole number, not 'rex'."),
    (["get-pet-by-id"], 2, "PET_ID is missing."),
    (["create-pet"], 2, "--name is missing."),
    (["create-pet", "--nmae", "x"], 2, "Unknown option --nmae; did you mean --name?"),
    (["create-pet", "--name", "x", "--status", "gone"], 2, "--status must be one of available, pending, sold, not 'gone'."),
    (["create-pet", "--name", "x", "--price", "-1"], 2, "--price must be 0 or more, not -1."),
    (["list-pets", "--limit", "1"], 2, "Unknown option --limit; did you mean --api-limit?"),
    (["list-pets", "--where", "colour=red"], 2, "Unknown column 'colour'."),
    (["lst-pets"], 2, "Unknown command 'paws lst-pets'; did you mean list-pets?"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "code", "sentence"), ERRORS, ids=[" ".join(one[0]) for one in ERRORS])
def test_what_goes_wrong_is_told(words, code, sentence, paws, keys, shop):
    ran = paws(*words)
    assert (ran.code, ran.out, ran.err.splitlines()[0]) == (code, "", f"cometapi: {sentence}")


def test_a_missing_key_and_a_wrong_one_name_their_setting(paws, shop):
    missing = paws("list-pets")
    assert (missing.code, missing.err) == (
        64,
        "cometapi: No paws store key is set.\n"
        "  Run: cometapi config set paws_store_key, or set PAWS_STORE_KEY; --sandbox needs none\n",
    )
    wrong = paws("list-pets", env={"PAWS_STORE_KEY": "another-key-0001"})
    assert (wrong.code, wrong.out, wrong.err) == (
        77,
        "",
        "cometapi: The paws store key was refused (HTTP 401): This key opens nothing.\n"
        "  Check the setting paws_store_key, or the variable PAWS_STORE_KEY.\n",
    )


def test_nothing_is_sent_by_a_look_and_by_the_sandbox(paws, keys, shop):
    seen = paws("create-pet", "--name", "Bo", "--dry-run", "--json")
    request = json.loads(seen.out)
    assert (request["method"], request["body"], KEY in seen.out) == ("POST", {"name": "Bo"}, False)
    assert '--data-raw \'{"name": "Bo"}\'' in paws("create-pet", "--name", "Bo", "--curl").out
    sample = json.loads(paws("list-pets", "--sandbox", "--json").out)
    assert [(one["id"], one["name"], one["tags"]) for one in sample] == [(1, "Rex", ["small", "brown"])]
    assert paws("delete-pet", "1", "--sandbox", "--yes").code == 0
    assert paws("get-health", "--sandbox", "-f", "csv").out == "status\nopen\n"
    assert shop.requests == []
    assert (paws("get-health").code, shop.requests) == (0, [("GET", "/v2/health", None)])


def test_help_schema_and_tab_know_them(paws, cli, environ):
    text = paws("list-pets", "--help").out
    assert "Usage: cometapi paws list-pets [options]\n\nList all pets.\n" in text
    assert "  --status STATUS           Status values to filter by.\n" in text
    assert "  --name NAME               Name of the pet.\n" in cli("help", "paws", "create-pet").out
    assert "  paws delete-pet     Remove a pet.\n" in cli("paws").out

    tools = json.loads(cli("schema", "paws", "--tools", "openai").out)
    assert [one["function"]["name"] for one in tools] == sorted(f"paws_{word}" for *_, word in ENDPOINTS)
    make = next(one["function"] for one in tools if one["function"]["name"] == "paws_create-pet")
    assert make["parameters"]["required"] == ["name"]
    assert make["parameters"]["properties"]["status"]["enum"] == ["available", "pending", "sold"]

    from cometapi.cli.completion import offers
    from cometapi.own.commands import prepare

    prepare(environ, "paws")
    assert set(offers(["paws"], "", environ)) == {word for *_, word in ENDPOINTS}
    assert set(offers(["paws", "list-pets", "--status"], "", environ)) == {"available", "pending", "sold"}
    assert "--price" in offers(["paws", "create-pet"], "--p", environ)
