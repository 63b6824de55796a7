"""Unknown words on a command line: suggestions by synonym first, then by spelling."""

from cometapi.errors import UsageError
from cometapi.generated import index
from cometapi.manifest.arguments import flag_of
from cometapi.suggest import meant


def unknown_option(word, flags, shown=None):
    """The UsageError about a flag that is none of ``flags``; ``shown`` is what was typed where that is more than the flag."""
    entry = instead(word)
    told = f"Unknown option {shown or word}"
    if "say" in entry:
        return explained(told, entry["say"])
    use = entry.get("use")
    if use and use.split(" ")[0] in flags.offered:
        return UsageError(f"{told}; did you mean {use}?")
    takers = siblings_with(word, flags.command)
    if takers:
        return UsageError(f"{told} of {flags.command}; {' and '.join(takers)} {'have' if takers[1:] else 'has'} it.")
    return UsageError(f"{told}{meant(word, flags.offered)}")


def siblings_with(word, command):
    """The commands of the same subject as a command that take an option which it does not; read once words are wrong."""
    from cometapi.cli.registry import command_data
    from cometapi.generated.overview import OVERVIEW
    from cometapi.manifest.arguments import shown

    beside = next((names for _, names in OVERVIEW["subjects"] if command in names), ())
    return [
        name
        for name in beside
        if name in index.COMMANDS and any(word in shown(facts) for facts in command_data(name)["arguments"].values())
    ]


def unknown_command(words, word):
    """The UsageError about a word that continues ``words`` to no command."""
    told = f"Unknown command {f'{words} {word}'.strip()!r}"
    known = [*index.COMMANDS, *index.GROUPS]
    near = [name.removeprefix(words).strip() for name in known if name.startswith(words) and name != words]
    entry = {} if words else instead(word)
    if "say" in entry:
        return explained(told, entry["say"])
    if "use" in entry:
        return UsageError(f"{told}; did you mean {entry['use']}?")
    guess = meant(word, near)
    if words and guess == ".":
        guess = f"; after {words} comes one of {', '.join(near)}."
    return UsageError(f"{told}{guess}")


def explained(told, text):
    """The UsageError whose next step is a text of the manifest."""
    from cometapi.advice import advice  # which costs as much as the rest of a usage error

    return UsageError(f"{told}.", hint=advice(text))


def instead(word):
    """What the manifest says of a word that people type for another one; empty where it says nothing."""
    from cometapi.generated.instead import INSTEAD

    return INSTEAD.get(word.lower(), {})


def unexpected(command, positionals, extra):
    """The UsageError about unexpected words; usually a message without quotes."""
    told = f"Unexpected {'words' if len(extra) > 1 else 'word'}: {' '.join(extra)}."
    taking = [facts for facts in command["arguments"].values() if "flags" not in facts]
    if len(taking) != 1 or "stdin" not in taking[0] or "metavar" not in taking[0]:
        return UsageError(told, hint=behind_its_option(command, positionals, extra))
    call = f"{index.PROGRAM} {command['name']} {quoted(' '.join(positionals))}"
    return UsageError(told, hint=f"Put the {taking[0]['metavar'].lower()} in quotes: {call}")


def behind_its_option(command, positionals, extra):
    """The hint for a command whose message is an option; None for other commands."""
    flag = next((flag_of(one) for one in command["arguments"].values() if one.get("does") == "message"), "")
    if not flag.startswith("-"):
        return None
    before = positionals[: len(positionals) - len(extra)]
    call = " ".join([index.PROGRAM, command["name"], *before, flag, quoted(" ".join(extra))])
    return f"Pass the text with its option, in quotes: {call}"


def quoted(text):
    """A text as one word of a shell, in double quotes where that is the same."""
    if not any(sign in text for sign in '"$`\\!'):
        return f'"{text}"'
    from shlex import quote

    return quote(text)
