"""Which man pages a man page refers to: a list of names and sections, by section, then by name."""

import re
from functools import cache

from cometapi.manifest.page import blocks

COMMAND, TOPIC = "1", "7"
COMMON = ("exit-codes", "formats")  # topics that matter to every command


def of_command(model, command):
    """The pages that the page of a command refers to: its siblings, and the topics and guides that tell of it."""
    texts = [command.summary, command.description or "", *(one.help for one in command.arguments)]
    sets = [model.sets[name].get("topic") for name in command.data["use"]]
    topics = {*named_topics(model, texts), *sets, *COMMON} & {one.name for one in model.topics}
    topics |= {one.name for one in model.guides if command in called(model)[one.name]}
    return listed(model, siblings(model, command), topics)


def of_topic(model, topic):
    """The pages that the page of a topic refers to: topics that it names, or that name it, and commands."""
    topics = {*named_topics(model, texts_of(topic)), *beside_guide(model, topic)}
    topics |= {one.name for one in model.topics if topic.name in named_topics(model, texts_of(one))}
    naming = [one for one in model.commands if topic.name in named_topics(model, [one.description or ""])]
    return listed(model, [*called(model)[topic.name], *naming], topics - {topic.name})


def beside_guide(model, topic):
    """The topics that list a guide; of such a topic its guides."""
    if topic.table == "guides":
        return [one.name for one in model.guides]
    return [one.name for one in model.topics if topic.guide and one.table == "guides"]


def siblings(model, command):
    """The other commands of a command's group; of one that is in no group those beside it in the overview."""
    group = command.words.partition(" ")[0]
    found = [one for one in model.commands if one.words.partition(" ")[0] == group and one is not command]
    if found:
        return found
    names = next((names for _, names in model.subjects if command.words in names), [])
    return [one for one in model.commands if one.words in names and one is not command]


def texts_of(topic):
    """The texts of a topic."""
    return [topic.text, *(one["text"] for one in topic.steps)]


def named_topics(model, texts):
    """The topics of which texts say that help explains them."""
    return topics_named(model).findall("\n".join(texts)) if model.topics else []


@cache
def topics_named(model):
    """The pattern of a text that says that help explains a topic."""
    names = "|".join(sorted((re.escape(one.name) for one in model.topics), key=len, reverse=True))
    return re.compile(rf"\bhelp\s+({names})(?![\w-])")


@cache
def called(model):
    """The commands that the examples and steps of each topic call, by the topic's name."""
    return {one.name: called_in(model, one) for one in model.topics}


def called_in(model, topic):
    """The commands that the examples and steps of one topic call."""
    typed = [part for text in texts_of(topic) for part in typed_in(text)]
    lines = "\n".join([*typed, *(one.get("run", "") for one in topic.steps)])
    words = re.findall(rf"\b{re.escape(model.name)} (?:--sandbox )?([a-z0-9 -]+)", lines)
    commands = sorted(model.commands, key=lambda one: -len(one.words))
    found = [next((one for one in commands if is_call(line, one.words)), None) for line in words]
    return [one for one in found if one]


def typed_in(text):
    """What of a text is typed: its examples, and words in backticks."""
    examples = ["\n".join(lines) for kind, lines in blocks(text) if kind == "example"]
    return [*examples, *text.split("`")[1::2]]


def is_call(line, words):
    """Whether a line begins with the words of a command."""
    return f"{line.strip()} ".startswith(f"{words} ")


def listed(model, commands, topics):
    """Pages of commands and topics, after that of the program."""
    found = {(COMMAND, f"{model.name}-{one.stem}") for one in commands} | {
        (TOPIC, f"{model.name}-{one}") for one in topics
    }
    return [(model.name, COMMAND), *((name, section) for section, name in sorted(found))]
