"""What an agent may run, judged by what the manifest says at the moment of the call: effect, cost, arguments, files.

The sentences are for the agent, which reads them and tries something else or tells its user.
"""

import os
from typing import NamedTuple

from cometapi.advice import flag
from cometapi.cli import types
from cometapi.cli.words import behaviours
from cometapi.errors import UsageError
from cometapi.generated import index
from cometapi.http.url import is_link
from cometapi.manifest.arguments import flag_of
from cometapi.manifest.value_types import MEDIA_TYPES, ON_DISK, SCHEMAS
from cometapi.mcp import places

SERVER = "mcp serve"
UNSENT = ("dry_run", "curl", "estimate", "sandbox")  # with which nothing is sent to the service
ON_SHELVES = ("$files", "$folders")  # what a Tab offers for arguments that name something on the disk
UNMASKED = "prints keys as they are in the reply"
RECORDS = {"record", "rows"}  # kinds of results that are data rather than text


class NotForAgents(UsageError):
    """An agent asked for what it may not do. Where it can do nothing about that, its user can."""

    def __init__(self, message, hint=""):
        super().__init__(message, hint=hint)


class Policy(NamedTuple):
    """What the user allows: ``changes`` to what the service keeps, paid calls (``pays``), and the ``folder`` for files, None
    for none. ``given`` are values of the server that hold for its calls, by what they do.
    """

    changes: bool
    pays: bool
    folder: str | None
    given: dict


class Guard:
    """The judge of one call under a Policy; ``cap`` is what holds for a paid one, beside its own caps (see ``allowance``)."""

    def __init__(self, policy, cap):
        self.policy, self.cap = policy, cap
        self.pays = False

    def admit(self, command):
        """Raise NotForAgents for a command that no agent may run. Its words have not been read yet."""
        if "withheld" in command:
            raise withheld(command["name"], command["withheld"])

    def read(self, argument, text):
        """A word as the value of an argument, if an agent may give it; see ``types.read``."""
        if "withheld" in argument.data:
            raise NotForAgents(f"{argument.flag} is not for agents: it {argument.data['withheld']}.")
        self.check_place(argument, text)
        return types.read(argument, text)

    def check_place(self, argument, text):
        """Raise NotForAgents for a word that leads to a file outside the folder, or to a page that would be fetched here."""
        kind = argument.type
        if text == "-" or not (kind in ON_DISK or argument.complete in ON_SHELVES):
            return
        if is_link(text):
            if kind not in MEDIA_TYPES:
                raise NotForAgents(f"{argument.flag} may not fetch a URL for an agent.")
            return
        if kind in SCHEMAS and not os.path.lexists(text):
            return
        if self.policy.folder is None:
            raise NotForAgents(f"{argument.flag} names a file, {started_without('agent_folder')}.")
        fault = places.fault(text, kind, self.policy.folder)
        if fault:
            raise NotForAgents(f"{argument.flag} {fault}.")

    def judged(self, command, given):
        """The values of a call with those that the server adds; raises NotForAgents for what its user does not allow."""
        arguments, does, kept = command["arguments"], behaviours(command["arguments"]), withheld_options(command)
        for name in given:
            if name in kept:
                raise NotForAgents(f"{flag_of(arguments[name])} is not for agents: it {kept[name]}.")
        told = {does[one]: value for one, value in self.policy.given.items() if one in does and value is not None}
        given = {**told, **given, **self.added(command, given, does)}
        if does.get("until") in told:
            given[does["until"]] = min(told[does["until"]], given[does["until"]])
        if not any(given.get(does.get(one)) for one in UNSENT[:-1]):
            self.check(command, given, does)
        return given

    def added(self, command, given, does):
        """What every call of an agent has: nobody is asked, data are JSON, and files go into the folder."""
        responses = [route.get("response", {}) for route in command.get("routes", [command])]
        is_data = bool(RECORDS & {one.get("is") for one in responses})
        added: dict[str, object] = {"no_input": True}
        if is_data and not any(does.get(one) in given for one in ("format", "raw", "events")):
            added["format"] = "json"
        if self.policy.folder and does.get("save") in command["arguments"] and does.get("output") not in given:
            added["save"] = self.policy.folder
        wanted = {does[one]: value for one, value in added.items() if one in does}
        needs = {name: command["arguments"][name].get("needs", ()) for name in wanted}
        fitting = {name for name in wanted if name not in given and all(other in given for other in needs[name])}
        return {name: wanted[name] for name in fitting}

    def check(self, command, given, does):
        """Raise NotForAgents for what may not be sent."""
        if "http_path" in does:
            command = endpoint_command(command["name"], given, does)
        is_unsent = bool(given.get(does.get("sandbox")))
        is_paid, effect = command["cost"] == "paid", command["effect"]
        is_own = command["name"] not in index.COMMANDS
        changes = effect == "destroy" or (effect == "write" and (is_own or not is_paid))
        if changes and not (is_unsent or self.policy.changes):
            deed = "deletes or destroys" if effect == "destroy" else "changes"
            raise NotForAgents(f"{command['name']} {deed} something, {started_without('allow_changes')}.")
        if not is_paid:
            return
        if not (is_unsent or self.policy.pays):
            raise NotForAgents(f"{command['name']} costs money, {started_without('max_cost', 'max_calls')}.")
        if self.policy.pays and "max_cost" not in does:
            raise NotForAgents(f"{command['name']} costs money, and has no {flag('max_cost')} to cap that.")
        if self.policy.folder is None and saves_files(command):
            raise NotForAgents(f"{command['name']} makes a file, {started_without('agent_folder')}.")
        self.pays = self.policy.pays and (not is_unsent or bool(self.policy.given.get("sandbox")))

    def begin(self, operation):
        """Let the caps of the server hold for a paid call, before it begins."""
        if self.pays:
            operation.session.caps.append(self.cap)


class Values:
    """The values of a call, looked up by what they do, as an operation has them."""

    def __init__(self, given, does):
        self.given, self.does = given, does

    def argument(self, behaviour):
        """The value of the argument that does this; None when nobody gave one."""
        return self.given.get(self.does.get(behaviour))


def endpoint_command(name, given, does):
    """What a call of ``api`` does and costs: the data of the command that has its endpoint. Raises NotForAgents for another."""
    from cometapi.cli.registry import command_data
    from cometapi.commands.api import HARMLESS, kind_of, method_of
    from cometapi.http.target import as_sent
    from cometapi.loopback.endpoints import find

    values = Values(given, does)
    method, path = method_of(values), as_sent(values.argument("http_path")).partition("?")[0]
    endpoint = find(method, path)
    is_known = endpoint is not None and not kind_of(path).get("private")
    if is_known and "command" in endpoint:
        return command_data(endpoint["command"])
    if is_known and method == "GET":
        return {"name": name, **HARMLESS}
    raise NotForAgents(
        f"{name} is not for agents: a command has to know {method} {path}, and it may not be of the account."
    )


def withheld_options(command):
    """The options of a command that no agent may use, by name, with the reason as the end of a sentence that begins with it."""
    arguments = command["arguments"]
    found = {name: facts["withheld"] for name, facts in arguments.items() if "withheld" in facts}
    raw = behaviours(arguments).get("raw")
    return {**found, raw: UNMASKED} if raw and is_of_account(command) else found


def is_of_account(command):
    """Whether the replies to a command are those of an account, which hold keys."""
    from cometapi.commands.api import kind_of

    return any(
        kind_of(one["request"]["path"]).get("private") for one in command.get("routes", [command]) if "request" in one
    )


def withheld(name, reason):
    """The error about a command that no agent may run."""
    return NotForAgents(f"{name} is not for agents: it {reason}.", hint="If it is needed, ask your user to run it.")


def started_without(*behaviours):
    """The end of a sentence about what the user would have to allow."""
    return f"and {SERVER} was started without {' or '.join(map(flag, behaviours))}"


def saves_files(command):
    """Whether the result of a paid command is a file, which would be lost where there is no folder."""
    return any({"files", "name"} & route.get("response", {}).keys() for route in command.get("routes", [command]))
