"""What all commands share, compiled: option sets, and the facts of the program that the runtime reads."""

from urllib.parse import urlsplit

from cometapi.manifest.arguments import name_of
from cometapi.manifest.compile_arguments import arguments, choices, completion
from cometapi.manifest.compile_reply import pages, sample
from cometapi.manifest.protocol import protocol
from cometapi.manifest.select import selector
from cometapi.manifest.waiters import whole


def program_data(sources):
    """What commands are compiled with: the program's file, and the protocols and agents by name."""
    further = {kind: getattr(sources, kind) for kind in ("protocols", "agents")}
    return {
        **sources.program.data,
        **{kind: {name: one.data for name, one in files.items()} for kind, files in further.items()},
    }


def option_sets(program):
    """The data of every option set, by name."""
    return {
        name: {
            **{key: one[key] for key in ("title", "topic") if key in one},
            "arguments": arguments(one["arguments"], program),
        }
        for name, one in program["options"].items()
    }


def runtime_program(program):
    """What the runtime needs of the program file, selectors compiled."""
    return {
        "settings": {name: setting(one, program) for name, one in program["settings"].items()},
        "services": {name: {"without": [], **one} for name, one in program["services"].items()},
        "credentials": program["credentials"],
        "private": program["private"],
        "paths": [path(one) for one in program.get("paths", [])],
        "request_id": program["request_id"],
        "hints": program["hints"],
        "families": program.get("families", []),
        "start_with": program.get("start_with"),
        "protocols": {name: protocol(one) for name, one in program["protocols"].items()},
        "completions": program["completions"],
        "waiters": whole(program.get("waiters", {})),
        "players": program.get("players", []),
        "look_up": look_up(program.get("look_up")),
        "sandbox": sandbox_paths(program),
        "sample_times": program.get("sample_times"),
        "exits": program["exits"],
        "retry": program["retry"],
        "timeouts": program["timeouts"],
    }


OPTIONS_OF_LOOK_UP = ("request_id", "model", "since", "until")


def look_up(data):
    """The command that finds a call, and its arguments by name; None where there is none."""
    return data and {key: name_of(value) if key in OPTIONS_OF_LOOK_UP else value for key, value in data.items()}


def path(data):
    """What is known of paths by their beginning, with the places and the selectors of their lists compiled."""
    compiled = {"rows": selector, "pages": pages, "samples": path_samples}
    return {key: compiled[key](value) if key in compiled else value for key, value in data.items()}


def path_samples(data):
    """The samples of a path, by the method."""
    return {method: [sample({"file": name}, {})] for method, name in data.items()}


def setting(data, program):
    """One setting, its choices resolved."""
    resolved = {**data, "choices": choices(data["choices"])} if "choices" in data else data
    return {**resolved, **completion(data, program)}


def sandbox_paths(program):
    """Where the sandbox stands in for each setting of a service: its path there, by the setting's name.

    The first setting has the path of its default; every other one a path of its own before that, so that two services
    with the same endpoints are told apart.
    """
    names = dict.fromkeys(one["setting"] for one in program["services"].values())
    paths = {name: urlsplit(program["settings"][name].get("default", "")).path for name in names}
    first = next(iter(paths), None)
    return {name: path if name == first else f"/{name}{path}" for name, path in paths.items()}
