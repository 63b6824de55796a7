"""Everything that can be typed in a conversation is in the topic about it, in the words of ``/help``."""

from pathlib import Path

import yaml

from cometapi.commands.chat.slash import COMMANDS, KEYS

TOPIC = Path(__file__).parents[2] / "spec/topics/conversation.yaml"


def test_the_topic_lists_what_help_lists():
    text = yaml.safe_load(TOPIC.read_text())["text"]
    lines = [" ".join(line.split()) for line in text.splitlines() if line.startswith("    ")]
    calls = [(f"/{one.name} {one.argument}".rstrip(), one.summary) for one in COMMANDS]
    assert [line for line in lines if line.startswith("/") and not line.startswith("//")] == [
        f"{call} {summary}" for call, summary in calls
    ]
    assert {f"{key} {summary}" for key, summary in KEYS} <= set(lines)
