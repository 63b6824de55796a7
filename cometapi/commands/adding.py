"""Adding an own command: its file is read and checked, its user asked, and it is copied to the config folder."""

import os
from shlex import quote

from cometapi.advice import advice
from cometapi.commands.trusting import ask
from cometapi.errors import ConfigurationError, OutputFailed, UsageError
from cometapi.http.url import is_link
from cometapi.own import command_files, commands, names, places, trust
from cometapi.settings import folders
from cometapi.skill import outdated

LEAST = 16  # digits of a digest that are enough to tell a file by


def add(call):
    """Check a file, ask whether its command may do what it does, and keep it."""
    path = call.argument("command_file")
    add_content(call, *read(path), path)


def add_content(call, content, samples, path, hint=None):
    """The same of the bytes of a file and of its samples; ``hint`` says how to agree where nobody can be asked."""
    environ = call.context.environ
    bundle, findings = commands.judged(path, content, samples, tried=commands.example_fault)
    if findings:
        for one in findings:
            call.context.put(str(one))
        raise UsageError(
            f"{path} has {len(findings)} {'finding' if len(findings) == 1 else 'findings'}; it was not added.", hint=""
        )
    own = commands.OwnCommand(
        bundle["command"]["name"].replace(" ", "-"), bundle, command_files.digest_of(content, samples)
    )
    check_names(own, environ)
    fault = commands.neighbour_fault(environ, own)
    if fault:
        raise UsageError(fault)
    targets = targets_of(own, content, samples, environ)
    if not call.option("force"):
        check_targets(targets)
    agree(call, own, hint)
    write(targets)
    trust.agree(environ, own.stem, own.digest)
    names.commands(environ)
    commands.load(environ, own.stem)  # which checks where it lies, and keeps it compiled
    call.context.note(f"{own.words} is now a command; its file is {targets[-1][0]}.")
    outdated.tell(call.context)


def read(path):
    """``(content, samples)`` of a file anywhere: its bytes, and those of the samples beside it that it names, by name."""
    from cometapi.manifest.own import gathered

    content = bytes_of(path, command_files.LARGEST)
    folder = os.path.dirname(os.path.abspath(path))
    rooms = [os.path.join(os.path.dirname(folder), places.REPLIES), os.path.join(folder, places.REPLIES), folder]

    def sample(name):
        found = (os.path.join(room, name) for room in rooms)
        place = next((one for one in found if os.path.isfile(one)), None)
        return place and bytes_of(place, command_files.LARGEST_SAMPLE)

    return content, gathered(content, sample)


def bytes_of(path, most):
    """The bytes of a file; raises UsageError where it cannot be read or is too large."""
    if path == "-":
        raise UsageError("A command is a file, with its samples beside it; it does not come through a pipe.", hint="")
    if is_link(path):
        raise UsageError(f"{path} is not read: nothing is fetched here. Save it, and name the file.", hint="")
    try:
        with open(path, "rb") as file:
            content = file.read(most + 1)
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}.") from None
    if len(content) > most:
        raise UsageError(f"{path} is larger than {most:,} bytes, so it is not read.")
    return content


def findings_of(path):
    """What is wrong with a file anywhere, as lines."""
    content, samples = read(path)
    return list(map(str, commands.judged(path, content, samples, tried=commands.example_fault)[1]))


def check_names(own, environ):
    """Raise UsageError where an alias has the first word of a command."""
    first = own.words.split(" ")[0]
    if first in names.aliases(environ):
        hint = advice("Remove it first: {program} alias remove {name}", name=first)
        raise UsageError(f"{first} is your alias; a command needs a name of its own.", hint=hint)


def targets_of(own, content, samples, environ):
    """Where the files of a command go: (path, bytes), its own file last."""
    found = [(places.replies(environ, name), data) for name, data in samples.items()]
    return [*found, (folders.needed(places.commands(environ, f"{own.stem}{places.ENDING}")), content)]


def check_targets(targets):
    """Raise UsageError where one of the files is there already, and is another one."""
    for path, content in targets:
        if not os.path.exists(path):
            continue
        with open(path, "rb") as file:
            is_same = file.read(len(content) + 1) == content
        if not is_same:
            raise UsageError(f"{path} exists already, and is another file.", hint=advice("To replace it, add {force}."))


def agree(call, own, hint):
    """Raise UsageError unless the user agrees: by the digest, by an option, or when asked."""
    digest = call.option("digest")  # which only command add has
    if digest is not None:
        if len(digest) < LEAST or not own.digest.startswith(digest.lower()):
            raise UsageError(f"The digest of the file and its samples is {own.digest[:LEAST]}, not {digest}.")
    elif not call.option("yes"):
        by_digest = "If you agree: {program} command add {file} {digest} {hex}"
        by_digest += " {force}" if call.option("force") else ""
        values = {"file": quote(call.argument("command_file")), "hex": own.digest[:LEAST]}
        ask(call.context, own, f"{own.words} is a new command of yours", hint or advice(by_digest, **values))


def write(targets):
    """Write the files, each readable by its owner alone; raises OutputFailed. Nothing is written through a link."""
    for path, content in targets:
        try:
            if os.path.islink(path):
                raise OutputFailed(f"{path} is a link, and is not written through.")
            folders.write_private(path, content)
        except OSError as error:
            raise OutputFailed(f"{path} cannot be written: {error.strerror}.") from None


def samples_in(environ, stem):
    """The names of the samples that a file in the config folder names and that are there."""
    from cometapi.manifest.own import gathered

    try:
        content = command_files.content_of(environ, stem)
        return list(gathered(content, lambda name: command_files.samples_of(environ, [name]).get(name)))
    except ConfigurationError:
        return []
