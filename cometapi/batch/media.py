"""The files in the replies of a batch: saved in a folder beside the results, under names that are made here."""

import os

from cometapi import temporary
from cometapi.errors import CometError, OutputFailed
from cometapi.generated import program
from cometapi.http import link
from cometapi.http.contents import checked
from cometapi.http.reply_files import media_of
from cometapi.http.service_errors import kind_of
from cometapi.http.whole_file import checked_file
from cometapi.output.new_files import NewFiles, decoded

SUFFIX = ".files"


class Files:
    """The folder of the files of some results; it is made with the first file."""

    def __init__(self, results):
        self.folder = os.path.abspath(results + SUFFIX)

    def save(self, kind, pieces, key):
        """Save a file under the hash of its row, and return its path; raises OutputFailed."""
        try:
            temporary.make_folder(self.folder)
        except OSError as error:
            raise OutputFailed(f"{self.folder} cannot be made: {error.strerror}.") from None
        return NewFiles.into(self.folder, f"{key:016x}-{{number}}").save(kind, pieces)

    def of_reply(self, call, reply, response, envelope, key):
        """Save the body of a reply that is a file, and return its path."""
        declared = response.get("media_type")
        kind, pieces = checked_file(call, reply, kind_of(reply), reply.file(), declared, envelope)
        return self.save(kind or "", pieces, key)

    def of_body(self, call, route, body, key):
        """``(body, paths)`` of a reply: its media are saved, and base64 in the body gives way to the path of its file.

        A link that cannot be fetched stays a link.
        """
        facts = route["response"].get("files")
        if facts is None:
            return body, ()
        envelope = program.PROTOCOLS[route["response"]["protocol"]]["envelope"]
        paths, names = [], {}
        for medium in filter(None, media_of(facts, body)):
            try:
                kind, pieces = link.fetched(call, medium.value) if medium.is_link else decoded(medium.value)
                if pieces is not None:
                    paths.append(self.save(*checked(kind, pieces, facts.get("media_type"), envelope), key))
                    names |= {} if medium.is_link else {medium.value: paths[-1]}
            except OutputFailed:
                raise
            except CometError:
                continue
        return (renamed(body, names) if names else body), tuple(paths)


def renamed(value, names):
    """A JSON value in which some texts are replaced by others."""
    if isinstance(value, dict):
        return {key: renamed(part, names) for key, part in value.items()}
    if isinstance(value, list):
        return [renamed(part, names) for part in value]
    return names.get(value.strip(), value) if isinstance(value, str) else value
