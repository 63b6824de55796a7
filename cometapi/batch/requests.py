"""The request of a row: as its own line says, or as a command line says in whose places its columns are filled."""

import json
import re
import secrets
from hashlib import blake2b
from typing import Any, NamedTuple

from cometapi.advice import flag
from cometapi.answers import limits
from cometapi.batch.columns import aliased
from cometapi.batch.fitting import check_given, command_of
from cometapi.batch.rows import TEXT
from cometapi.cli import types, words
from cometapi.cli.registry import command_data
from cometapi.cli.uploads import Upload
from cometapi.errors import UsageError
from cometapi.generated import endpoints
from cometapi.http import request as requests
from cometapi.http.layout import PLACES, collect, model_of
from cometapi.http.transport import beginning
from cometapi.manifest.arguments import flag_of
from cometapi.own.expand import defaults_of
from cometapi.own.filling import filled, places

BATCH_OF_ANTHROPIC = "/v1/messages"
TYPED = ("type", "choices", "keywords", "range")  # keys of arguments whose words are more than text


class Prepared(NamedTuple):
    """A request that is ready to be sent, with the data of its command, its route, and the digest of all of it (hexadecimal)."""

    request: requests.Request
    command: Any
    route: Any
    model: str | None
    digest: str


class Bodies:
    """Requests of rows that hold their own body, in OpenAI's or Anthropic's form. ``settings`` are those of the run, ``name`` is
    the file's.
    """

    signature = b""  # a row holds all that its request is made of

    def __init__(self, settings, name):
        self.settings, self.name = settings, name
        self.routes = dict(routes())
        self.patterns = [(pattern_of(path), *found) for path, found in self.routes.items() if "{" in path]

    def fault(self, row):
        """Why the request of a row cannot be made, as the end of a sentence; None if it can."""
        if row.kind == "anthropic":
            return None if isinstance(row.data.get("params"), dict) else "has no params"
        method, url, body = (row.data.get(name) for name in ("method", "url", "body"))
        if not isinstance(body, dict):
            return "has a body that is not a JSON object"
        if method not in (None, "POST"):
            return f"has the method {method!r}; batches send POST only"
        if not isinstance(url, str) or self.found(url) is None:
            return f"has the url {url!r}, which is not the path of a paid command here, such as /v1/chat/completions"
        return None

    def found(self, url):
        """``(command, route, values of its path)`` of the path of a row, None for a path that no paid command has."""
        if url in self.routes:
            return (*self.routes[url], {})
        for pattern, command, route in self.patterns:
            if match := pattern.fullmatch(url):
                return command, route, match.groupdict()
        return None

    def prepared(self, row):
        """The Prepared request of a row."""
        is_anthropic = row.kind == "anthropic"
        url, body = (BATCH_OF_ANTHROPIC, row.data["params"]) if is_anthropic else (row.data["url"], row.data["body"])
        command, route, in_path = self.found(url)
        parts = {**{place: {} for place in PLACES}, "path": in_path, "body": body}
        return prepared(command, route, parts, self.settings, is_stream=body.get("stream") is True)


def routes():
    """Yield the paths of the paid commands, each with ``(command, route)``."""
    for one in endpoints.ENDPOINTS:
        command = command_data(one["command"]) if one["method"] == "POST" and "command" in one else None
        if command and command["cost"] == "paid":
            for route in command["routes"]:
                if one["path"].endswith(route["request"]["path"]):
                    yield one["path"], (command, route)
                    break


class CommandLine:
    """Requests of a command line, in whose places ``{name}`` the columns of a row are filled.

    A value is filled in once its place is known: it is never taken for an option, and never looked at again. ``note`` is called
    with sentences about the requests, ``name`` is that of the file, ``columns`` are its columns. Raises UsageError for a command
    that is not a paid one with a single request, and for a line that no row changes.
    """

    def __init__(self, session, line, note, name, columns, *, template=None):
        self.session, self.note, self.name, self.first = session, note, name, (columns or [TEXT])[0]
        self.command, line = command_of(line, session.context.environ)
        self.words, self.columns = (line, {}) if template else aliased(line, columns)
        self.usual = dict(template.parameters) if template else {}
        self.names = (
            template.places if template else list(dict.fromkeys(one for word in self.words for one in places(word)))
        )
        mark = secrets.token_hex(8)  # what no value can hold by chance
        self.tokens = {name: f"<{mark}:{name}>" for name in [*self.names, TEXT]}
        self.token = re.compile(rf"<{mark}:(\w+)>")
        self.is_typed = False  # whether a place stands where more than text is read
        argv = (
            [word for name in self.names for word in (flag("param"), f"{name}={self.tokens[name]}")] if template else []
        )
        self.layers = (
            defaults_of(self.command, [flag("template"), template.name, *argv], (), session.context.environ)
            if template
            else ()
        )
        self.settings = session.settings.settled()
        given = self.given(self.tokens)
        self.pattern = None if self.is_typed else self.parts_of(given)
        self.signature = self.signed()

    def signed(self):
        """Bytes that differ where the requests for equal rows do."""
        defaults = {
            one["default_from"]
            for one in self.command["arguments"].values()
            if one.get("complete") == "models" and "default_from" in one
        }
        route, parts = self.pattern or (None, [self.words, *(self.settings.get(one) for one in sorted(defaults))])
        path = route and route["request"]["path"]
        text = json.dumps([self.command["name"], path, parts], sort_keys=True, default=facts_of)
        return self.token.sub(r"{\1}", text).encode()

    def fault(self, row):
        """Why a row does not fit the command line, as the end of a sentence; None if it does."""
        names = (self.columns.get(name, name) for name in self.names if name not in self.usual)
        lacking = [name for name in names if row.data.get(name) is None]
        known = f" (it has {', '.join(list(row.data)[:10])})" if row.data else ""
        return f"has no value for {lacking[0]!r}{known}" if lacking else None

    def prepared(self, row):
        """The Prepared request of a row."""
        texts = {**self.usual, **{name: as_text(value) for name, value in row.data.items() if value is not None}}
        texts.update((alias, texts[column]) for alias, column in self.columns.items())
        if self.pattern is None:
            route, parts = self.parts_of(self.given(texts))
        else:
            route, parts = self.pattern[0], self.replaced(self.pattern[1], texts)
        return prepared(self.command, route, parts, self.settings)

    def replaced(self, value, texts):
        """A value in whose texts the tokens give way to the texts of a row; what has none is shared."""
        if isinstance(value, str):
            return self.token.sub(lambda found: texts[found[1]], value) if value.find("<") >= 0 else value
        if isinstance(value, dict):
            return {key: self.replaced(part, texts) for key, part in value.items()}
        return [self.replaced(part, texts) for part in value] if isinstance(value, list) else value

    def given(self, texts):
        """The values of the words by the names of arguments, their places filled with ``texts``."""

        def read(argument, word):
            if not places(word):
                return types.read(argument, word)
            if any(key in argument.data for key in TYPED):
                self.is_typed = True
                if texts is self.tokens:
                    return word
            return types.read(argument, filled(word, texts))

        read = types.read if self.layers else read
        given, notes = words.values_and_notes(self.command, self.words, self.session.context.environ, read, self.layers)
        for sentence in notes:
            self.note(sentence)
        arguments = self.command["arguments"]
        check_given(self.command, given)
        name = next((name for name, facts in arguments.items() if facts.get("does") == "message"), None)
        if name and name not in given and not self.names:
            given[name] = [texts[TEXT]] if arguments[name].get("repeat") else texts[TEXT]
            self.names = [TEXT]
        elif not self.names:
            raise UsageError(
                f"No column stands in braces in the command line, such as {{{self.first}}}: every row would send the same request."
            )
        return given

    def parts_of(self, given):
        """``(route, request by place)`` of some values."""
        call = self.session.operation(self.command, given)
        call.context.note = self.note
        call.format_name = "json"  # an answer that nobody reads as it comes is not streamed
        steps = [step["if"] for step in self.command.get("then", ()) if call.values.get(step.get("if"))]
        if steps:
            raise UsageError(
                f"A batch starts tasks and does not wait for them: leave out {flag_of(call.arguments[steps[0]])}."
            )
        if any(route.get("response", {}).get("is") == "answer" for route in self.command["routes"]):
            from cometapi.answers.ask import Ask

            asked = Ask(call)
            asked.check()
            return asked.route, asked.parts
        route = call.ready()
        parts = collect(call.arguments, call.values, call.assumed, route["request"].get("body"))
        if "batches" in self.command:
            parts["body"]["input"] = call.values[call.behaviours["message"]]
        limits.check(call, parts)
        return route, parts


def pattern_of(path):
    """The expression for the paths that a path with ``{names}`` stands for; no part of them consists of dots alone."""
    return re.compile(re.sub(r"\\\{\\?\+?(\w+)\\\}", r"(?P<\1>(?!\\.+(?:/|$))[\\w.-]+)", re.escape(path)))


def as_text(value):
    """A value of a column as text."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def prepared(command, route, parts, settings, *, is_stream=False):
    """The Prepared request of some parts by place."""
    made = requests.made(route, parts, settings, is_stream=is_stream)
    return Prepared(made, command, route, model_of(parts, command), digest(made))


def digest(request):
    """128 bits of the digest of a whole request but its host and credential, in hexadecimal; files count by name, type and size."""
    found = blake2b(f"{request.method} {request.url.removeprefix(beginning(request.url))}\n".encode(), digest_size=16)
    if getattr(request.body, "data", None) is not None:
        found.update(request.body.data)
    elif request.body is not None:
        found.update(json.dumps(request.parts["body"], sort_keys=True, default=facts_of).encode())
    return found.hexdigest()


def facts_of(value):
    """What counts of a value that is not JSON."""
    return value.facts() if isinstance(value, Upload) else str(value)
