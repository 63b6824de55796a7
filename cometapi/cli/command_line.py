"""A command as somebody would type it: values by the name of their argument to words of a shell, and back."""

from shlex import join

from cometapi.generated import index
from cometapi.manifest.arguments import flag_of


def line(command, given):
    """A command with these arguments, as words of a shell."""
    words = [index.PROGRAM, *command["name"].split(), *positionals(command, given)]
    for name, value in given.items():
        flag = flag_of(command["arguments"][name])
        if flag.startswith("-"):
            words += [flag] if value is True else [word for one in listed(value) for word in (flag, str(one))]
    return join(words)


def listed(value):
    """The values of an argument that may have several."""
    return value if isinstance(value, list) else [value]


def positionals(command, given):
    """The values that are told apart by their place, as words."""
    names = [name for name, facts in command["arguments"].items() if not flag_of(facts).startswith("-")]
    return [str(given[name]) for name in names if name in given]


def words_for(command, values):
    """Values as the first arguments of a command that have no flag, by name."""
    names = [name for name, facts in command["arguments"].items() if not flag_of(facts).startswith("-")]
    return dict(zip(names, values, strict=False))


def given_id(call):
    """The value of a call's first argument without a flag, such as the ID of a task; None without one."""
    return next(iter(map(call.values.get, words_for(call.command, [None]))), None)
