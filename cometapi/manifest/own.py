"""Commands that are compiled when the program runs: a user's own, each from a YAML file and its sample replies.

Each file is compiled alone, with the rules and the sentences of the press, so that a broken one costs only itself.
"""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from cometapi.manifest.arguments import whole
from cometapi.manifest.compile import command
from cometapi.manifest.compile_program import option_sets, program_data, runtime_program, setting
from cometapi.manifest.endpoints import endpoint, service_path
from cometapi.manifest.load import Sources, listed, reply_of, shipped
from cometapi.manifest.nouns import Model
from cometapi.manifest.own_rules import DECLARED, name_fault
from cometapi.manifest.read_yaml import Finding, Source, source_of
from cometapi.manifest.reply_rules import named_files
from cometapi.manifest.routes import placed_routes
from cometapi.manifest.rules import check
from cometapi.manifest.shared_columns import joined
from cometapi.manifest.surface import entry


def compiled(folder):
    """``(commands, findings)`` of a folder with ``commands/NAME.yaml`` and sample replies in ``replies/``: the data of each
    command by its words, and every fault of the files. A command of which a file has a fault is left out.
    """
    folder = Path(folder)
    replies = {path.name: path.read_bytes() for path in listed(folder / "replies", "")}
    commands, findings = {}, []
    for path in listed(folder / "commands", ".yaml"):
        bundle, found = compiled_file(f"commands/{path.name}", path.read_bytes(), replies, stem=path.stem)
        findings += found
        if bundle:
            commands[bundle["command"]["name"]] = whole(bundle["command"], option_sets(program_data(base())))
    return commands, sorted(set(findings))


@cache
def base():
    """The Sources of the program itself, without commands; the same for every file of a process."""
    root, program, protocols, schemas = shipped()
    return Sources(root, "", program, protocols, {}, {}, {}, {}, schemas, is_whole=False)


def compiled_file(name, content, replies, *, stem=None, taken=(), groups=(), tried=None):
    """``(bundle, findings)`` of one file; ``bundle`` is None where it has a fault, else what its command runs from.

    ``name`` is what findings call the file, ``content`` its bytes, ``replies`` the bytes of samples by name, ``stem`` the
    name that the file has to have. ``taken`` are the words of the program's commands, ``groups`` those that open them.
    ``tried`` tells why the data of a command refuse one of its examples, None where they do not; without it none is tried.
    """
    findings: list[Finding] = []
    source = source_of(name, content, findings)
    if source is None or findings:
        return None, findings
    words = source.data.get("command") if isinstance(source.data, dict) else None
    named = words.replace(" ", "-") if isinstance(words, str) else ""
    sources = sources_of(stem or named, source, used_replies(source.data, replies, findings))
    findings += [relocated(one, sources, source) for one in check(sources)]
    fault = name_fault(words, taken, groups) if isinstance(words, str) else None
    findings += [source.finding(("command",), fault)] if fault else []
    bundle = None if findings else bundle_of(sources, stem or named)
    if bundle and tried:
        faults = [tried(one["run"], bundle["command"]) for one in source.data["examples"]]
        findings += [source.finding(("examples", at, "run"), fault) for at, fault in enumerate(faults) if fault]
    return (None if findings else bundle), sorted(set(findings))


def gathered(content, read):
    """The bytes of the samples that a file names, and of those that they link to, by name: ``read`` gives those of one, or
    None where there is none.
    """
    source = source_of("", content, [])
    waiting, found = samples_of(source.data) if source else [], {}
    while waiting:
        name = waiting.pop()
        data = None if name in found else read(name)
        if data is not None:
            found[name] = data
            waiting += [one.decode() for one in re.findall(rb"http://sandbox/([a-z0-9.-]+)", data)]
    return found


def samples_of(data):
    """The names of the samples that the data of a file name, as far as they are of the right shape."""
    if not isinstance(data, dict):
        return []
    try:
        parts = [sample for _, one in placed_routes(data) for sample in one.get("samples", ())]
        names = [name for sample in parts for key in ("file", "stream") if isinstance(name := sample.get(key), str)]
    except (AttributeError, TypeError):
        return []
    return list(dict.fromkeys(names))


def used_replies(data, replies, findings):
    """Those of the samples that a file names, read."""
    names = [name for name in samples_of(data) if name in replies]
    found = {name: reply_of(f"replies/{name}", replies[name], findings) for name in names}
    linked = {name for sample in names for _, name in named_files({"file": sample}, found)}
    return {**{name: replies[name] for name in linked if name in replies}, **found}


def sources_of(stem, source, replies):
    """The program with what one file declares, and that file as its only command."""
    shared = base()
    data = dict(shared.program.data)
    for key in DECLARED:
        own = source.data.get(key) if isinstance(source.data, dict) else None
        if isinstance(own, dict):
            data[key] = {**own, **data[key]}
    program = Source(shared.program.file, data)
    return replace(shared, program=program, commands={stem: source}, replies=replies, base=shared.program.data)


def relocated(finding, sources, source):
    """A finding about what the file adds to the program, where the file says it."""
    if finding.file != sources.program.file:
        return finding
    return source.finding(finding.key.split("."), finding.sentence)


def bundle_of(sources, stem):
    """What a command runs from, as plain data: its own, what it declares, and its endpoints for the sandbox."""
    program = program_data(sources)
    source = joined(sources).commands[stem]
    made = command(stem, source, program, option_sets(program))
    declared = declared_of(source.data, program)
    facts = runtime_program(program)
    facts["sandbox"] |= declared["sandbox"]
    routes = [one for one in made.routes if "request" in one]
    prefixes = [service_path(facts, one["request"]["service"]) for one in routes]
    endpoints = [endpoint(facts, made, one, prefix) for one, prefix in zip(routes, prefixes, strict=True)]
    return {
        "command": made.data,
        **declared,
        "endpoints": endpoints,
        "samples": sorted(sources.replies),
        "surface": entry(model_of(facts, sources, made, program), made),
    }


def model_of(facts, sources, made, program) -> Model:
    """A Model of the program with this command alone, for the command's entry in its surface."""
    texts = {key: program[key] for key in ("summary", "description")}
    parts: dict = {"commands": [made], "topics": [], "examples": [], "overview": [], "folded": []}
    sets = option_sets(program)
    return Model(
        program["program"],
        "",
        program=facts,
        sets=sets,
        replies=sources.replies,
        group_summaries={},
        instead={},
        agents={},
        **texts,
        **parts,
    )


def declared_of(data, program):
    """The settings, services and credentials of a file as the runtime has them, and where the sandbox has its services."""
    urls = {name: one for name, one in data.get("settings", {}).items() if one.get("type") == "url"}
    return {
        "settings": {name: setting(one, program) for name, one in data.get("settings", {}).items()},
        "services": {name: {"without": [], **one} for name, one in data.get("services", {}).items()},
        "credentials": data.get("credentials", {}),
        "sandbox": {name: f"/{name}{urlsplit(one['default']).path.rstrip('/')}" for name, one in urls.items()},
    }
