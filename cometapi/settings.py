"""Settings: which value counts, where it comes from, what it hides, and writing one to the config file.

What is nearest to the call wins: an option (which never reaches this room), the environment, the file, the default.
The file is read only when a setting is wanted that the environment does not have, so that a broken file stops
nothing but the commands that need it.
"""

import copy
import os
from contextlib import contextmanager

from cometapi import places
from cometapi.errors import ConfigurationError, ConfigurationMissing, OutputFailed


class Settings:
    """The settings of one call. ``declared`` are the manifest's settings, ``fixed`` values that outrank every source."""

    def __init__(self, declared, environ, *, fixed=None, note=None):
        self.declared = declared
        self.environ = environ
        self.path = places.config_file(environ)
        self.fixed = fixed or {}
        self.note = note or (lambda sentence: None)
        self.veil = None  # gives what is shown in place of a secret that a call needs
        self._file = None

    @property
    def file(self):
        """What the config file says, as a dict; empty when there is none. Raises ConfigurationError when it is broken."""
        if self._file is None:
            self._file = read(self.path)
            self.warn_of_unknown()
            self.warn_of_readers()
        return self._file

    @file.setter
    def file(self, values):
        """Go on as if the file said this; for who has read it and told of its faults."""
        self._file = values

    def having(self, values):
        """The same settings with these values outranking every source."""
        other = copy.copy(self)
        other.fixed = {**self.fixed, **values}
        return other

    def warn_of_unknown(self):
        """Name keys of the file that are no settings."""
        for sentence in self.unknown():
            self.note(sentence)

    def unknown(self):
        """A sentence for each key of the file that is no setting, with the nearest one that is."""
        from cometapi.arguments import meant

        keys = [key for key in self.file if key not in self.declared]
        return [f"{self.place(key)}: unknown setting {key!r}{meant(key, self.declared)}" for key in keys]

    def wrong(self):
        """The ConfigurationError of each value of the file that does not fit its setting, by name."""
        found = {}
        for name, value in self.file.items():
            try:
                if name in self.declared and str(value).strip():
                    valid(self.declared[name], name, value, self.place(name))
            except ConfigurationError as error:
                found[name] = error
        return found

    def warn_of_readers(self):
        """Say so when the file holds a secret and others may read it."""
        has_secret = any(self.declared.get(key, {}).get("secret") for key in self._file)
        if has_secret and os.name == "posix" and os.stat(self.path).st_mode & 0o077:
            from shlex import quote

            self.note(f"Others can read the secrets in {self.path}; to mend it: chmod 600 {quote(self.path)}")

    def sources(self, name):
        """Where the setting has a value, nearest first: a generator of (origin, value)."""
        if name in self.fixed:
            yield "sandbox", self.fixed[name]
        variable = self.declared[name].get("environment")
        if variable and self.environ.get(variable, "").strip():
            yield f"environment ({variable})", self.environ[variable].strip()
        value = self.file.get(name)
        value = value.strip() if isinstance(value, str) else value
        if value not in (None, ""):
            yield "file", value
        if "default" in self.declared[name]:
            yield "default", self.declared[name]["default"]

    def get(self, name):
        """The value that counts, checked; None when there is none. Raises ConfigurationError when it is no fit value."""
        origin, value = next(self.sources(name), (None, None))
        if origin is None:
            return None
        place = self.place(name) if origin == "file" else origin
        return valid(self.declared[name], name, value, place)

    def need(self, name):
        """The value that counts; raises ConfigurationMissing, naming the ways to set it, when there is none."""
        value = self.get(name)
        if self.veil and self.declared[name].get("secret"):
            return self.veil(self.declared[name], value)
        if value is None:
            variable = self.declared[name].get("environment")
            raise ConfigurationMissing(
                f"This command needs the setting {name}, and it is not set.",
                hint=f"Set it with: cometapi config set {name}"
                + (f", or in the variable {variable}" if variable else ""),
            )
        return value

    def place(self, name):
        """``file:line`` of a key of the config file."""
        try:
            with open(self.path, encoding="utf-8") as file:
                lines = [line.split("=")[0].strip().strip("[]\"' \t") for line in file]
        except (OSError, UnicodeDecodeError):
            lines = []
        return f"{self.path}:{lines.index(name) + 1}" if name in lines else self.path


def valid(declared, name, value, place):
    """The value if it fits its declaration; raises ConfigurationError naming its place if not."""
    from cometapi.arguments import checked_url, one_of

    try:
        if not isinstance(value, str):
            raise ValueError("must be text in quotes" + ("" if declared.get("secret") else f", not {value!r}"))
        if any(ord(sign) < 32 or ord(sign) == 127 for sign in value):
            raise ValueError("must not hold control characters")
        if declared.get("secret") and not value.isascii():
            raise ValueError("must be plain ASCII")
        if "choices" in declared:
            return one_of(value, declared["choices"])
        return checked_url(value) if declared.get("type") == "url" else value
    except ValueError as error:
        end = "" if str(error).endswith("?") else "."
        is_variable = place.startswith("environment")
        hint = "Correct the variable, or unset it." if is_variable else f"Set it with: cometapi config set {name} VALUE"
        raise ConfigurationError(f"{place}: {name} {error}{end}", hint=hint) from None


def read(path):
    """The config file as a dict; empty when there is none. Raises ConfigurationError with file and line."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise ConfigurationError(f"The config file {path} cannot be read: {error.strerror}.") from None
    if not data.strip():
        return {}
    import tomllib

    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(
            f"The config file {path} is no valid TOML: {error}.", hint="Mend it with: cometapi config edit"
        ) from None


def change(path, changes):
    """Store ``changes`` (name to value, None removes the name) in the file at once; comments and other keys stay.

    Returns the names of which the file said something else before. Raises ConfigurationError when the file is broken
    and OutputFailed when it cannot be written; the file is then as it was.
    """
    import tomlkit

    with locked(path):
        before = read(path)
        changes = {name: value for name, value in changes.items() if before.get(name) != value}
        if not changes:
            return []
        try:
            with open(path, encoding="utf-8", newline="") as file:
                document = tomlkit.parse(file.read())
        except FileNotFoundError:
            document = tomlkit.document()
        for name, value in changes.items():
            if value is None:
                document.remove(name)
            else:
                document[name] = value
        store(path, tomlkit.dumps(document))
    return list(changes)


def store(path, text):
    """Replace the config file."""
    try:
        places.write_private(path, text.encode("utf-8"))
    except OSError as error:
        raise OutputFailed(f"The config file {path} cannot be written: {error.strerror}. It is as it was.") from None


@contextmanager
def locked(path):
    """Keep other processes of this program from changing the file meanwhile, where the system can lock folders."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    parent = os.path.dirname(os.path.realpath(path))
    try:
        os.makedirs(parent, mode=0o700, exist_ok=True)
        handle = os.open(parent, os.O_RDONLY)
    except OSError as error:
        raise OutputFailed(f"The folder {parent} cannot be made or read: {error.strerror}.") from None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
