"""Guides: a walk of a few steps each, to where the reference goes on."""

import re

import pytest
from manifest import COMMANDS, MODEL

GUIDES = MODEL.guides


def test_the_guides_are_read_in_this_order():
    assert [one.name.removeprefix("guide-") for one in GUIDES] == [
        "first-call",
        "scripting",
        "structured",
        "tools",
        "media",
        "batch",
        "budgets",
        "history",
        "agents",
    ]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda one: one.name)
def test_a_guide_is_a_walk_of_a_few_steps(guide):
    assert 5 <= len(guide.steps) <= 10
    assert [one["text"] for one in guide.steps if len(re.findall(r"[.?](?= [A-Z]|$)", one["text"])) > 3] == []


def test_help_that_a_topic_names_exists():
    known = {one.name for one in MODEL.topics} | {one.words for one in COMMANDS}
    texts = [(one.name, part) for one in MODEL.topics for part in (one.text, *(step["text"] for step in one.steps))]
    named = [
        (name, word)
        for name, text in texts
        for word in re.findall(r"(?:\(|cometapi |see |or |and )help\s+([a-z-]+)", text)
    ]
    assert [(name, word) for name, word in named if word not in known and word != "lists"] == []
