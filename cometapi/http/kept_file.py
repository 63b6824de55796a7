"""A file that came as a whole reply: saved under the name that was asked for or a new one, played, or passed on."""

from cometapi.http.reply_files import Counted, Saved, folder, tell_ending
from cometapi.output.new_files import NewFiles
from cometapi.output.results import Download, Value


def is_kept(call):
    """Whether a file goes anywhere but to stdout."""
    return any(call.option(one) for one in ("output", "save", "play"))


def kept(call, route, kind, pieces):
    """What to print of a file that came: the path under which it is saved, else its bytes; one that was only played is gone."""
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
    """The path of the file that the bytes are saved in; a name that was asked for and says another kind is told."""
    path, counted = call.option("output"), Counted(pieces)
    files = (
        NewFiles(path, force=call.option("force")) if path else NewFiles.into(folder(call), route["response"]["name"])
    )
    path = files.save(kind, counted)
    tell_ending(call, Saved(path, kind, counted))
    return path
