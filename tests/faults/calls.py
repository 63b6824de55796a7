"""The calls of the matrix, made from the manifest: every command that sends, on each of its routes, streamed and whole.

A new command is among them at once. Written down here is only what no manifest can tell: how to use the commands that
send what they are told (``api``, ``run``), and how to come to a second request.
"""

import json
from importlib import import_module
from pathlib import Path

from example_files import a_file

from cometapi.cli.examples import call_words
from cometapi.cli.words import walk
from cometapi.generated import index, program
from cometapi.manifest.arguments import Flags, flag_of

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLES = {
    command["command"]: command["examples"][0]["run"]
    for command in json.loads((ROOT / "cometapi/share/surface.json").read_text("utf-8"))["commands"]
}
SWITCHES = {"--stream": True, "--no-stream": False}


class Call:
    """One way to call a command: its ``words``, and what follows from them.

    ``is_free`` tells whether asking again costs nothing, ``is_streamed`` whether its answer comes in pieces, ``before``
    how many requests are answered honestly before the fault, ``result`` what its route says that it prints, ``is_text``
    whether that is any text, ``is_followed`` whether it goes after a redirect.
    """

    def __init__(
        self,
        words,
        *,
        is_free,
        credential,
        result,
        is_streamed=False,
        is_text=False,
        is_followed=False,
        before=0,
        name=None,
    ):
        self.words = words
        self.is_free = is_free
        self.credential = credential
        self.result = result
        self.is_text, self.is_followed = is_text, is_followed
        self.is_streamed = is_streamed
        self.before = before
        self.name = name or " ".join(words)
        self.command = next(name for name in sorted(index.COMMANDS, reverse=True) if is_called(name, words))
        self.creates = load(self.command).get("creates")
        self.tells_machines = "json" in load(self.command)["arguments"] and result != "file"

    def __str__(self):
        return self.name


def is_called(name, words):
    """Whether the words begin with those of a command."""
    return words[: len(name.split())] == name.split()


def load(name):
    """The data of a command, by its words."""
    return import_module(f"cometapi.generated.{index.COMMANDS[name][0]}").COMMAND


def positionals(name):
    """What a command cannot do without: the positionals of its first example, and its options where some have to be given."""
    words, command = call_words(EXAMPLES[name], "cometapi"), load(name)
    options, found = walk(words[words.index(name.split()[-1]) + 1 :], Flags(command["arguments"]))
    is_asked = any("required" in facts for facts in command["arguments"].values()) or "creates" in command
    given = [one.partition("=") for one in options if is_asked]
    return [*map(a_file, found), *("".join([flag, sign, a_file(value)]) for flag, sign, value in given)]


def words_of(command, route):
    """The options that lead to a route, but the one that makes a stream of it."""
    flags = {name: flag_of(facts) for name, facts in command["arguments"].items()}
    words = [flags[name] if word is True else f"{flags[name]}={word}" for name, word in route.get("when", {}).items()]
    given = flags.get(route.get("given"))
    words += [f"{given}={word_for(command, given)}" if Flags(command["arguments"])[given] else given] if given else []
    return [word for word in words if word not in SWITCHES]


def word_for(command, flag):
    """A word that an option takes."""
    facts = next(facts for facts in command["arguments"].values() if flag in facts.get("flags", ()))
    return a_word(facts)


def a_word(facts):
    """A word that an argument takes."""
    return next(iter(facts.get("choices", ())), "1" if facts.get("type") == "integer" else "x")


def needed(command):
    """An option of each set of which a command needs one."""
    named = [command["arguments"][names[0]] for names in command.get("some", ())]
    return [f"{flag_of(facts)}={a_word(facts)}" for facts in named]


def words_for_the_rest(command):
    """The option that leads to the last route where others have a word of it: the first word that is left."""
    taken = [pair for route in command["routes"] for pair in route.get("when", {}).items()]
    arguments = command["arguments"]
    choices = [(name, word) for name, _ in taken for word in arguments[name].get("choices", ())]
    left = [pair for pair in choices if pair not in taken]
    return [f"{flag_of(arguments[name])}={word}" for name, word in left[:1]]


def of_route(name, route):
    """The calls of a command on one of its routes: one, or one for each way of the stream, or with a second page."""
    command = load(name)
    consent = ["--yes"] if command["effect"] == "destroy" else []  # whoever is asked has no terminal here
    words, options = [*name.split(), *positionals(name), *needed(command), *consent], words_of(command, route)
    if not options:
        options = words_for_the_rest(command)
    response = route["response"]
    facts = {
        "is_free": (command["effect"], command["cost"]) == ("read", "free"),
        "credential": route["request"].get("credential"),
        "result": response["is"],
        "is_followed": response["is"] == "file" and route["request"]["method"] == "GET",
        "is_text": response.get("media_type") == "text/*",
        "before": int("from" in route["request"]),  # the record is read before it is changed
    }
    title = " ".join([name, *options])
    if "stream" in command:
        for switch, is_streamed in SWITCHES.items():
            yield Call([*words, *options, switch], **facts, is_streamed=is_streamed, name=f"{title} {switch}")
        return
    yield Call([*words, *options], **facts, name=title)
    if "pages" in route and "all" in command["arguments"]:
        more = ["--all", "--page-size=1"]
        yield Call([*words, *options, *more], **{**facts, "before": 1}, name=f"{title} --all, page 2")


def of_manifest():
    """The calls of every command that says what it sends."""
    for name in index.COMMANDS:
        for route in load(name)["routes"]:
            if "request" in route:
                yield from of_route(name, route)


def of_run():
    """``run`` in each protocol, streamed and whole."""
    for endpoint, protocol in load("run")["arguments"]["endpoint"]["choices"].items():
        credential = load(program.PROTOCOLS[protocol]["command"])["routes"][-1]["request"]["credential"]
        for switch, is_streamed in SWITCHES.items():
            yield Call(
                ["run", "gpt-5.4", "-e", endpoint, "-p", "Hello", switch],
                is_free=False,
                credential=credential,
                result="answer",
                is_streamed=is_streamed,
                name=f"run -e {endpoint} {switch}",
            )


def of_api():
    """``api`` as it is used: the model API, the account, a list over its pages, and a paid request."""
    paid = ["api", "POST", "/v1/chat/completions", "--field", "model=gpt-5.4"]
    free = {"is_free": True, "result": "untouched"}
    yield Call(["api", "GET", "/v1/models"], credential="api_key", **free)
    yield Call(["api", "GET", "/api/user/self"], credential="access_token", **free)
    listed = ["api", "GET", "/api/log/self", "--paginate"]
    yield Call(listed, credential="access_token", is_free=True, result="lines")
    yield Call(paid, credential="api_key", is_free=False, result="untouched", name="api POST /v1/chat/completions")


def others():
    """Second requests of commands that make several, and ``doctor``, which asks once with each credential."""
    yield Call(
        ["model", "info", "gpt-5.4"],
        is_free=True,
        credential=None,
        result="record",
        before=1,
        name="model info, its details",
    )
    yield Call(["doctor"], is_free=False, credential="api_key", result="checks")


CALLS = list({call.name: call for call in (*of_manifest(), *of_run(), *of_api(), *others())}.values())
