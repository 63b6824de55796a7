"""KEY=VALUE behind a letter that means another option here: handed on to the option that takes it."""

from cometapi.cli.relations import flag_in
from cometapi.manifest.arguments import flag_of


def handed_on(arguments, options):
    """``(words, sentences)``: the words of some options with each KEY=VALUE at the option that takes it, and what that was.

    ``options`` are words of argparse, in which the value of a letter is a word of its own, or joined to it.
    """
    takers = takers_of(arguments)
    if not takers:
        return options, []
    found, handed, words = [], {}, iter(options)
    for word in words:
        letter = flag_in(word)
        if letter not in takers:
            found.append(word)
            continue
        value = next(words) if word == letter else word[len(letter) :]
        if "=" in value:
            handed[letter] = takers[letter]
            found.append(f"{flag_of(takers[letter][1])}={value}")
        else:
            found += [letter, value] if word == letter else [word]
    return found, [sentence(letter, *pair) for letter, pair in handed.items()]


def takers_of(arguments):
    """Each letter behind which KEY=VALUE is another option's: the data of the option it is for, and of the other one."""
    return {
        flag: (facts, arguments[facts["assignments_to"]])
        for facts in arguments.values()
        if "assignments_to" in facts
        for flag in facts["flags"]
        if len(flag) == 2
    }


def sentence(letter, option, taker):
    """The note about a short letter that was taken for another option."""
    return (
        f"{letter} is short for {flag_of(option)}; KEY=VALUE after it is read as {flag_of(taker)} {taker['metavar']}."
    )
