"""Who may import whom: downwards only, and each third-party package in the one room that owns it."""

import ast
import sys

import pytest
from manifest import ROOT

PACKAGE = ROOT / "cometapi"
ROOMS = sorted(path for path in PACKAGE.rglob("*.py"))

FLOORS = [  # a folder, or a single room of one that stands lower than its folder; lowest first
    {"errors", "suggest", "redact", "http.url", "terminal.visible", "settings.folders", "manifest"},
    {"context", "cli", "generated"},
    {"settings"},
    {"http", "output"},
    {"answers", "terminal", "sandbox"},
    {"report"},
    {"session", "operation"},
    {"commands"},
    {"main"},
    {"__main__"},
]
OWNERS = {
    "urllib3": {"http.transport"},
    "jmespath": {"manifest.select", "manifest.request_rules", "manifest.reply_rules"},
    "jsonschema": {"cli.files", "answers.ask", "manifest.schema_errors"},
    "referencing": {"cli.files", "answers.ask", "manifest.schema_errors"},  # jsonschema's own resolver
    "tomllib": {"settings.file"},
    "tomlkit": {"settings.file"},
    "keyring": {"settings.secrets"},
    "rich": {"output.as_table", "output.markdown_rows"},
    "markdown_it": {"output.markdown_rows"},
    "yaml": {"output.as_yaml", "manifest.load"},
    "argcomplete": {"main"},
    "prompt_toolkit": {"terminal.prompt", "commands.chat.keyboard", "commands.init"},
}


def room(path):
    """The name of a module below ``cometapi``: ``output.as_table``."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


MODULES = {f"cometapi.{room(path)}" for path in ROOMS}


def imported(path):
    """Every module that a file imports, wherever the import stands: a set of (dotted name, whether at the top)."""
    tree = ast.parse(path.read_text("utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {(one.name, node in tree.body) for one in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute here"
            names = [f"{node.module}.{one.name}" for one in node.names]
            if not any(name in MODULES for name in names):  # else the package only leads to them
                found.add((node.module, node in tree.body))
            found |= {(name, node in tree.body) for name in names if node.module.startswith("cometapi")}
    return found


def floor(name):
    """The floor of a dotted name below ``cometapi``, None for what is no room."""
    own = next((number for number, rooms in enumerate(FLOORS) if ".".join(name.split(".")[:2]) in rooms), None)
    return own if own is not None else next((n for n, rooms in enumerate(FLOORS) if name.split(".")[0] in rooms), None)


def test_every_room_has_a_floor():
    names = {room(path) for path in ROOMS} - {"__init__"}
    assert [name for name in names if floor(name) is None] == []


@pytest.mark.parametrize("path", ROOMS, ids=room)
def test_imports_lead_downwards(path):
    below = {name.removeprefix("cometapi.") for name, _ in imported(path) if name.startswith("cometapi.")}
    mine = floor(room(path))
    assert [name for name in below if floor(name) is not None and floor(name) > mine] == []


@pytest.mark.parametrize("path", ROOMS, ids=room)
def test_a_package_is_imported_by_its_owner_alone(path):
    names = {name.split(".")[0] for name, _ in imported(path)} - {"cometapi"}
    foreign = {name for name in names if name not in sys.stdlib_module_names or name in OWNERS}
    assert foreign <= set(OWNERS)
    assert [name for name in foreign if room(path) not in OWNERS[name]] == []


@pytest.mark.parametrize("path", ROOMS, ids=room)
def test_the_program_knows_nothing_of_the_press(path):
    assert not {"codegen", "jinja2"} & {name.split(".")[0] for name, _ in imported(path)}
    strings = [node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)]
    assert [
        text for text in strings if isinstance(text, str) and text.strip("/").startswith("spec/") and " " not in text
    ] == []


ALWAYS_LOADED = {"__main__", "main", "context", "errors", "generated", "generated.index"}


@pytest.mark.parametrize("name", sorted(ALWAYS_LOADED))
def test_what_every_call_loads_imports_no_more_than_it_needs_at_once(name):
    path = next(path for path in ROOMS if room(path) == name)
    at_once = {module for module, top in imported(path) if top}
    allowed = {
        "sys",
        "os",
        "cometapi.context",
        "cometapi.errors",
        "cometapi.generated",
        "cometapi.main",
        "cometapi.suggest",
    }
    assert {
        module for module in at_once if not any(module == one or module.startswith(f"{one}.") for one in allowed)
    } == set()
