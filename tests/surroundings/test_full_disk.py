"""A disk without room for another byte: nothing that was there is lost, nothing half done is left, and it is said."""

import pytest
from mounts import on_full_disk

NOTE = "cometapi: Sample data from the sandbox; nothing is sent to the service.\n"
FULL = "No space left on device"
CONFIG = "printf 'default_model = \"old\"\\n' > config.toml"
OLD = "printf 'old\\n' > old.txt"


@pytest.fixture
def disk(tmp_path, environ):
    """Run words on a full disk, which holds the config folder, too; the finished process."""
    folder = tmp_path / "cometapi"
    folder.mkdir()
    variables = {
        **environ,
        "XDG_CONFIG_HOME": str(tmp_path),
        "XDG_CACHE_HOME": str(folder),
        "XDG_STATE_HOME": str(folder),
    }
    return lambda prepare, words: on_full_disk(folder, prepare, words, variables)


def test_the_config_file_stays_as_it_was(disk, tmp_path):
    ran = disk(CONFIG, "cometapi config set default_model new")

    assert (ran.returncode, ran.stdout) == (1, '\n./config.toml\ndefault_model = "old"\n')
    assert ran.stderr == (
        f"cometapi: The config file {tmp_path}/cometapi/config.toml cannot be written: {FULL}. It was not changed.\n"
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("models --json", "The result could not be written"),
        ("logs --export", "The result could not be written"),
        ("chat hi", "The result could not be written"),
    ],
)
def test_a_file_for_the_result_keeps_its_old_text_or_does_not_appear(disk, words, sentence):
    new = disk(OLD, f"cometapi --sandbox {words} --output new.txt")
    old = disk(OLD, f"cometapi --sandbox {words} --output old.txt --force")

    assert [ran.returncode for ran in (new, old)] == [1, 1]
    assert [ran.stdout for ran in (new, old)] == ["\n./old.txt\nold\n"] * 2
    assert all(FULL in ran.stderr and "Traceback" not in ran.stderr for ran in (new, old))


@pytest.mark.parametrize("words", ["models -f csv", "logs --export", "chat hi", "api GET /v1/models", "--help"])
def test_a_redirection_that_takes_nothing_more_is_a_sentence(disk, words):
    ran = disk(OLD, f"cometapi --sandbox {words} > new.txt" if words != "--help" else "cometapi --help > new.txt")
    told = ran.stderr.removeprefix(NOTE)

    assert (ran.returncode, told.count("\n"), FULL in told) == (1, 1, True)
    assert told.startswith(("cometapi: ", "{")) and "Traceback" not in told


def test_a_copy_that_cannot_be_kept_stops_nothing(disk, raw):
    raw(lambda talk: talk.whole({"success": True, "data": [{"id": "gpt-5.4"}]}))
    ran = disk(OLD, f"COMETAPI_BASE_URL={raw.url}/v1 cometapi models --query '[].id'")

    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "gpt-5.4\n\n./old.txt\nold\n", "")


def test_a_download_that_does_not_fit_costs_nothing_more(environ, raw, tmp_path):
    def answer(talk):
        if talk.path.endswith("/content"):
            return talk.head(200, "video/mp4", "Transfer-Encoding: chunked").chunks(b"\0\0\0\x18ftypmp42" * 20000).end()
        return talk.whole({"id": "video_1", "status": "completed"})

    raw(answer)
    folder = tmp_path / "disk"
    folder.mkdir()
    ran = on_full_disk(folder, "true", "cometapi video download video_1 -o fox.mp4", environ)

    assert (ran.returncode, "fox.mp4" in ran.stdout, "Traceback" in ran.stderr) == (1, False, False), ran
    assert "full" in ran.stderr or "No space left" in ran.stderr or "no room" in ran.stderr
    assert "Continue with: cometapi video download video_1 --output fox.mp4" in ran.stderr
