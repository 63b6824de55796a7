"""``cometapi messages``: words after ``messages hi``, and what they add to the body."""

from inprocess import FILES
from rows import CLOSED, SEVERAL, data, user

COMMAND = "messages"
TARGET = "POST /v1/messages"
PLAIN = {"model": "claude-sonnet-4-6", "max_tokens": 4096, "messages": [user("hi")], "stream": True}
TEXT = {"type": "text", "text": "hi"}
TURNS = [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]


def block(kind, media_type, content):
    return {"type": kind, "source": {"type": "base64", "media_type": media_type, "data": data(content)}}


def linked(kind, link):
    return {"type": kind, "source": {"type": "url", "url": link}}


PNG, PDF = block("image", "image/png", FILES["cat.png"]), block("document", "application/pdf", FILES["a.pdf"])


def formed(schema):
    return {"type": "json_schema", "schema": schema}


ROWS = {
    "": {},
    "-m claude-opus-4-6": {"model": "claude-opus-4-6"},
    "--max-tokens 10": {"max_tokens": 10},
    "-s s": {"system": [{"type": "text", "text": "s"}]},
    "-s s --cache": {"system": [{"type": "text", "text": "s", "cache_control": {"type": "ephemeral"}}]},
    "--messages turns.json": {"messages": [*TURNS, user("hi")]},
    "--image cat.png": {"messages": [user(TEXT, PNG)]},
    "--image https://h/cat.png --file a.pdf": {"messages": [user(PDF, TEXT, linked("image", "https://h/cat.png"))]},
    "--file https://h/a.pdf --file cat.png": {"messages": [user(linked("document", "https://h/a.pdf"), PNG, TEXT)]},
    "--link https://h/x": {"messages": [user(linked("document", "https://h/x"), TEXT)]},
    "-F notes.md": {"messages": [user("File: notes.md\n```\nmd\n```\n\nhi")]},
    "--thinking-budget 2048": {"thinking": {"type": "enabled", "budget_tokens": 2048}},
    "--effort medium": {"output_config": {"effort": "medium"}},
    "--schema 'a int' --effort low": {"output_config": {"effort": "low", "format": formed(CLOSED)}},
    "--schema-multi 'a int' --repairs 2": {"output_config": {"format": formed(SEVERAL)}},
    "-t 0.5 --top-p 0.5 --top-k 2": {"temperature": 0.5, "top_p": 0.5, "top_k": 2},
    "--stop a --stop b": {"stop_sequences": ["a", "b"]},
    "--tools tools.json": {"tools": [{"name": "now"}]},
    "--tools one.json --tool-choice auto": {"tools": [{"name": "now"}], "tool_choice": {"type": "auto"}},
    "--tools one.json --tool-choice any": {"tools": [{"name": "now"}], "tool_choice": {"type": "any"}},
    "--tool-choice none": {"tool_choice": {"type": "none"}},
    "--tools one.json --tool-choice now": {"tools": [{"name": "now"}], "tool_choice": {"type": "tool", "name": "now"}},
    "--user u1": {"metadata": {"user_id": "u1"}},
    "--beta some-feature-2026-01-01": {},
    "--stream": {},
    "--no-stream": {"stream": False},
    "--set metadata.x=1 --user u1": {"metadata": {"user_id": "u1", "x": 1}},
}

BODIES = [
    ({"max_tokens": 5}, "hi", {**PLAIN, "max_tokens": 5}),
    ({"max_tokens": 5, "model": "m"}, "hi --max-tokens 6", {**PLAIN, "max_tokens": 6, "model": "m"}),
    ({"messages": TURNS, "system": "s"}, "", {**PLAIN, "messages": TURNS, "system": "s"}),
    ({"metadata": {"x": 1}}, "hi --user u", {**PLAIN, "metadata": {"x": 1, "user_id": "u"}}),
]
