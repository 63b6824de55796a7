"""Secrets that are kept outside of the config file: the output of a program, and the system's keyring.

The only room that knows keyring. Nothing that comes from there is ever shown; what fails is told without it.
"""

import os

from cometapi.advice import advice
from cometapi.errors import ConfigurationError, ConfigurationMissing, OutputFailed
from cometapi.generated import program
from cometapi.generated.index import PROGRAM
from cometapi.settings.folders import expanded

ASKING = f"{PROGRAM.upper().replace('-', '_')}_ASKING"  # a variable: which setting's program is running
LONGEST = 65536  # bytes that are read of what a program prints

IN_FILE = advice("Keep secrets in the file: {program} config set secret_store file")
SERVICE = PROGRAM  # the name under which a keyring lists what belongs to this program


class Kept:
    """A secret that is kept elsewhere. ``fetch`` gives it, or None where there is none; ``is_asking`` tells that getting
    it runs a program, which may ask its user, so that it is only done for a call that needs the secret.
    """

    def __init__(self, fetch, is_asking):
        self.fetch = fetch
        self.is_asking = is_asking


def without_secrets(environ, arguments=None):
    """An environment without the variables that hold secrets of settings and of arguments, for other programs."""
    declared = [*program.SETTINGS.values(), *(arguments or {}).values()]
    secret = {facts.get("environment") for facts in declared if facts.get("secret")}
    return {name: value for name, value in environ.items() if name not in secret}


def from_program(setting, line, environ):
    """The first line that a program prints. ``setting`` names the setting that holds its command ``line``.

    It runs without a shell, without our stdin and without the other secrets of ``environ``. Raises ConfigurationError for
    a line that is no command or would ask this program again, and ConfigurationMissing when the program fails, says
    nothing, or takes too long.
    """
    import subprocess

    from cometapi import children

    hint = advice("Run the program by itself to see why; its command: {program} config get {name}", name=setting)
    command = command_of(setting, line, environ)
    seconds, environ = program.TIMEOUTS["secret"], {**without_secrets(environ), ASKING: setting}
    try:
        done = children.run(command, seconds=seconds, most=LONGEST, environ=environ, is_asking=True)
    except subprocess.TimeoutExpired:
        raise ConfigurationMissing(f"{setting} did not end within {seconds} seconds.", hint=hint) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "It is not the name of a program"
        raise ConfigurationMissing(f"{setting} cannot be run: {reason[0].lower()}{reason[1:]}.", hint=hint) from None
    first, end, _ = done.out.decode("utf-8", "replace").partition("\n")
    if done.is_cut and not end:
        raise ConfigurationMissing(f"{setting} printed a line that is too long for a secret.", hint=hint)
    if done.code and not done.is_cut:  # else it failed because nobody read more than that
        raise ConfigurationMissing(f"{setting} ended with exit code {done.code}.", hint=hint)
    if not first.strip():
        raise ConfigurationMissing(f"{setting} printed nothing.", hint=hint)
    return first.strip()


def command_of(setting, line, environ):
    """The words of a setting's command; raises ConfigurationError for none, and for this program itself."""
    import shlex

    try:
        command = shlex.split(expanded(line), posix=os.name != "nt")
    except ValueError as error:
        raise ConfigurationError(f"{setting} is not a command: {error}.") from None
    name = os.path.splitext(os.path.basename(command[0]))[0] if command else ""
    if name == PROGRAM or environ.get(ASKING):
        raise ConfigurationError(f"{setting} runs {PROGRAM} itself, which would never end.")
    return command


def from_keyring(profile, name):
    """The secret that the keyring holds for a setting of a profile, None without one."""
    return asked(lambda keyring: keyring.get_password(SERVICE, entry(profile, name)))


def to_keyring(profile, name, secret):
    """Let the keyring hold a secret; returns whether it held another one before, or none."""
    if from_keyring(profile, name) == secret:
        return False
    asked(lambda keyring: keyring.set_password(SERVICE, entry(profile, name), secret))
    if from_keyring(profile, name) != secret:  # there are keyrings that take everything and keep nothing
        raise OutputFailed("The system's keyring did not store the secret; nothing else was changed.", hint=IN_FILE)
    return True


def remove_from_keyring(profile, name):
    """Let the keyring forget a secret; returns whether it had one."""
    if from_keyring(profile, name) is None:
        return False
    asked(lambda keyring: keyring.delete_password(SERVICE, entry(profile, name)))
    return True


def entry(profile, name):
    """The name of a secret in the keyring."""
    return f"{profile}/{name}"


def asked(act):
    """What ``act`` gets from the keyring; raises ConfigurationError where the library is not installed, else OutputFailed."""
    try:
        import keyring
    except ImportError:
        raise ConfigurationError(
            "secret_store is keyring, but the keyring library is not installed.",
            hint=advice(
                "Install it from the checkout: pipx install --force '.[keyring]'; "
                "or: {program} config set secret_store file"
            ),
        ) from None
    try:
        return act(keyring)
    except Exception as error:  # each system's keyring has errors of its own
        raise OutputFailed(
            f"The system's keyring failed ({type(error).__name__}).",
            hint=advice("Unlock it, or keep secrets in the file: {program} config set secret_store file"),
        ) from None
