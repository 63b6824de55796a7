"""A user's own commands: found by their words, compiled once, and made known to the rooms that run commands.

Who offers commands to others (help, completion, tools of agents) takes ``names.known``; who runs one takes ``load``.
"""

from contextlib import suppress

from cometapi.cli import registry
from cometapi.cli.kept import OWN_COMMANDS, kept_words
from cometapi.errors import ConfigurationError
from cometapi.generated import index
from cometapi.own import command_cache, command_files, names, places

CHECK = f"See: {index.PROGRAM} command check"


class Broken(ConfigurationError):
    """A file with faults; ``findings`` are all of them."""

    def __init__(self, findings):
        more = f" ({len(findings)} findings)" if len(findings) > 1 else ""
        super().__init__(f"{findings[0]}{more}", hint=CHECK)
        self.findings = findings


class OwnCommand:
    """One own command that can run: its words, the stem of its file, what it was compiled to, and the digest of its files."""

    def __init__(self, stem, bundle, digest):
        self.stem, self.bundle, self.digest = stem, bundle, digest

    @property
    def words(self):
        """What is typed behind the program's name."""
        return self.bundle["command"]["name"]

    def data(self):
        """The data of the command as that of any other; what it declares is known from now on."""
        from cometapi.generated.options import SETS
        from cometapi.manifest.arguments import whole
        from cometapi.own import declared

        declared.register(self.bundle)
        registry.LOADED[self.words] = command = whole(self.bundle["command"], SETS)
        return command

    def state(self, environ):
        """Whether its user agreed to it: ``trusted``, ``changed`` or ``new``."""
        from cometapi.own import trust

        return trust.state(environ, self.stem, self.digest)


def bundles(environ):
    """What the own commands that can run were compiled to: a list."""
    found = []
    for entry in names.known(environ).values():
        with suppress(ConfigurationError):
            found.append(load(environ, entry["stem"]).bundle)
    return found


def services_of(environ, words):
    """The services of the user's own that a command asks, by its words: none where it is the program's that it asks; None of a
    command that is gone, or broken.
    """
    if words in index.COMMANDS:
        return set()
    from cometapi.own import declared

    entry = names.known(environ).get(words)
    with suppress(ConfigurationError):
        if entry:
            load(environ, entry["stem"]).data()
            return declared.services_of(words)
    return None


def asks_the_program(environ, words):
    """Whether a command, by its words, is known to ask no service but the program's."""
    return services_of(environ, words) == set()


def register_all(environ):
    """Make known what all own commands declare that can run, for commands about settings."""
    from cometapi.own import declared

    for bundle in bundles(environ):
        declared.register(bundle)


def entries(environ, words):
    """The entries in the surface (see ``schema``) of the own commands that words name or open: a list of dicts."""
    named = {one: entry for one, entry in names.known(environ).items() if f"{one} ".startswith(f"{words} ")}
    exact = {words: named[words]} if words in named else named
    return [load(environ, entry["stem"]).bundle["surface"] for entry in exact.values()]


def prepare(environ, line):
    """Load the own commands whose first word is in a line, or in what an alias in it stands for, for completion; a broken one,
    or one half saved, offers nothing.
    """
    aliases = kept_words(environ, OWN_COMMANDS)
    words = [part for word in line.split() for part in (word, *aliases.get(word, "").split())]
    for name, entry in names.known(environ).items():
        if name.split(" ")[0] in words:
            with suppress(ConfigurationError, OSError):
                load(environ, entry["stem"]).data()


def neighbour_fault(environ, own):
    """Why a command cannot stand beside the others, as a sentence; None where it can."""
    from cometapi.own import declared

    for stem in command_files.stems(environ):
        with suppress(ConfigurationError):
            other = load(environ, stem) if stem != own.stem else own
            fault = declared.difference(own.bundle, other.bundle)
            if fault:
                return f"{fault} is declared otherwise by your command {other.words}; give it another name."
    return None


def load(environ, stem):
    """The OwnCommand of a file; raises ConfigurationError, with file and line, where it cannot run."""
    content = command_files.content_of(environ, stem)
    kept = command_cache.load(environ, stem)
    if kept and command_files.digest_of(content, command_files.samples_of(environ, kept["samples"])) == kept["digest"]:
        return OwnCommand(stem, kept["bundle"], kept["digest"])
    found, findings = compiled(environ, stem, content)
    if findings:
        raise Broken(list(map(str, findings)))
    return found


def compiled(environ, stem, content, tried=None):
    """``(OwnCommand or None, findings)`` of the bytes of a file in the config folder, like ``judged``; what is right is kept."""
    from cometapi.manifest.own import gathered

    samples = gathered(content, lambda name: command_files.samples_of(environ, [name]).get(name))
    bundle, findings = judged(str(places.commands(environ, f"{stem}{places.ENDING}")), content, samples, stem, tried)
    if bundle is None:
        return None, findings
    digest = command_files.digest_of(content, samples)
    bundle["help"] = help_text(bundle)
    command_cache.save(environ, stem, digest, sorted(samples), bundle)
    return OwnCommand(stem, bundle, digest), []


def help_text(bundle, page=None):
    """The help of a command as text, laid out for a page; for one of the usual width it is kept with the command."""
    from cometapi.generated.options import SETS
    from cometapi.generated.settings import REACH, SETTINGS
    from cometapi.manifest.arguments import whole
    from cometapi.manifest.help import command_help
    from cometapi.manifest.page import Page

    settings = {**SETTINGS, **bundle["settings"]}
    titles = {name: key_title(one, settings) for name, one in bundle["credentials"].items()}
    urls = {name: settings[one["setting"]]["default"] for name, one in bundle["services"].items()}
    reach = {"credentials": REACH["credentials"] | titles, "paths": REACH["paths"] | urls}
    return command_help(page or Page(), index.PROGRAM, whole(bundle["command"], SETS), SETS, settings, reach)


def key_title(credential, settings):
    """What people call the key of a credential."""
    setting = credential.get("password") or credential["setting"]
    return settings[setting].get("title") or setting.replace("_", " ")


def judged(path, content, samples, stem=None, tried=None):
    """``(bundle or None, findings)`` of a file's bytes and its samples, beside the commands of this program.

    ``tried`` is ``example_fault`` where its examples are judged as well: a wrong one is no reason not to run a command.
    """
    from cometapi.manifest.own import compiled_file

    return compiled_file(path, content, samples, stem=stem, taken=index.COMMANDS, groups=index.GROUPS, tried=tried)


def example_fault(line, command):
    """Why a command, ``command`` its data as compiled, refuses one of its examples; None where it does not."""
    from cometapi.cli import examples
    from cometapi.cli.choices import NAMED
    from cometapi.generated.options import SETS
    from cometapi.manifest.arguments import whole

    choices = {name: list(words()) for name, words in NAMED.items()}
    return examples.example_fault(line, whole(command, SETS), index.PROGRAM, examples.reader(choices))


def entry_of(environ, stem):
    """What the index has of a file: its words, and ``{"stem", "summary", "effect", "cost"}``; of a broken one ``fault``."""
    from cometapi.manifest.read_yaml import source_of

    entry = {"stem": stem, "summary": "", "effect": "", "cost": "free", "settings": ""}
    try:
        content = command_files.content_of(environ, stem)
    except ConfigurationError as error:
        return stem.replace("-", " "), {**entry, "fault": error.message}
    findings: list = []
    source = source_of(str(places.commands(environ, f"{stem}{places.ENDING}")), content, findings)
    data = source.data if source and isinstance(source.data, dict) else {}
    words = data.get("command") if isinstance(data.get("command"), str) else words_in(content, stem)
    settings = data.get("settings")
    entry["settings"] = " ".join(map(str, settings)) if isinstance(settings, dict) else ""
    texts = {key: str(data.get(key, entry[key])) for key in ("summary", "effect", "cost")}
    return words, {**entry, **texts, **({"fault": str(findings[0])} if findings else {})}


def words_in(content, stem):
    """The words of a file that is no YAML, as far as a line tells them; else those of its name."""
    import re

    found = re.search(rb"^command: *([a-z][a-z0-9 -]*?) *\r?$", content, re.MULTILINE)
    return found[1].decode() if found else stem.replace("-", " ")
