"""Help texts, laid out from data when they are asked for: of commands, of words that open several, of topics, of the program."""

from cometapi.manifest.arguments import arguments_of, deprecation, mark, sections

HELP, VERSION = ("-h, --help", "Show this help."), ("-V, --version", "Show the version.")


def command_help(page, program, command, sets, settings, reach):
    """The help text of a command, from its data and those of the option sets and settings that it uses.

    ``reach`` are the titles of credentials and the paths of services, by name.
    """
    elsewhere = dict(listed_elsewhere(command, sets))
    found = [(title, rows(some, settings)) for title, some in sections(command, sets) if title not in elsewhere]
    if not elsewhere:
        found[-1][1].append(HELP)
    parts = [page.usage(usage(program, command)), page.wrap(command["summary"])]
    parts += [page.wrap(command["description"])] if "description" in command else []
    parts += [page.wrap(warning(program, command))] if "deprecated" in command else []
    parts += [page.wrap(one) for one in [access(command["routes"], reach)] if one]
    parts.append(page.section("Examples", page.examples(command["examples"])))
    parts += [page.section(title, page.columns(some)) for title, some in found]
    parts += [pointers(page, program, elsewhere)] if elsewhere else []
    return "\n\n".join(parts) + "\n"


def access(routes, reach):
    """Which credential a command needs, and for which endpoints, as a sentence; empty for one that sends nothing of its own."""
    found: dict[str, list[str]] = {}
    for request in (route["request"] for route in routes if "request" in route):
        endpoint = f"{request['method']} {reach['paths'][request['service']]}{request['path'].replace('{+', '{')}"
        title = reach["credentials"].get(request.get("credential"), "")
        found.setdefault(f"{'an' if title[0].lower() in 'aeiou' else 'a'} {title}" if title else "no key", []).append(
            endpoint
        )
    told = [f"{title} for {' and '.join(dict.fromkeys(endpoints))}" for title, endpoints in found.items()]
    return f"Needs {'; '.join(told)}." if told else ""


def credentials_of(routes, reach):
    """The titles of the credentials that a command needs, one or another, in a cell of a table; empty for one
    that sends nothing of its own."""
    names = [route["request"].get("credential") for route in routes if "request" in route]
    return " or ".join(dict.fromkeys(reach["credentials"].get(one, "no key") for one in names))


def listed_elsewhere(command, sets):
    """The titles of those of a command's option sets that a topic lists, with the topic: pairs."""
    return [(sets[one]["title"], sets[one]["topic"]) for one in command["use"] if "topic" in sets[one]]


def pointers(page, program, elsewhere):
    """Where options are listed that many commands share: ``elsewhere`` maps the titles of their sets to topics."""
    titles: dict[str, list[str]] = {}
    for title, topic in elsewhere.items():
        titles.setdefault(topic, []).append(title)
    told = [(" and ".join(some).capitalize(), topic) for topic, some in titles.items()]
    return "\n".join(page.wrap(f"{some} options: {program} help {topic}") for some, topic in told)


def usage(program, command):
    """The usage line of a command, without the word "usage"."""
    arguments = arguments_of(command)
    words = [one.signature for one in arguments if one.positional and not one.is_command_line]
    words += [f"{one.flag} {one.metavar}" for one in arguments if one.required]
    behind = [one.signature for one in arguments if one.is_command_line]
    return " ".join([program, command["name"], *words, "[options]", *behind])


def warning(program, command):
    """The warning about a command that is on its way out; empty for any other."""
    facts = command.get("deprecated")
    return deprecation(f"{program} {command['name']}", facts, f"{program} ") if facts else ""


def rows(arguments, settings):
    """How each argument is written, and what there is to say of it."""
    return [(one.term if one.positional else one.signature, full_help(one, settings)) for one in arguments]


def full_help(one, settings):
    """An argument's sentence, followed by the facts derived from its declaration."""
    return " ".join([one.help, *(f"[{note}]" for note in notes(one, settings))])


def notes(one, settings):
    """The facts of an argument that its sentence does not say: choices, range, default, environment, setting."""
    words = settings if one.choices == "$settings" else one.choices
    if words and words not in ("$help", "$commands"):
        yield f"choices: {', '.join(words)}"
    if one.range:
        low, high = one.range
        yield f"{low} or more" if high is None else f"{low} to {high}"
    if one.repeat and one.flags:
        yield "may be repeated"
    setting = settings.get(one.default_from, {})
    default = setting.get("default") if one.default is None else one.default
    if default is not None:
        yield f"default: {default}"
    if one.secret:
        yield "- reads a pipe"
    for variable in (one.environment, setting.get("environment")):
        if variable:
            yield f"env: {variable}"
    if one.default_from:
        yield f"setting: {one.default_from}"
    if one.deprecated:
        yield mark(one.deprecated)


def group_help(page, program, words, commands, summary):
    """The help text of the commands that begin with some words: ``commands`` maps each command's words to its summary."""
    found = [(name, about) for name, about in commands.items() if name.startswith(f"{words} ")]
    parts = [page.usage(f"{program} {words} COMMAND [options]")]
    parts += [page.wrap(summary)] if summary else []
    parts.append(page.section("Commands", page.names(found)))
    parts.append(page.wrap(f"Details: {program} {words} COMMAND --help"))
    return "\n\n".join(parts) + "\n"


def topic_help(page, topic):
    """The help text of a topic: its prose, the steps of a guide, its derived tables."""
    parts = [page.wrap(topic["summary"]), page.prose(topic["text"])]
    parts += [page.step(number, *one) for number, one in enumerate(topic.get("steps", ()), 1)]
    parts += [page.wrap(topic["trial"])] if topic.get("trial") else []
    for title, found in topic["tables"]:
        parts.append(page.section(title, page.columns(found)) if title else page.names(found))
    return "\n\n".join(parts) + "\n"


def sections_help(page, sections):
    """A help text of nothing but titled rows."""
    parts = [f"{page.bold(page.wrap(f'{title}:'))}\n{page.columns(rows)}" for title, rows in sections]
    return "\n\n".join(parts) + "\n"


def overview(page, program, facts, _commands):
    """What the program says when it is called alone: what it is, its commands by subject, examples, where to read on."""
    names = [(title, ", ".join(found)) for title, found in facts["subjects"]]
    parts = [page.wrap(facts["summary"]), page.usage(f"{program} COMMAND [options]")]
    parts.append(page.section("Commands", page.columns(names)))
    parts += [page.section("Examples", page.calls(facts["examples"]))] if facts["examples"] else []
    further = [f"All commands and topics: {program} help. One command: {program} help COMMAND"]
    parts.append("\n".join(page.wrap(one) for one in [*further, *start(program, facts)]))
    return "\n\n".join(parts) + "\n"


def program_help(page, program, facts, commands):
    """The help text of the program: every command by subject, every topic; ``commands`` maps words to summaries."""
    parts = [
        page.usage(f"{program} [options] COMMAND ..."),
        page.wrap(facts["summary"]),
        page.wrap(facts["description"]),
    ]
    wide = max(map(len, commands)) + 4
    for title, names in facts["subjects"]:
        listed = [row for name in names for row in listing(name, facts["folded"], commands)]
        parts.append(page.section(title, page.columns(listed, wide)))
    for title, listed in subjects_of_help(facts):
        if listed:
            parts.append(page.section(f"{title}s, with {program} help {title.upper()}", page.names(listed)))
    parts.append(page.section("Options", page.columns([*facts["options"], HELP, VERSION])))
    parts += [pointers(page, program, facts["elsewhere"])] if facts["elsewhere"] else []
    parts += ["\n".join(map(page.wrap, start(program, facts)))] if facts["start"] else []
    return "\n\n".join(parts) + "\n"


def subjects_of_help(facts):
    """The guides, and the other topics, with their summaries: pairs of what they are called and rows."""
    guides = [(name, facts["topics"][name]) for name in facts["guides"]]
    return [("Guide", guides), ("Topic", [one for one in facts["topics"].items() if one not in guides])]


def listing(name, folded, commands):
    """The rows of a name in the overview: a folded group itself, otherwise each of its commands."""
    if name in folded:
        return [(name, folded[name])]
    return [(words, about) for words, about in commands.items() if is_below(words, name)]


def is_below(words, name):
    """Whether words are a name, or one of the longer commands that it opens."""
    return f"{words} ".startswith(f"{name} ")


def start(program, facts):
    """What a newcomer types first: a list of one line, or of none."""
    return [f"Try it without a key: {program} {facts['start']}"] if facts["start"] else []
