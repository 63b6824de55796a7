"""Unknown words on a command line: suggestions by synonym first, then by spelling."""

from itertools import pairwise

from cometapi.errors import UsageError
from cometapi.generated import index
from cometapi.manifest.arguments import flag_of, is_command_line
from cometapi.suggest import meant


def unknown_option(word, flags, shown=None):
    """The UsageError about a flag that is none of ``flags``; ``shown`` is what was typed where that is more than the flag."""
    entry = instead(f"{flags.command} {word}") or instead(word)
    told = f"Unknown option {shown or word}"
    if "say" in entry:
        return explained(told, entry["say"])
    use = next((use for use in entry.get("use", ()) if use.split(" ")[0] in flags.offered), None)
    if use:
        return UsageError(f"{told}; did you mean {use}?")
    if word.lstrip("-") in flags.positionals:
        return UsageError(f"{told}; give {flags.positionals[word.lstrip('-')]} without an option.")
    takers = siblings_with(word, flags.command)
    if takers:
        *first, last = takers
        names = f"{', '.join(first)} and {last} have" if first else f"{last} has"
        return UsageError(f"{told} of {flags.command}; {names} it.", hint=form(flags.command, flags.arguments))
    line = next((one for one in flags.arguments.values() if is_command_line(one)), None)
    behind = f" Options for {line['metavar']} stand behind --." if line else ""
    return UsageError(f"{told}{meant_flag(word, flags.offered)}{behind}", hint=form(flags.command, flags.arguments))


def meant_flag(word, offered):
    """The end of a sentence about an unknown flag; where none is near, one that only says more may be meant, such as
    ``--api-limit`` for ``--limit``.
    """
    guess = meant(word, offered)
    longer = [one for one in offered if one.startswith("--") and one.endswith(f"-{word.lstrip('-')}")]
    return f"; did you mean {longer[0]}?" if guess == "." and word.startswith("--") and len(longer) == 1 else guess


def form(command, arguments):
    """How a command is written that takes another command line, as a hint; None for any other."""
    from cometapi.manifest.help import usage

    if not any(map(is_command_line, arguments.values())):
        return None
    return f"Usage: {usage(index.PROGRAM, {'name': command, 'arguments': arguments})}"


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


def unknown_command(words, word, own=()):
    """The UsageError about a word that continues ``words`` to no command; ``own`` are the names of the user's own."""
    told = f"Unknown command {f'{words} {word}'.strip()!r}"
    known = [*index.COMMANDS, *index.GROUPS, *own]
    near = [name.removeprefix(words).strip() for name in known if name.startswith(words) and name != words]
    entry = instead(f"{words} {word}".strip())
    if "say" in entry:
        return explained(told, entry["say"])
    if "use" in entry:
        return UsageError(f"{told}; did you mean {entry['use'][0]}?")
    taker = words and " " in word and taker_of_text(words)
    if taker:
        return UsageError(f"{told}.", hint=f"Did you mean: {index.PROGRAM} {taker} {quoted(word)}")
    guess = meant(word, near)
    if words and guess == ".":
        guess = f"; after {words} comes one of {', '.join(near)}."
    return UsageError(f"{told}{guess}")


def taker_of_text(words):
    """The first command of a group whose first argument is a text that stdin can supply, or None."""
    from cometapi.cli.registry import command_data

    for name in index.COMMANDS:
        if name.startswith(f"{words} "):
            first = next((one for one in command_data(name)["arguments"].values() if "flags" not in one), {})
            if "stdin" in first:
                return name
    return None


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
    entry = instead(f"{command['name']} {positionals[0]}")
    if "use" in entry:
        return UsageError(
            told, hint=f"Did you mean: {index.PROGRAM} {entry['use'][0]} {quoted(' '.join(positionals[1:]))}"
        )
    hint = with_file(command, positionals)
    if hint:
        return UsageError(told, hint=hint)
    taking = [facts for facts in command["arguments"].values() if "flags" not in facts]
    if len(taking) != 1 or "stdin" not in taking[0] or "metavar" not in taking[0]:
        return UsageError(told, hint=behind_its_option(command, positionals, extra))
    call = f"{index.PROGRAM} {command['name']} {quoted(' '.join(positionals))}"
    return UsageError(told, hint=f"Put the {taking[0]['metavar'].lower()} in quotes: {call}")


def with_file(command, positionals):
    """A hint to pass one of the words with the option that accepts such a file, or None."""
    from cometapi.cli.endings import ENDINGS

    kinds = {ending: kind for kind, ending in ENDINGS.items()}
    for word in positionals:
        kind = kinds.get(word[word.rfind(".") :].lower(), "/")
        flag = next((flag_of(one) for one in command["arguments"].values() if takes_medium(one, kind)), None)
        if flag:
            text = " ".join(one for one in positionals if one != word)
            return f"Pass the file with {flag}: {index.PROGRAM} {command['name']} {quoted(text)} {flag} {quoted(word) if ' ' in word else word}"
    return None


def takes_medium(facts, kind):
    """Whether an option takes files of a media type."""
    family = kind.partition("/")[0]
    takes = facts.get("takes", ["image/*"])
    is_one = facts.get("type") == family or (facts.get("type") == "upload" and {kind, f"{family}/*"} & {*takes})
    return "flags" in facts and bool(family) and bool(is_one)


def meant_option(arguments, options):
    """A hint that a value belongs to another option of the command, or None."""
    pairs = [word.split("=", 1) for word in options if word.startswith("--") and "=" in word]
    pairs += [pair for pair in pairwise(options) if len(pair[0]) == 2]
    for flag, value in pairs:
        own = next((one for one in arguments.values() if flag in one.get("flags", ())), {})
        if is_open(own) or value in own["choices"]:
            continue
        other = next((one for one in arguments.values() if not is_open(one) and value in one["choices"]), None)
        if other:
            return f"Did you mean: {flag_of(other)} {value}"
    return None


def is_open(facts):
    """Whether an argument is not an option with choices."""
    return "flags" not in facts or not isinstance(facts.get("choices"), list | tuple | dict)


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
