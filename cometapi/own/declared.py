"""What own commands declare (settings, services, credentials) made known beside the program's own, for this process."""

from cometapi.generated import program

TABLES = {
    "settings": program.SETTINGS,
    "services": program.SERVICES,
    "credentials": program.CREDENTIALS,
    "sandbox": program.SANDBOX,
}


def register(bundle):
    """Make known what a command declares; none of it has a name of the program, which its rules see to."""
    for kind, table in TABLES.items():
        table.update(bundle[kind])  # type: ignore[arg-type]


def difference(bundle, other):
    """What two commands declare otherwise, such as ``The setting pets_url``; None where they agree."""
    for kind in ("settings", "services", "credentials"):
        for name in sorted(bundle[kind].keys() & other[kind].keys()):
            if bundle[kind][name] != other[kind][name]:
                return f"The {kind.removesuffix('s')} {name}"
    return None
