"""How the process ends: at once, with its exit code, and with all that is to be done at the end."""

import subprocess
import sys

import pytest

CALL = """
import atexit, os, sys, threading, time
sys.argv = ["cometapi", *{words!r}]
{before}
from cometapi.main import entry
entry()
print("not reached")
"""


def ended(environ, words, before="", stdout=subprocess.PIPE):
    """The finished process of a call with these words, before which some Python is run."""
    command = [sys.executable, "-c", CALL.format(words=words, before=before)]
    return subprocess.run(
        command, env=environ, stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE, text=True, check=False
    )


@pytest.mark.parametrize(
    ("words", "code"), [(["--version"], 0), (["chat", "--no-such"], 2), (["chat", "-m", "m", "hi"], 64)]
)
def test_the_exit_code_is_that_of_the_call(environ, words, code):
    done = ended(environ, words)
    assert done.returncode == code
    assert "not reached" not in done.stdout


def test_what_is_registered_for_the_end_is_done_and_written(environ):
    done = ended(environ, ["--version"], "atexit.register(lambda: sys.stdout.write('end\\n'))")
    assert done.stdout.splitlines()[1:] == ["end"]


def test_a_thread_that_still_works_is_waited_for(environ):
    before = "threading.Thread(target=lambda: (time.sleep(0.3), os.write(1, b'worked\\n'))).start()"
    done = ended(environ, ["--version"], before)
    assert (done.returncode, done.stdout.splitlines()[1:]) == (0, ["worked"])


def test_a_thread_that_only_helps_is_not_waited_for(environ):
    before = "threading.Thread(target=time.sleep, args=[60], daemon=True).start()"
    assert ended(environ, ["--version"], before).returncode == 0


def test_who_looks_on_sees_the_end(environ):
    done = ended(environ, ["--version"], "sys.setprofile(lambda *_: None); atexit.register(os.write, 1, b'seen\\n')")
    assert done.stdout.endswith("seen\n")


@pytest.mark.parametrize("words", [["--version"], ["chat", "--help"], ["models", "--sandbox", "--json"]], ids=" ".join)
def test_a_full_disk_is_told(environ, words):
    with open("/dev/full", "w") as full:
        done = ended(environ, words, stdout=full)
    assert done.returncode == 1
    assert "No space left on device" in done.stderr
