"""The checks of ``doctor``: functions from an Examination to a Finding, and the order in which they are made.

A check that fails raises the error that any other command would, which ``doctor`` turns into a row.
"""

import os
import platform
import shlex
import stat
import time
from urllib.parse import urlsplit

from cometapi.advice import advice
from cometapi.commands.config import came_from, entry
from cometapi.errors import AuthenticationError, ConfigurationError
from cometapi.generated import program
from cometapi.generated.index import PROGRAM
from cometapi.redact import mask
from cometapi.settings.folders import NO_HOME
from cometapi.settings.missing import near_variable

FILE, FOLDER = 0o600, 0o700  # the modes that keep others out


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


def version(examination):
    """The program itself."""
    return Finding("ok", f"{PROGRAM} {program.VERSION}")


def python(examination):
    """What runs it."""
    return Finding("ok", f"{platform.python_version()} on {platform.system()}")


def config_file(examination):
    """Whether the config file is there and can be read."""
    path = examination.path
    if examination.file_fault:
        raise examination.file_fault
    if path is None:
        return Finding("warning", f"{NO_HOME}, so none is read", "Set HOME to a folder of yours", ground=False)
    if not os.path.exists(path):
        return Finding("warning", f"none at {path}", advice("{program} init"), ground=False)
    return Finding("ok", path)


def permissions(examination):
    """Whether only the user can read the config file and its folder."""
    path = os.path.realpath(examination.path or os.devnull)
    if os.name == "nt" or not os.path.isfile(path):
        reason = "not on Windows" if os.name == "nt" else "needs config file"
        return Finding("skipped", reason)
    places = (("the file", path, FILE), ("its folder", os.path.dirname(path), FOLDER))
    loose = [(what, place, mode) for what, place, mode in places if stat.S_IMODE(os.stat(place).st_mode) & ~mode]
    if not loose:
        return Finding("ok", "private (0600)")
    told = ", ".join(f"{what} has mode {stat.S_IMODE(os.stat(place).st_mode):04o}" for what, place, _ in loose)
    return Finding("warning", told, " && ".join(f"chmod {mode:o} {shlex.quote(place)}" for _, place, mode in loose))


def file_settings(examination):
    """Whether the file says only what can be understood."""
    wrong, unknown = examination.wrong, examination.unknown
    told = " ".join([*(error.message for error in wrong.values()), *unknown]).replace(f"{examination.path}:", "line ")
    if wrong:
        return Finding("error", told, advice("{program} config edit"), exit=ConfigurationError.exit)
    if unknown:
        return Finding("warning", told, advice("{program} config edit"))
    parts = examination.settings.parts()
    told = [
        ", ".join(keys) if table is None else f"profile {table}: {', '.join(keys)}" for table, keys in parts if keys
    ]
    return Finding("ok", "; ".join(told) or "none")


def skills(examination):
    """Whether the skills of coding agents are those of this program and of the user's own commands."""
    from cometapi.skill.outdated import agents, renewal

    found = agents(examination.settings.environ)
    old = [agent for agent, is_current in found.items() if not is_current]
    if old:
        return Finding("warning", f"out of date for {' and '.join(old)}", renewal(old))
    return Finding("ok", ", ".join(found) or "none installed")


def profile(examination):
    """The profile in use, and whether it exists."""
    settings = examination.settings
    settings.tables()
    origin = "" if settings.table is None else came_from(settings, "profile")
    return Finding("ok", f"{settings.profile}{origin}")


def base_url(examination):
    """Whether the base URL ends as the usual one does."""
    url = examination.settings.get(BASE)
    ending = urlsplit(program.SETTINGS[BASE].get("default", "")).path.rstrip("/")
    told = f"{url}{came_from(examination.settings, BASE)}"
    if url.endswith(ending):
        return Finding("ok", told)
    likely = "/".join(url.split("/")[:3]) + ending
    return Finding("warning", f"{told}; it does not end in {ending}", setting_it(examination.settings, BASE, likely))


def setting_it(settings, name, value):
    """How to give a setting another value where the present one comes from; an unseen one is asked for."""
    if (entry(settings, name)["origin"] or "").startswith("environment"):
        return f"set {program.SETTINGS[name]['environment']} to {value or 'another'}"
    return f"{PROGRAM} config set {name} {value}".rstrip() + settings.option()


def present(name):
    """A check whether a credential is set."""
    status = "error" if program.SETTINGS[name].get("needed") else "warning"

    def check(examination):
        value = examination.settings.get(name)
        if value is not None:
            return Finding("ok", f"{mask(value)}{came_from(examination.settings, name)}")
        settings = examination.settings
        near = near_variable(settings.environ, settings.declared, program.SETTINGS[name]["environment"])
        detail = f"not set; {near} is set" if near else "not set"
        step = f"{PROGRAM} init{settings.option()}, or set {program.SETTINGS[name]['environment']}"
        return Finding(status, detail, step, exit="configuration_missing", ground=False)

    return check


def proxy(examination):
    """Which way the requests go."""
    from cometapi.commands.doctor.network import Way, port_of

    trust = {name: examination.call.wanted(name) for name in ("ca", "client_cert", "client_key")}
    examination.way = Way(examination.settings.get(BASE), examination.timeout(), trust)
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
        from cometapi.commands import check_credential

        try:
            check_credential.ask(examination.call, name, examination.settings)
        except AuthenticationError as error:
            error.hint = setting_it(examination.settings, name, "")
            if "file" in entry(examination.settings, name)["shadows"]:
                error.hint += ", or unset it: the file has one too"
            raise
        return "accepted"

    return timed(ask)


BASE = next(iter(program.SERVICES.values()))["setting"]  # of the service that is asked first
CREDENTIALS = {name: facts.get("title", name) for name, facts in program.SETTINGS.items() if "check" in facts}

# Name of a check, how it is made, and the checks without which it tells nothing.
CHECKS = (
    ("program", version, ()),
    ("Python", python, ()),
    ("config file", config_file, ()),
    ("permissions", permissions, ()),
    ("settings", file_settings, ("config file",)),
    ("profile", profile, ()),
    ("skills", skills, ()),
    ("base URL", base_url, ()),
    *((title, present(name), ()) for name, title in CREDENTIALS.items()),
    ("proxy", proxy, ("base URL",)),
    ("DNS", timed(lambda examination: examination.way.resolve()), ("proxy",)),
    ("TCP", timed(lambda examination: examination.way.connect()), ("DNS",)),
    ("TLS", tls, ("TCP",)),
    *((f"{title.split()[-1]} valid", accepted(name), (title, "TLS")) for name, title in CREDENTIALS.items()),
)
