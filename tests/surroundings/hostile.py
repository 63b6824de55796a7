"""A service on loopback that plants what a terminal obeys into every text of every sample reply, and calls of every command."""

import json
import re
from importlib import import_module

from conftest import PROJECT
from example_files import a_file

from cometapi.cli.examples import call_words
from cometapi.cli.words import walk
from cometapi.generated import index, program
from cometapi.manifest.arguments import Flags, flag_of
from cometapi.sandbox import server

SEQUENCES = [
    "\x1b[38;5;199mcolour",
    "\x1b[2Jcleared",
    "\x1b]0;title\x07",
    "\x1b]8;;evil:link\x1b\\link\x1b]8;;\x1b\\",
    "\x1b]52;c;ZXZpbA==\x07",
    "\x1bP+q544e\x1b\\",
    "\x9b31mred",
    "\x9d0;title\x9c",
    "\x90+q544e\x9c",
    "\x00\x05\x0b\x0c\x0e\x7f",
    "sk-real\x08\x08\x08\x08fake",
    "yes\rno",
    "\u202egnp.exe\u202c\u2066\u2069",
]
SAMPLE = re.compile(r"http://127\.0\.0\.1:\d+/samples/\S+")
DATA = re.compile(r"(?:[A-Za-z0-9+/]{4}){8,}|(?:[A-Za-z0-9+/]{4})+[A-Za-z0-9+/]{2,3}={1,2}")
PLANTED = f"{''.join(SEQUENCES)}\nFORGED: a line of its own"


def meant(value):
    """The texts that a protocol decides by, which have to stay: all that stand in a part of the manifest."""
    if isinstance(value, dict):
        return set(value) | meant(list(value.values()))
    if isinstance(value, list | tuple):
        return set().union(*map(meant, value))
    return {value, *re.findall(r"'([^']+)'", value)} if isinstance(value, str) else set()


def is_kept(text):
    """Whether a text stays as it is: what a protocol decides by in any case of letters, a link to a sample, data in Base64."""
    return text in KEPT or text.upper() in KEPT or SAMPLE.fullmatch(text) or DATA.fullmatch(text)


def spoiled(value):
    """A JSON value with PLANTED in every text, in JSON inside texts too, and under one key more in every object."""
    if isinstance(value, dict):
        return {**{key: spoiled(one) for key, one in value.items()}, PLANTED: 1}
    if isinstance(value, list):
        return [spoiled(one) for one in value]
    if not isinstance(value, str) or is_kept(value):
        return value
    if value.startswith("{"):
        try:
            return json.dumps(spoiled(json.loads(value)))
        except ValueError:
            pass  # a piece of JSON
    return value[:1] + PLANTED + value[1:]


def spoiled_event(text):
    """An event of a stream with its JSON spoiled."""
    lines = text.split("\n")
    return "\n".join(spoiled_line(line) for line in lines)


def spoiled_line(line):
    """A line of an event with its JSON spoiled, if it carries any."""
    name, _, data = line.partition(": ")
    return f"data: {json.dumps(spoiled(json.loads(data)))}" if name == "data" and data.startswith("{") else line


def spoiled_body(content_type, data):
    """A body with its JSON spoiled, or every line of it if it is CSV."""
    if "json" in content_type:
        return json.dumps(spoiled(json.loads(data))).encode()
    return data.replace(b"\n", PLANTED.replace("\n", "").encode() + b"\n") if "csv" in content_type else data


class Handler(server.Handler):
    """The sandbox, spoiled."""

    def send_body(self, status, content_type, data, headers=None):
        super().send_body(status, content_type, spoiled_body(content_type or "", data), headers)

    def stream(self, events, misbehaviour):
        super().stream(map(spoiled_event, events), misbehaviour)

    def head(self, status, headers):
        planted = PLANTED.replace("\n", "").replace("\r", "").encode().decode("latin-1")
        super().head(status, {**dict(headers), "X-Cometapi-Request-Id": planted, "X-Planted": planted}.items())


class Hostile(server.Sandbox):
    """A sandbox that is not to be trusted; ``fail`` is the status that it answers everything with."""

    def __init__(self, fail=None):
        super().__init__(fail=(fail, None) if fail else None, any_model=True)
        self.server.RequestHandlerClass = Handler

    @property
    def environ(self):
        """The variables that send a call here."""
        return {
            "COMETAPI_BASE_URL": self.base_urls["base_url"],
            "COMETAPI_KEY": "sk-key-0001",
            "COMETAPI_ACCESS_TOKEN": "token-02",
        }


EXAMPLES = {
    one["command"]: one["examples"][0]["run"]
    for one in json.loads((PROJECT / "cometapi/share/surface.json").read_text("utf-8"))["commands"]
}


class Call:
    """A command as words, with the fewest that it needs; ``own_code`` names the Python of its own, if it has any."""

    def __init__(self, name, route):
        self.command = name
        command = import_module(f"cometapi.generated.{index.COMMANDS[name][0]}").COMMAND
        self.facts, flags = command["arguments"], Flags(command["arguments"])
        self.own_code = command.get("run")
        self.is_answer = route.get("response", {"is": "answer"}).get("is") == "answer"
        words = call_words(EXAMPLES[name], "cometapi")[len(name.split()) :]
        options, positionals = walk(words, flags) if route else ([], words)
        options = [flag + sign + a_file(value) for flag, sign, value in (one.partition("=") for one in options)]
        needed = [one for one, its in self.facts.items() if its.get("required") and flag_of(its).startswith("-")]
        chosen = {**{one: self.word(one) for one in needed}, **route.get("when", {})}
        if route.get("given") in self.facts:
            chosen[route["given"]] = self.word(route["given"]) if flags[flag_of(self.facts[route["given"]])] else True
        chosen.update({names[0]: self.word(names[0]) for names in command.get("some", ())})
        consent = ["--yes"] if command["effect"] == "destroy" else []
        response = route.get("response", {})
        is_data = response.get("is") == "file" and not response["media_type"].startswith("text/")
        self.file = ["--output=file", "--force"] if is_data else []  # where no terminal shows it
        asked = options if "creates" in command and not needed else []  # of which one may have to be given
        given = [*asked, *self.file, *(self.option(*one) for one in chosen.items())]
        self.words = [*name.split(), *map(a_file, positionals), *consent, *given]
        self.taken = {
            name
            for name, its in self.facts.items()
            if not any(name in self.facts[one].get("excludes", ()) for one in chosen)
            and its.get("needs", {}).keys() <= chosen.keys()
        }

    def word(self, name):
        """A word that an option takes."""
        facts = self.facts[name]
        if facts.get("type") == "upload":
            return a_file("a.png")
        return next(iter(facts.get("choices", ())), "1" if facts.get("type") == "integer" else "e")

    def option(self, name, word):
        """An option with a value, or alone."""
        flag = flag_of(self.facts[name])
        return flag if word is True else f"{flag}={word}"

    def __str__(self):
        return " ".join(self.words)


def calls():
    """Every command of the manifest that sends something and shows what comes, on each of its routes; what comes through ``exec``
    and ``serve`` is shown by other programs.
    """
    found = []
    for name, (stem, _) in index.COMMANDS.items():
        command = import_module(f"cometapi.generated.{stem}").COMMAND
        if "sandbox" in command["arguments"] and name not in ("init", "repl", "exec", "serve", "mcp serve"):
            found += [Call(name, one) for one in command["routes"] or [{}]]
    return found


CALLS = calls()
KEPT = meant([program.PROTOCOLS, program.WAITERS, [one.words for one in CALLS]]) - {""}
