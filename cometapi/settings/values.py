"""Settings: which value counts, where it comes from, and what it overrides.

What is nearest to the call wins: an option (which never reaches this room), the environment, the file, the default.
In the file a profile's table is nearer than the top; a profile that an option names is nearer than the environment,
too. Secrets belong to one profile: those at the top are no other profile's. The file is read only when a setting is
wanted that the environment does not have, so that a broken file stops nothing but the commands that need it.
"""

import copy
import os
import threading

from cometapi.advice import advice, flag
from cometapi.errors import ConfigFileBroken, ConfigurationError, UsageError
from cometapi.settings import faults, folders, lines, succession
from cometapi.settings import file as settings_file
from cometapi.settings.secrets import Kept, from_keyring, from_program
from cometapi.settings.types import is_exposed, unwrapped, valid

DEFAULT = faults.DEFAULT
EXPOSED = "{name} must begin with https:// (plain http would expose your key on the network), not {value!r}."
ALLOW = advice("If that is what you want: {program} config set plain_http allow")


class Settings:
    """The settings of one call. ``declared`` are the manifest's settings, ``fixed`` values that outrank every source,
    ``profile`` the one that an option names.
    """

    def __init__(self, declared, environ, *, fixed=None, note=None, profile=None):
        self.declared = declared
        self.older = succession.older(declared)
        self.environ = environ
        self.path = folders.config_file(environ)
        self.fixed = fixed or {}
        self.note = note or (lambda sentence: None)
        self.chosen = profile
        self.redact = None  # gives what is shown in place of a secret that a call needs
        self.known: dict | None = None  # values that were looked up, where they are kept
        self._lock = threading.RLock()  # a session is shared by many threads
        self.is_open = False  # whether the profile need not be there yet
        self._file = None
        self._told = set()  # the notes about the file, so that copies of these settings do not repeat them
        self._fetched = {}  # what is kept elsewhere, by its origin and name, once it was needed

    @property
    def file(self):
        """What the config file says, as a dict; empty when there is none. Raises ConfigurationError when it is broken."""
        with self._lock:
            if self._file is None:
                self._file = settings_file.read(self.path)
                if self.path is None:
                    self.tell(f"{folders.NO_HOME}, so no settings are read and nothing is kept.")
                for sentence in faults.told(self):
                    self.tell(sentence)
                self.warn_of_readers()
        return self._file

    def tell(self, sentence):
        """Note something about the file, once a call."""
        if sentence not in self._told:
            self._told.add(sentence)
            self.note(sentence)

    @file.setter
    def file(self, values):
        """Use this as the config file's contents; warnings about it were already shown."""
        self._file = values

    def having(self, values):
        """The same settings with these values outranking every source."""
        other = copy.copy(self)
        other.fixed = {**self.fixed, **values}
        return other

    def settled(self):
        """The same settings, each of which is looked up once, for many requests of one call."""
        if self.known is not None:
            return self
        other = copy.copy(self)
        other.known = {}
        return other

    def redacted(self, redact):
        """The same settings with ``redact`` (of a declaration and a value) in place of the secrets that a call needs."""
        other = copy.copy(self)
        other.redact = redact
        return other

    # --- profiles

    @property
    def profile(self):
        """The name of the profile in use."""
        return self.get("profile")

    @property
    def table(self):
        """The table of the file that the profile in use stands in, None for the top."""
        name = self.profile
        return None if name == DEFAULT else name

    def profiles(self):
        """The names of the profiles that the file has tables of."""
        return [name for name, _ in self.parts() if name not in (None, DEFAULT)]

    def tables(self):
        """The parts of the file that count, nearest first: a list of (origin, keys). Raises for a profile that is not there."""
        name = self.table
        if name is None:
            return [("file", self.file)]
        own = settings_file.table_of(self.file, name)
        if own is None and not self.is_open:
            raise self.no_profile(name)
        return [(f"profile {name}", own or {}), ("file", self.file)]

    def no_profile(self, name, is_told=False):
        """The error about a profile that is not there: of usage where the words of the call tell it, else of configuration."""
        from cometapi.suggest import meant

        where = f" in {self.path}" if self.path else ""
        guess = meant(name, [DEFAULT, *self.profiles()])
        sentence = f"There is no profile {name!r}{where}{guess}"
        hint = advice("List the profiles: {program} config profile list") if guess != "." else self.way_to(name)
        if self.chosen is not None or is_told:
            return UsageError(sentence, hint=hint)
        origin = next(self.sources("profile"))[0]
        return ConfigurationError(f"{self.place(origin, 'profile')}: {sentence}", hint=hint)

    def way_to(self, name):
        """How a profile of this name is made: with its first setting, a secret where there is one."""
        from shlex import quote

        first = next((one for one, facts in self.declared.items() if facts.get("secret")), next(iter(self.declared)))
        return advice("Make it with: {program} config set {option} {profile} {name}", option=first, name=quote(name))

    # --- faults of the file

    def parts(self):
        """Every part of the file that may hold settings: a list of (table, keys)."""
        tables = self.file.get(lines.PROFILES, {})
        own = {name: value for name, value in self.file.items() if name != lines.PROFILES}
        found = [(None, own)]
        if isinstance(tables, dict):
            found += [(name, keys) for name, keys in tables.items() if isinstance(keys, dict)]
        return found

    def warn_of_readers(self):
        """Say so when the file holds a secret and others may read it."""
        has_secret = any(self.declared.get(key, {}).get("secret") for _, keys in self.parts() for key in keys)
        if has_secret and os.name == "posix" and os.stat(self.path).st_mode & 0o077:
            from shlex import quote

            self.tell(f"Others can read the secrets in {self.path}; fix it with: chmod 600 {quote(self.path)}")

    # --- values

    def sources(self, name):
        """Where the setting has a value, nearest first: a generator of (origin, value); of a secret that is kept elsewhere a Kept."""
        if name in self.fixed:
            yield "sandbox", self.fixed[name]
        if name == "profile":
            yield from self.sources_of_profile()
            return
        is_near = self.chosen is not None  # the profile is nearer than the environment
        variable = succession.values(self, name, self.variable)
        yield from () if is_near else variable
        is_private = self.declared[name].get("secret") or "supplies" in self.declared[name]
        for number, (origin, keys) in enumerate(self.tables()[: 1 if is_private else None]):
            yield from succession.values(self, name, lambda one, part=(origin, keys): self.kept_in(*part, one))
            yield from variable if is_near and number == 0 else ()
        if "default" in self.declared[name]:
            yield "default", self.declared[name]["default"]

    def sources_of_profile(self):
        """Where the name of the profile comes from, like ``sources``."""
        if self.chosen is not None:
            yield f"option ({flag('profile')})", self.chosen
        yield from self.variable("profile")
        yield from self.kept_in("file", self.file, "profile")
        yield "default", self.declared["profile"]["default"]

    def variable(self, name):
        """The environment's value of a setting: a list of (origin, value), empty without one."""
        variable = self.declared[name].get("environment")
        told = self.environ.get(variable, "").strip() if variable else ""
        return [(f"environment ({variable})", told)] if told else []

    def kept_in(self, origin, keys, name):
        """What a part of the file has for a setting, and where else it says that its secrets are: (origin, value)."""
        value = stripped(keys.get(name))
        if value not in (None, ""):
            yield origin, value
        if not self.declared[name].get("secret"):
            return
        supplier = next((one for one, facts in self.declared.items() if facts.get("supplies") == name), None)
        line = stripped(keys.get(supplier))
        if line:
            line = self.fitting(supplier, line, self.place(origin, supplier))
            yield f"{origin} ({supplier})", Kept(lambda: from_program(supplier, line, self.environ), is_asking=True)
        if self.get("secret_store") == "keyring":
            profile = self.profile
            yield "keyring", Kept(lambda: from_keyring(profile, name), is_asking=False)

    def get(self, name):
        """The value that counts, checked; None when there is none. Raises ConfigurationError when it is no fit value."""
        if self.known is None:
            return self.found(name)
        if name not in self.known:
            self.known[name] = self.found(name)
        return self.known[name]

    def found(self, name):
        """The same, looked up."""
        for origin, value in self.sources(name):
            if isinstance(value, Kept):
                value = self.fetched(origin, name, value)
            if value is not None:
                return self.fitting(name, value, self.place(origin, name))
        return None

    def is_on(self, name):
        """Whether a setting says ``on``; not where the file cannot be read or the value is wrong, which others report."""
        try:
            return self.get(name) == "on"
        except ConfigurationError:
            return False

    def fetched(self, origin, name, kept):
        """A secret that is kept elsewhere, fetched once a call."""
        with self._lock:
            if (origin, name) not in self._fetched:
                self._fetched[origin, name] = kept.fetch()
            return self._fetched[origin, name]

    def has(self, name):
        """Whether the setting has a value; a program that would give it is not run for that."""
        for origin, value in self.sources(name):
            if not isinstance(value, Kept) or value.is_asking or self.fetched(origin, name, value) is not None:
                return True
        return False

    def need(self, name):
        """The value that counts; raises ConfigurationMissing, naming the ways to set it, when there is none."""
        if self.redact and self.declared[name].get("secret"):
            value = next((value for _, value in self.sources(name)), None)
            return self.redact(self.declared[name], None if isinstance(value, Kept) else value)
        value = self.get(name)
        if value is None:
            from cometapi.settings.missing import missing

            raise missing(self, name)
        return value

    def in_profile(self):
        """The end of a sentence: in which profile, where it is not the default one."""
        return "" if self.table is None else f" in the profile {self.table}"

    def option(self):
        """What words need so that they mean the same profile as this call's."""
        return "" if self.chosen is None else f" {flag('profile')} {self.chosen}"

    def secrets(self):
        """Every secret that is known without asking anybody: of the environment, of every profile of a file that can be
        read, and what was fetched.
        """
        names = [name for name, facts in self.declared.items() if facts.get("secret")]
        found = [(name, value) for name in names for _, value in self.variable(name)]
        try:
            found += [(name, keys.get(name)) for _, keys in self.parts() for name in names]
        except ConfigFileBroken:
            pass
        found += [(name, secret) for (_, name), secret in self._fetched.items() if name in names]
        bare = (unwrapped(self.declared[name], value) for name, value in found if value)
        return list(dict.fromkeys(str(value) for value in bare if value))

    def fitting(self, name, value, place):
        """The value if it fits its setting; raises ConfigurationError naming its place if not."""
        try:
            value = valid(self.declared[name], name, value, place)
        except ConfigurationError as error:
            if name == "profile" and self.chosen is not None:  # what is wrong stands in the words of the call
                raise UsageError(error.message) from None
            raise
        if self.is_forbidden(name, value):
            raise ConfigurationError(f"{place}: {EXPOSED.format(name=name, value=value)}", hint=ALLOW)
        return value

    def is_forbidden(self, name, value):
        """Whether a value is a URL to which keys would go readable for everybody, and nobody allows that."""
        return self.declared[name].get("type") == "url" and is_exposed(value) and self.get("plain_http") != "allow"

    def place(self, origin, name):
        """Where a value stands, as the beginning of a sentence: ``file:line``, or its origin."""
        if origin == "file" or origin.startswith("profile "):
            table = None if origin == "file" else self.table
            names = {key for part, keys in self.parts() if part == table for key in keys}
            spelled = [one for one in (name, *self.older.get(name, ())) if one in names]
            return lines.place(self.path, spelled[0] if spelled else name, table)
        return origin


def stripped(value):
    """A value of the file, a text without spaces around it."""
    return value.strip() if isinstance(value, str) else value
