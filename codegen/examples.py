"""Checks the examples of the manifest with the program's own parsers."""

import re

from cometapi.cli.examples import call_words, example_fault, is_readable, reader
from cometapi.manifest.arguments import whole


def check_examples(sources, model):
    """Examples that do not call their command, or that the command's own parser refuses."""
    read = reader(model.named_choices)
    findings = [*program_faults(sources, model, read), *step_faults(sources, model, read)]
    for command in model.commands:
        data = whole(command.data, model.sets)
        for number, example in enumerate(command.examples):
            fault = example_fault(example["run"], data, model.name, read)
            if fault:
                findings.append(sources.commands[command.stem].finding(("examples", number, "run"), fault))
    return findings + [finding for source in shown_sources(sources) for finding in output_faults(source)]


def shown_sources(sources):
    """The files that have examples: the program's and its commands'."""
    return [sources.program, *sources.commands.values()]


def output_faults(source):
    """Examples that say what is typed, and that nothing of it is shown; and those that stand there twice."""
    examples = source.data.get("examples", [])
    for number, one in enumerate(examples):
        if "typed" in one and "output" in one:
            yield source.finding(("examples", number, "typed"), "Nothing is typed into an example that is not shown.")
        if one["run"] in [other["run"] for other in examples[:number]]:
            yield source.finding(("examples", number, "run"), "This example stands here already.")


def program_faults(sources, model, read):
    """The same of the program's own examples, each of which may call any command."""
    findings = []
    for number, example in enumerate(model.examples):
        fault = example_fault(example["run"], called(example["run"], model), model.name, read)
        if fault:
            findings.append(sources.program.finding(("examples", number, "run"), fault))
    return findings


def step_faults(sources, model, read):
    """The same of every call in the steps of guides."""
    for topic in model.topics:
        for number, step in enumerate(topic.steps):
            for line in calls(step.get("run"), model.name):
                fault = example_fault(line, called(line, model), model.name, read)
                if fault:
                    yield sources.topics[topic.name].finding(("steps", number, "run"), fault)


def calls(text, program):
    """The calls of a program in lines for a shell, each to the end of its line; a text without one is given as it is."""
    if not text:
        return []
    joined = re.sub(r"\\\n\s*", "", text)
    starts = [one.start() for one in re.finditer(rf"(?:^|\s|\$?\(){re.escape(program)}\s", joined)]
    return [joined[start:].lstrip().partition("\n")[0] for start in starts] or [joined]


def called(line, model):
    """The data of the command that a line calls, as far as its words tell; of none where they name no command."""
    words = (call_words(line, model.name) or []) if is_readable(line) else []
    names = {tuple(one.words.split()): one for one in model.commands}
    spans = ((at, at + length) for at in range(len(words)) for length in (3, 2, 1))
    command = next((names[tuple(words[at:end])] for at, end in spans if tuple(words[at:end]) in names), None)
    return whole(command.data, model.sets) if command else {"name": "any of its commands", "arguments": {}}
