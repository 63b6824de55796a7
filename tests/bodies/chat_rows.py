"""``cometapi chat``: words after ``chat hi``, and what they add to the body or take from it."""

from inprocess import FILES
from rows import CLOSED, SEVERAL, data, url, user

COMMAND = "chat"
TARGET = "POST /v1/chat/completions"
PLAIN = {"model": "gpt-5.4", "messages": [user("hi")], "stream": True}
TEXT = {"type": "text", "text": "hi"}
TURNS = [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]
SYSTEM, DEVELOPER = {"role": "system", "content": "s"}, {"role": "developer", "content": "d"}
RESULT = {"role": "tool", "tool_call_id": "call_1", "content": "21 = warm"}
SCHEMA = {"type": "object", "properties": {"city": {"type": "string"}}}


def strict(schema):
    return {"type": "json_schema", "json_schema": {"name": "answer", "strict": True, "schema": schema}}


STRICT = strict(SCHEMA)


def image(link, **detail):
    return {"type": "image_url", "image_url": {"url": link, **detail}}


PNG, WEBP = url("image/png", FILES["cat.png"]), url("image/webp", FILES["cat.webp"])
LINK = "https://h/cat.png?x=1"
WAV = {"type": "input_audio", "input_audio": {"data": data(FILES["a.wav"]), "format": "wav"}}
MP3 = {"type": "input_audio", "input_audio": {"data": data(FILES["a.mp3"]), "format": "mp3"}}
PDF = {"type": "file", "file": {"filename": "a.pdf", "file_data": url("application/pdf", FILES["a.pdf"])}}
FUNCTION = {"type": "function", "function": {"name": "now"}}

ROWS = {
    "": {},
    "-m claude-sonnet-4-6": {"model": "claude-sonnet-4-6"},
    "--model gemini-2.5-flash": {"model": "gemini-2.5-flash"},
    "-s s": {"messages": [SYSTEM, user("hi")]},
    "--developer d": {"messages": [DEVELOPER, user("hi")]},
    "--message assistant:x:y --message user:z": {
        "messages": [{"role": "assistant", "content": "x:y"}, user("z"), user("hi")]
    },
    "--messages turns.json": {"messages": [*TURNS, user("hi")]},
    "--tool-result call_1=21\\ =\\ warm --messages turns.json": {"messages": [*TURNS, RESULT, user("hi")]},
    "--message user:m --tool-result call_1=21\\ =\\ warm --messages turns.json --developer d --system s": {
        "messages": [SYSTEM, DEVELOPER, *TURNS, RESULT, user("m"), user("hi")]
    },
    "-t 0": {"temperature": 0},
    "--temperature 1.5": {"temperature": 1.5},
    "--top-p 0.1": {"top_p": 0.1},
    "--max-tokens 5": {"max_tokens": 5},
    "--max-completion-tokens 6": {"max_completion_tokens": 6},
    "--stream": {"stream": True},
    "--no-stream": {"stream": False},
    "--n 2": {"n": 2},
    "--stop a": {"stop": ["a"]},
    "--stop a --stop \\n": {"stop": ["a", "n"]},
    "--seed -3": {"seed": -3},
    "--presence-penalty -2 --frequency-penalty 2": {"presence_penalty": -2, "frequency_penalty": 2},
    "--logit-bias '{\"50256\": -100}'": {"logit_bias": {"50256": -100}},
    "--logprobs --top-logprobs 20": {"logprobs": True, "top_logprobs": 20},
    "--reasoning-effort HIGH": {"reasoning_effort": "high"},
    "--service-tier flex": {"service_tier": "flex"},
    "--user u1": {"user": "u1"},
    "--response-format json_object": {"response_format": {"type": "json_object"}},
    "--schema schema.json": {"response_format": STRICT},
    "--schema 'a int'": {"response_format": strict(CLOSED)},
    "--schema-multi 'a int' --repairs 2": {"response_format": strict(SEVERAL)},
    "--response-format json_schema --schema schema.json": {"response_format": STRICT},
    "--tools tools.json": {"tools": [{"name": "now"}]},
    "--tools one.json --tool-choice auto": {"tools": [{"name": "now"}], "tool_choice": "auto"},
    "--tool-choice none": {"tool_choice": "none"},
    "--tools one.json --tool-choice required": {"tools": [{"name": "now"}], "tool_choice": "required"},
    "--tools one.json --tool-choice now": {"tools": [{"name": "now"}], "tool_choice": FUNCTION},
    "--image cat.png": {"messages": [user(TEXT, image(PNG))]},
    "--image cat.jpg": {"messages": [user(TEXT, image(url("image/jpeg", FILES["cat.jpg"])))]},
    "--image cat.webp --detail low": {"messages": [user(TEXT, image(WEBP, detail="low"))]},
    "--image cat.gif --image cat.png": {
        "messages": [user(TEXT, image(url("image/gif", FILES["cat.gif"])), image(PNG))]
    },
    f"--image {LINK}": {"messages": [user(TEXT, image(LINK))]},
    f"--image {LINK} --detail high": {"messages": [user(TEXT, image(LINK, detail="high"))]},
    "--audio a.wav --audio a.mp3": {"messages": [user(TEXT, WAV, MP3)]},
    "--file a.pdf": {"messages": [user(PDF, TEXT)]},
    "-F a.wav -F cat.png --file a.pdf": {"messages": [user(WAV, image(PNG), PDF, TEXT)]},
    "--file a.pdf --audio a.wav --image cat.png -s s": {"messages": [SYSTEM, user(PDF, TEXT, image(PNG), WAV)]},
    "--file notes.md": {"messages": [user("File: notes.md\n```\nmd\n```\n\nhi")]},
    f"--file {LINK} --link https://h/b.gif": {"messages": [user(image(LINK), image("https://h/b.gif"), TEXT)]},
    "--stream-options '{\"include_obfuscation\": false}'": {"stream_options": {"include_obfuscation": False}},
    "--usage": {"stream_options": {"include_usage": True}},
    "--usage --no-stream": {"stream": False},
    "--usage --stream-options '{\"include_obfuscation\": false}'": {
        "stream_options": {"include_usage": True, "include_obfuscation": False}
    },
    "--set metadata.user=1 --set metadata.b.c=x --set n=3": {"metadata": {"user": 1, "b": {"c": "x"}}, "n": 3},
}

# The file of --body, words, and the whole body.
BODIES = [
    ({}, "hi", PLAIN),
    ({"model": "m", "stream": False}, "hi", {**PLAIN, "model": "m", "stream": False}),
    ({"model": "m", "stream": True}, "hi --json", {**PLAIN, "model": "m"}),
    ({"model": "m"}, "hi -m n --no-stream", {**PLAIN, "model": "n", "stream": False}),
    ({"temperature": 1, "n": 2}, "hi -t 0", {**PLAIN, "temperature": 0, "n": 2}),
    ({"messages": TURNS}, "hi", {**PLAIN, "messages": [*TURNS, user("hi")]}),
    ({"messages": TURNS}, "", {**PLAIN, "messages": TURNS}),
    (
        {"metadata": {"a": 1, "b": {"c": 2}}},
        "hi --set metadata.b.d=3",
        {**PLAIN, "metadata": {"a": 1, "b": {"c": 2, "d": 3}}},
    ),
    ({"stream_options": {"x": 1}}, "hi --usage", {**PLAIN, "stream_options": {"include_usage": True, "x": 1}}),
    ({"response_format": {"x": 1}}, "hi --schema schema.json", {**PLAIN, "response_format": {"x": 1, **STRICT}}),
]
