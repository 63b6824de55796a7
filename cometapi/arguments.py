"""Words of the command line to values: the walk over options, the types, and the sentences about wrong words.

Generated parsers name the types here. Nothing is imported before a command's words are really parsed.
"""

from cometapi.errors import UsageError


def values(module, argv):
    """What was given to a command: a dict from argument name to value, holding nothing that was not given.

    ``module`` is a generated command module. Raises UsageError with a sentence that names the argument.
    """
    options, positionals = walk(argv, module.FLAGS)
    try:
        given = vars(parser(module).parse_args([*options, "--", *positionals] if positionals else options))
    except ValueError as error:
        raise UsageError(str(error)) from None
    given = {name: value for name, value in given.items() if value not in (None, [])}
    check_relations(module.COMMAND["arguments"], given)
    return given


def parser(module):
    """The argparse parser of a generated command module, raising ValueError where argparse would exit."""
    import argparse

    class Parser(argparse.ArgumentParser):
        def error(self, message):
            raise ValueError(sentence(message))

    result = Parser(prog=f"cometapi {module.COMMAND['name']}", add_help=False, allow_abbrev=False)
    module.add_arguments(result)
    return result


def sentence(message):
    """argparse's message in our words: the argument's name first, and no talk of "arguments"."""
    required = "the following arguments are required: "
    if message.startswith(required):
        return f"{message.removeprefix(required)} is missing."
    unrecognized = "unrecognized arguments: "
    if message.startswith(unrecognized):
        return f"There is one word too many: {message.removeprefix(unrecognized).removeprefix('-- ')}."
    name, colon, reason = message.removeprefix("argument ").partition(": ")
    told = f"{name.split('/')[0]} {reason}" if colon else message
    return told if told.endswith("?") else f"{told}."


def walk(argv, flags):
    """Tell options from positionals: ``(options, positionals)``, each option with its value in one or two words.

    ``flags`` maps each flag to whether a value follows it. ``--`` ends the options, a lone ``-`` is a positional, short
    flags may be joined (``-ab``, ``-fjson``). Raises UsageError for an unknown flag or a missing value.
    """
    options, positionals, words = [], [], iter(argv)
    for word in words:
        if word == "--":
            positionals.extend(words)
        elif word == "-" or not word.startswith("-") or is_number(word):
            positionals.append(word)
        elif word.startswith("--"):
            options.extend(long_option(word, words, flags))
        else:
            options.extend(short_options(word, words, flags))
    return options, positionals


def is_number(word):
    """Whether the word is a negative number rather than an option."""
    return word[1:].replace(".", "", 1).isdecimal()


def long_option(word, words, flags):
    """``--name``, ``--name=value`` or ``--name value`` as one word of argparse."""
    name, equals, _ = word.partition("=")
    if name not in flags:
        raise UsageError(f"Unknown option {name}{meant(name, flags)}")
    if not flags[name]:
        if equals:
            raise UsageError(f"{name} takes no value.")
        return [word]
    return [word] if equals else [f"{name}={following(name, words, flags)}"]


def short_options(word, words, flags):
    """``-a``, ``-ab``, ``-fvalue`` or ``-f value`` as words of argparse."""
    found = []
    for number, letter in enumerate(word[1:], 1):
        name = f"-{letter}"
        if name not in flags:
            raise UsageError(f"Unknown option {name if number > 1 or len(word) == 2 else word}{meant(word, flags)}")
        if not flags[name]:
            found.append(name)
            continue
        rest = word[number + 1 :].removeprefix("=")
        value = rest or following(name, words, flags)
        return [*found, *([f"{name}{value}"] if value.startswith("-") else [name, value])]
    return found


def following(name, words, flags):
    """The word after an option that wants a value; another option does not count as one."""
    value = next(words, None)
    if value in (None, "--") or value.partition("=")[0] in flags:
        raise UsageError(f"{name} needs a value.")
    return value


def meant(word, known):
    """The end of a sentence about an unknown word: a full stop, or the nearest known one as a question."""
    from difflib import get_close_matches

    has_letters = any(sign.isalnum() for sign in str(word))  # two hyphens alone are like every short option
    near = get_close_matches(str(word), [str(one) for one in known], n=1, cutoff=0.6) if has_letters else ()
    return f"; did you mean {near[0]}?" if near else "."


def defaults(arguments):
    """The defaults that the manifest itself names, by argument name."""
    return {name: facts["default"] for name, facts in arguments.items() if "default" in facts}


def check_relations(arguments, given):
    """Raise UsageError when an argument was given whose ``needs`` are not met, whose ``excludes`` were given too, or that is out of order."""
    known = {**defaults(arguments), **given}
    for name in given:
        for other, value in arguments[name].get("needs", {}).items():
            if other not in known or (value is not None and known[other] != value):
                flag = arguments[other]["flag"]
                raise UsageError(
                    f"{arguments[name]['flag']} goes only with {flag}{'' if value is None else ' ' + value}."
                )
        for other in arguments[name].get("excludes", ()):
            if other in given:
                raise UsageError(f"{arguments[name]['flag']} and {arguments[other]['flag']} exclude each other.")
        other = arguments[name].get("not_after")
        if other in given and given[name] > given[other]:
            raise UsageError(f"{arguments[name]['flag']} is after {arguments[other]['flag']}.")


def checked(check):
    """A type for argparse from a function that raises ValueError with the end of a sentence."""

    def convert(text):
        from argparse import ArgumentTypeError

        try:
            return check(text)
        except ValueError as error:
            raise ArgumentTypeError(str(error)) from None

    return convert


def choice(*words):
    """One of the words, whatever its case."""
    return checked(lambda text: one_of(text, words))


def one_of(text, words):
    """The word of ``words`` that ``text`` is, ignoring case; raises ValueError with the nearest one."""
    for word in words:
        if word.lower() == text.lower():
            return word
    if len(words) > 12:
        raise ValueError(f"does not know {text!r}{meant(text, words).rstrip('.')}")
    raise ValueError(f"must be one of {', '.join(words)}, not {text!r}{meant(text, words).rstrip('.')}")


def integer(low=None, high=None):
    """A whole number from ``low`` to ``high``."""
    return checked(lambda text: ranged(text, int, "a whole number", low, high))


def number(low=None, high=None):
    """A number from ``low`` to ``high``."""
    return checked(lambda text: ranged(text, real, "a number", low, high))


def real(text):
    """A finite number, whole ones as int."""
    value = float(text)
    if value != value or value in (float("inf"), float("-inf")):
        raise ValueError("not finite")
    return int(value) if value.is_integer() and "e" not in text.lower() else value


def ranged(text, convert, noun, low, high):
    """``text`` as a number within bounds; raises ValueError with the end of a sentence."""
    try:
        value = convert(text.replace("_", "?"))  # Python reads 1_0 as 10, people do not
    except ValueError:
        raise ValueError(f"must be {noun}, not {text!r}") from None
    if (low is not None and value < low) or (high is not None and value > high):
        bounds = f"{low} or more" if high is None else f"between {low} and {high}"
        raise ValueError(f"must be {bounds}, not {text}")
    return value


@checked
def words(text):
    """Words separated by commas."""
    return [word.strip() for word in text.split(",") if word.strip()]


@checked
def json_fields(text):
    """A JSON object."""
    import json

    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"must be JSON: {error}") from None
    if not isinstance(value, dict):
        raise ValueError(f"must be a JSON object, not {text!r}")
    return value


def existing_file(text):
    """The path of a file that exists; raises ValueError."""
    import os

    if not os.path.isfile(text):
        raise ValueError(f"must be a file, and there is none at {text!r}")
    return text


file = checked(existing_file)


@checked
def folder(text):
    """The path of a folder that exists."""
    import os

    if not os.path.isdir(text):
        raise ValueError(f"must be a folder, and there is none at {text!r}")
    return text


def read_by(reader):
    """A type whose reader stands in the room of inputs, which is imported when a value of it is read."""

    def read(text):
        from cometapi import inputs

        return getattr(inputs, reader)(text)

    return checked(read)


def checked_url(text):
    """An http or https URL without trailing slash; raises ValueError."""
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(text.strip())
    except ValueError:  # brackets that are no IPv6 address
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname or any(sign.isspace() for sign in text.strip()):
        raise ValueError(f"must be a URL such as https://api.cometapi.com/v1, not {text!r}")
    if any(sign in text for sign in "@?#"):
        raise ValueError("must be a URL without user, password, query and fragment")
    try:
        parts.port  # noqa: B018 - reading it is the check
    except ValueError:
        raise ValueError(f"must be a URL with a port from 0 to 65535, not {text!r}") from None
    return text.strip().rstrip("/")


def is_loopback(host):
    """Whether the host is this machine itself."""
    from ipaddress import ip_address

    try:
        return ip_address(host).is_loopback
    except ValueError:  # a name; one such as 127.example.com may be anybody's
        return host == "localhost" or host.endswith(".localhost")


url = checked(checked_url)


@checked
def failure(text):
    """``STATUS`` or ``STATUS:TIMES`` as a pair; TIMES is None for "always"."""
    status, colon, times = text.partition(":")
    if not (status.isdecimal() and 400 <= int(status) <= 599) or (colon and not times.isdecimal()):
        raise ValueError(f"must be an HTTP status from 400 to 599, or STATUS:TIMES, not {text!r}")
    return int(status), int(times) if colon else None


def timestamp(end=False):
    """A moment as Unix seconds; a date alone is its first second, or its last with ``end``."""
    return checked(lambda text: moment(text, end))


def moment(text, end=False, now=None):
    """Unix seconds of ``YYYY-MM-DD``, ISO 8601 (UTC without a zone), Unix seconds, ``today``, ``yesterday``, ``7d`` or ``24h``."""
    from datetime import UTC, datetime

    now = now or datetime.now(UTC)
    try:
        return second(text.strip(), end, now)
    except (ValueError, OverflowError):
        raise ValueError(
            f"must be a date such as 2026-01-31, 2026-01-31T12:00:00Z, today or 7d, not {text!r}"
        ) from None


def second(text, end, now):
    """Unix seconds of a moment's text; raises ValueError or OverflowError when it is none."""
    from datetime import UTC, datetime, timedelta

    word = text.lower()
    days = {"today": 0, "yesterday": 1}
    if word in days:
        return day_second(now - timedelta(days=days[word]), end)
    if word[:-1].isdecimal() and word[-1:] in ("d", "h"):
        return int((now - timedelta(**{"days" if word[-1] == "d" else "hours": int(word[:-1])})).timestamp())
    if word.isdecimal() and len(word) != 8:
        return int(word)
    when = datetime.fromisoformat(text)
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return day_second(when, end) if len(word) <= 10 else int(when.timestamp())


def day_second(when, end):
    """The first second of the day, or its last."""
    start = when.replace(hour=0, minute=0, second=0, microsecond=0)
    return int(start.timestamp()) + (86399 if end else 0)
