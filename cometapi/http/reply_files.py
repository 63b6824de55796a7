"""Media inside a JSON reply: their bytes, or their links, saved into new files."""

import os

from cometapi import temporary
from cometapi.advice import also
from cometapi.errors import ReplyNotUnderstood, UsageError
from cometapi.http import link
from cometapi.http.service_errors import facts_of
from cometapi.manifest.output_formats import is_for_machines
from cometapi.manifest.select import select
from cometapi.output.new_files import NewFiles, decoded
from cometapi.output.results import Download, Rows, Value
from cometapi.output.to_file import checked, is_stream
from cometapi.settings.folders import needed, state_folder

NO_TERMINAL = f"The result is a file, which a terminal cannot show{also('; write it with {output} FILE')}."


def with_files(call, route, result, document):
    """What to print of a result whose reply may hold media: for people the paths under which they were saved.

    ``document`` gives the reply. Machines get the result itself, and nothing is saved unless they ask for it by
    ``--save`` or ``--output``.
    """
    facts = route["response"].get("files")
    if facts is None or (is_shaped(call) and not (call.option("save") or call.option("output"))):
        return result
    if "wait" in call.command:
        call.unsaved = lambda: with_saved(call, facts, result, document)
        return result
    return with_saved(call, facts, result, document)


def is_shaped(call):
    """Whether a call prints its record, not the paths of what is saved."""
    return call.client.bodies is not None or bool(call.shape) or is_for_machines(call.format())


def with_saved(call, facts, result, document):
    """The paths of the files of a reply, once they are saved, or its result where that is wanted."""
    if isinstance(result, Rows):
        result.records = list(result.records)
    media = list(media_of(facts, document()))
    if not media:
        raise ReplyNotUnderstood(
            "Unexpected reply from the service: it contains no file.", **facts_of(call.client.reply)
        )
    if call.option("output") == "-":
        return Download(printed(call, facts, media))
    paths = saved(call, facts, media)
    if not is_shaped(call):
        return Value("\n".join(paths))
    call.afterwords = lambda: [f"Saved {path}." for path in paths]
    return result


def check_target(call, route):
    """Raise UsageError before anything is sent when what ``--output`` names cannot be written."""
    path = call.option("output")
    if "files" not in route["response"] or call.preview or path is None:
        return
    if path != "-" and not is_stream(path):
        checked(path, call.option("force"))
    elif path == "-" and call.context.is_terminal("stdout"):
        raise UsageError(NO_TERMINAL)


def media_of(facts, document):
    """Every medium of a reply: ``("data", base64)`` or ``("link", URL)``, those with bytes before the others."""
    for key in ("data", "link"):
        found = select(facts[key], document) if key in facts else None
        for value in found if isinstance(found, list) else [found]:
            if isinstance(value, str) and value:
                yield key, value


def opened(call, facts, medium):
    """``(media type, pieces of bytes)`` of a medium; raises ReplyNotUnderstood for bytes that cannot be read."""
    key, value = medium
    kind, pieces = link.fetched(call, value) if key == "link" else decoded(value)
    if pieces is None:
        raise ReplyNotUnderstood(
            "The service's reply contains a file that cannot be read.", **facts_of(call.client.reply)
        )
    return kind or facts.get("media_type") or "application/octet-stream", pieces


def saved(call, facts, media):
    """The paths of the new files that the media are saved in; what one of them is called is never the service's word."""
    path = call.option("output")
    files = NewFiles(path, call.option("force")) if path else NewFiles.into(folder(call), facts["name"])
    paths = []
    try:
        for medium in media:
            paths.append(files.save(*opened(call, facts, medium)))
    except BaseException as error:
        for path in paths:
            call.context.note(f"Saved {path}.")
        tell_links(call, media[len(paths) :], error)
        raise
    return paths


def printed(call, facts, media):
    """The bytes of the media one after the other: a generator."""
    for number, medium in enumerate(media):
        try:
            yield from opened(call, facts, medium)[1]
        except Exception as error:
            tell_links(call, media[number:], error)
            raise


def tell_links(call, media, error):
    """Name the links of media that were not saved, but for one that the error names: what they lead to may be paid for."""
    hint = getattr(error, "hint", None) or ""
    for key, value in media:
        if key == "link" and value not in hint:
            call.context.note(f"Not saved: {value}")


def folder(call):
    """Where files go: where ``--save`` says, else the working folder, else the program's own."""
    if call.option("save"):
        return call.option("save")
    if is_writable():
        return ""
    place = needed(state_folder(call.context.environ))
    temporary.make_folder(place)
    call.context.note(f"The working folder cannot be written to; saving into {place}.")
    return place


def is_writable():
    """Whether files can be made in the working folder, which may have been removed."""
    try:
        return os.access(os.getcwd(), os.W_OK)
    except FileNotFoundError:
        return False
