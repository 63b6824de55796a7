"""Rules about the program file: what the program asks of it, and names in it that lead nowhere."""

from cometapi import errors
from cometapi.manifest.argument_rules import PLAIN, default_faults, range_faults
from cometapi.manifest.compile import choices
from cometapi.manifest.output_formats import FORMATS
from cometapi.manifest.traverse import declared_arguments, unknown, whole_routes

FORMAT_SETTING = "output_format"
# Settings that the program asks for by name, and whether it cannot do without a default.
NETWORK = {
    "timeout": False,
    "connect_timeout": True,
    "retries": True,
    "retry_max_wait": True,
    "ca": False,
    "client_cert": False,
    "client_key": False,
}
SETTINGS = {"profile": True, FORMAT_SETTING: True, "secret_store": False, "plain_http": False, **NETWORK}
# Keys of a format that one kind or another reads.
KINDS_OF_KEYS = {
    "divide": ("money",),
    "unit": ("time", "duration"),
    "longest": ("excerpt",),
    "never": ("time",),
    "never_word": ("time",),
    "least": ("money", "count", "percent", "duration"),
}


def program_has_what_it_needs(sources):
    """Settings and exits that the program asks for by name and the manifest lacks."""
    data, finding = sources.program.data, sources.program.finding
    for name, needs_default in SETTINGS.items():
        if name not in data["settings"]:
            yield finding(("settings",), f"The program needs a setting {name}.")
        elif needs_default and "default" not in data["settings"][name]:
            yield finding(("settings", name), f"The program needs a default of the setting {name}.")
    for name in exits():
        if name not in data["exits"]:
            yield finding(("exits",), f"The program needs an exit {name}.")


def network_options_have_settings(sources):
    """Options that say how the network is used and have no setting to say it when they are not given."""
    for source in [sources.program, *sources.commands.values()]:
        for path, item in declared_arguments(source.data):
            if item.get("does") in NETWORK and "default_from" not in item:
                yield source.finding((*path, "does"), f"An option that does {item['does']} needs a default_from.")


def exits():
    """The names of the exits that the program ends with."""
    classes = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, errors.CometError)]
    return sorted({"ok", "interrupted", *(one.exit for one in classes)})


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
            for number, name in enumerate(names):
                if name not in FORMATS:
                    known = ", ".join(FORMATS)
                    yield source.finding(
                        (*path, number), f"There is no output format {name!r}; the formats are {known}."
                    )


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
    """The columns of the list that a command keeps on this machine; empty when it keeps none."""
    for whole, _ in whole_routes(data):
        response = whole.get("response", {})
        if "cache" in whole.get("request", {}) and "rows" in response:
            return [column["name"] for column in response.get("columns", [])]
    return []
