"""Continuing a conversation of the history: its turns, its model, its system prompt and the options that mattered."""

from cometapi.advice import advice, flag
from cometapi.answers import turns
from cometapi.answers.attachments import MARK, Files
from cometapi.answers.remembering import Past
from cometapi.cli.registry import command_data
from cometapi.cli.relations import are_rivals, lacking
from cometapi.cli.types import misfit
from cometapi.errors import CometError, UsageError
from cometapi.generated import program
from cometapi.history.rows import UNANSWERED
from cometapi.history.store import place, required
from cometapi.manifest.select import select
from cometapi.own.commands import services_of


def resumed(call):
    """The Past of the conversation that a call goes on with; what it inherits becomes the call's own values.

    Raises UsageError where there is none.
    """
    found = conversation(call, call.given_option("continue"))
    said = taken_over(call, found)
    return Past([one for exchange in said for one in exchange.turns], found["id"])


def taken_over(call, found):
    """What was said in a conversation, a list of Said, for a call that inherits what mattered there."""
    lost = inherit(call, last_of(found["exchanges"]))
    protocol = protocol_of(call)
    said, files = said_in(found, protocol, follows_result(call, protocol["turn"]))
    tell(call.context, found, protocol, lost, files)
    return said


def last_of(exchanges):
    """The exchange whose model and options hold on: the last one that the service took."""
    taken = (one for one in reversed(exchanges) if one["state"] not in UNANSWERED)
    return next(taken, exchanges[-1])


def tell(context, found, protocol, lost, files):
    """Say in notes what of a conversation is not sent again."""
    for sentence in files.told():
        context.note(sentence)
    protocols = {one["protocol"] for one in found["exchanges"]} - {protocol["protocol"]}
    if protocols and (lost or files.dropped):
        parts = [*lost, *(["everything but text"] if files.dropped else [])]
        context.note(f"The conversation began in another protocol; {' and '.join(parts)} cannot be carried over.")


def conversation(call, wanted):
    """A conversation with its exchanges: the one used last where ``wanted`` is True, else the one of this ID or name.

    One that was held with another service is passed over. Raises UsageError where there is none.
    """
    store, context = None, call.context
    try:
        store = required(context.environ, writes=False)
        kept = map(store.conversation, store.ids() if wanted is True else [store.find(wanted)])
        found = next((one for one in kept if wanted is not True or not elsewhere(call, one)), None)
        if found is None:
            raise nothing_kept(context, store.ids())
        if elsewhere(call, found):
            raise held_elsewhere(found)
        return found
    except UsageError as error:
        error.hint = error.hint or advice("List what is kept: {program} history")
        raise
    except CometError as error:
        sentence = f"There is no conversation to continue: {error.message}"
        raise UsageError(sentence, hint="Start a new one, without " + flag("continue") + ".") from None
    finally:
        if store:
            store.close()


def elsewhere(call, found):
    """Whether something in a conversation was said to another service than that of a call, which is not to hear of it."""
    environ, own = call.context.environ, call.command["name"]
    others = {one["command"] for one in found["exchanges"]} - {own}
    return any(services_of(environ, one) != services_of(environ, own) for one in others)


def held_elsewhere(found):
    """The error about a conversation that another service had a part in."""
    commands = " and ".join(dict.fromkeys(one["command"] for one in found["exchanges"]))
    return UsageError(
        f"The conversation {found['id']} was held with {commands}, and nothing of it is sent to another service.",
        hint=advice("What was said: {program} history show {option}", option=found["id"]),
    )


def nothing_kept(context, others):
    """The error that there is no conversation yet, or only ``others``, which were held with other services."""
    if others:
        return UsageError("No conversation with this service is kept yet; those that are were held with others.")
    path = place(context.environ)
    hint = advice(
        "Calls from a terminal are kept; to keep all of them: {program} config set {option} all", option="history"
    )
    return UsageError(f"No conversation is kept yet{f' in {path}' if path else ''}.", hint=hint)


# --- what is inherited


def inherit(call, last):
    """Let a call have the model, the system prompt and the options of an exchange, unless others are given.

    Returns the flags of the options that it cannot have.
    """
    behaviours = call.behaviours
    values = {behaviours["model"]: last["model"]} if last["model"] else {}
    options, instruction = dict(last["options"]), last["system"]
    is_other = last["command"] != call.command["name"]
    source = command_of(last["command"])
    if is_other and source:
        developer = next((name for name, one in source["arguments"].items() if one.get("does") == "developer"), None)
        instruction = instruction or options.pop(developer, None)
    asks_instruction = call.given_option("system") or call.given_option("developer")
    if asks_instruction:
        options.pop(behaviours.get("developer"), None)
    elif instruction and "system" in behaviours:
        values[behaviours["system"]] = instruction
    fitting = {name: value for name, value in options.items() if fits(call, name, value, source if is_other else None)}
    values |= fitting
    known = {**call.values, **values}
    needless = [n for n in fitting if any(map(lacking(known), call.arguments[n].get("needs", {}).items()))]
    call.inherit({name: value for name, value in values.items() if name not in needless})
    return [flag_in(source, name) for name in options if name not in fitting and name not in call.given]


def flag_in(command, name):
    """The flag of an option in the command that it was given to."""
    facts = (command or {}).get("arguments", {}).get(name, {})
    return next((one for one in facts.get("flags", ()) if one.startswith("--")), name)


def command_of(name):
    """The data of the command of an exchange, None where the program has no such command any more."""
    try:
        return command_data(name)
    except (KeyError, ImportError):
        return None


def fits(call, name, value, source):
    """Whether a call can have the value of an option: nothing given speaks against it, and in another protocol (``source``
    is the command that it was given to) it is the same simple value.
    """
    if name not in call.arguments or any(are_rivals(call.arguments, name, other) for other in call.given):
        return False
    if source is None:
        return True
    facts, before = call.arguments[name], source["arguments"].get(name, {})
    is_simple = not isinstance(value, dict) and facts.get("type", "text") == before.get("type", "text")
    choices = facts.get("choices")
    return is_simple and "to" in facts and misfit(facts, value) is None and (not choices or value in choices)


# --- what was said


def protocol_of(call):
    """The protocol that a call's command speaks."""
    return program.PROTOCOLS[call.command["routes"][-1]["response"]["protocol"]]


class Said:
    """One exchange as a request has it again: ``asked`` and ``answered`` turns, with the texts of both."""

    def __init__(self, exchange, asked, answered):
        self.number, self.prompt, self.reply = exchange["number"], exchange["prompt"], exchange["reply"]
        self.asked, self.answered = asked, answered

    @property
    def turns(self):
        """Its turns in order."""
        return [*self.asked, *self.answered]


def said_in(found, protocol, has_result=False):
    """What was said in a conversation, and the Files behind it: ``(list of Said, Files)``.

    ``has_result`` is whether the results of tools follow, for which the model's calls have to stand before them.
    """
    exchanges = [one for one in found["exchanges"] if one["reply"] or one["answered"] or one["state"] not in UNANSWERED]
    files = Files([file for one in exchanges for file in one["attachments"]])
    files.dropped = False
    result = []
    for place_of, one in enumerate(exchanges):
        following = exchanges[place_of + 1]["asked"] if place_of + 1 < len(exchanges) else None
        is_called = has_result if following is None else bool(following) and is_result(protocol["turn"], following[0])
        if one["state"] == "refused":
            continue
        if one["protocol"] == protocol["protocol"]:
            result.append(own(one, protocol, files, is_called))
        else:
            result.append(carried(one, protocol, files))
    return [one for one in result if one.turns], files


def own(exchange, protocol, files, is_called):
    """An exchange in the protocol in which it was held."""
    turn = protocol["turn"]
    answered = exchange["answered"]
    if answered and "calls" in turn and select(turn["calls"], answered[-1]) and not is_called:
        answered = uncalled(answered, turn, exchange["reply"])
    asked, answered = (with_media(part, files) for part in (exchange["asked"], answered))
    return Said(exchange, asked, answered)


def uncalled(answered, turn, reply):
    """Turns without the last ones, which call tools that nobody ran, but with the text that was said there."""
    while answered and select(turn["calls"], answered[-1]):
        answered = answered[:-1]
    return answered or (turns.of_text(turn, "assistant", reply) if reply else [])


def with_media(found, files):
    """Turns with their media, where they hold any; one of which every part is lost says nothing."""
    if repr(MARK) not in repr(found):
        return found
    found = files.restored(found)
    return [one for one in found or [] if not (isinstance(one, dict) and any(part == [] for part in one.values()))]


def carried(exchange, protocol, files):
    """An exchange in another protocol: its texts."""
    old = program.PROTOCOLS.get(exchange["protocol"], {}).get("turn", {"roles": {}})
    parts = [
        [told for one in part if (told := turns.said(old, one))] for part in (exchange["asked"], exchange["answered"])
    ]
    files.dropped |= (
        sum(map(len, parts)) < len(exchange["asked"]) + len(exchange["answered"]) or exchange["attachments"] != []
    )
    roles = protocol["turn"]["roles"]
    made = [
        [one for role, text in part if role in roles for one in turns.of_text(protocol["turn"], role, text)]
        for part in parts
    ]
    return Said(exchange, *made)


def follows_result(call, turn):
    """Whether a call brings the results of tools."""
    from cometapi.history.said import is_turn

    found = [name for name, facts in call.arguments.items() if name in call.given and is_turn(facts, turn)]
    return any(is_result(turn, call.arguments[name].get("as")) for name in found)


def is_result(turn, one):
    """Whether a turn, or the shape of one, is the result of a tool."""
    fixed = {key: word for key, word in turn["result"].items() if isinstance(word, str) and not word.startswith("$")}
    return isinstance(one, dict) and bool(fixed) and all(one.get(key) == word for key, word in fixed.items())
