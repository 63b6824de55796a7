"""The PowerShell script, by its text alone: there is no pwsh where these tests run."""

import shells

from cometapi.manifest.compile import model
from cometapi.manifest.load import load


def test_names_every_command_topic_option_and_choice():
    text = shells.script("powershell").read_text("utf-8")
    sources, _ = load(shells.PROJECT)
    pressed = model(sources, "0")
    arguments = [one for command in pressed.commands for one in command.arguments]
    for command in pressed.commands:
        assert f"'{command.words}' = @(" in text
    for words, summary in pressed.group_summaries.items():
        assert f"'{words}' = '{summary}'" in text
    for topic in pressed.topics:
        assert f"'help {topic.name}' = '" in text
    for flag in [flag for one in arguments for flag in [*one.flags, one.negative] if flag]:
        assert f"{flag};" in text or f"{flag} -" in text
    for one in arguments:
        assert one.help.replace("'", "''") in text


def test_quotes_are_closed():
    lines = shells.script("powershell").read_text("utf-8").splitlines()
    data = [line for line in lines if line.startswith("            '")]
    assert data
    assert all(line.endswith("'") and line.count("'") % 2 == 0 for line in data)
