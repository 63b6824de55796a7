"""Credentials as the manifest declares them: in a header, in the query, or as user and password (HTTP Basic)."""

from base64 import b64encode

from cometapi.errors import ConfigurationError
from cometapi.generated import program

SETTINGS = ("setting", "user", "password")  # keys of a credential that name a setting


class Access:
    """What lets a request in: ``headers``, ``secret`` (the name of the one that is secret) and ``query`` ((name, value) or None)."""

    def __init__(self, headers=(), query=None):
        self.headers = dict(headers)
        self.secret = next(iter(self.headers), None)
        self.query = query


def settings_of(name):
    """The settings that a credential is made of."""
    facts = program.CREDENTIALS[name]
    return [facts[key] for key in SETTINGS if key in facts]


def is_set(name, settings):
    """Whether everything that a credential is made of has a value."""
    return all(settings.has(one) for one in settings_of(name))


def credential(name, settings):
    """The Access of a credential, an empty one without a name.

    Raises ConfigurationMissing when a setting of it is not set, and ConfigurationError for what no header can carry.
    """
    if name is None:
        return Access()
    facts = program.CREDENTIALS[name]
    values = {key: needed(facts[key], settings) for key in SETTINGS if key in facts}
    if "user" in facts:
        return Access({"Authorization": f"Basic {login(**values, is_shown=bool(settings.redact))}"})
    if "query" in facts:
        return Access(query=(facts["query"], values["setting"]))
    scheme = f"{facts['scheme']} " if "scheme" in facts else ""
    return Access({facts["header"]: f"{scheme}{values['setting']}"})


def needed(setting, settings):
    """The value of a setting that goes into a request."""
    value = settings.need(setting)
    if not value.isprintable():
        raise ConfigurationError(f"The setting {setting} contains characters that a header cannot have.")
    return value


def login(user, password, is_shown):
    """User and password as HTTP Basic has them (RFC 7617), or to be looked at, the password masked."""
    if ":" in user:
        raise ConfigurationError("The user name of this service contains a colon, which HTTP Basic does not allow.")
    pair = f"{user}:{password}"
    return pair if is_shown else b64encode(pair.encode("utf-8")).decode("ascii")
