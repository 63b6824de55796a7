"""What own commands declare (settings, services, credentials) made known beside the program's own, for this process."""

from cometapi.cli import registry
from cometapi.generated import program

TABLES = {
    "settings": program.SETTINGS,
    "services": program.SERVICES,
    "credentials": program.CREDENTIALS,
    "sandbox": program.SANDBOX,
}
SERVICES: set[str] = set()  # those of own commands


def register(bundle):
    """Make known what a command declares; none of it has a name of the program, which its rules see to."""
    for kind, table in TABLES.items():
        table.update(bundle[kind])  # type: ignore[arg-type]
    SERVICES.update(bundle["services"])


def leads_elsewhere(words):
    """Whether a command is the user's own and asks a service of its own, of which the program's advice says nothing."""
    return bool(services_of(words))


def services_of(words):
    """The services of the user's own that a command asks, by its words, once it is loaded: a set."""
    command = registry.LOADED.get(words, {})
    return {one["request"]["service"] for one in command.get("routes", ()) if "request" in one} & SERVICES


def difference(bundle, other):
    """What two commands declare otherwise, such as ``The setting pets_url``; None where they agree."""
    for kind in ("settings", "services", "credentials"):
        for name in sorted(bundle[kind].keys() & other[kind].keys()):
            if bundle[kind][name] != other[kind][name]:
                return f"The {kind.removesuffix('s')} {name}"
    return None
