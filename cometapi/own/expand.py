"""What a call means where it has names of the user's own in it: aliases of command lines and of models, and templates.

An alias is expanded once: what it stands for is a command or a model, and no alias again.
"""

from cometapi.cli.kept import kept_words
from cometapi.cli.words import behaviours, walk
from cometapi.errors import ConfigurationError
from cometapi.generated import index
from cometapi.manifest.arguments import Flags
from cometapi.own import names

MODELS = "models"  # the completion of arguments that are names of models


def command_line(context, word):
    """The words that an alias stands for, None where the word is none or stands for a model.

    Raises ConfigurationError where the aliases cannot be read.
    """
    value = names.aliases(context.environ).get(word)
    if value is None or not names.is_command(value, context.environ):
        return None
    try:
        return names.words(value)
    except ValueError:
        raise ConfigurationError(f"The alias {word} has a quote that is not closed.") from None


def defaults_of(command, argv, alias, environ):
    """The layers of words that those of a call replace, weakest first: of its template, then of its alias."""
    flags = Flags(command["arguments"], command["name"])
    layers = [walk(alias, flags)] if alias else []
    does, typed = behaviours(command["arguments"]), walk(argv, flags)
    words = [word for options, _ in [*layers, typed] for word in options]
    if "template" not in does or not any(word.partition("=")[0] in index.FLAGS["template"] for word in words):
        return layers
    from cometapi.own.calls import layers as with_template

    return with_template(command, layers, typed, environ)


def with_models(command, given, context):
    """What was given to a command, the models that aliases stand for in place of those; it is said once where a name is
    also one of the program's, or of the catalog's.
    """
    named = [name for name in given if is_model(command["arguments"][name])]
    try:
        known = names.aliases(context.environ)
    except ConfigurationError:
        if named:
            raise
        return given  # whoever names no model is not held up by a broken file
    tell_of_hidden(command["name"].split()[0], known, context)
    tell_of_files(command["name"], context)
    return given | {name: in_place(given[name], known, context) for name in named}


def is_model(facts):
    """Whether the value of an argument names a model to be used, rather than a text to look for or what an alias is to be."""
    return facts.get("complete") == MODELS and "filter" not in facts and facts.get("does") != "alias_value"


def in_place(value, known, context):
    """A value with the models in place of their aliases: a name, several, or several in a text, separated by commas."""
    if isinstance(value, list):
        return [in_place(one, known, context) for one in value]
    if not isinstance(value, str):
        return value
    if value not in known and "," in value:
        return ",".join(in_place(one.strip(), known, context) for one in value.split(","))
    return model(value, known, context)


def model(name, known, context):
    """The model that a name means."""
    value = known.get(name)
    if value is None or names.is_command(value, context.environ):
        return name
    if name in kept_words(context.environ, MODELS):
        sentence = f"{name} is your alias for {value} here, and the name of a model in the catalog as well"
        tell_once(
            f"model {name}",
            f"{sentence}; to reach that, remove the alias: {index.PROGRAM} alias remove {name}",
            context,
        )
    return value


def model_of(name, context):
    """The model that a name of a setting, or of a conversation, means."""
    return model(name, names.aliases(context.environ), context)


def tell_of_hidden(word, known, context):
    """Say once that a command of the program has the name of an alias, and counts."""
    if word in known:
        sentence = f"{word} is a command of {index.PROGRAM}, so your alias of that name is not used"
        tell_once(
            f"command {word}",
            f"{sentence}; give it another name, and remove it: {index.PROGRAM} alias remove {word}",
            context,
        )


def tell_of_files(name, context):
    """Say once that the program has a command whose first word begins own commands of the user, and counts."""
    first = name.split()[0]
    if name not in index.COMMANDS:  # an own command itself
        return
    for words in names.commands(context.environ):
        if words.split()[0] == first:
            sentence = f"{first} is a command of {index.PROGRAM}, so your own command {words} is not used"
            tell_once(f"file {words}", f"{sentence}; its file is untouched: see {index.PROGRAM} command list", context)


def tell_once(what, sentence, context):
    """Note something that was not said before on this machine."""
    if not names.is_told(context.environ, what):
        context.note(f"{sentence}.")
