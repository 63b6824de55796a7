"""Who may import whom: downwards only, and each third-party package in the one room that owns it."""

import ast
import sys
from functools import cache

from manifest import ROOT
from trees import nodes_of, tree_of

PACKAGE = ROOT / "cometapi"
ROOMS = sorted(path for path in PACKAGE.rglob("*.py"))

FLOORS = [  # a folder, or a single room of one that stands lower than its folder; lowest first
    {
        "errors",
        "suggest",
        "redact",
        "advice",
        "children",
        "signals",
        "temporary",
        "http.url",
        "terminal.visible",
        "settings.folders",
        "manifest",
        "generated.index",
        "generated.selections",
    },
    {"context", "cli", "generated"},
    {"settings", "history", "journal"},
    {"own", "openapi", "skill"},
    {"http", "output", "loopback"},
    {
        "answers",
        "attached",
        "spending",
        "terminal",
        "sandbox",
        "history.recording",
        "history.continuing",
        "history.said",
    },
    {"report"},
    {"session", "operation"},
    {"batch", "serve", "exec"},
    {"commands", "mcp"},
    {"calling"},
    {"declared_call"},
    {"main"},
    {"__main__", "mcp.worker"},
]
OWNERS = {
    "urllib3": {"http.connections", "http.failures", "http.reply", "http.transport"},
    "sqlite3": {"history.database"},
    "jmespath": {"manifest.select", "manifest.request_rules", "manifest.reply_rules"},
    "jsonschema": {"cli.schemas", "answers.schema_check", "manifest.schema_errors"},
    "referencing": {"cli.schemas", "answers.schema_check", "manifest.schema_errors"},  # jsonschema's own resolver
    "tomllib": {"settings.file"},
    "tomlkit": {"settings.file"},
    "keyring": {"settings.secrets"},
    "chafa": {"terminal.sixel"},
    "PIL": {"terminal.sixel"},
    "rich": {"output.cells", "output.markdown_rows", "output.markdown_tables"},
    "markdown_it": {"output.markdown_rows"},
    "yaml": {"output.as_yaml", "manifest.read_yaml", "own.plain_yaml", "openapi.document", "openapi.command"},
    "argcomplete": {"main"},
    "justhtml": {"attached.html"},
    "mcp": {"mcp.server"},
    "mcp_types": {"mcp.server"},
    "anyio": {"mcp.server", "mcp.running", "mcp.allowance"},  # which the library of the protocol brings
    "distributed": {"batch.cluster.client", "batch.cluster.plugin", "batch.cluster.task"},
    "prompt_toolkit": {"terminal.prompt", "commands.chat.keyboard", "commands.init"},
}


def room(path):
    """The name of a module below ``cometapi``: ``output.as_table``."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


MODULES = {f"cometapi.{room(path)}" for path in ROOMS}


@cache
def imported(path):
    """Every module that a file imports, wherever the import stands: a set of (dotted name, whether at the top)."""
    tree = tree_of(path)
    found = set()
    for node in nodes_of(path):
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


def upwards(path):
    """What a room imports that stands above it."""
    below = {name.removeprefix("cometapi.") for name, _ in imported(path) if name.startswith("cometapi.")}
    mine = floor(room(path))
    return [name for name in below if floor(name) is not None and floor(name) > mine]


def test_imports_lead_downwards():
    assert {room(path): above for path in ROOMS if (above := upwards(path))} == {}


def foreign(path):
    """The packages that a room imports and that are not Python's own, or have an owner all the same."""
    names = {name.split(".")[0] for name, _ in imported(path)} - {"cometapi"}
    return {name for name in names if name not in sys.stdlib_module_names or name in OWNERS}


def test_a_package_is_imported_by_its_owners_alone():
    owners = {name: {room(path) for path in ROOMS if name in foreign(path)} for name in OWNERS}
    assert set().union(*map(foreign, ROOMS)) <= set(OWNERS)
    assert {name: rooms - OWNERS[name] for name, rooms in owners.items() if rooms - OWNERS[name]} == {}


def of_the_press(path):
    """What a room has of the press: its packages, and paths below ``spec/``."""
    strings = [node.value for node in nodes_of(path) if isinstance(node, ast.Constant)]
    paths = {
        text for text in strings if isinstance(text, str) and text.strip("/").startswith("spec/") and " " not in text
    }
    return paths | ({"codegen", "jinja2"} & {name.split(".")[0] for name, _ in imported(path)})


def test_the_program_knows_nothing_of_the_press():
    assert {room(path): found for path in ROOMS if (found := of_the_press(path))} == {}


ALWAYS_LOADED = {"__main__", "main", "context", "errors", "generated", "generated.index"}
ALLOWED = (
    "sys",
    "gc",
    "os",
    "cometapi.context",
    "cometapi.errors",
    "cometapi.generated",
    "cometapi.main",
    "cometapi.suggest",
)


def test_what_every_call_loads_imports_no_more_than_it_needs_at_once():
    rooms = {room(path): path for path in ROOMS}
    at_once = {name: {module for module, top in imported(rooms[name]) if top} for name in ALWAYS_LOADED}
    more = {name: {one for one in modules if not is_allowed(one)} for name, modules in at_once.items()}
    assert more == {name: set() for name in ALWAYS_LOADED}


def is_allowed(module):
    """Whether a module, or the package that it is in, may be loaded by every call."""
    return any(module == name or module.startswith(f"{name}.") for name in ALLOWED)
