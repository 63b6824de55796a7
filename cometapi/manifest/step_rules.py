"""Rules about what surrounds a request: the record it begins with, the question before harm, waiting, the steps that follow."""

import re

from cometapi.manifest import compile_reply
from cometapi.manifest.arguments import name_of
from cometapi.manifest.command_names import leads_to_command
from cometapi.manifest.compile import route_data
from cometapi.manifest.compile_arguments import dest
from cometapi.manifest.traverse import all_flags, arguments_of, every_argument, placed_routes, whole_routes
from cometapi.manifest.waiters import whole

COLUMNS = ("id", "state", "progress", "code", "reason", "result")  # keys of a waiter that name columns


def harm_is_asked(sources):
    """Commands that destroy without a question, questions of commands that do not, and names in sentences that are no argument."""
    for source in sources.commands.values():
        data = source.data
        if data["effect"] == "destroy" and "asks" not in data:
            yield source.finding(("effect",), "A command that destroys says what it asks before, with asks.")
        if data["effect"] != "destroy" and "asks" in data:
            yield source.finding(("asks",), "Only a command with effect: destroy asks.")
        known = {dest(item) for _, item in every_argument(data, sources.program.data)}
        sentences = [(("asks",), data.get("asks", ""))]
        sentences += [
            (at("response", "says"), whole.get("response", {}).get("says", "")) for whole, at in whole_routes(data)
        ]
        for path, sentence in sentences:
            for name in re.findall(r"\{(\w*)\}", sentence):
                if name not in known:
                    yield source.finding(path, f"This command has no argument {name!r}.")


def waiters_find_their_columns(sources):
    """Waiters whose command is none or takes no id, and columns that a waiter reads and a command that waits lacks."""
    commands = {source.data["command"]: source for source in sources.commands.values()}
    waiters = whole(sources.program.data.get("waiters", {}))
    for name, facts in waiters.items() if sources.is_whole else ():
        missing = [key for key in ("command", "id", "state") if key not in facts]
        if missing:
            yield sources.program.finding(
                ("waiters", name), f"{missing[0]} is missing, here and in the one that it is like."
            )
            continue
        looks = commands.get(facts["command"])
        if looks is None:
            yield sources.program.finding(("waiters", name, "command"), unknown_command(facts["command"], commands))
            continue
        if not any("name" in item for item in looks.data.get("arguments", [])):
            yield sources.program.finding(("waiters", name, "command"), f"{facts['command']} takes no id.")
        yield from missing_columns(sources.program, ("waiters", name), facts, looks.data)
        if "answered_by" in facts and not leads_to_command(facts["answered_by"], commands):
            yield sources.program.finding(("waiters", name), unknown_command(facts["answered_by"], commands))
        if "running" not in facts and "done" not in facts:
            yield sources.program.finding(("waiters", name), "A waiter says which states are running or done.")
    for source in sources.commands.values():
        if "wait" in source.data and source.data["effect"] != "read" and "answer" not in kinds_of(source):
            sentence = "A command that writes waits only for an answer; let a step of then wait."
            yield source.finding(("wait",), sentence)
        facts = waiters.get(source.data.get("wait", {}).get("for"))
        if facts:
            yield from missing_columns(source, ("wait", "for"), facts, source.data)


def calls_can_be_looked_up(sources):
    """A command that is to find calls and is none, or lacks the options by which it would."""
    facts = sources.program.data.get("look_up")
    if not facts or not sources.is_whole:
        return
    commands = {source.data["command"]: source.data for source in sources.commands.values()}
    data = commands.get(facts["command"])
    if data is None:
        yield sources.program.finding(("look_up", "command"), unknown_command(facts["command"], commands))
        return
    known = {flag for _, item in every_argument(data, sources.program.data) for flag in all_flags(item)}
    for key, flag in facts.items():
        if key not in ("command", "charged") and flag not in known:
            yield sources.program.finding(("look_up", key), f"{facts['command']} has no option {flag}.")
    for key, name in facts.get("charged", {}).items():
        if name not in column_names(data):
            yield sources.program.finding(("look_up", "charged", key), f"{facts['command']} has no column {name!r}.")


def missing_columns(source, path, facts, data):
    """The columns of a waiter that a command does not have."""
    known = column_names(data)
    for key in COLUMNS:
        if key in facts and facts[key] not in known:
            at = path if path[0] != "waiters" or key not in source.data["waiters"][path[1]] else (*path, key)
            yield source.finding(at, f"{data['command']} has no column {facts[key]!r}, which a waiter reads as {key}.")


def column_names(data):
    """The names of the columns of a command, of all its routes."""
    return {one["name"] for route in route_data(data) for one in route.get("response", {}).get("columns", [])}


def unknown_command(name, commands):
    """The sentence about a command that is not there."""
    return f"There is no command {name!r}; commands are {', '.join(sorted(commands))}."


def steps_fit(sources):
    """Steps of commands that are not there, with arguments that they lack, from columns that nobody has."""
    commands = {source.data["command"]: source for source in sources.commands.values()}
    for source in sources.commands.values():
        before = column_names(source.data)
        for number, step in enumerate(source.data.get("then", [])):
            at = ("then", number)
            target = commands.get(step["command"])
            if target is None:
                yield source.finding((*at, "command"), unknown_command(step["command"], commands))
                continue
            taken = {dest(item) for _, item in every_argument(target.data, sources.program.data)}
            for name, value in step["give"].items():
                if name_of(name) not in taken:
                    yield source.finding((*at, "give", name), f"{step['command']} has no argument {name!r}.")
                column = re.split(r"[.\[]", value)[0]
                if value[:1] not in ("-", "'") and column not in before:
                    yield source.finding((*at, "give", name), f"The result before has no column {column!r}.")
            before = column_names(target.data)
        if "then" in source.data and not kinds_of(source) <= {"record", "rows"}:
            yield source.finding(("then",), "Steps follow a record or rows, whose columns they are given.")


def creations_go_on(sources):
    """Commands with ``creates`` that are free, whose reply has no ID, or whose task no command can continue with."""
    names = [source.data["command"] for source in sources.commands.values()]
    for source in sources.commands.values():
        facts = source.data.get("creates")
        if facts is None:
            continue
        if source.data.get("cost") != "paid" or not kinds_of(source) <= {"record", "rows", "any"}:
            sentence = "Only a paid command whose reply is a record, rows or any value creates what a service works on."
            yield source.finding(("creates",), sentence)
        items = [item for _, item in every_argument(source.data, sources.program.data)]
        for at, words in (
            (("continue_with",), facts["continue_with"]),
            (("asks", "continue_with"), facts.get("asks", {}).get("continue_with")),
        ):
            if words and sources.is_whole and not leads_to_command(words, names):
                yield source.finding(("creates", *at), "This does not begin with the words of a command.")
            for name in re.findall(r"\{(\w*)\}", words or ""):
                if name not in {"id", *map(dest, items)}:
                    yield source.finding(("creates", *at), f"This command has no argument {name!r}.")
        if "own_id" in facts and facts["own_id"] not in [item.get("to") for item in items]:
            yield source.finding(("creates", "own_id"), "No argument of this command goes there.")


def bodies_begin_with_records(sources):
    """Bodies that begin with the record of a command that is none, does more than read, or is not told which record."""
    commands = {source.data["command"]: source for source in sources.commands.values()}
    for source in sources.commands.values():
        own = {dest(item) for _, item in arguments_of(source.data)}
        for prefix, route in placed_routes(source.data):
            wanted, at = route.get("request", {}).get("from"), (*prefix, "request", "from")
            if wanted is None:
                continue
            target = commands.get(wanted["command"])
            if target is None:
                yield source.finding((*at, "command"), unknown_command(wanted["command"], commands))
                continue
            if target.data["effect"] != "read" or not all("record" in one for one in responses(target)):
                sentence = f"{wanted['command']} does not read a record, with which a body could begin."
                yield source.finding((*at, "command"), sentence)
            taken = {dest(item) for _, item in arguments_of(target.data)}
            for name, value in wanted["give"].items():
                for command, known, word in ((wanted["command"], taken, name), ("This command", own, value)):
                    if name_of(word) not in known:
                        yield source.finding((*at, "give", name), f"{command} has no argument {word!r}.")


def followed_lists_have_a_time(sources):
    """Lists that are followed without coming in pages, or by a time that is no column of theirs."""
    for source in sources.commands.values():
        if "follow" not in source.data:
            continue
        routes = [one for one in route_data(source.data) if "pages" in one]
        if not routes:
            yield source.finding(("follow",), "Only a list that comes in pages can be followed.")
        name = source.data["follow"]["time"]
        known = [{one["name"] for one in route["response"].get("columns", [])} for route in routes]
        if not all(name in some for some in known):
            yield source.finding(("follow", "time"), f"The list has no column {name!r}.")


def responses(source):
    """The responses of a command's routes."""
    return [one.get("response", {}) for one in route_data(source.data)]


def kinds_of(source):
    """What the results of a command are."""
    return compile_reply.kinds(source.data, route_data(source.data))


RULES = [
    harm_is_asked,
    waiters_find_their_columns,
    calls_can_be_looked_up,
    steps_fit,
    creations_go_on,
    bodies_begin_with_records,
    followed_lists_have_a_time,
]
