"""First step of the press: the files of ``spec/``, or of a user's own commands, as plain data."""

import json
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from cometapi.manifest.read_yaml import Finding, Source, read_yaml
from cometapi.manifest.standard import FILE as STANDARD
from cometapi.manifest.standard import completed

TEXTS = (".json", ".sse")  # samples that are read by the press


@dataclass
class Sources:
    """What is compiled together: protocols, commands, topics and agents by file stem, replies by file name, schemas by kind.

    ``root`` is the folder that has the package ``cometapi``, ``place`` what findings call the folder of the files.
    ``base`` are the data of the program without what a user's own command declares; None where there is none.
    ``is_whole`` tells whether these are all the files of the program, each of them readable: what none has is nowhere.
    """

    root: Path
    place: str
    program: Source
    protocols: dict
    commands: dict
    replies: dict
    topics: dict
    agents: dict
    schemas: dict
    is_whole: bool = True
    base: dict | None = None


# The folders of spec/ and how the names of their files end; samples may end in any way.
FOLDERS: dict[str, tuple[str, ...]] = {
    "protocols": (".yaml",),
    "commands": (".yaml",),
    "topics": (".yaml",),
    "agents": (".yaml",),
    "replies": ("",),
    "released": (".json", "anchors.txt"),
}
KINDS = ("program", "protocol", "command", "topic", "agent")  # of files, each with a schema


def load(root):
    """Read ``root/spec`` and give back ``(Sources or None, findings)``; None when the program file itself is unreadable.

    A file that cannot be read is a finding and is left out; what can be read is there for the next step all the same.
    """
    root = Path(root)
    spec = root / "spec"
    findings = list(stray(spec, root))
    program = read_yaml(spec / "program.yaml", root, findings)
    files = read_files(spec, root, findings)
    files |= {kind: read_folder(spec / kind, root, findings) for kind in ("protocols", "agents")}
    if program is None:
        return None, findings
    program.data = completed(program.data, read_yaml(STANDARD, STANDARD.parent, findings).data)
    return Sources(root, "spec/", program, **files, schemas=schemas(spec), is_whole=not findings), findings


def stray(spec, root):
    """Findings about files and folders under ``spec/`` that nothing reads; hidden ones do not count."""
    files = {"program.yaml", *(f"{kind}.schema.json" for kind in KINDS)}
    for path in visible(spec):
        if path.name not in files and path.name not in FOLDERS:
            yield file_finding(path, root, f"Unused file; the folders of spec/ are {', '.join(FOLDERS)}.")
    for folder, endings in FOLDERS.items():
        for path in visible(spec / folder):
            if path.is_dir():
                yield file_finding(path, root, "Unexpected folder.")
            elif not path.name.endswith(endings):
                told = " or ".join(endings)
                yield file_finding(path, root, f"Unused file; the name of a file here ends with {told}.")


def file_finding(path, root, sentence):
    """A finding about a file or folder as a whole."""
    return Finding(path.relative_to(root).as_posix(), 1, "file", sentence)


def visible(folder):
    """What is in a folder, sorted; hidden files are not part of the manifest."""
    return sorted(path for path in folder.glob("*") if not path.name.startswith("."))


def shipped():
    """``(root, program, protocols, schemas)`` as the package has them, for commands that a user declares."""
    package = resources.files("cometapi")
    folder = package / "share" / "manifest"
    names = ("program", "protocols")
    data, protocols = (json.loads((folder / f"{name}.json").read_text("utf-8")) for name in names)
    read = {name: Source("protocols.json", one) for name, one in protocols.items()}
    return Path(str(package)).parent, Source("program.json", data), read, schemas(folder)


def schemas(folder):
    """The JSON Schemas of the manifest's files, by kind."""
    return {kind: json.loads((folder / f"{kind}.schema.json").read_text("utf-8")) for kind in KINDS}


def read_files(folder, root, findings):
    """Commands, topics and replies of a folder, each a dict; what cannot be read is added to ``findings``."""
    found = {kind: read_folder(folder / kind, root, findings) for kind in ("commands", "topics")}
    replies = {path.name: read_reply(path, root, findings) for path in listed(folder / "replies", "")}
    return {**found, "replies": replies}


def read_folder(folder, root, findings):
    """The YAML files of a folder that can be read, by file stem."""
    sources = {path.stem: read_yaml(path, root, findings) for path in listed(folder, ".yaml")}
    return {stem: source for stem, source in sources.items() if source is not None}


def listed(folder, ending):
    """The files of a folder whose names end so, sorted."""
    return [path for path in visible(folder) if path.is_file() and path.name.endswith(ending)]


def read_reply(path, root, findings):
    """A sample: the value of a ``.json`` file, the text of a ``.sse`` one, else its bytes; None when unreadable."""
    return reply_of(path.relative_to(root).as_posix(), path.read_bytes(), findings)


def reply_of(name, content, findings):
    """The bytes of a sample as ``read_reply`` gives them; ``name`` is what findings call the file."""
    ending = Path(name).suffix
    if ending not in TEXTS:
        return content
    try:
        text = content.decode("utf-8")
        return json.loads(text) if ending == ".json" else text
    except json.JSONDecodeError as error:
        sentence = f"Invalid JSON in column {error.colno}: {error.msg[0].lower()}{error.msg[1:]}."
        findings.append(Finding(name, error.lineno, "file", sentence))
    except UnicodeDecodeError:
        findings.append(Finding(name, 1, "file", "This is not text in UTF-8."))
    except RecursionError:
        findings.append(Finding(name, 1, "file", "It is nested too deeply."))
    return None
