"""``cometapi config edit``: edit a copy of the config file, which is checked before it replaces the file."""

from cometapi.advice import flag
from cometapi.commands import editing
from cometapi.errors import ConfigurationError
from cometapi.generated import index, program
from cometapi.settings import folders
from cometapi.settings.faults import unknown, wrong
from cometapi.settings.file import read, store
from cometapi.settings.values import Settings

WHAT = "config file"


def run(call):
    """Let the user edit a copy until it is valid or discarded; a valid one replaces the file."""
    context, path = call.context, call.settings.path
    editing.needs_terminal(context, "config edit", "use config set instead")
    before = editing.content(folders.needed(path), WHAT)
    start = template() if before is None else before
    with editing.edited(editing.Draft("config.toml", WHAT, faults), start, context) as wanted:
        if wanted is not None:
            editing.replace(path, before, wanted.decode("utf-8"), store, WHAT)
    context.note(f"{path} was not changed." if wanted is None else f"{path} was saved.")


def template():
    """A config file with all settings commented out, as bytes."""
    parts = [f"# Settings of {index.PROGRAM}. Remove the # before a name to set it.\n"]
    for name, facts in program.SETTINGS.items():
        choices = f" ({', '.join(facts['choices'])})" if "choices" in facts else ""
        default = facts.get("default", "")
        value = default if facts.get("type") in ("integer", "number") and default != "" else f'"{default}"'
        parts.append(f"# {facts['help']}{choices}\n# {name} = {value}\n")
    secret = next((name for name, facts in program.SETTINGS.items() if facts.get("secret")), "output_format")
    parts.append(
        f'# A profile: other keys and settings, used with {flag("profile")} work.\n# [profiles.work]\n# {secret} = ""\n'
    )
    return "\n".join(parts).encode()


def faults(copy):
    """Errors of the copy, and warnings about unknown settings."""
    settings = Settings(program.SETTINGS, {})
    settings.path = copy
    try:
        settings.file = read(copy)
    except ConfigurationError as error:
        return [error.message], []
    return [error.message for error in wrong(settings).values()], unknown(settings)
