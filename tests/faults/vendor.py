"""The same faults for the vendor's own client, side by side with ours: exit codes, requests, and what is wrong.

``PYTHONPATH=.:tests python tests/faults/vendor.py PROGRAM [WORD]`` prints the table, as it stands in vendor.md, and
the facts of each cell on stderr as JSON; with WORD, of the faults that hold it. PROGRAM is ``cometapi`` of an environment
into which ``cometapi-cli`` was installed; nothing of it is imported here, and CI does not run this. The host of its
account and its catalog is a constant; a sitecustomize of ours replaces it in its process, so that all requests come here.
"""

import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

from calls import CALLS
from faults import FAULTS
from honest import Honest
from matrix import expected, table
from rawserver import RawServer
from world import SECRETS, the_world

BOUND = 25  # seconds after which a call is ended, because its own time-outs cannot be set
COMMANDS = {  # its words, and the call of ours that does the same
    "chat": (["chat", "Hello"], "chat --stream"),
    "chat --no-stream": (["chat", "Hello", "--no-stream"], "chat --no-stream"),
    "run": (["run", "gpt-5.4", "-i", 'messages=[{"role":"user","content":"Hello"}]'], "run -e chat --no-stream"),
    "models": (["models"], "models --source=catalog"),
    "model info": (["model", "info", "gpt-5.4"], "model info"),
    "balance": (["balance"], "balance --source=account"),
    "account": (["account"], "account"),
    "stats": (["stats"], "stats"),
    "tokens": (["tokens"], "tokens"),
    "logs": (["logs"], "logs"),
    "tasks": (["tasks"], "tasks"),
    "doctor": (["doctor"], "doctor"),
}
OURS = {name: next(call for call in CALLS if str(call) == ours) for name, (_, ours) in COMMANDS.items()}
MARKS = {  # what is wrong beside the code, by the name of a fact
    "key_to_stranger": "K",
    "followed": "F",
    "paid_again": "$",
    "secret_shown": "S",
    "traceback": "T",
}
SHIM = """
import os, cometapi_cli.client
cometapi_cli.client.COMETAPI_DASHBOARD_BASE = os.environ["COMETAPI_BASE_URL"].removesuffix("/v1")
"""


def met(program, command, fault, places, folder):
    """One cell: the facts of one call of the vendor's program that met a fault."""
    service, stranger, requests = RawServer(), RawServer(), []
    stranger(lambda talk: Honest(talk).whole())

    def answer(talk):
        requests.append(talk)
        is_honest = fault.heals and len(requests) > 1
        return Honest(talk).whole() if is_honest else fault.commit(Honest(talk), stranger.url)

    service(answer)
    code, out, err = ran([program, *COMMANDS[command][0]], environ(places.get(fault.place, service.url), folder))
    keys = [secret for secret in SECRETS.values() for talk in stranger.talks if secret in str(talk.headers)]
    is_paid = not OURS[command].is_free and command != "doctor"
    service.close()
    stranger.close()
    return {
        "command": command,
        "fault": fault.name,
        "code": code,
        "requests": len(requests),
        "key_to_stranger": bool(keys),
        "followed": bool(stranger.talks) and not keys,
        "paid_again": is_paid and fault.again != "all" and len(requests) > 1,
        "traceback": "Traceback" in err,
        "secret_shown": any(secret in out + err for secret in SECRETS.values()),
        "id_told": "req-7" in out + err,
        "out": out[-300:],
        "err": err[-300:],
    }


def ran(command, variables):
    """``(exit code or None when it did not end, stdout, stderr)``."""
    process = subprocess.Popen(
        command, env=variables, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        out, err = process.communicate(timeout=BOUND)
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
        return None, out.decode(), err.decode()
    return process.returncode, out.decode(), err.decode()


def environ(url, folder):
    """An empty home, both credentials, and the service here."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": tempfile.mkdtemp(dir=folder),
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(folder),
        "COMETAPI_BASE_URL": f"{url}/v1",
        "COMETAPI_KEY": SECRETS["api_key"],
        "COMETAPI_ACCESS_TOKEN": SECRETS["access_token"],
    }


def side_by_side(world, cells):
    """The table: faults by commands, in each cell what ours comes to and what theirs came to."""
    found = {(facts["command"], facts["fault"]): facts for facts in cells}
    rows = {
        str(fault): [f"{ours(world, command, fault)}|{theirs(found[command, str(fault)])}" for command in COMMANDS]
        for fault in FAULTS
        if ("chat", str(fault)) in found
    }
    return table(list(COMMANDS), rows)


def ours(world, command, fault):
    """What our command has to come to, which the tests hold it to."""
    return expected(world, OURS[command], fault).replace("+", ":")


def theirs(facts):
    """What the vendor's command came to, and the marks of what is wrong."""
    if facts["code"] is None:
        return f"-:{facts['requests']}"
    return f"{facts['code']}:{facts['requests']}{''.join(mark for name, mark in MARKS.items() if facts[name])}"


def main(program, only=""):
    """Let every command meet every fault, four at a time, and print the table."""
    world = the_world()
    places = {name: url for name, url in world.places.items() if name != "service"}
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(4) as pool:
        (Path(folder) / "sitecustomize.py").write_text(SHIM, "utf-8")

        def tell(cell):
            facts = met(program, *cell, places, folder)
            print(json.dumps(facts, ensure_ascii=False), file=sys.stderr, flush=True)
            return facts

        cells = list(pool.map(tell, [cell for cell in product(COMMANDS, FAULTS) if only in str(cell[1])]))
    print(side_by_side(world, cells), end="")


if __name__ == "__main__":
    main(*sys.argv[1:])
