"""Templates: prompts with a name, kept as ``templates/NAME.yaml`` in the config folder.

A template says what words of a call say: they are defaults, which typed words replace.
"""

import os
import re

from cometapi.advice import advice
from cometapi.context import encoded, misread
from cometapi.errors import ConfigurationError, OutputFailed, UsageError
from cometapi.own import places
from cometapi.own.filling import filled, is_name
from cometapi.own.filling import places as places_in
from cometapi.own.plain_yaml import Wrong, parsed, read, written
from cometapi.settings import folders
from cometapi.suggest import meant

TEXTS = ("summary", "command", "model", "system", "prompt")
KEYS = (*TEXTS, "options", "parameters")
WAY = advice("Give each with {param} NAME=VALUE; see: {program} template show NAME")
FILLED = ("system", "prompt")  # texts in which {name} is a place


class Template:
    """One template: ``texts`` maps those of TEXTS that it has, ``options`` names to lists of texts, ``parameters`` names to
    their defaults. ``source`` says where each stands.
    """

    def __init__(self, name, source):
        self.name, self.source = name, source
        check(source)
        data = source.data
        self.texts = {key: data[key].rstrip("\r\n") if key in FILLED else data[key] for key in TEXTS if key in data}
        self.options = {key: one if isinstance(one, list) else [one] for key, one in data.get("options", {}).items()}
        self.parameters = data.get("parameters", {})

    @property
    def places(self):
        """The names that are filled in, in their order."""
        return list(dict.fromkeys(name for key in FILLED for name in places_in(self.texts.get(key, ""))))

    def fill(self, values, needed=FILLED):
        """The texts ``needed`` with their places filled from values and defaults: a dict.

        Raises UsageError naming the parameters that have no value, and those that the template does not have.
        """
        known = list(dict.fromkeys([*self.places, *self.parameters]))
        unknown = [name for name in values if name not in known]
        if unknown:
            guess = meant(unknown[0], known) if len(unknown) == 1 else "."
            raise UsageError(f"The template {self.name} has no parameter {' and no '.join(unknown)}{guess}", hint=WAY)
        values = {**self.parameters, **values}
        texts = {key: self.texts[key] for key in FILLED if key in self.texts and key in needed}
        missing = dict.fromkeys(name for text in texts.values() for name in places_in(text) if name not in values)
        if missing:
            raise UsageError(f"The template {self.name} needs a value for {' and '.join(missing)}.", hint=WAY)
        return {key: filled(text, values) for key, text in texts.items()}


def check(source):
    """Raise ConfigurationError, with file and line, for what is no part of a template."""
    for key, value in source.data.items():
        if key not in KEYS:
            raise source.wrong((key,), f"A template has no {key}{meant(key, KEYS)}")
        if key in TEXTS and not isinstance(value, str):
            raise source.wrong((key,), f"{key} must be a text.")
        if key in ("options", "parameters"):
            check_table(source, key, value)


def check_table(source, key, value):
    """The same for a table of options or parameters."""
    if value == "":
        source.data[key] = {}
        return
    if not isinstance(value, dict):
        raise source.wrong((key,), f"{key} must be a table: lines of a name, a colon and a value.")
    for name, one in value.items():
        is_list = isinstance(one, list) and key == "options" and all(isinstance(part, str) for part in one)
        if not isinstance(one, str) and not is_list:
            raise source.wrong((key, name), f"{name} must be a text{' or a list of texts' * (key == 'options')}.")
        if key == "parameters" and not is_name(name):
            raise source.wrong((key, name), f"{name} cannot be the name of a parameter.")


def load(environ, name):
    """The template of a name; raises UsageError where there is none, and ConfigurationError where it is broken."""
    path = places.template(environ, name)
    source = path and read(path)
    if not source:
        known = names(environ)
        raise UsageError(
            f"There is no template {name!r}{meant(name, known)}", hint=advice("See: {program} template list")
        )
    return Template(name, source)


def names(environ):
    """The names of all templates, in the order of the alphabet."""
    try:
        found = sorted(os.listdir(places.templates(environ) or ""))
    except OSError:
        return []
    stems = (name.removesuffix(places.ENDING) for name in found if name.endswith(places.ENDING))
    return [name for name in stems if re.fullmatch(places.NAME, name) and ":" not in name]


def summaries(environ):
    """Every template with its summary, or its fault: a dict."""
    found = {}
    for name in names(environ):
        try:
            template = load(environ, name)
            found[name] = template.texts.get("summary") or template.texts.get("prompt", "")[:60]
        except (ConfigurationError, UsageError) as error:
            found[name] = error.message
    return found


def faults(text, path):
    """What is wrong with the text of a template, as sentences; ``path`` is its file."""
    try:
        Template("", parsed(text, path))
    except Wrong as found:
        return [f"{path}:{found.line}: {found.sentence}"]
    except ConfigurationError as error:
        return [error.message]
    return []


def save(environ, name, data, *, replace=False):
    """Keep a template: ``data`` has texts by the names of KEYS, with ``options`` and ``parameters`` as dicts. Returns its path.

    Raises UsageError where there is one of this name, unless it is to ``replace`` it, and OutputFailed.
    """
    path = folders.needed(places.template(environ, name))
    if os.path.exists(path) and not replace:
        raise UsageError(f"There is a template {name} already.", hint=advice("To replace it, add {force}."))
    fault = misread(data)
    if fault:
        raise UsageError(f"The template {fault}.")
    text = written({key: data[key] for key in KEYS if data.get(key)})
    store(path, encoded(text))
    return path


def store(path, data):
    """Replace the file of a template by these bytes."""
    try:
        folders.write_private(path, data)
    except OSError as error:
        raise OutputFailed(f"{path} cannot be written: {error.strerror}. It was not changed.") from None
