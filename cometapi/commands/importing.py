"""``cometapi command import``: an endpoint of an OpenAPI document made into the file of a command."""

import os

from cometapi.advice import advice, flag
from cometapi.commands import adding
from cometapi.errors import UsageError
from cometapi.generated.index import PROGRAM
from cometapi.manifest.arguments import spellings
from cometapi.openapi import document as documents
from cometapi.openapi.command import made
from cometapi.own import commands


def run(call):
    """Write the file of an endpoint to stdout or to a file, or add it; what cannot be said in it is told."""
    path = call.argument("command_file")
    url = call.option("service_url")
    try:
        most = documents.LARGEST + 1
        piped = call.context.binary_stdin().read(most) if path == "-" else None
        document = documents.read(adding.bytes_of(path, most) if piped is None else piped)
        found = made(
            document,
            call.argument("http_path"),
            call.argument("http_method"),
            name=call.option("command_name"),
            service=call.option("service_name"),
            url=url,
            taken=flags(),
            program=PROGRAM,
        )
    except documents.Unusable as error:
        reason = str(error).replace("{url}", flag("service_url"))
        raise UsageError(f"{path} cannot be used: {reason}.") from None
    for line in found.gaps:
        call.context.note(line)
    content = found.text.encode("utf-8", "replace")
    check(found, content)
    if call.option("add"):
        hint = advice("If you agree, add {yes}.")
        adding.add_content(call, content, found.samples, f"{found.stem}.yaml", hint)
        return
    keep(call, found, content)


def flags():
    """Every flag of the program's option sets, of which no argument may have one."""
    from cometapi.generated.options import SETS

    return {flag for one in SETS.values() for facts in one["arguments"].values() for flag in spellings(facts)} | {
        "--help",
        "--version",
    }


def check(found, content):
    """Raise UsageError where the file would not pass ``command check``, with what to say otherwise."""
    _, findings = commands.judged(f"{found.stem}.yaml", content, found.samples, tried=commands.example_fault)
    if findings:
        hint = advice("Give it other words with {command_name}, or write the file and change it.")
        raise UsageError(f"The command would not be right: {findings[0]}", hint=hint)


def keep(call, found, content):
    """Write the file and its samples to a folder or beside a file that is named, or print the file alone."""
    target = call.option("file_output")
    if target is None or target == "-":
        call.context.print(content.decode("utf-8"))
        return
    is_folder = os.path.isdir(target)
    place = os.path.join(target, f"{found.stem}.yaml") if is_folder else target
    targets = [(os.path.join(os.path.dirname(place), name), data) for name, data in found.samples.items()]
    targets.append((place, content))
    if not call.option("force"):
        adding.check_targets(targets)
    adding.write(targets)
    call.context.note(f"{place} was written. Add it with: {PROGRAM} command add {place}")
