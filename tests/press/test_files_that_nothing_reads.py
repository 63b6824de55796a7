"""Files under spec/ that the press would pass by in silence."""

import pytest
from project import small_copy

from codegen.__main__ import press

NOTHING = "Unused file; the folders of spec/ are protocols, commands, topics, agents, replies, released."


@pytest.mark.parametrize(
    ("path", "finding"),
    [
        ("commands/x.yml", "commands/x.yml:1: file: Unused file; the name of a file here ends with .yaml."),
        ("topics/notes.txt", "topics/notes.txt:1: file: Unused file; the name of a file here ends with .yaml."),
        ("commands/old/chat.yaml", "commands/old:1: file: Unexpected folder."),
        ("replies/old/chat.json", "replies/old:1: file: Unexpected folder."),
        ("command/x.yaml", f"command:1: file: {NOTHING}"),
        ("program.yml", f"program.yml:1: file: {NOTHING}"),
        ("replies/chat2.json", "replies/chat2.json:1: file: No command uses this sample."),
    ],
)
def test_a_file_that_nothing_reads_is_a_finding(path, finding, tmp_path):
    file = small_copy(tmp_path) / "spec" / path
    file.parent.mkdir(exist_ok=True)
    file.write_text("{}\n")
    assert [str(one) for one in press(tmp_path)[1]] == [f"spec/{finding}"]


def test_a_sample_is_not_called_unused_while_a_command_is_wrong(tmp_path):
    spec = small_copy(tmp_path) / "spec"
    (spec / "commands" / "chat.yaml").write_text("command: [chat\n")
    assert [str(one) for one in press(tmp_path)[1]] == ["spec/commands/chat.yaml:1: file: This [ is not closed."]
