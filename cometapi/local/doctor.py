"""``cometapi doctor``: settings, network and credentials, one row for each check.

With ``transport`` the only room that catches: here a failure is what was looked for, and becomes a row.
"""

import os
import platform
import shlex
import stat
import time
from urllib.parse import urlsplit

from cometapi.errors import CometError, ConfigurationError
from cometapi.formats import mask
from cometapi.generated import program
from cometapi.local.config import came_from, entry
from cometapi.results import Rows
from cometapi.settings import read

FILE, FOLDER = 0o600, 0o700  # the modes that keep others out


def run(call):
    """A row for each check; the exit is that of the first error."""
    return Rows(call.command["routes"][0]["response"]["columns"], Examination(call).records())


class Finding:
    """What a check found: ``ok``, ``warning``, ``error`` or ``skipped``, with a detail and what to do.

    ``ground`` says whether checks that need this one can be made; ``exit`` names the exit of an error.
    """

    def __init__(self, status, detail, advice=None, *, exit=None, ground=None):
        self.status = status
        self.detail = detail
        self.advice = advice
        self.exit = exit
        self.ground = status in ("ok", "warning") if ground is None else ground


class Examination:
    """The checks of one call. What is wrong in the config file is left out of the settings, so that the rest can go on."""

    def __init__(self, call):
        self.call = call
        self.settings = call.settings
        self.path = self.settings.path
        self.file_fault = None
        self.way = None
        try:
            self.settings.file = read(self.path)
        except ConfigurationError as error:
            self.settings.file, self.file_fault = {}, error
        self.unknown = self.settings.unknown()
        self.wrong = self.settings.wrong()
        self.settings.file = {name: value for name, value in self.settings.file.items() if name not in self.wrong}
        secrets = [value for name in CREDENTIALS for _, value in self.settings.sources(name)]
        self.masks = {secret: mask(secret) for secret in secrets if len(secret) > 8}  # a shorter one may be any word

    def records(self):
        """The record of each check, as soon as it is made."""
        grounds = set()
        for name, check, needs in CHECKS:
            missing = [need for need in needs if need not in grounds]
            found = Finding("skipped", f"Not checked: needs {missing[0]}.") if missing else self.finding(check)
            if found.ground:
                grounds.add(name)
            if found.status == "error" and self.call.exit == "ok":
                self.call.exit = found.exit
            yield {
                "check": name,
                "status": found.status,
                "detail": self.masked(found.detail),
                "advice": self.masked(found.advice),
            }

    def finding(self, check):
        """What a check finds; whatever it raises is an error."""
        try:
            return check(self)
        except CometError as error:
            return Finding("error", error.message, error.hint, exit=error.exit)

    def masked(self, text):
        """A text without the secrets that a service may repeat."""
        for secret, shown in self.masks.items():
            text = text and text.replace(secret, shown)
        return text

    def timeout(self):
        """Seconds that one step may take."""
        return self.call.values.get("timeout") or program.TIMEOUTS["connect"]


def version(examination):
    """The program itself."""
    return Finding("ok", f"cometapi {program.VERSION}")


def python(examination):
    """What runs it."""
    return Finding("ok", f"{platform.python_version()} on {platform.system()}")


def config_file(examination):
    """Whether the config file is there and can be read."""
    path = examination.path
    if examination.file_fault:
        raise examination.file_fault
    if not os.path.exists(path):
        return Finding("warning", f"There is none at {path}.", "Make one: cometapi init", ground=False)
    return Finding("ok", path)


def permissions(examination):
    """Whether only the user can read the config file and its folder."""
    path = os.path.realpath(examination.path)
    if os.name == "nt" or not os.path.exists(path):
        reason = "Windows has no such permissions." if os.name == "nt" else "Not checked: there is no config file."
        return Finding("skipped", reason)
    modes = {place: stat.S_IMODE(os.stat(place).st_mode) for place in (path, os.path.dirname(path))}
    wanted = dict(zip(modes, (FILE, FOLDER), strict=True))
    loose = [place for place, mode in modes.items() if mode & ~wanted[place]]
    if not loose:
        return Finding("ok", "Only you can read it.")
    told = " ".join(f"{place} has mode {modes[place]:04o}." for place in loose)
    return Finding("warning", told, " && ".join(f"chmod {wanted[place]:o} {shlex.quote(place)}" for place in loose))


def file_settings(examination):
    """Whether the file says only what can be understood."""
    wrong, unknown = examination.wrong, examination.unknown
    told = " ".join([*(error.message for error in wrong.values()), *unknown])
    if wrong:
        return Finding("error", told, "cometapi config edit", exit=ConfigurationError.exit)
    if unknown:
        return Finding("warning", told, "cometapi config edit")
    names = list(examination.settings.file)
    return Finding("ok", ", ".join(names) or "None; the file is empty.")


def base_url(examination):
    """Whether the base URL looks like that of an OpenAI-compatible API."""
    url = examination.settings.get("base_url")
    ending = urlsplit(program.SETTINGS["base_url"]["default"]).path
    told = f"{url}{came_from(examination.settings, 'base_url')}"
    if url.endswith(ending):
        return Finding("ok", told)
    likely = "/".join(url.split("/")[:3]) + ending
    return Finding("warning", f"{told}; it does not end in {ending}.", f"cometapi config set base_url {likely}")


def present(name):
    """A check whether a credential is set."""
    # Without an API key no model answers; the access token is wanted by account commands alone.
    status = {"api_key": "error"}.get(name, "warning")

    def check(examination):
        value = examination.settings.get(name)
        if value is not None:
            return Finding("ok", f"{mask(value)}{came_from(examination.settings, name)}")
        facts = program.SETTINGS[name]
        advice = f"cometapi config set {name}, or the variable {facts['environment']}"
        return Finding(status, f"Not set. {facts['help']}", advice, exit="configuration_missing", ground=False)

    return check


def proxy(examination):
    """Which way the requests go."""
    from cometapi.local.wire import Way

    examination.way = Way(examination.settings.get("base_url"), examination.timeout())
    through = examination.way.proxy
    return Finding("ok", f"{through.scheme}://{through.hostname}:{through.port}" if through else "None.")


def timed(act):
    """A check that is passed when ``act`` gives back a detail, with the time that it took."""

    def check(examination):
        started = time.perf_counter()
        detail = act(examination)
        return Finding("ok", f"{detail} ({(time.perf_counter() - started) * 1000:.0f} ms)")

    return check


def tls(examination):
    """Whether the service has a certificate that this system trusts."""
    if examination.way.url.scheme == "http":
        return Finding("skipped", "Plain http, which stays on this machine.", ground=True)
    return timed(lambda examination: examination.way.encrypt())(examination)


def accepted(name):
    """A check whether the service accepts a credential."""

    def ask(examination):
        from cometapi.local import probe

        try:
            probe.ask(examination.call, name, examination.settings)
        except CometError as error:
            if error.exit == "authentication_error":
                error.hint = replacement(examination.settings, name)
            raise
        return "The service accepts it."

    return timed(ask)


def replacement(settings, name):
    """How to replace a credential that is refused."""
    facts = entry(settings, name)
    where = facts["origin"] if facts["origin"] != "file" else ""
    hidden = f" It hides another one: {', '.join(facts['shadows'])}." if facts["shadows"] else ""
    return (f"Change the {where}." if where else f"cometapi config set {name}") + hidden


CREDENTIALS = {"api_key": "API key", "access_token": "access token"}

# Name of a check, how it is made, and the checks without which it tells nothing.
CHECKS = (
    ("program", version, ()),
    ("Python", python, ()),
    ("config file", config_file, ()),
    ("permissions", permissions, ()),
    ("settings", file_settings, ("config file",)),
    ("base URL", base_url, ()),
    *((title, present(name), ()) for name, title in CREDENTIALS.items()),
    ("proxy", proxy, ("base URL",)),
    ("DNS", timed(lambda examination: examination.way.resolve()), ("proxy",)),
    ("TCP", timed(lambda examination: examination.way.connect()), ("DNS",)),
    ("TLS", tls, ("TCP",)),
    *((f"{title} valid", accepted(name), (title, "TLS")) for name, title in CREDENTIALS.items()),
)
