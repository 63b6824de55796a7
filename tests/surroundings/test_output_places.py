"""What ``--output`` may name: files, links, devices and pipes, and what it may not."""

import os
import stat
import subprocess
import threading

import pytest
from conftest import PROGRAM, finished

WORDS = ("--sandbox", "models", "--query", "[0].id", "--quiet", "--output")


def test_a_link_stays_and_its_file_is_written(cli, tmp_path):
    (tmp_path / "link").symlink_to("file")
    ran = cli(*WORDS, tmp_path / "link")

    assert (ran.code, ran.out, os.readlink(tmp_path / "link"), (tmp_path / "file").read_text()) == (
        0,
        "",
        "file",
        "gpt-5.4\n",
    )


def test_force_keeps_the_mode_of_the_file(cli, tmp_path):
    path = tmp_path / "file"
    path.write_text("old")
    path.chmod(0o640)

    assert (cli(*WORDS, path).code, path.read_text()) == (2, "old")
    assert (cli(*WORDS, path, "--force").code, path.read_text()) == (0, "gpt-5.4\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_named_pipe_is_written_to(cli, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    came = []
    reader = threading.Thread(target=lambda: came.append((tmp_path / "pipe").read_text()))
    reader.start()
    ran = cli(*WORDS, tmp_path / "pipe")
    reader.join(20)

    assert (ran.code, ran.out, came) == (0, "", ["gpt-5.4\n"])


@pytest.mark.parametrize("path", ["/dev/stdout", "-", "/dev/fd/1"])
def test_the_names_of_stdout_mean_stdout(path, environ):
    line = f"{PROGRAM} --sandbox models --query '[0].id' --quiet --output {path} | cat"
    done = subprocess.run(["bash", "-c", line], env=environ, capture_output=True, text=True, stdin=subprocess.DEVNULL)

    assert (done.stdout, done.stderr) == ("gpt-5.4\n", "")


def test_nothing_comes_of_the_null_device(cli):
    ran = cli(*WORDS, "/dev/null")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("{folder}", "--output must be a file, but {folder} is a folder."),
        ("{folder}/no/file", "--output is in a folder that does not exist: {folder}/no."),
        ("{folder}/there", "{folder}/there already exists."),
    ],
)
def test_what_cannot_be_a_file_is_told_before_anything_is_sent(path, sentence, cli, raw, tmp_path):
    (tmp_path / "there").write_text("old")
    ran = cli("chat", "hi", "--output", path.format(folder=tmp_path))

    assert (ran.code, ran.out, raw.talks, (tmp_path / "there").read_text()) == (2, "", [], "old")
    assert ran.err.splitlines()[0] == f"cometapi: {sentence.format(folder=tmp_path)}"


@pytest.mark.parametrize("words", ["models", "chat hi", "api GET /v1/models"])
def test_a_removed_working_folder_is_named(environ, tmp_path, words):
    there = "mkdir gone && cd gone && rmdir ../gone"
    ran = finished(["sh", "-c", f"{there} && {PROGRAM} --sandbox --quiet {words} --output x"], environ, cwd=tmp_path)

    assert (ran.out, ran.code) == ("", 2)
    assert ran.err == (
        "cometapi: The current folder was removed, so no file can be written into it.\n  Go to a folder that exists: cd\n"
    )
