"""The same faults for the vendor's own client, each in a process of its own: what it exits with, and what is wrong.

``PYTHONPATH=.:tests python tests/faults/vendor.py PROGRAM [--only WORD]`` prints one JSON object for each cell. PROGRAM is ``cometapi`` of an
environment into which ``cometapi-cli`` was installed; nothing of it is imported here, and CI does not run this. The
host of its account calls is a constant; a sitecustomize of ours replaces it in the vendor's process, so that all of its
requests come here.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

from faults import FAULTS
from honest import Honest
from rawserver import RawServer
from world import SECRETS, World

BOUND = 25  # seconds after which a call is ended, because its own time-outs cannot be set
COMMANDS = {  # its words, whether asking again may cost money
    "chat": (["chat", "Hello"], True),
    "chat --no-stream": (["chat", "Hello", "--no-stream"], True),
    "run": (["run", "gpt-5.4", "-i", 'messages=[{"role":"user","content":"Hello"}]'], True),
    "models": (["models"], False),
    "model info": (["model", "info", "gpt-5.4"], False),
    "balance": (["balance"], False),
    "account": (["account"], False),
    "stats": (["stats"], False),
    "tokens": (["tokens"], False),
    "logs": (["logs"], False),
    "tasks": (["tasks"], False),
    "doctor": (["doctor"], False),
}
SHIM = """
import os, cometapi_cli.client
cometapi_cli.client.COMETAPI_DASHBOARD_BASE = os.environ["COMETAPI_BASE_URL"].removesuffix("/v1")
"""


def met(program, command, fault, places, folder):
    """One cell: the facts of one call of the vendor's program that met a fault."""
    words, is_paid = COMMANDS[command]
    service, stranger, requests = RawServer(), RawServer(), []
    stranger(lambda talk: Honest(talk).whole())

    def answer(talk):
        requests.append(talk)
        is_honest = fault.heals and len(requests) > 1
        return Honest(talk).whole() if is_honest else fault.commit(Honest(talk), stranger.url)

    service(answer)
    code, out, err = ran([program, *words], environ(places.get(fault.place, service.url), folder))
    keys = [secret for secret in SECRETS.values() for talk in stranger.talks if secret in str(talk.headers)]
    service.listener.close()
    stranger.listener.close()
    return {
        "command": command,
        "fault": fault.name,
        "expected": fault.end.code,
        "code": code,
        "requests": len(requests),
        "stranger": len(stranger.talks),
        "key_to_stranger": bool(keys),
        "paid_again": is_paid and fault.again == "never" and len(requests) > 1,
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


def main(program, only=""):
    """Let every command meet every fault, four at a time."""
    world, lock = World(), threading.Lock()
    places = {name: url for name, url in world.places.items() if name != "service"}
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(4) as pool:
        (Path(folder) / "sitecustomize.py").write_text(SHIM, "utf-8")

        def tell(cell):
            facts = met(program, *cell, places, folder)
            with lock:
                print(json.dumps(facts, ensure_ascii=False), flush=True)

        list(pool.map(tell, [cell for cell in product(COMMANDS, FAULTS) if only in f"{cell[0]} {cell[1]}"]))


if __name__ == "__main__":
    main(*sys.argv[1:])
