"""A home and a folder that nothing can be written to, and the program in a zip: all that need not write works."""

import shutil

import pytest
from conftest import PROJECT
from mounts import read_only, zipped

NOTE = "cometapi: Sample data from the sandbox; nothing is sent to the service.\n"


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """The program in a zip."""
    return zipped(tmp_path_factory.mktemp("archive") / "cometapi.zip", PROJECT / "cometapi")


@pytest.fixture
def frozen(tmp_path, environ, archive):
    """Run the program from a zip in a folder that is its home, and read-only."""
    home = tmp_path / "frozen"
    (home / ".config" / "cometapi").mkdir(parents=True)
    (home / ".config" / "cometapi" / "config.toml").write_text('default_model = "m"\n')
    path = shutil.copy(archive, home)
    variables = {**environ, "HOME": str(home), "PYTHONPATH": str(path), "PYTHONDONTWRITEBYTECODE": "1"}
    return lambda *words: read_only(home, words, variables)


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["--version"],
        ["logs", "--help"],
        ["help", "streaming"],
        ["completion", "bash"],
        ["config", "show"],
        ["--sandbox", "chat", "hi"],
        ["--sandbox", "models", "--json"],
        ["--sandbox", "logs", "--export"],
        ["--sandbox", "repl"],
        ["models", "--curl"],
    ],
    ids=" ".join,
)
def test_what_need_not_write_works(frozen, words):
    ran = frozen(*words)

    assert (ran.returncode, ran.stderr) == (0, NOTE if "--sandbox" in words else "")
    assert ran.stdout or "repl" in words


def test_a_list_is_printed_though_no_copy_can_be_kept(raw, frozen):
    raw(lambda talk: talk.whole({"success": True, "data": [{"id": "gpt-5.4"}]}))
    ran = frozen("models", "--query", "[].id")

    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "gpt-5.4\n", "")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["config", "set", "retries", "3"], "The config file {home}/.config/cometapi/config.toml cannot be written: "),
        (["--sandbox", "models", "--output", "models.txt"], "{home}/models.txt cannot be written: "),
        (["completion", "install", "bash"], "The script cannot be written to {home}/.local/share/"),
    ],
)
def test_what_must_write_is_a_sentence(frozen, tmp_path, words, sentence):
    ran = frozen(*words)
    told = ran.stderr.removeprefix(NOTE)

    assert (ran.returncode, ran.stdout, told.count("\n")) == (1, "", 1)
    assert told.startswith(f"cometapi: {sentence.format(home=tmp_path / 'frozen')}")
    assert "Read-only file system" in told
