"""Completion: the words that may come next, with descriptions, from the commands' data and cached lists.

The shells have scripts of their own for this; here are the answers for ``repl`` and argcomplete's hook. Nothing is fetched.
"""

import os
from itertools import pairwise

from cometapi.cli.choices import choices
from cometapi.cli.kept import OWN_COMMANDS, OWN_FILES, OWN_MODELS, OWN_SETTINGS, kept_words, lines, with_alias
from cometapi.cli.registry import LOADED, command_data
from cometapi.generated import index, options
from cometapi.generated.settings import SETTINGS
from cometapi.manifest.arguments import Argument, arguments_of, root_arguments
from cometapi.manifest.value_types import PROFILE
from cometapi.settings import folders


def load(name):
    """The arguments of a command; those of the root for no command."""
    if not name:
        return root_arguments(options.SETS, options.ROOT)
    data = command_data(name)
    found = arguments_of(data)
    for one in found:
        if one.complete == "$columns":
            one.complete, one.known = None, columns(data)
    return found


def offered(positionals):
    """Positionals as Tab offers them: in the place of one with choices that may be left out, the words of the next one too."""
    found = list(positionals)
    for place, (one, following) in enumerate(pairwise(positionals)):
        if one.optional and isinstance(one.choices, list | dict) and not isinstance(following.choices, str):
            words = [*one.choices, *(following.choices or following.known)]
            found[place] = Argument(one.dest, {**one.data, "choices": None, "known": words})
    return found


def columns(data):
    """The names of the columns of a command's results, in any of its routes."""
    routes = [route.get("response", {}).get("columns", ()) for route in data.get("routes", ())]
    return list(dict.fromkeys(column["name"] for route in routes for column in route))


def values(argument, environ, typed="", before=(), said=None):
    """The values of an argument as a dict from word to meaning; ``before`` are the words that it already has, ``said`` is
    the positional in front of it.

    Where several words make one value (``help config set``), the next word of those that begin as typed.
    """
    if argument.complete == "$values":
        argument = setting(said)
    begun, comma, last = typed.rpartition(",") if argument.type == "words" else ("", "", typed)
    if argument.complete == "$own_commands":
        found = following(kept_words(environ, OWN_FILES), list(before))
    elif argument.complete:
        found = SOURCES.get(argument.complete, kept)(environ, argument.complete, last)
    else:
        known = choices(argument) or dict.fromkeys(argument.known, "")
        own = kept_words(environ, OWN_SETTINGS) if argument.choices == "$settings" else {}
        found = following({**own, **known}, list(before))
    said_before = begun.split(",") if comma else []
    return {f"{begun}{comma}{word}": meaning for word, meaning in found.items() if word not in said_before}


def setting(name):
    """A setting as the argument that its value would be; any text where there is none, or what nobody should see."""
    facts = SETTINGS.get(name, {})
    return Argument("value", {"help": ""} if facts.get("secret") or not facts else {**facts})


def kept(environ, name, typed):
    """What was last kept for a completion; behind the names of models the user's own."""
    return {**kept_words(environ, name), **(kept_words(environ, OWN_MODELS) if name == "models" else {})}


def own(environ, name, typed):
    """The templates or the aliases of the user, as they were last kept."""
    return kept_words(environ, name.removeprefix("$"))


def paths(environ, name, typed):
    """Files and folders, or folders alone."""
    found = files(typed, environ)
    return dict.fromkeys([one for one in found if name == "$files" or one.endswith("/")], "")


def profiles(environ, name, typed):
    """The default profile, and those of the config file."""
    import re

    found = (re.match(PROFILE, line) for line in lines(folders.config_file(environ)))
    names = ["".join(one.groups("")[1:]) for one in found if one]
    return dict.fromkeys([SETTINGS["profile"]["default"], *names], "")


SOURCES = {"$files": paths, "$folders": paths, "$profiles": profiles, "$templates": own, "$aliases": own}


def shown_flags(argument):
    """The flags worth offering: the long ones, where there are any."""
    return [flag for flag in argument.shown if flag.startswith("--")] or argument.shown


def following(phrases, words):
    """The words that come after ``words`` in phrases (a dict from phrase to meaning); a longer phrase has no meaning yet."""
    found = {}
    for phrase, meaning in phrases.items():
        parts = phrase.split()
        if parts[: len(words)] == words and len(parts) > len(words):
            is_whole = len(parts) == len(words) + 1
            found[parts[len(words)]] = meaning if is_whole else found.get(parts[len(words)], "")
    return found


def files(typed, environ):
    """Paths that begin with what is typed; folders end with a slash, and ``~/`` is the home."""
    folder, name = os.path.split(typed)
    first, _, rest = f"{folder}/".partition("/")
    place = os.path.join(folders.home(environ) or first, rest) if first == "~" else folder
    try:
        entries = sorted(os.scandir(place or "."), key=lambda entry: entry.name)
    except OSError:
        return []
    shown = [entry for entry in entries if entry.name.startswith(name) and (name or entry.name[0] != ".")]
    return [os.path.join(folder, entry.name) + ("/" if entry.is_dir() else "") for entry in shown]


class Line:
    """The words of a line up to the one being typed, read leniently: what they leave open."""

    def __init__(self, words, own=None):
        self.own = own or {}  # own commands with their meanings
        self.command = []  # words of the command
        self.arguments = load("")
        self.given = {}  # dest to word
        self.before = []  # positional words
        self.wanted = None  # the option whose value comes next
        self.ended = False  # by --
        for word in words:
            self.take(word)

    def take(self, word):
        """Read one whole word."""
        if self.wanted:
            self.given[self.wanted.dest] = word
            self.wanted = None
        elif self.ended or word == "-" or not word.startswith("-"):
            self.take_plain(word)
        elif word == "--":
            self.ended = True
        else:
            self.take_option(word)

    def take_plain(self, word):
        """A word of the command, or a positional."""
        name = " ".join([*self.command, word])
        opens = name in index.GROUPS or any(one.startswith(f"{name} ") for one in self.own)
        if self.before or not (opens or name in index.COMMANDS or name in self.own):
            self.before.append(word)
            return
        self.command.append(word)
        if name in index.COMMANDS or name in LOADED:
            self.arguments = load(name)

    def take_option(self, word):
        """``--flag``, ``--flag=value``, ``-f`` or ``-fvalue``."""
        flag, equals, value = word.partition("=") if word.startswith("--") else (word[:2], word[2:], word[2:])
        option = self.option(flag)
        if option is None:
            return
        name, meant = option.stands_for or (option.dest, flag != option.negative)
        self.given[name] = value if option.takes_value or (equals and option.bare) else meant
        if option.takes_value and not equals:
            self.wanted = option

    def option(self, flag):
        """The option of a flag, or None."""
        return next((one for one in self.arguments if flag in one.spellings), None)

    def positional(self):
        """The positional that comes next with the words that it already has, or None."""
        positionals = offered([one for one in self.arguments if one.positional])
        place = len(self.before)
        if place < len(positionals):
            return positionals[place], self.before[place:]
        if positionals and positionals[-1].repeat:
            return positionals[-1], self.before[len(positionals) - 1 :]
        return None

    def words(self, environ, typed):
        """Commands and positional values that may come next."""
        found = {} if self.before else following({**self.own, **commands()}, self.command)
        found |= {} if self.before or self.command else kept_words(environ, OWN_COMMANDS)
        positional = self.positional()
        said = self.before[-1] if self.before else None
        return found | (values(positional[0], environ, typed, positional[1], said) if positional else {})

    def options(self):
        """Options that may come next; none after a word that is no command."""
        if self.before and not self.command:
            return {}
        fitting = [one for one in self.arguments if not one.positional and self.fits(one)]
        found = {flag: one.meaning(flag) for one in fitting for flag in shown_flags(one)}
        return found | {"--help": "Show this help."} | ({} if self.command else {"--version": "Show the version."})

    def fits(self, one):
        """Whether an option may still be given beside what is given."""
        name = one.stands_for[0] if one.stands_for else one.dest
        excluded = {other for rival in self.arguments if rival.dest in self.given for other in rival.excludes}
        return (
            (one.repeat or name not in self.given)
            and name not in excluded
            and not self.given.keys() & set(one.excludes)
            and all(word is None or self.given.get(other, word) == word for other, word in one.needs.items())
        )


def commands():
    """Every command, and every word that opens longer ones, with its meaning: a dict."""
    found = {name: summary for name, (_, summary) in index.COMMANDS.items()}
    for group, summary in index.GROUPS.items():
        opened = [name.removeprefix(f"{group} ") for name in index.COMMANDS if name.startswith(f"{group} ")]
        found.setdefault(group, summary or ", ".join(opened))
    return dict(sorted(found.items()))


def offers(words, typed, environ):
    """What may follow ``words`` and begins with ``typed``: a dict from word to meaning."""
    line = Line(with_alias(words, environ), kept_words(environ, OWN_FILES))
    flag, equals, begun = typed.partition("=")
    if line.wanted:
        found = values(line.wanted, environ, typed)
    elif equals and not line.ended and flag.startswith("--"):
        option = line.option(flag)
        words = values(option, environ, begun) if option and option.has_value else {}
        found = {f"{flag}={word}": meaning for word, meaning in words.items()}
    else:
        plain = {} if typed.startswith("-") and not line.ended else line.words(environ, typed)
        found = plain if plain or line.ended else line.options()
    return {word: meaning for word, meaning in found.items() if word.startswith(typed)}
