"""The words that an argument's choices are, each with its meaning where it has one."""


def choices(argument):
    """A dict from word to meaning; empty where anything goes."""
    found = argument.choices
    if isinstance(found, str):
        return NAMED[found]()
    return dict.fromkeys(found or (), "")


def settings():
    """Every setting, by name."""
    from cometapi.generated import program

    return {name: facts["help"] for name, facts in program.SETTINGS.items()}


def subjects():
    """Every command and topic that ``help`` explains."""
    from cometapi.generated import index, overview

    about = {words: summary for words, (_, summary) in index.COMMANDS.items()}
    about |= overview.OVERVIEW["topics"]
    return dict(sorted(about.items()))


def commands():
    """Every command, and the words that open several."""
    from cometapi.generated import index

    about = {words: summary for words, (_, summary) in index.COMMANDS.items()}
    return dict(sorted({**index.GROUPS, **about}.items()))


NAMED = {"$settings": settings, "$help": subjects, "$commands": commands}
