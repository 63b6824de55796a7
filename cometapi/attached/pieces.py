"""What a call attaches, word by word: read and fetched before anything is sent to the service."""

from cometapi.attached import contents, folders
from cometapi.attached.room import tokens_of
from cometapi.cli.files import LARGEST_MEDIUM
from cometapi.cli.links import linked, type_of_link
from cometapi.errors import UsageError
from cometapi.http.layout import with_attached
from cometapi.http.url import is_link, lowered
from cometapi.manifest.arguments import flag_of

TOLD = 5  # names of files that were left out
MOST = 100 * 2**20  # characters of all words together, as they are sent; services take less


def attach(call):
    """Put what is read in the place of the words of ``--file``, and look whether each ``--link`` can be sent. Doing it twice
    changes nothing.

    Raises UsageError for what cannot be sent, and for more than can be sent together, and like ``page.fetched``.
    """
    name, total, size = call.behaviours["files"], 0, 0
    for number, word in enumerate(call.option("files") or ()):
        if not isinstance(word, dict | list):
            found = pieces(call, word)
            size += check_size(call, found, size)
            call.values[name] = [*call.values[name][:number], found, *call.values[name][number + 1 :]]
            total += tell(call, word, found, total)
    for one in call.option("links") or ():
        check_link(call, one)


def check_size(call, found, before):
    """How much some pieces are; raises UsageError when that is too much with what was attached ``before``, in characters."""
    size = sum(len(one.get("text") or one.get("data") or "") for one in found)
    if before + size > MOST:
        flag = flag_of(call.arguments[call.behaviours["files"]])
        raise UsageError(
            f"{flag} must be at most {MOST // 2**20} MiB in all; media grow by a third when they are sent."
        )
    return size


def tell(call, word, found, total):
    """Say with ``--usage`` about how many tokens the text of a word is, and of all up to it; gives back the first."""
    count = tokens_of(one.get("text", "") for one in found)
    if call.option("usage"):
        shown = "stdin" if isinstance(word, bytes) else word
        call.context.note(
            f"{shown}: about {count:,} tokens of text, {total + count:,} so far (estimate: 4 characters each)."
        )
    return count


def media_of(call):
    """What the command says of media beside its message."""
    return call.arguments[call.behaviours["message"]]["media"]


def pieces(call, word):
    """What is sent of one word, or of the bytes that came through stdin: a list of ``contents.piece``."""
    flag, media = flag_of(call.arguments[call.behaviours["files"]]), media_of(call)
    try:
        if isinstance(word, bytes):
            return [piece_of(word, "stdin", media)]
        if is_link(word):
            return [of_link(call, word, media)]
        paths, is_found = folders.files(word)
        if is_found:
            return of_folder(call, word, paths, media)
        return [piece_of(contents.read(word), word, media)]
    except ValueError as error:
        raise UsageError(f"{flag} {error}.") from None


def turn(call, text, found):
    """A message of the user with pieces before it, as the protocol of a call has it."""
    name = call.behaviours["message"]
    return with_attached(name, call.arguments, {name: text, call.behaviours["files"]: found}, {})


def piece_of(content, name, media):
    """What is sent of a file that was named; raises ValueError for an empty one too."""
    if not content:
        raise ValueError(f"must not be empty, but {name} is")
    return contents.piece(content, name, media["takes"])


def of_link(call, url, media):
    """What is sent of a URL: a link where the protocol takes one of such a medium, else what is there."""
    from cometapi.attached import page

    page.check(url)
    media_type = type_of_link(url)
    if media_type and contents.fits(media_type, media["links"]):
        return linked(lowered(url), media_type)
    if call.preview:
        call.context.note(f"A preview does not read pages; the text of {url} is left out.")
        return {"text": f"(Here stands the text of {url}.)"}
    return page.fetched(call, url, media["takes"])


def of_folder(call, word, paths, media):
    """What is sent of files that were found; those that cannot be sent are told and left out."""
    found, size, left = [], 0, []
    for path in paths:
        try:
            content = contents.read(path)
            found.append(contents.piece(content, path, media["takes"]))
        except ValueError:
            left.append(path)
            continue
        size += len(content)
        if size > LARGEST_MEDIUM:
            raise ValueError(f"must be at most {LARGEST_MEDIUM // 2**20} MiB in all, but {word} is more")
    if not found:
        raise ValueError(f"must have a file that can be sent, but {word} has none")
    if left:
        names = ", ".join(left[:TOLD]) + (f" and {len(left) - TOLD} more" if len(left) > TOLD else "")
        call.context.note(f"Left out of {word}, because they cannot be sent: {names}")
    return found


def check_link(call, link):
    """Raise UsageError for a link of a kind that the protocol does not take."""
    media_type = link["media_type"]
    if not contents.fits(media_type, media_of(call)["links"]):
        flag, files = (flag_of(call.arguments[call.behaviours[one]]) for one in ("links", "files"))
        kinds = ", ".join(media_of(call)["links"])
        raise UsageError(f"{flag} takes {kinds} here, and {link['link']} is {media_type}; {files} reads it instead.")
