"""``cometapi schema``: the surface of the program as the press has written it down, whole or in parts, or as tools.

A command's entry is cut out of the text of the document, which takes no time; only tools need it parsed.
"""

import os

from cometapi.generated import index

DOCUMENT = os.path.join(os.path.dirname(os.path.dirname(__file__)), "share", "surface.json")
INDENT = "\n    "  # of the lines of an entry in the document


def run(call):
    """Print what the words of a call name, in a session that cares for the file."""
    call.context.print(printed(" ".join(call.option("subject") or []), call.option("tool_form"), call.context.environ))


def answer(context, given):
    """The same without a session and its settings; ``given`` are the values of the call by what they do."""
    text = printed(" ".join(given.get("subject", [])), given.get("tool_form"), context.environ)
    if "output" not in given:
        context.print(text)
        return 0
    from cometapi.output.to_file import to_file

    with to_file(context, given["output"], given.get("force")):
        context.print(text)
    return 0


def printed(words, form, environ):
    """The text that is printed for these words, empty for the whole program; raises UsageError for unknown ones."""
    if words and words not in index.COMMANDS and words not in index.GROUPS:
        return own_text(words, of_own(words, environ), form)
    text = document()
    if form:
        return tools_of(text, words, form)
    if not words:
        return text
    found = entry_texts(text, words)
    if words in index.COMMANDS:
        return found[0].replace(INDENT, "\n") + "\n"
    return "[\n  " + ",\n  ".join(one.replace(INDENT, "\n  ") for one in found) + "\n]\n"


def of_own(words, environ):
    """The entries of the user's own commands that words name or open; raises UsageError where there are none."""
    from cometapi.own.commands import entries

    found = entries(environ, words)
    if not found:
        raise unknown(words, environ)
    return found


def own_text(words, entries, form):
    """The text of entries of own commands, or of tools made of them."""
    import json

    from cometapi.manifest.tools import tools

    is_single = len(entries) == 1 and entries[0]["command"] == words
    found = tools(entries, form) if form else entries[0] if is_single else entries
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def document():
    """The text of the document; slower where the package is no folder, but an archive."""
    try:
        with open(DOCUMENT, encoding="utf-8") as file:
            return file.read()
    except OSError:
        from importlib.resources import files

        return files("cometapi").joinpath("share", "surface.json").read_text("utf-8")


def entry_texts(text, words):
    """The texts of the entries that words name: that of a command, or those of the commands that they open."""
    if words in index.COMMANDS:
        return [entry_text(text, words)]
    return [entry_text(text, one) for one in index.COMMANDS if one.startswith(f"{words} ")]


def entry_text(text, command):
    """The text of one entry, from its first brace to its last one; the lines of what is inside begin further to the right."""
    begin = text.index(f'{INDENT}{{{INDENT}  "command": "{command}",') + len(INDENT)
    return text[begin : text.index(f"{INDENT}}}", begin) + len(INDENT) + 1]


def unknown(words, environ):
    """The UsageError about words that name no command."""
    from cometapi.cli.unknown import instead
    from cometapi.errors import UsageError
    from cometapi.own import names
    from cometapi.suggest import meant

    own = names.known(environ)
    known = [*index.COMMANDS, *index.GROUPS, *own, *names.opening(own)]
    use = instead(words).get("use", ())
    near = f"; did you mean {use[0]}?" if use and use[0] in known else meant(words, known)
    return UsageError(f"Unknown command {words!r}{near}", hint=f"All commands: {index.PROGRAM} help")


def tools_of(text, words, form):
    """The text of the commands that words name as a list of tools; of all commands where there are none."""
    import json

    from cometapi.manifest.tools import tools

    commands = [json.loads(one) for one in entry_texts(text, words)] if words else json.loads(text)["commands"]
    return json.dumps(tools(commands, form), indent=2, ensure_ascii=False) + "\n"
