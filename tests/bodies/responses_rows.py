"""``cometapi responses``: words after ``responses hi``, and what they add to the body."""

from inprocess import FILES
from rows import CLOSED, SEVERAL, url, user

COMMAND = "responses"
TARGET = "POST /v1/responses"
PLAIN = {"model": "gpt-5.4", "input": [user("hi")], "stream": True}
TEXT = {"type": "input_text", "text": "hi"}
SCHEMA = {"type": "object", "properties": {"city": {"type": "string"}}}
FORMAT = {"type": "json_schema", "name": "answer", "strict": True, "schema": SCHEMA}
PDF = {"type": "input_file", "filename": "a.pdf", "file_data": url("application/pdf", FILES["a.pdf"])}
OUTPUT = {"type": "function_call_output", "call_id": "call_1", "output": "21"}
SEARCH = {"type": "web_search_preview"}


def image(link):
    return {"type": "input_image", "image_url": link}


ROWS = {
    "": {},
    "-m o3": {"model": "o3"},
    "-s s": {"instructions": "s"},
    "--instructions s": {"instructions": "s"},
    "--messages turns.json": {"input": [user("a"), {"role": "assistant", "content": "b"}, user("hi")]},
    "--image cat.png": {"input": [user(TEXT, image(url("image/png", FILES["cat.png"])))]},
    "--image https://h/c.jpg --file a.pdf": {"input": [user(PDF, TEXT, image("https://h/c.jpg"))]},
    "--file https://h/a.pdf": {"input": [user({"type": "input_file", "file_url": "https://h/a.pdf"}, TEXT)]},
    "-F https://h/c.png --link https://h/d": {
        "input": [user(image("https://h/c.png"), {"type": "input_file", "file_url": "https://h/d"}, TEXT)]
    },
    "-F notes.md": {"input": [user("File: notes.md\n```\nmd\n```\n\nhi")]},
    "--tool-result call_1=21 --previous-response resp_1": {
        "input": [OUTPUT, user("hi")],
        "previous_response_id": "resp_1",
    },
    "--reasoning-effort minimal": {"reasoning": {"effort": "minimal"}},
    "--effort high --reasoning-summary auto": {"reasoning": {"effort": "high", "summary": "auto"}},
    "--verbosity low": {"text": {"verbosity": "low"}},
    "--max-tokens 9": {"max_output_tokens": 9},
    "-t 0 --top-p 0.5": {"temperature": 0, "top_p": 0.5},
    "--schema 'a int'": {"text": {"format": {**FORMAT, "schema": CLOSED}}},
    "--schema-multi 'a int' --repairs 2": {"text": {"format": {**FORMAT, "schema": SEVERAL}}},
    "--schema schema.json --verbosity high": {"text": {"verbosity": "high", "format": FORMAT}},
    "--tools tools.json": {"tools": [{"name": "now"}]},
    "--tools tools.json --web-search": {"tools": [{"name": "now"}, SEARCH]},
    "--tools one.json --tool-choice required": {"tools": [{"name": "now"}], "tool_choice": "required"},
    "--tools one.json --tool-choice auto": {"tools": [{"name": "now"}], "tool_choice": "auto"},
    "--tool-choice none": {"tool_choice": "none"},
    "--tools one.json --tool-choice now": {
        "tools": [{"name": "now"}],
        "tool_choice": {"type": "function", "name": "now"},
    },
    "--store": {"store": True},
    "--no-store": {"store": False},
    "--background": {"background": True, "stream": False},
    "--service-tier priority": {"service_tier": "priority"},
    "--truncation auto": {"truncation": "auto"},
    "--stream": {},
    "--no-stream": {"stream": False},
    "--usage": {},
    '--set include=["reasoning.encrypted_content"] --set metadata.a=true': {
        "include": "[reasoning.encrypted_content]",
        "metadata": {"a": True},
    },
}

BODIES = [
    ({"input": "whole"}, "", {**PLAIN, "input": "whole"}),
    ({"input": [user("a")]}, "hi", {**PLAIN, "input": [user("a"), user("hi")]}),
    (
        {"reasoning": {"summary": "auto"}},
        "hi --effort low",
        {**PLAIN, "reasoning": {"summary": "auto", "effort": "low"}},
    ),
    ({"tools": [{"type": "file_search"}]}, "hi --web-search", {**PLAIN, "tools": [{"type": "file_search"}, SEARCH]}),
]
