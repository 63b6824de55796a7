"""Media inside a JSON reply: their bytes, or their links, saved into new files."""

import os
from contextlib import suppress
from hashlib import sha256

from cometapi import temporary
from cometapi.advice import also
from cometapi.cli.endings import ENDINGS
from cometapi.cli.signatures import by_name
from cometapi.errors import CometError, OutputFailed, ReplyNotUnderstood, UsageError
from cometapi.generated import program
from cometapi.http import known, link, service_errors, sidecar
from cometapi.http.contents import judged
from cometapi.http.service_errors import facts_of
from cometapi.manifest.output_formats import is_for_machines
from cometapi.manifest.select import select
from cometapi.output.new_files import DATA_URL, NewFiles, decoded
from cometapi.output.results import Download, Rows, Value
from cometapi.output.to_file import checked, is_stream
from cometapi.settings.folders import needed, state_folder

NO_TERMINAL = f"The result is a file, which a terminal cannot show{also('; write it with {output} FILE')}."


class Medium:
    """One medium of a reply: ``value`` is its link where ``is_link``, else base64; a service may put either in either place."""

    def __init__(self, key, value):
        self.value = value.strip()
        self.is_link = not DATA_URL.match(self.value) and (key == "link" or "://" in self.value)


class Saved:
    """A medium that was saved: its ``path``, its media type as ``kind``, its ``size`` in bytes, its ``digest`` (SHA-256)."""

    def __init__(self, path, kind, counted):
        self.path, self.kind = path, kind
        self.size, self.digest = counted.size, counted.digest.hexdigest()


class Counted:
    """Pieces of bytes that are counted and digested as they pass."""

    def __init__(self, pieces):
        self.pieces, self.size, self.digest = pieces, 0, sha256()

    def __iter__(self):
        for piece in self.pieces:
            self.size += len(piece)
            self.digest.update(piece)
            yield piece


def with_files(call, route, result, document):
    """What to print of a result whose reply may hold media: for people the paths under which they were saved.

    ``document`` gives the reply. Machines get the result itself, and nothing is saved unless they ask for it by
    ``--save`` or ``--output``.
    """
    facts = route["response"].get("files")
    wanted, is_raw = call.option("save") or call.option("output"), call.client.bodies is not None
    if facts is None or (is_raw and not wanted):
        return result
    if "wait" in call.command:
        call.unsaved = lambda: with_saved(call, route, result, document)
        return result
    return with_saved(call, route, result, document)


def is_for_people(call):
    """Whether people read what a call prints, who keep what they have paid for."""
    return call.client.bodies is None and not is_for_machines(call.format())


def is_shaped(call):
    """Whether a call prints its record, not the paths of what is saved."""
    return call.client.bodies is not None or bool(call.shape) or is_for_machines(call.format())


def with_saved(call, route, result, document):
    """The paths of the files of a reply, once they are saved, or its result where that is wanted."""
    facts = route["response"]["files"]
    if isinstance(result, Rows):
        result.records = list(result.records)
    reply = document()
    media = found(call, facts, reply)
    if call.option("output") == "-":
        return Download(printed(call, route, media))
    if call.option("save") or call.option("output") or is_for_people(call):
        call.saved = saved(call, route, media)
    sidecar.write(call, route, reply)
    if is_for_people(call) and not call.shape:
        call.afterwords = list  # nothing about records, which are not printed
        return Value("\n".join(one.path for one in call.saved))
    known.fill(call, route, result, reply, media)
    call.afterwords = lambda: [f"Saved {one.path}." for one in call.saved]
    return result


def check_target(call, route):
    """Raise UsageError before anything is sent when what is to be saved cannot be written."""
    path = call.option("output")
    if not {"files", "name"} & route["response"].keys() or call.preview:
        return
    if path == "-" and call.context.is_terminal("stdout"):
        raise UsageError(NO_TERMINAL)
    if path and path != "-" and not is_stream(path):
        check_folder(os.path.dirname(checked(path, call.option("force"))))
        sidecar.check(call, path)
    elif not path and call.option("save"):
        check_folder(call.option("save"))


def check_folder(folder):
    """Raise UsageError for a folder in which no file can be made."""
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UsageError(f"The folder {folder} cannot be written to.")


def found(call, facts, document):
    """Every Medium of a reply; raises ReplyNotUnderstood when there is none. An item without one is named."""
    items = list(media_of(facts, document))
    media = [one for one in items if one]
    if not media and "otherwise" in facts:
        return [Medium("link", "")]
    if not media:
        told = service_errors.in_words(select(facts["reason"], document)) if "reason" in facts else None
        sentence = "Unexpected reply from the service: it contains no file"
        raise ReplyNotUnderstood(f"{sentence}: {told}" if told else f"{sentence}.", **facts_of(call.client.reply))
    for number, one in enumerate(items, 1):
        if one is None:
            call.context.note(f"Item {number} of {len(items)} in the reply has no file.")
    return media


def media_of(facts, document):
    """The Medium of each item of a reply, None for an item that has none; without items, every medium that there is."""
    items = select(facts["each"], document) if "each" in facts else None
    if "each" in facts:
        yield from (next(filled(facts, one), None) for one in (items if isinstance(items, list) else [items]))
    else:
        yield from filled(facts, document)


def filled(facts, item):
    """Every medium of an item that is not empty, those with bytes before the others."""
    for key in ("data", "link"):
        found = select(facts[key], item) if key in facts else None
        for value in found if isinstance(found, list) else [found]:
            if isinstance(value, str) and value.strip() and not is_words(facts, key, value):
                yield Medium(key, value)


def is_words(facts, key, value):
    """Whether what stands in the place of a link is none, where the file can be had without one."""
    return key == "link" and "otherwise" in facts and not value.strip().lower().startswith(("http://", "https://"))


def opened(call, route, medium):
    """``(media type, pieces of bytes)`` of a medium; raises ReplyNotUnderstood for bytes that cannot be read or are none."""
    facts, envelope = route["response"]["files"], program.PROTOCOLS[route["response"]["protocol"]]["envelope"]
    if medium.is_link:
        kind, pieces = streamed(call, route, medium) if "otherwise" in facts else link.fetched(call, medium.value)
    else:
        kind, pieces = decoded(medium.value)
    if pieces is None:
        raise ReplyNotUnderstood(
            "The service's reply contains a file that cannot be read.", **facts_of(call.client.reply)
        )
    return judged(kind, pieces, facts.get("media_type"), envelope)


def saved(call, route, media):
    """The Saved of each medium; what a new file is called is never the service's word."""
    path, several = call.option("output"), len(media) > 1
    if path:
        files = NewFiles(path, several=several, force=call.option("force"))
    else:
        files = NewFiles.into(folder(call), route["response"]["files"]["name"])
    done: list[Saved] = []
    try:
        for medium in media:
            done.append(kept(call, route, medium, files))
            tell_ending(call, done[-1])
    except BaseException as error:
        for one in done:
            call.context.note(f"Saved {one.path}.")
        tell_links(call, media[len(done) :], error)
        if isinstance(error, OutputFailed):
            rescue(call, route, media[len(done) :])
        raise
    return done


def kept(call, route, medium, files):
    """The Saved of one medium. What was waited for is gone on with where its download has broken off."""
    if medium.is_link and "wait" in call.command and not (files.path and is_stream(files.path)):
        return resumed(call, route, medium, files)
    kind, pieces = opened(call, route, medium)
    counted = Counted(pieces)
    return Saved(files.save(kind, counted), kind, counted)


def resumed(call, route, medium, files):
    """The Saved of a medium whose download can be gone on with."""
    from cometapi.http import resuming

    place, name = os.path.split(os.path.realpath(files.path or files.pattern))
    part = resuming.fetched(call, route, medium.value, place, name, files.number)
    try:
        whole = resuming.Whole(part, route["response"]["files"].get("media_type"))
        return Saved(files.place(whole.kind, part.path), whole.kind, whole)
    finally:
        part.remove()
        part.close()


def streamed(call, route, medium):
    """``(media type or None, pieces)`` of a file that is behind a link, or at the service."""
    from cometapi.http import resuming

    return resuming.streamed(call, route, medium.value)


def rescue(call, route, media):
    """Keep in the program's own folder what came inside a reply and could not be written: it cannot be had again."""
    with suppress(CometError, OSError):
        place = needed(state_folder(call.context.environ))
        temporary.make_folder(place)
        files = NewFiles.into(place, route["response"]["files"]["name"])
        for one in media:
            if not one.is_link:
                call.context.note(f"Saved {files.save(*opened(call, route, one))} instead.")


def tell_ending(call, one):
    """Say that a name that was asked for ends like another kind of file."""
    named, own = ENDINGS.get(by_name(one.path) or ""), ENDINGS.get(one.kind)
    if named and own and named != own and not is_stream(one.path):
        call.context.note(f"{one.path} contains {one.kind}, although its name suggests another format.")


def printed(call, route, media):
    """The bytes of the media one after the other: a generator."""
    for number, medium in enumerate(media):
        try:
            yield from opened(call, route, medium)[1]
        except Exception as error:
            tell_links(call, media[number:], error)
            raise


def tell_links(call, media, error):
    """Name the links of media that were not saved, but for one that the error names: what they lead to may be paid for."""
    hint = getattr(error, "hint", None) or ""
    for one in media:
        if one.is_link and one.value not in hint:
            call.context.note(f"Not saved: {one.value}")


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
