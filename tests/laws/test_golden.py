"""What users read, word for word: help of every command, group and topic, one man page."""

import pytest
from golden import FOLDER, check
from manifest import COMMANDS, MODEL, ROOT

HELPS = {
    "cometapi": ["--help"],
    **{command.stem: [*command.words.split(), "--help"] for command in COMMANDS},
    **{f"group-{words.replace(' ', '-')}": [*words.split(), "--help"] for words in MODEL.groups},
    **{f"topic-{topic.name}": ["help", topic.name] for topic in MODEL.topics},
}


@pytest.mark.parametrize("name", HELPS)
def test_help(name, cli):
    ran = cli(*HELPS[name])
    assert (ran.code, ran.err) == (0, "")
    check(f"help/{name}.txt", ran.out)


def test_man_page():
    check(
        "man/cometapi-models.1", (ROOT / "cometapi" / "share" / "man" / "man1" / "cometapi-models.1").read_text("utf-8")
    )


def test_no_golden_file_is_left_over():
    assert {path.stem for path in (FOLDER / "help").iterdir()} == set(HELPS)
