"""``exec`` between a terminal and its program: streams, signals, stops, exit codes, and nothing that stays behind."""

import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pexpect
import pytest
import warm
from terminal import spawn

COUNTS = """\
import os, select, signal, sys, time
def count(number, frame):
    os.write(1, f"got {signal.Signals(number).name}\\n".encode())
for name in "SIGINT SIGTERM SIGHUP SIGQUIT SIGTSTP SIGCONT SIGWINCH".split():
    signal.signal(getattr(signal, name), count)
if sys.argv[1:] == ["apart"]:
    os.setpgid(0, 0)
print("ready", os.getpid(), flush=True)
rest = b""
while b"end" not in rest:  # a signal that comes just before a read would wait for the next line
    if sys.argv[1:] != ["apart"] and select.select([0], [], [], 0.02)[0]:
        *lines, rest = (rest + os.read(0, 1000)).split(b"\\n")
        for line in lines:
            print("read", line.decode(), flush=True)
            if line == b"size":
                print(*os.get_terminal_size(0), flush=True)
        rest = b"end" if b"end" in lines else rest
    else:
        time.sleep(0.02)
"""


class Launched:
    """``exec`` without a terminal, its streams pipes."""

    def __init__(self, words, environ):
        given, self.stdin = os.pipe()
        self.stdout, out = os.pipe()
        self.stderr, err = os.pipe()
        self.started = warm.start([str(word) for word in words], environ, None, (given, out, err))
        self.pid, self.kept = self.started.pid, b""
        for one in (given, out, err):
            os.close(one)

    def line(self):
        """The next line of stdout."""
        while b"\n" not in self.kept and (piece := os.read(self.stdout, 1000)):
            self.kept += piece
        line, _, self.kept = self.kept.partition(b"\n")
        return line.decode()

    def says(self, line):
        """Write a line to stdin."""
        os.write(self.stdin, f"{line}\n".encode())

    def ends(self):
        """The exit code, and the rest of what is said."""
        code = self.started.wait(20)
        return (
            code,
            (self.kept + warm.drained(os.dup(self.stdout))).decode(),
            warm.drained(os.dup(self.stderr)).decode(),
        )

    def close(self):
        """Kill it, if it still runs."""
        self.started.kill()
        for one in (self.stdin, self.stdout, self.stderr):
            os.close(one)


@pytest.fixture
def launch(environ):
    """Start ``exec`` in the sandbox with these words for a program."""
    started = []

    def begin(*words, options=()):
        started.append(Launched(["exec", "--sandbox", *options, "--", *words], environ))
        return started[-1]

    yield begin
    for one in started:
        one.close()


@pytest.fixture
def at_terminal(environ):
    """The same on a terminal of its own."""
    started = []

    def begin(*words):
        command = ["-m", "cometapi", "exec", "--sandbox", "-q", "--", *map(str, words)]
        started.append(spawn(sys.executable, command, env={**environ, "TERM": "xterm"}))
        return started[-1]

    yield begin
    for one in started:
        one.close(force=True)


def is_there(pid):
    """Whether a process runs."""
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def state(pid):
    with open(f"/proc/{pid}/stat") as file:
        return file.read().rpartition(")")[2].split()[0]


def until(condition, seconds=10):
    """Wait for a condition."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.01)


@pytest.mark.parametrize(
    "script, code",
    [
        ("exit 0", 0),
        ("exit 3", 3),
        ("exit 255", 255),
        ("kill -9 $$", 137),
        ("kill -TERM $$", 143),
        ("kill -INT $$", 130),
    ],
)
def test_the_code_is_that_of_the_program(script, code, cli):
    ran = cli("exec", "--sandbox", "-q", "--", "sh", "-c", script)
    assert (ran.code, ran.out, ran.err) == (code, "", "")


def test_a_program_that_is_not_there_or_cannot_be_run_is_a_sentence(cli, tmp_path):
    text = tmp_path / "text"
    text.write_text("no program")
    lost = tmp_path / "lost"
    lost.write_text("#!/no/such/interpreter\n")
    lost.chmod(0o755)
    found = [
        cli("exec", "--sandbox", "-q", "--", *words)
        for words in (["no-such-program"], [tmp_path / "none"], [text], [tmp_path], [lost], [""])
    ]

    assert [ran.code for ran in found] == [127, 127, 126, 126, 126, 127]
    assert [ran.out for ran in found] == [""] * 6
    assert found[0].err == "cometapi: There is no program no-such-program in PATH.\n"
    assert found[2].err == f"cometapi: {text} is not executable.\n  Make it so with: chmod +x {text}\n"
    assert found[4].err == f"cometapi: {lost} cannot be run: No such file or directory.\n"


def test_a_whole_line_in_quotes_is_told(cli):
    ran = cli("exec", "--sandbox", "-q", "--", "sh -c true")
    assert (ran.code, ran.err) == (
        127,
        "cometapi: There is no program sh -c true in PATH.\n"
        "  If this is a program with its arguments, leave out the quotes around them.\n",
    )


def test_words_are_added_to_those_of_an_alias(cli):
    cli("alias", "set", "cc", "exec --sandbox -q -- echo one")
    assert cli("cc", "--", "-p", "two").out == "one -p two\n"


def test_a_script_that_does_not_say_what_runs_it_is_the_shells(cli, tmp_path):
    script = tmp_path / "plain"
    script.write_text("echo $# $1\n")
    script.chmod(0o755)
    assert cli("exec", "--sandbox", "-q", "--", script, "a b").out == "1 a b\n"


def test_streams_are_the_programs(cli):
    ran = cli("exec", "--sandbox", "--", "sh", "-c", "cat; echo told >&2", stdin="one\ntwo")

    assert ran.out == "one\ntwo"
    lines = ran.err.splitlines()
    assert (lines[-2], lines[-1]) == ("told", "cometapi: The program sent no paid requests.")


def test_a_reader_that_leaves_ends_the_program_as_always(launch):
    one = launch("yes", options=["-q"])
    assert one.line() == "y"
    os.close(one.stdout)
    code = one.started.wait(20)
    one.stdout = os.open(os.devnull, os.O_RDONLY)
    assert code == 128 + signal.SIGPIPE


def test_it_runs_in_the_repl_too(cli):
    ran = cli("repl", stdin='exec --sandbox -q -- sh -c "exit 3"\nexec --sandbox -q -- no-such-program\n')
    assert ran.code == 127
    assert "cometapi: There is no program no-such-program in PATH.\n" in ran.err


def test_it_learns_of_the_end_where_the_ends_of_programs_are_ignored(environ):
    text = (
        "import os, signal, sys\nsignal.signal(signal.SIGCHLD, signal.SIG_IGN)\nos.execv(sys.executable, sys.argv[1:])"
    )
    words = ["-m", "cometapi", "exec", "--sandbox", "-q", "--", "sh", "-c", "exit 4"]
    command = [sys.executable, "-c", text, sys.executable, *words]
    assert subprocess.run(command, env=environ, timeout=30, check=False).returncode == 4


def test_what_was_opened_for_the_program_is_still_open(environ, tmp_path):
    (tmp_path / "file").write_text("from outside\n")
    line = f"exec {sys.executable} -m cometapi exec --sandbox -q -- cat /dev/fd/7 7<{tmp_path / 'file'}"
    done = subprocess.run(["sh", "-c", line], env=environ, capture_output=True, timeout=30, check=False)
    assert (done.stdout, done.stderr) == (b"from outside\n", b"")


@pytest.mark.parametrize("name, code", [("TERM", 7), ("HUP", 7), ("QUIT", 7), ("INT", 7), ("USR1", 7)])
def test_a_signal_to_the_launcher_alone_is_passed_on(name, code, launch):
    one = launch("sh", "-c", f"trap 'exit 7' {name}; echo ready $$; while :; do sleep 0.05; done")
    child = int(one.line().split()[1])
    os.kill(one.pid, getattr(signal, f"SIG{name}"))

    assert one.ends()[0] == code
    assert not is_there(child)


def test_a_signal_is_passed_on_again_when_it_comes_again(launch, program):
    one = launch(program("agent", COUNTS), options=["-q"])
    assert one.line().startswith("ready")
    for _ in range(3):
        os.kill(one.pid, signal.SIGTERM)
        assert one.line() == "got SIGTERM"
    one.says("end")

    assert one.ends() == (0, "read end\n", "")


def test_the_gateway_is_gone_after_the_program_and_there_while_it_ends(launch, program):
    text = (
        "import os, signal, sys, time, urllib.request\n"
        "def late(*_):\n"
        "    request = urllib.request.Request(os.environ['ANTHROPIC_BASE_URL'] + '/v1/models',\n"
        "        headers={'x-api-key': os.environ['ANTHROPIC_API_KEY']})\n"
        "    os.write(1, b'%d\\n' % urllib.request.urlopen(request).status)\n"
        "    sys.exit(5)\n"
        "signal.signal(signal.SIGTERM, late)\n"
        "print(os.environ['ANTHROPIC_BASE_URL'], flush=True)\n"
        "time.sleep(60)\n"
    )
    one = launch(program("agent", text), options=["-q"])
    port = int(one.line().rpartition(":")[2])
    os.kill(one.pid, signal.SIGTERM)

    assert one.ends() == (5, "200\n", "")
    listening = re.compile(rf":{port:04X} 00000000:0000 0A")
    assert not listening.search(Path("/proc/net/tcp").read_text())


def test_the_program_does_not_outlive_a_launcher_that_is_killed(launch):
    one = launch("sh", "-c", "trap '' TERM HUP INT; echo ready $$; while :; do sleep 0.05; done")
    child = int(one.line().split()[1])
    one.started.kill()
    until(lambda: not is_there(child))


def test_under_nohup_a_hangup_reaches_nobody(environ, program):
    command = ["nohup", sys.executable, "-m", "cometapi", "exec", "--sandbox", "-q", "--"]
    text = "import signal\nprint('ready', signal.getsignal(signal.SIGHUP) == signal.SIG_IGN, flush=True)\ninput()"
    process = subprocess.Popen(
        [*command, program("agent", text)],
        env=environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout.readline() == b"ready True\n"
    os.killpg(process.pid, signal.SIGHUP)
    assert (process.communicate(b"\n", timeout=20)[0], process.returncode) == (b"", 0)


def test_stopped_and_continued_without_a_terminal(launch, program):
    one = launch("sh", "-c", "echo ready $$; read line", options=["-q"])
    child = int(one.line().split()[1])
    os.kill(child, signal.SIGSTOP)
    until(lambda: state(child) == "T")
    assert state(one.pid) != "T"  # no shell could wake it
    os.kill(one.pid, signal.SIGCONT)
    until(lambda: state(child) != "T")
    one.says("")
    assert one.ends()[0] == 0


def test_ctrl_c_reaches_the_program_once(at_terminal, program):
    one = at_terminal(program("agent", COUNTS))
    one.expect("ready [0-9]+")
    for _ in range(2):
        one.sendintr()
        one.expect_exact("got SIGINT")
    one.send("\x1c")  # Ctrl-\
    one.expect_exact("got SIGQUIT")
    one.sendline("end")
    one.expect_exact("read end")
    one.expect(pexpect.EOF)
    one.close()

    assert one.exitstatus == 0
    assert "got" not in one.before


@pytest.mark.parametrize("name", ["SIGINT", "SIGQUIT", "SIGTERM", "SIGHUP"])
def test_at_a_terminal_too_a_signal_to_the_launcher_alone_is_passed_on(name, at_terminal, program):
    one = at_terminal(program("agent", COUNTS))
    one.expect("ready [0-9]+")
    one.kill(getattr(signal, name))
    one.expect_exact(f"got {name}")
    one.sendline("end")
    one.expect_exact("read end")
    one.expect(pexpect.EOF)


def test_a_program_that_leaves_the_process_group_gets_ctrl_c_all_the_same(at_terminal, program):
    one = at_terminal(program("agent", COUNTS), "apart")
    one.expect("ready [0-9]+")
    one.sendintr()
    one.expect_exact("got SIGINT")
    one.close(force=True)


def test_the_program_sees_the_size_of_the_terminal_and_its_changes(at_terminal, program):
    one = at_terminal(program("agent", COUNTS))
    one.expect("ready [0-9]+")
    one.setwinsize(33, 101)
    one.expect_exact("got SIGWINCH")
    one.sendline("size")
    one.expect_exact("101 33")
    one.sendline("end")
    one.expect(pexpect.EOF)


@pytest.fixture
def shell(environ):
    """An interactive shell with job control."""
    one = spawn("/bin/bash", ["--norc", "--noprofile", "-i"], env={**environ, "TERM": "dumb", "PS1": "PROMPT> "})
    one.expect_exact("PROMPT> ")
    yield one
    one.close(force=True)


def test_ctrl_z_stops_both_and_fg_continues_both(shell, program):
    path = program(
        "agent",
        "import os\nprint('ready', os.getpid(), flush=True)\nwhile (line := input()) != 'end': print('read', line, flush=True)",
    )
    shell.sendline(f"{sys.executable} -m cometapi exec --sandbox -q -- {path}; echo code $?")
    shell.expect("ready ([0-9]+)")
    child = int(shell.match[1])
    shell.send("\x1a")
    shell.expect("Stopped")
    shell.expect_exact("PROMPT> ")
    assert state(child) == "T"
    shell.sendline("fg")
    shell.expect_exact("cometapi exec")
    shell.sendline("one")
    shell.expect_exact("read one")
    shell.sendline("end")
    shell.expect_exact("PROMPT> ")


def test_a_program_that_stops_itself_gives_the_shell_back(shell, program):
    path = program(
        "agent",
        "import os, signal\nprint('ready', flush=True)\nos.kill(os.getpid(), signal.SIGSTOP)\nprint('went on', flush=True)",
    )
    shell.sendline(f"{sys.executable} -m cometapi exec --sandbox -q -- {path}")
    shell.expect_exact("ready")
    shell.expect("Stopped")
    shell.expect_exact("PROMPT> ")
    shell.sendline("fg")
    shell.expect_exact("went on")
    shell.expect_exact("PROMPT> ")


def test_a_closed_terminal_ends_both(environ):
    terminal, other = pty.openpty()
    words = ["exec", "--sandbox", "-q", "--", "sh", "-c", "echo ready $$; while :; do sleep 0.05; done"]
    started = warm.start(words, environ, None, [other] * 3, is_terminal=True)
    os.close(other)
    child = int(os.read(terminal, 100).split()[1])
    os.close(terminal)

    assert started.wait(10) == 129
    assert not is_there(child)


def test_a_terminal_that_a_killed_program_left_without_echo_is_given_back(environ, program):
    path = program("agent", "import os, signal, tty\ntty.setraw(0)\nos.kill(os.getpid(), signal.SIGKILL)")
    line = f"{sys.executable} -m cometapi exec --sandbox -q -- {path}; echo code $?; stty -a"
    one = spawn("/bin/sh", ["-c", line], env={**environ, "TERM": "xterm"})
    one.expect_exact("code 137")
    one.expect(pexpect.EOF)
    assert re.search(r"\sicanon\b", one.before) and re.search(r"\secho\b", one.before)
    one.close()
