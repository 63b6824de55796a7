"""A file that is the body of a reply: saved, played, or written to stdout."""

from cometapi.http.reply_files import Counted, Saved, folder, tell_ending
from cometapi.output.new_files import NewFiles
from cometapi.output.results import Download, Value


def is_kept(call):
    """Whether a file is saved or played rather than written to stdout."""
    return any(call.option(one) for one in ("output", "save", "play"))


def kept(call, route, kind, pieces):
    """The result to print: the path of a saved file, None for one that was only played, else its bytes."""
    path = call.option("output")
    if path == "-" or not is_kept(call):
        return Download(pieces)
    if not (path or call.option("save")):
        from cometapi.http.playing import played

        return played(call, kind, pieces, lambda pieces: saved(call, route, kind, pieces))
    path = saved(call, route, kind, pieces)
    if call.option("play"):
        from cometapi.http.playing import play_saved

        play_saved(call, kind, path)
    return Value(path)


def saved(call, route, kind, pieces):
    """Save the bytes, and return the path; prints a note if the requested name suggests another format."""
    path, counted = call.option("output"), Counted(pieces)
    files = (
        NewFiles(path, force=call.option("force")) if path else NewFiles.into(folder(call), route["response"]["name"])
    )
    path = files.save(kind, counted)
    tell_ending(call, Saved(path, kind, counted))
    return path
