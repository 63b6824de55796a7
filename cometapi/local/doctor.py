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
    examination = Examination(call)
    call.afterwords = examination.summary
    return Rows(call.command["routes"][0]["response"]["columns"], examination.records())


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
        self.statuses = []
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
            found = Finding("skipped", f"needs {missing[0]}") if missing else self.finding(check)
            if found.ground:
                grounds.add(name)
            if found.status == "error" and self.call.exit == "ok":
                self.call.exit = found.exit
            self.statuses.append(found.status)
            yield {
                "check": name,
                "status": found.status,
                "detail": self.masked(found.detail),
                "advice": self.masked(found.advice),
            }

    def summary(self):
        """How it went, as sentences to say after the rows."""
        counts = [(self.statuses.count(status), status) for status in ("error", "warning")]
        told = [f"{count} {status}{'' if count == 1 else 's'}" for count, status in counts if count]
        return [f"{' and '.join(told)}; the column Advice says what to do." if told else "All is well."]

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
        return Finding("warning", f"none at {path}", "cometapi init", ground=False)
    return Finding("ok", path)


def permissions(examination):
    """Whether only the user can read the config file and its folder."""
    path = os.path.realpath(examination.path)
    if os.name == "nt" or not os.path.exists(path):
        reason = "not on Windows" if os.name == "nt" else "needs config file"
        return Finding("skipped", reason)
    places = (("the file", path, FILE), ("its folder", os.path.dirname(path), FOLDER))
    loose = [(what, place, mode) for what, place, mode in places if stat.S_IMODE(os.stat(place).st_mode) & ~mode]
    if not loose:
        return Finding("ok", "yours alone")
    told = ", ".join(f"{what} has mode {stat.S_IMODE(os.stat(place).st_mode):04o}" for what, place, _ in loose)
    return Finding("warning", told, " && ".join(f"chmod {mode:o} {shlex.quote(place)}" for _, place, mode in loose))


def file_settings(examination):
    """Whether the file says only what can be understood."""
    wrong, unknown = examination.wrong, examination.unknown
    told = " ".join([*(error.message for error in wrong.values()), *unknown]).replace(f"{examination.path}:", "line ")
    if wrong:
        return Finding("error", told, "cometapi config edit", exit=ConfigurationError.exit)
    if unknown:
        return Finding("warning", told, "cometapi config edit")
    names = list(examination.settings.file)
    return Finding("ok", ", ".join(names) or "none")


def base_url(examination):
    """Whether the base URL looks like that of an OpenAI-compatible API."""
    url = examination.settings.get("base_url")
    ending = urlsplit(program.SETTINGS["base_url"]["default"]).path
    told = f"{url}{came_from(examination.settings, 'base_url')}"
    if url.endswith(ending):
        return Finding("ok", told)
    likely = "/".join(url.split("/")[:3]) + ending
    return Finding("warning", f"{told}; it does not end in {ending}", f"cometapi config set base_url {likely}")


def present(name):
    """A check whether a credential is set."""
    # Without an API key no model answers; the access token is wanted by account commands alone.
    status = {"api_key": "error"}.get(name, "warning")

    def check(examination):
        value = examination.settings.get(name)
        if value is not None:
            return Finding("ok", f"{mask(value)}{came_from(examination.settings, name)}")
        advice = f"cometapi init, or set {program.SETTINGS[name]['environment']}"
        return Finding(status, "not set", advice, exit="configuration_missing", ground=False)

    return check


def proxy(examination):
    """Which way the requests go."""
    from cometapi.local.wire import Way, port_of

    examination.way = Way(examination.settings.get("base_url"), examination.timeout())
    through = examination.way.proxy
    return Finding("ok", f"{through.scheme}://{through.hostname}:{port_of(through)}" if through else "none")


def timed(act):
    """A check that is passed when ``act`` gives back a detail, with the time that it took."""

    def check(examination):
        started = time.perf_counter()
        detail = act(examination)
        return Finding("ok", f"{detail} ({(time.perf_counter() - started) * 1000:.0f} ms)")

    return check


def tls(examination):
    """Whether the service has a certificate that this system trusts."""
    way = examination.way
    if way.url.scheme == "http":
        return Finding("skipped", "plain http to this machine", ground=True)
    if way.proxy and way.proxy.scheme == "https":
        return Finding("skipped", "inside the proxy's own TLS", ground=True)
    return timed(lambda _: way.encrypt())(examination)


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
        return "accepted"

    return timed(ask)


def replacement(settings, name):
    """What to do about a credential that is refused."""
    facts, variable = entry(settings, name), program.SETTINGS[name]["environment"]
    if facts["origin"] == "file":
        return f"cometapi config set {name}"
    return f"set {variable} to another" + (", or unset it: the file has one too" if "file" in facts["shadows"] else "")


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
    *((f"{title.split()[-1]} valid", accepted(name), (title, "TLS")) for name, title in CREDENTIALS.items()),
)
