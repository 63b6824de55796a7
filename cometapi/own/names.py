"""The names of one's own as they are looked up: from a small index in the cache folder, made anew where a file has changed.

The index saves reading YAML, which takes longer than the rest of a call. Beside it stand lists for the shells' Tab.
"""

import os

from cometapi.generated import index as program
from cometapi.own import places, plain_json
from cometapi.settings import folders

INDEX = "own.json"
LISTS = {"commands": "own-commands.tsv", "models": "own-models.tsv", "aliases": "aliases.tsv"}


def aliases(environ):
    """Every alias with its value; raises ConfigurationError where the file is broken."""
    return kept(environ, "aliases", stamp_of_file(places.aliases(environ)), read_aliases)


def templates(environ):
    """Every template with its summary, empty where it has none; a broken one has the fault in its place."""
    return kept(environ, "templates", stamp_of_folder(places.templates(environ)), read_templates)


def commands(environ):
    """Every own command by its words, with its entry (see ``commands.entry_of``), also those that the program hides."""
    return kept(environ, "files", stamp_of_folder(places.commands(environ)), read_commands, are_entries)


def known(environ):
    """Every own command that no word of the program hides, with its entry."""
    return {words: entry for words, entry in commands(environ).items() if not is_hidden(words)}


def is_hidden(words):
    """Whether the program has a command or a group that begins as these words do."""
    first = words.split(" ")[0]
    return any(name.split(" ")[0] == first for name in (*program.COMMANDS, *program.GROUPS))


def opening(found):
    """The words that open longer ones of these: a set."""
    parts = (words.split(" ") for words in found)
    return {" ".join(part[:number]) for part in parts for number in range(1, len(part))}


def callable_names(environ):
    """The names that a call may begin with beside the program's: own commands, the words that open them, and aliases."""
    found = known(environ)
    lines = [name for name, value in aliases(environ).items() if is_command(value, environ)]
    return [*found, *opening(found), *lines]


def read_commands(environ):
    """The entries of the files of own commands, which become a list for the shells on the way."""
    from cometapi.own import command_files
    from cometapi.own import commands as rooms

    found = {}
    for stem in command_files.stems(environ):
        words, entry = rooms.entry_of(environ, stem)
        if words not in found or words.replace(" ", "-") == stem:
            found[words] = entry
    aliases = kept_part(environ, "aliases", are_texts)
    keep_first_words(environ, {name: one for name, one in aliases.items() if is_line(one, found)}, found)
    offered = {words: entry["summary"] for words, entry in found.items() if not is_hidden(words)}
    keep_list(environ, "own-files.tsv", offered)
    settings = {name: words for words, entry in found.items() for name in entry["settings"].split()}
    keep_list(environ, "own-settings.tsv", settings)
    return found


def are_entries(names):
    """Whether a value is a dict of entries of own commands."""
    return isinstance(names, dict) and all(are_texts(one) and "stem" in one for one in names.values())


def read_aliases(environ):
    """The aliases of the file, which become lists for the shells on the way."""
    from cometapi.own import aliases as rooms

    found, files = rooms.known(environ), kept_part(environ, "files", are_entries)
    lines = {name: value for name, value in found.items() if is_line(value, files)}
    models = {name: value for name, value in found.items() if name not in lines}
    for kind, entries in (("models", models), ("aliases", found)):
        keep_list(environ, LISTS[kind], entries)
    keep_first_words(environ, lines, files)
    return found


def kept_part(environ, kind, fits):
    """The names of a kind as the index has them, whatever state the files are in; empty without any."""
    part = load(environ).get(kind)
    found = part.get("names") if isinstance(part, dict) else None
    return found if fits(found) else {}


def keep_first_words(environ, aliases, files):
    """Keep what a Tab offers as the first word beside the program's commands: aliases, and what begins own commands."""
    groups = {words.split(" ")[0]: "Your commands" for words in files if " " in words}
    single = {words: one["summary"] for words, one in files.items() if " " not in words}
    taken = {name.split(" ")[0] for name in (*program.COMMANDS, *program.GROUPS)}
    own = {word: told for word, told in {**groups, **single}.items() if word not in taken}
    keep_list(environ, LISTS["commands"], {**aliases, **own})


def read_templates(environ):
    """The templates of the folder with their summaries."""
    from cometapi.own import templates as rooms

    found = rooms.summaries(environ)
    keep_list(environ, "templates.tsv", found)
    return found


def kept(environ, kind, stamp, read, fits=None):
    """What the index has for this state of the files, else what reading them gives, which it keeps from now on."""
    index = load(environ)
    part = index.get(kind)
    if stamp is None and part is None:
        return {}
    if isinstance(part, dict) and part.get("stamp") == stamp and (fits or are_texts)(part.get("names")):
        return part["names"]
    names = read(environ)
    save(environ, {**index, kind: {"stamp": stamp, "names": names}})
    return names


def are_texts(names):
    """Whether a value is a dict of texts."""
    return isinstance(names, dict) and all(isinstance(one, str) for one in names.values())


def is_told(environ, what):
    """Whether something was said before on this machine; from now on it was."""
    index = load(environ)
    told = index.get("told")
    told = told if isinstance(told, list) else []
    if what in told:
        return True
    save(environ, {**index, "told": [*told, what]})
    return False


def forget(environ, name):
    """Forget what was said of a name, because it means something else now."""
    index = load(environ)
    told = [one for one in index.get("told") or () if str(one).split(" ")[1:2] != [name]]
    save(environ, {**index, "told": told})


def load(environ):
    """The index, empty where there is none that can be read."""
    try:
        with open(folders.cache_file(environ, INDEX) or os.devnull, encoding="utf-8") as file:
            found = plain_json.loads(file.read())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def save(environ, index):
    """Keep the index; that it cannot be kept costs the next call some time."""
    import json

    keep(folders.cache_file(environ, INDEX), json.dumps(index, ensure_ascii=False))


def keep_list(environ, name, entries):
    """Keep names with their meanings for a Tab of the shells, one a line."""
    from cometapi.terminal.visible import visible

    lines = (visible("\t".join(" ".join(part.split()) for part in pair), keep="\t") for pair in entries.items())
    keep(folders.cache_file(environ, name), "".join(f"{line}\n" for line in lines))


def keep(path, text):
    """Keep a text in the cache, where that is possible."""
    try:
        if path is not None:
            folders.write_private(path, text.encode("utf-8", "replace"), is_durable=False)
    except OSError:
        pass


def stamp_of_file(path):
    """What tells one state of a file from another, None where there is none."""
    try:
        facts = os.stat(path or "")
    except (OSError, ValueError):
        return None
    return [facts.st_mtime_ns, facts.st_size, facts.st_ino]


def stamp_of_folder(path):
    """The same of the files of a folder."""
    try:
        names = sorted(name for name in os.listdir(path or "") if name.endswith(places.ENDING))
    except (OSError, ValueError):
        return None
    return [[name, stamp_of_file(os.path.join(path, name))] for name in names]


def is_command(value, environ):
    """Whether the value of an alias is the beginning of a command line, rather than a model."""
    return is_line(value, ()) or is_line(value, commands(environ))


def is_line(value, own):
    """The same beside the words of own commands. No model has a name of several words."""
    return len(value.split()) > 1 or begins(value, own)


def begins(value, own):
    """Whether a text begins with a word of a command, ``own`` being the words of the user's own."""
    word = value.split()[0].strip("'\"")
    return word in program.COMMANDS or word in program.GROUPS or any(f"{one} ".startswith(f"{word} ") for one in own)


def split(words, own):
    """The longest name of a command or a group that words begin with, empty without one, and the rest of them. ``own`` are
    the words of own commands.
    """
    found = {*program.COMMANDS, *program.GROUPS, *own, *opening(own)}
    most = max((number for number in range(1, len(words) + 1) if " ".join(words[:number]) in found), default=0)
    return " ".join(words[:most]), words[most:]


def words(value):
    """The words of a command line, as a shell tells them apart; nothing is expanded. Raises ValueError for an open quote."""
    import shlex

    return shlex.split(value)
