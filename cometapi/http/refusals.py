"""A refusal in words: what it means, the HTTP status, then the service's own words, and the next step."""

from cometapi.advice import advice, also
from cometapi.cli.registry import LOADED
from cometapi.errors import AuthenticationError
from cometapi.generated import program

LONGEST_MESSAGE = 20_000  # characters of the service's own words that are told
REFUSED = "The service refused the request"


def worded(words, code, status, exit_name, reply=None, otherwise=REFUSED):
    """The sentence about a refusal; ``words`` are the service's own, None where it gives no reason;
    ``otherwise`` stands for what nothing is known of."""
    means = next((one["means"] for one in fitting(code, status, exit_name, reply) if "means" in one), otherwise)
    title = title_of(reply)
    if "{credential}" in means:
        means = means.replace("{credential}", title) if title else otherwise
    told = f"{means} (HTTP {status})" if status else means
    return f"{told}: {ended(words)}" if words else f"{told}."


def next_step(code, status, exit_name, reply=None):
    """What to do about a refusal, None where nothing is known."""
    return next((advice(one["hint"]) for one in fitting(code, status, exit_name, reply)), None)


def fitting(code, status, exit_name, reply):
    """The manifest's entries about a refusal: what its code says comes before its status and its exit.

    A status that would lead to another exit than the code says nothing.
    """
    command = reply.command if reply else None
    if command in LOADED and is_of_another_service(command):
        return of_its_key(exit_name, reply)
    status = status if exit_of_status(status) == exit_name else None
    known = [one for one in program.HINTS if command in one.get("commands", (command,))]
    return [
        *(one for one in known if code in one.get("codes", ())),
        *(one for one in known if status in one.get("statuses", ())),
        *(one for one in known if exit_name in one.get("exits", ())),
    ]


def of_its_key(exit_name, reply):
    """The entry about a key that another service refused, which names its setting; none about any other refusal."""
    facts = program.CREDENTIALS.get(reply.credential)
    if exit_name != AuthenticationError.exit or facts is None:
        return []
    setting = facts.get("password") or facts["setting"]
    variable = program.SETTINGS[setting].get("environment")
    hint = f"Check the setting {setting}{f', or the variable {variable}' if variable else ''}."
    return [{"means": "The {credential} was refused", "hint": hint}]


def is_of_another_service(command):
    """Whether an own command asks a service of the user's own."""
    from cometapi.own.declared import leads_elsewhere

    return leads_elsewhere(command)


def exit_of_status(status):
    """The exit that an HTTP status belongs to, the general one where no other has it."""
    return next((name for name, facts in program.EXITS.items() if status in facts.get("statuses", ())), "general_error")


def title_of(reply):
    """What people call the credential that the request carried; None where it carried none."""
    facts = program.CREDENTIALS.get(reply.credential) if reply else None
    if facts is None:
        return None
    setting = facts.get("password") or facts["setting"]
    return program.SETTINGS[setting].get("title") or setting.replace("_", " ")


def ended(message):
    """The message as a sentence; one that nobody can read is not cut, because half a secret is not known for one."""
    if len(message) > LONGEST_MESSAGE:
        return f"a reason of {len(message):,} characters{also('; {debug} shows how it begins')}."
    message = " ".join(message.split())
    return message if message.endswith((".", "!", "?", "。", ")")) else f"{message}."
