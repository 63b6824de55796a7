"""File systems that cannot do all that Linux can, runs that were killed, and files that somebody else has open."""

import base64
import errno
import os
import stat
import subprocess

import pytest
from conftest import PROGRAM
from protocol_servers import Gemini

from cometapi import temporary
from cometapi.cli.endings import ENDINGS
from cometapi.errors import OutputFailed
from cometapi.output.new_files import new_file
from cometapi.settings import folders
from cometapi.terminal.history import remember

WORDS = ("--sandbox", "models", "--query", "[0].id", "--quiet", "--output")
IMAGE = base64.b64encode(b"x" * 300_000).decode()


def refusing(number):
    """A call of the system that a file system does not have."""

    def call(*_, **__):
        raise OSError(number, os.strerror(number))

    return call


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("chmod", errno.EPERM),
        ("fsync", errno.EINVAL),
        ("link", errno.EPERM),
        ("chown", errno.EPERM),
        ("flock", errno.ENOLCK),
    ],
)
@pytest.mark.parametrize("words", [["config", "set", "retries", "3"], [*WORDS, "f"]], ids=["config", "output"])
def test_what_a_file_system_cannot_do_stops_nothing(cli, home, tmp_path, monkeypatch, name, number, words):
    import fcntl

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(fcntl if name == "flock" else os, name, refusing(number))
    ran = cli(*words)

    assert ran.code == 0
    text = (home / ".config/cometapi/config.toml").read_text() if words[0] == "config" else (tmp_path / "f").read_text()
    assert text in ("retries = 3\n", "gpt-5.4\n")


def test_a_disk_that_refuses_is_no_such_thing(cli, home, monkeypatch):
    monkeypatch.setattr(os, "fsync", refusing(errno.EIO))
    ran = cli("config", "set", "retries", "3")

    assert (ran.code, list((home / ".config" / "cometapi").iterdir())) == (1, [])


@pytest.mark.parametrize("length", [1, 255])
def test_a_name_may_be_as_long_as_the_file_system_takes(cli, tmp_path, length):
    path = tmp_path / ("x" * length)

    assert (cli(*WORDS, path).code, path.read_text()) == (0, "gpt-5.4\n")


# --- descriptors


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link"])
def test_a_name_of_stdout_writes_into_what_stdout_is(environ, tmp_path, name):
    (tmp_path / "link").symlink_to("/dev/stdout")
    out = tmp_path / "out.txt"
    out.write_text("before\n")
    number = out.stat().st_ino
    line = f"echo first; {PROGRAM} --sandbox models --query '[0].id' --quiet --output {name}; echo last"
    done = subprocess.run(["sh", "-c", f"({line}) >> {out}"], env=environ, cwd=tmp_path, capture_output=True, text=True)

    assert (done.stderr, out.read_text()) == ("", "before\nfirst\ngpt-5.4\nlast\n")
    assert out.stat().st_ino == number


@pytest.mark.parametrize("name", ["/dev/stderr", "/dev/fd/2", "/dev/fd/9"])
def test_other_descriptors_are_written_into_as_well(environ, tmp_path, name):
    line = f"{PROGRAM} --sandbox models --query '[0].id' --quiet --output {name} {name[-1].replace('r', '2')}> got"
    done = subprocess.run(["sh", "-c", line], env=environ, cwd=tmp_path, capture_output=True, text=True)

    assert (done.returncode, done.stdout, (tmp_path / "got").read_text()) == (0, "", "gpt-5.4\n")


def test_a_descriptor_that_is_not_open_is_a_sentence(cli):
    ran = cli(*WORDS, "/dev/fd/987")

    assert (ran.out, ran.code, ran.err) == ("", 1, "cometapi: /dev/fd/987 cannot be written: Bad file descriptor.\n")


# --- media


def test_half_a_file_never_has_a_whole_one_s_name(tmp_path):
    def pieces():
        yield b"half"
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(OutputFailed, match="cannot be written: No space left on device"):
        new_file("image/png", pieces(), str(tmp_path / "answer-{number}"))
    assert list(tmp_path.iterdir()) == []


def test_a_file_has_its_name_when_it_is_whole(tmp_path):
    seen = []

    def pieces():
        yield b"half"
        seen.extend(path.name for path in tmp_path.iterdir())
        yield b" whole"

    path = new_file("image/png", pieces(), str(tmp_path / "answer-{number}"))

    assert (path, (tmp_path / "answer-1.png").read_bytes()) == (str(tmp_path / "answer-1.png"), b"half whole")
    assert [name.startswith(".") for name in seen] == [True]
    assert new_file("image/png", [b"2"], str(tmp_path / "answer-{number}")).endswith("answer-2.png")


def test_a_full_disk_leaves_no_half_image(environ, raw, tmp_path):
    from mounts import MODULE, mounted

    part = {"inlineData": {"mimeType": "image/png", "data": IMAGE}}
    raw(lambda talk: talk.stream(Gemini().parts(part), *Gemini().finish("STOP")).end())
    (tmp_path / "d").mkdir()
    script = f"mount -t tmpfs -o size=100k none {tmp_path}/d && {' '.join(MODULE)} gemini hi --save {tmp_path}/d; ls -A {tmp_path}/d"
    done = mounted(script, environ)

    assert (done.stdout.strip(), done.stderr) == (
        "",
        f"cometapi: {tmp_path}/d/answer-1.png cannot be written: No space left on device.\n",
    )


@pytest.mark.parametrize(
    "kind",
    [
        "application/x-sh",
        "text/html",
        "text/javascript",
        "text/x-python",
        "image/svg+xml",
        "application/x-msdownload",
        "x/../y",
    ],
)
def test_no_ending_is_that_of_what_can_be_run(tmp_path, kind):
    assert new_file(kind, [b"x"], str(tmp_path / "answer-{number}")) == str(tmp_path / "answer-1.bin")
    assert not set(ENDINGS.values()) & {
        ".sh",
        ".html",
        ".htm",
        ".js",
        ".py",
        ".svg",
        ".exe",
        ".bat",
        ".desktop",
        ".com",
    }


# --- what was left behind


def stray(folder, seconds):
    """A file that a run has left, this many seconds ago."""
    handle, path = temporary.begun(folder)
    os.utime(path, (os.stat(path).st_mtime - seconds,) * 2)
    return handle, path


def test_what_a_killed_run_left_goes_with_the_next(tmp_path):
    handle, old = stray(tmp_path, 3600)
    os.close(handle)
    in_use, used = stray(tmp_path, 3600)
    fresh_handle, fresh = stray(tmp_path, 0)
    os.close(fresh_handle)
    (tmp_path / ".other.tmp").write_text("mine")
    folders.write_private(str(tmp_path / "config.toml"), b"x")
    os.close(in_use)

    assert sorted(os.listdir(tmp_path)) == sorted(
        [os.path.basename(used), os.path.basename(fresh), ".other.tmp", "config.toml"]
    )
    assert not os.path.exists(old)


def test_every_folder_that_is_made_is_its_owner_s_alone(home, cli):
    before = os.umask(0)
    try:
        cli("config", "set", "retries", "3")
        cli("--sandbox", "models")
    finally:
        os.umask(before)
    modes = {str(path): stat.S_IMODE(path.stat().st_mode) for path in home.rglob("*") if path.is_dir()}

    assert set(modes.values()) == {0o700}
    assert len(modes) == 2


def test_what_the_superuser_writes_into_a_home_is_its_owner_s(home, cli, monkeypatch):
    given = []
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(os, "chown", lambda path, *facts, **_: given.append((os.path.basename(path)[:6], *facts)))
    cli("config", "set", "retries", "3")
    owner = (home.stat().st_uid, home.stat().st_gid)

    assert given == [(".confi", *owner), ("cometa", *owner), (".comet", *owner)]


def test_a_link_to_a_device_replaces_no_device(cli, config, home, monkeypatch):
    replaced, changed = [], []
    monkeypatch.setattr(os, "replace", lambda *paths: replaced.append(paths))
    monkeypatch.setattr(os, "chmod", lambda *facts, **_: changed.append(facts))
    config.symlink_to(os.devnull)
    ran = cli("config", "set", "retries", "3")
    remember(str(config), "hello")

    assert (ran.out, ran.code, replaced, changed) == ("", 1, [], [])
    assert ran.err == f"cometapi: The config file {config} cannot be written: It is not a file. It was not changed.\n"
