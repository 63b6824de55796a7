"""``cometapi template``: prompts with a name; list, show, edit, and save from the words of a call."""

from cometapi.cli.registry import command_data
from cometapi.commands import editing
from cometapi.errors import ConfigurationError, UsageError
from cometapi.generated import index
from cometapi.output.results import Record, Rows
from cometapi.own import commands, names, places, templates
from cometapi.own.calls import described
from cometapi.settings.folders import needed
from cometapi.terminal.visible import visible

BEGINNING = """\
# A template. Its model, system text, prompt and options are defaults: what is typed in a call replaces them.
summary: ""
# command: chat
# model: NAME
# system: |
#   Answer in {language}.
prompt: |
  {text}
# options:
#   temperature: 0.2
# parameters:
#   language: English
"""


def listed(call):
    """A row for each template."""
    columns = call.command["routes"][0]["response"]["columns"]
    none = f"There are no templates; make one with: {index.PROGRAM} template edit NAME"
    empty = "No template can be read." if templates.names(call.context.environ) else none
    return Rows(columns, list(rows(call.context)), empty=lambda: empty)


def rows(context):
    """The records of all templates; what is broken is told."""
    for name in templates.names(context.environ):
        try:
            yield record(context.environ, templates.load(context.environ, name))
        except ConfigurationError as error:
            context.note(error.message)
    names.templates(context.environ)


def record(environ, template):
    """The record of one template."""
    texts = {key: template.texts.get(key) for key in ("command", "model", "system", "prompt")}
    facts = {"summary": template.texts.get("summary") or None, "parameters": template.places}
    path = places.template(environ, template.name)
    return {"template": template.name, **facts, **texts, "options": template.options or None, "path": path}


def show(call):
    """The file of a template as it is for people, its parts for machines."""
    environ, name = call.context.environ, call.argument("template_name")
    template = templates.load(environ, name)
    if call.format() == "table" and not call.shape:
        text = editing.content(places.template(environ, name)).decode("utf-8-sig")
        call.context.print(visible(text, keep="\n\t") if call.context.is_terminal("stdout") else text)
        call.context.print("\n" * (not text.endswith("\n")))
        return None
    return Record(call.command["routes"][0]["response"]["columns"], record(environ, template))


def edit(call):
    """Let the user edit a copy of a template, or of an example, until it is valid or discarded."""
    context, name = call.context, call.argument("template_name")
    path = needed(places.template(context.environ, name))
    editing.needs_terminal(context, "template edit", "use template save instead")
    before = editing.content(path)
    draft = editing.Draft(f"{name}{places.ENDING}", "template", faults)
    with editing.edited(draft, BEGINNING.encode() if before is None else before, context) as wanted:
        if wanted is not None:
            editing.replace(path, before, wanted, templates.store)
    names.templates(context.environ)
    context.note(f"{path} was not changed." if wanted is None else f"{path} was saved.")


def faults(copy):
    """Errors of the copy; there is nothing that only warns."""
    return templates.faults(editing.content(copy), copy), []


def save(call):
    """Keep the options and the message of a call as a template; nothing is sent."""
    environ, name = call.context.environ, call.argument("template_name")
    words = call.argument("template_call")
    words = words[1:] if words[0] == index.PROGRAM and words[1:] else words
    path = templates.save(environ, name, described(*taking(words, environ)), replace=bool(call.option("force")))
    names.templates(environ)
    call.context.note(f"The template {name} is in {path}.")


def taking(words, environ):
    """``(data of the command that takes templates, the words behind it)``; raises UsageError for words of any other."""
    own = names.known(environ)
    name, rest = names.split(words, own)
    if name in own and takes_templates(commands.load(environ, own[name]["stem"]).data()):
        return command_data(name), rest
    able = [one for one in index.COMMANDS if takes_templates(command_data(one))]
    if name not in able:
        told = f"A template is made of a call of {', '.join(able[:-1])} or {able[-1]}"
        raise UsageError(f"{told}, not of {name or words[0]!r}.")
    return command_data(name), rest


def takes_templates(command):
    """Whether a command has the option for a template."""
    return any(facts.get("does") == "template" for facts in command["arguments"].values())
