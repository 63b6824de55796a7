"""Media inside a JSON reply, as base64 or as links, saved to files."""

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
from cometapi.http.contents import checked as checked_medium
from cometapi.http.service_errors import facts_of
from cometapi.manifest.output_formats import is_for_machines
from cometapi.manifest.select import select
from cometapi.output.new_files import DATA_URL, NewFiles, decoded
from cometapi.output.results import Download, Rows, Value
from cometapi.output.to_file import checked, is_stream
from cometapi.settings.folders import needed, state_folder

NO_TERMINAL = f"The result is a file, which a terminal cannot show{also('; write it with {output} FILE')}."


class Medium:
    """One medium of a reply: ``value`` is a link if ``is_link``, else base64. Services may use either field for either."""

    def __init__(self, key, value):
        self.value = value.strip()
        self.is_link = not DATA_URL.match(self.value) and (key == "link" or "://" in self.value)


class Saved:
    """A saved medium: its ``path``, its media type as ``kind``, its ``size`` in bytes, its ``digest`` (SHA-256)."""

    def __init__(self, path, kind, counted):
        self.path, self.kind = path, kind
        self.size, self.digest = counted.size, counted.digest.hexdigest()


class Counted:
    """Pieces of bytes that are counted and hashed while they are read."""

    def __init__(self, pieces):
        self.pieces, self.size, self.digest = pieces, 0, sha256()

    def __iter__(self):
        for piece in self.pieces:
            self.size += len(piece)
            self.digest.update(piece)
            yield piece


def with_files(call, route, result, document):
    """The result to print for a reply that may contain media: for people, the paths of the saved files.

    ``document`` returns the reply. With a machine format the result itself is printed, and files are saved only with
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
    """Whether a call prints for people, for whom media are saved by default."""
    return call.client.bodies is None and not is_for_machines(call.format())


def is_shaped(call):
    """Whether a call prints its record instead of the paths of saved files."""
    return call.client.bodies is not None or bool(call.shape) or is_for_machines(call.format())


def with_saved(call, route, result, document):
    """Save the media of a reply, and return their paths, or the result if that is to be printed."""
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
        call.afterwords = list  # the notes are about records, which are not printed
        return Value("\n".join(one.path for one in call.saved))
    known.fill(call, route, result, reply, media)
    call.afterwords = lambda: [f"Saved {one.path}." for one in call.saved]
    return result


def check_target(call, route):
    """Raise UsageError, before anything is sent, if the output file or folder cannot be written."""
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
    """Raise UsageError for a folder in which no file can be created."""
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UsageError(f"The folder {folder} cannot be written to.")


def found(call, facts, document):
    """All media of a reply; raises ReplyNotUnderstood if there are none. Items without one are reported in a note."""
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
    """Yield the Medium of each item of a reply, None for an item without one; without ``each``, all media of the reply."""
    items = select(facts["each"], document) if "each" in facts else None
    if "each" in facts:
        yield from (next(filled(facts, one), None) for one in (items if isinstance(items, list) else [items]))
    else:
        yield from filled(facts, document)


def filled(facts, item):
    """Yield the media of an item that are not empty, base64 before links."""
    for key in ("data", "link"):
        found = select(facts[key], item) if key in facts else None
        for value in found if isinstance(found, list) else [found]:
            if isinstance(value, str) and value.strip() and not is_not_a_link(facts, key, value):
                yield Medium(key, value)


def is_not_a_link(facts, key, value):
    """Whether the value of a link field is not a URL, for files that the service also serves without a link."""
    return key == "link" and "otherwise" in facts and not value.strip().lower().startswith(("http://", "https://"))


def opened(call, route, medium):
    """``(media type, pieces of bytes)`` of a medium; raises ReplyNotUnderstood if it is not a readable file."""
    facts, envelope = route["response"]["files"], program.PROTOCOLS[route["response"]["protocol"]]["envelope"]
    if medium.is_link:
        kind, pieces = streamed(call, route, medium) if "otherwise" in facts else link.fetched(call, medium.value)
    else:
        kind, pieces = decoded(medium.value)
    if pieces is None:
        raise ReplyNotUnderstood(
            "The service's reply contains a file that cannot be read.", **facts_of(call.client.reply)
        )
    return checked_medium(kind, pieces, facts.get("media_type"), envelope)


def saved(call, route, media):
    """Save each medium, and return a list of Saved. File names never come from the service."""
    path, several = call.option("output"), len(media) > 1
    if path:
        files = NewFiles(path, several=several, force=call.option("force"))
    else:
        files = NewFiles.into(folder(call), route["response"]["files"]["name"])
    done: list[Saved] = []
    try:
        for medium in media:
            done.append(save_medium(call, route, medium, files))
            tell_ending(call, done[-1])
    except BaseException as error:
        for one in done:
            call.context.note(f"Saved {one.path}.")
        tell_links(call, media[len(done) :], error)
        if isinstance(error, OutputFailed):
            rescue(call, route, media[len(done) :])
        raise
    return done


def save_medium(call, route, medium, files):
    """Save one medium, and return its Saved. Results of tasks are downloaded so that they can be resumed."""
    if medium.is_link and "wait" in call.command and not (files.path and is_stream(files.path)):
        return resumed(call, route, medium, files)
    kind, pieces = opened(call, route, medium)
    counted = Counted(pieces)
    return Saved(files.save(kind, counted), kind, counted)


def resumed(call, route, medium, files):
    """Download a medium, resuming an earlier download, and return its Saved.

    A complete download that cannot get its name, because another file has it by now, is kept.
    """
    from cometapi.http import resuming

    place, name = os.path.split(os.path.realpath(files.path or files.pattern))
    part = resuming.fetched(call, route, medium.value, place, name, files.number)
    try:
        whole = resuming.Whole(part, route["response"]["files"].get("media_type"))
        saved_at = files.place(whole.kind, part.path)
        part.remove()
    except OutputFailed:
        call.context.fault(f"The complete download was kept in {part.path}.")
        raise
    finally:
        part.close()
    return Saved(saved_at, whole.kind, whole)


def streamed(call, route, medium):
    """``(media type or None, pieces)`` of a file behind a link, or served by the service."""
    from cometapi.http import resuming

    return resuming.streamed(call, route, medium.value)


def rescue(call, route, media):
    """Save base64 media that could not be written to the program's own folder, because they cannot be fetched again."""
    with suppress(CometError, OSError):
        place = needed(state_folder(call.context.environ))
        temporary.make_folder(place)
        files = NewFiles.into(place, route["response"]["files"]["name"])
        for one in media:
            if not one.is_link:
                call.context.note(f"Saved {files.save(*opened(call, route, one))} instead.")


def tell_ending(call, one):
    """Print a note if the extension of a requested name belongs to another format."""
    named, own = ENDINGS.get(by_name(one.path) or ""), ENDINGS.get(one.kind)
    if named and own and named != own and not is_stream(one.path):
        call.context.note(f"{one.path} contains {one.kind}, although its name suggests another format.")


def printed(call, route, media):
    """Yield the bytes of the media, one medium after the other."""
    for number, medium in enumerate(media):
        try:
            yield from opened(call, route, medium)[1]
        except Exception as error:
            tell_links(call, media[number:], error)
            raise


def tell_links(call, media, error):
    """Print the links of media that were not saved, except one in the error's hint, so that paid results are not lost."""
    hint = getattr(error, "hint", None) or ""
    for one in media:
        if one.is_link and one.value not in hint:
            call.context.note(f"Not saved: {one.value}")


def folder(call):
    """The folder for files: that of ``--save``, else the working folder, else the program's own if that is not writable."""
    if call.option("save"):
        return call.option("save")
    if is_writable():
        return ""
    place = needed(state_folder(call.context.environ))
    temporary.make_folder(place)
    call.context.note(f"The working folder cannot be written to; saving into {place}.")
    return place


def is_writable():
    """Whether files can be created in the working folder, which may have been removed."""
    try:
        return os.access(os.getcwd(), os.W_OK)
    except FileNotFoundError:
        return False
