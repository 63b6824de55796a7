"""Secrets that are kept outside of the config file: the output of a program, and the system's keyring.

The only room that knows keyring. Nothing that comes from there is ever shown; what fails is told without it.
"""

import os

from cometapi.advice import advice
from cometapi.errors import ConfigurationError, ConfigurationMissing, OutputFailed
from cometapi.generated import program
from cometapi.generated.index import PROGRAM

SERVICE = PROGRAM  # the name under which a keyring lists what belongs to this program


class Kept:
    """A secret that is kept elsewhere. ``fetch`` gives it, or None where there is none; ``is_asking`` tells that getting
    it runs a program, which may ask its user, so that it is only done for a call that needs the secret.
    """

    def __init__(self, fetch, is_asking):
        self.fetch = fetch
        self.is_asking = is_asking


def from_program(setting, line):
    """The first line that a program prints. ``setting`` names the setting that holds its command ``line``.

    It runs without a shell and without our stdin. Raises ConfigurationError for a line that is no command, and
    ConfigurationMissing when the program fails, says nothing, or takes too long.
    """
    import shlex
    import subprocess

    hint = advice("Run the program by itself to see why; its line: {program} config get {name}", name=setting)
    try:
        command = shlex.split(os.path.expanduser(line), posix=os.name != "nt")
    except ValueError as error:
        raise ConfigurationError(f"{setting} is no command: {error}.") from None
    seconds = program.TIMEOUTS["secret"]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        raise ConfigurationMissing(f"{setting} did not end within {seconds} seconds.", hint=hint) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "It is no name of a program"
        raise ConfigurationMissing(f"{setting} cannot be run: {reason[0].lower()}{reason[1:]}.", hint=hint) from None
    if done.returncode:
        raise ConfigurationMissing(f"{setting} ended with exit code {done.returncode}.", hint=hint)
    first = done.stdout.decode("utf-8", "replace").partition("\n")[0].strip()
    if not first:
        raise ConfigurationMissing(f"{setting} printed nothing.", hint=hint)
    return first


def from_keyring(profile, name):
    """The secret that the keyring holds for a setting of a profile, None without one."""
    return asked(lambda keyring: keyring.get_password(SERVICE, entry(profile, name)))


def to_keyring(profile, name, secret):
    """Let the keyring hold a secret; returns whether it held another one before, or none."""
    if from_keyring(profile, name) == secret:
        return False
    asked(lambda keyring: keyring.set_password(SERVICE, entry(profile, name), secret))
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
            "secret_store says keyring, and the library for it is not installed.",
            hint=advice(
                "Install it from the checkout: pipx install --force '.[keyring]'; "
                "or: {program} config set secret_store file"
            ),
        ) from None
    try:
        return act(keyring)
    except Exception as error:  # each system's keyring has errors of its own
        raise OutputFailed(
            f"The system's keyring refuses ({type(error).__name__}).",
            hint=advice("Unlock it, or keep secrets in the file: {program} config set secret_store file"),
        ) from None
