"""Rules about the program file: names in it that lead nowhere, and facts that do not fit each other."""

import json
import re
from datetime import datetime

from cometapi.manifest.argument_rules import PLAIN, default_faults, range_faults
from cometapi.manifest.command_names import CALL, NAME, leads_to_command
from cometapi.manifest.compile_arguments import choices
from cometapi.manifest.nouns import several
from cometapi.manifest.output_formats import FORMATS
from cometapi.manifest.traverse import declared_arguments, every_argument, unknown, whole_routes
from cometapi.suggest import meant

FORMAT_SETTING = "output_format"
NETWORK = ("timeout", "connect_timeout", "retries", "retry_max_wait", "ca", "client_cert", "client_key")
# Keys of a format that one kind or another reads.
KINDS_OF_KEYS = {
    "divide": ("money",),
    "unit": ("time", "duration"),
    "longest": ("excerpt",),
    "never": ("time",),
    "never_word": ("time",),
    "least": ("money", "count", "percent", "duration"),
}


def named_commands_exist(sources):
    """Hints, first steps and checks of credentials that name a command that the manifest lacks."""
    if not sources.is_whole:
        return
    commands = {source.data["command"] for source in sources.commands.values()}
    for path, words in command_lines(sources.program):
        if not leads_to_command(words, commands):
            yield sources.program.finding(
                path, f"There is no command {words.strip()!r}{meant(words.strip(), commands)}"
            )


def sample_times_make_sense(sources):
    """A moment of the samples that is none, and fields with times that no sample has."""
    facts = sources.program.data.get("sample_times", {"fields": ()})
    if "now" in facts and not is_moment(facts["now"]):
        yield sources.program.finding(("sample_times", "now"), "This is no moment such as 2026-01-31T12:00:00Z.")
    samples = [text_of(one) for one in sources.replies.values()] if sources.is_whole else ()
    for number, name in enumerate(facts["fields"] if sources.is_whole else ()):
        if not any(re.search(rf"\b{re.escape(name)}\b", one) for one in samples):
            path = ("sample_times", "fields", number)
            yield sources.program.finding(path, f"No sample has a field {name}.")


def is_moment(text):
    """Whether a text is a moment of ISO 8601 with a zone."""
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def text_of(reply):
    """A sample as text."""
    return reply.decode("utf-8", "replace") if isinstance(reply, bytes) else json.dumps(reply)


def hints_name_options(sources):
    """Hints that name, in braces, what no option of a command does."""
    does = {
        item.get("does")
        for one in sources.commands.values()
        for _, item in every_argument(one.data, sources.program.data)
    }
    for path, text in advice(sources.program) if sources.is_whole else ():
        for name in NAME.findall(text):
            if name not in does | {"program"}:
                sentence = f"No option does {name!r}{meant(name, does - {None})}"
                yield sources.program.finding(path, sentence)


def advice(source):
    """The texts of the program file that say what to do next: (path, text).

    Hints of the standard, which stand on no line, are left out at run time where the program lacks their command.
    """
    for number, one in enumerate(source.data["hints"]):
        if ("hints", number) in source.lines:
            yield ("hints", number, "hint"), one["hint"]
    for number, one in enumerate(source.data.get("instead", [])):
        if "say" in one:
            yield ("instead", number, "say"), one["say"]


def command_lines(source):
    """Where the program file names a command: (path, the words behind the program's name)."""
    for path, text in advice(source):
        for words in CALL.findall(text):
            yield path, words
    for number, one in enumerate(source.data["hints"]):
        for place, words in enumerate(one.get("commands", ())):
            yield ("hints", number, "commands", place), words
    for name, one in source.data["settings"].items():
        if "check" in one:
            yield ("settings", name, "check"), one["check"]
    for number, one in enumerate(source.data.get("instead", [])):
        for use in several(one.get("use", [])):
            if not use.startswith("-"):
                yield ("instead", number, "use"), use
    if "start_with" in source.data:
        yield ("start_with",), source.data["start_with"]


def network_options_have_settings(sources):
    """Options that say how the network is used and have no setting to say it when they are not given."""
    for source in [sources.program, *sources.commands.values()]:
        for path, item in declared_arguments(source.data):
            if item.get("does") in NETWORK and "default_from" not in item:
                yield source.finding((*path, "does"), f"An option that does {item['does']} needs a default_from.")


def settings_make_sense(sources):
    """Settings whose range or default does not fit their type or their choices."""
    for name, one in sources.program.data["settings"].items():
        faults = list(range_faults(one)) if "range" in one else []
        if "default" in one and ("choices" in one or one.get("type", "text") in PLAIN):
            faults += default_faults(one)
        for key, sentence in faults:
            yield sources.program.finding(("settings", name, *key), sentence)


def formats_have_writers(sources):
    """Names of output formats that nothing prints: choices of their setting and option, and where streams begin."""
    for source in [sources.program, *sources.commands.values()]:
        for path, names in format_names(source.data):
            for name in names:
                if name not in FORMATS:
                    known = ", ".join(FORMATS)
                    yield source.finding(path, f"There is no output format {name!r}; the formats are {known}.")


def format_names(data):
    """Every list of output formats in a file: (path, names)."""
    for name, one in data.get("settings", {}).items():
        if name == FORMAT_SETTING and "choices" in one:
            yield ("settings", name, "choices"), choices(one["choices"])
    for path, item in declared_arguments(data):
        if item.get("default_from") == FORMAT_SETTING and "choices" in item:
            yield (*path, "choices"), choices(item["choices"])
    if "stream" in data:
        yield ("stream", "default_in"), data["stream"]["default_in"]


def credentials_are_secret(sources):
    """Credentials from a setting that would be printed in full."""
    settings = sources.program.data["settings"]
    for name, one in sources.program.data["credentials"].items():
        key = "password" if "user" in one else "setting"
        if one.get(key) in settings and "secret" not in settings[one[key]]:
            sentence = f"The setting {one[key]} is not secret, so its value would be printed; add secret: true to it."
            yield sources.program.finding(("credentials", name, key), sentence)


def formats_make_sense(sources):
    """Keys of a format that its kind does not read, and an excerpt without its length."""
    for name, one in sources.program.data["formats"].items():
        for key in one.keys() & KINDS_OF_KEYS.keys():
            if one["kind"] not in KINDS_OF_KEYS[key]:
                yield sources.program.finding(("formats", name, key), f"The kind {one['kind']} has no {key}.")
        if one["kind"] == "excerpt" and "longest" not in one:
            yield sources.program.finding(("formats", name), "An excerpt needs longest, the characters it may have.")


def completions_are_kept(sources):
    """Completions from commands that keep no list, and from columns that the list has not."""
    if not sources.is_whole:
        return
    kept = {source.data["command"]: kept_columns(source.data) for source in sources.commands.values()}
    kept = {command: columns for command, columns in kept.items() if columns}
    for name, one in sources.program.data["completions"].items():
        path = ("completions", name)
        if one["from"] not in kept:
            told = "commands with rows and a request with cache are"
            yield sources.program.finding((*path, "from"), unknown(one["from"], kept, told))
            continue
        columns = kept[one["from"]]
        named = [("value", one["value"]), *((("describe", n), word) for n, word in enumerate(one["describe"]))]
        for key, column in named:
            if column not in columns:
                at = (*path, *key) if isinstance(key, tuple) else (*path, key)
                yield sources.program.finding(at, unknown(column, columns, f"columns of {one['from']} are"))


def kept_columns(data):
    """The columns of the list that a command keeps on this machine; empty when it keeps none.

    One with ``run`` and without a request lists what is on this machine anyway.
    """
    for whole, _ in whole_routes(data):
        response = whole.get("response", {})
        if "run" in data and "request" not in whole and "limit" in data.get("use", ()):
            return [column["name"] for column in response.get("columns", [])]
        if "cache" in whole.get("request", {}) and "rows" in response:
            return [column["name"] for column in response.get("columns", [])]
    return []
