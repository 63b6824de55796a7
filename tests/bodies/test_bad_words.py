"""Files, JSON and media that are not what they should be: one sentence, exit 2, and nothing sent."""

import os
import shlex

import pytest

FAULTS = {
    # media
    "chat hi --image nothing.png": "--image must be a file that can be read, or a URL: nothing.png: no such file or directory",
    "chat hi --image folder": "--image must be a file that can be read, or a URL: folder: is a directory",
    "messages hi --file folder": "--file must have a file that is not hidden, but 'folder' has none",
    "gemini hi --file large.pdf": "--file must be at most 20 MiB, but large.pdf is 21.0 MiB",
    "chat hi --file large.pdf": "--file must be at most 20 MiB, but large.pdf is 21.0 MiB",
    "chat hi --audio cat.png": "--audio must be an audio file, but cat.png is image/png",
    "chat hi --audio https://h/a.mp3": "--audio must be a local file here, not the URL https://h/a.mp3",
    "messages hi --file a.mp3": "--file must be text or a medium that can be sent here, but a.mp3 is audio/mpeg",
    "chat hi --link a.png": "--link must be a URL that begins with http:// or https://, not 'a.png'",
    "chat hi --link https://h/a.pdf": "--link takes image/png, image/jpeg, image/gif, image/webp here, and https://h/a.pdf is application/pdf; --file reads it instead",
    "chat hi --image https://h/a.mp3": "--image must be an image, but a.mp3 is audio/mpeg",
    "gemini hi --image a.wav": "--image must be an image, but a.wav is audio/wav",
    "gemini hi --video cat.png": "--video must be a video, but cat.png is image/png",
    "responses hi --image noending": "--image must be an image, but the name 'noending' does not say what it is",
    "messages hi --image a.pdf": "--image must be an image, but a.pdf is application/pdf",
    # JSON files
    "chat hi --schema schemaless.json": "--schema must be a JSON Schema, but schemaless.json is not valid: 5 is not valid under any of the given schemas",
    "chat hi --schema broken.json": "--schema must be JSON, but broken.json is not: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
    "gemini hi --schema folder": "--schema must be a file that can be read: folder: is a directory",
    "responses hi --schema tools.json": "--schema must be a JSON object, but tools.json contains a list",
    "chat hi --schema binary.json": "--schema must be JSON, but binary.json is not text",
    "chat hi --tools number.json": "--tools must be a JSON list, but number.json contains a number",
    "chat hi --tools numbers.json": "--tools must be a JSON list of objects, but numbers.json contains a number",
    "gemini hi --tools numbers.json": "--tools must be a JSON list of objects, but numbers.json contains a number",
    "chat hi --messages numbers.json": "--messages must be a JSON list of objects, but numbers.json contains a number",
    "responses hi --tools nothing.json": "--tools must be a file that can be read: nothing.json: no such file or directory",
    "messages hi --body number.json": "--body must be a JSON object, but number.json contains a number",
    "messages hi --body -": "--body must be JSON, but stdin is not: Expecting value: line 1 column 1 (char 0)",
    "run m --input-file tools.json": "--body must be a JSON object, but tools.json contains a list",
    "api POST /v1/x --input broken.json": "--body must be JSON, but broken.json is not: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
    "responses hi --body text.json": "PROMPT cannot be added: the body's input is not a list or object",
    "messages hi --system s --body text.json": "--system cannot be added: the body's system is not a list or object",
    # JSON and other words
    "chat hi --logit-bias {": "--logit-bias must be JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
    "chat hi --logit-bias 5": "--logit-bias must be a JSON object, not '5'",
    "chat hi --stream-options []": "--stream-options must be a JSON object, not '[]'",
    "chat hi --set a": "--set must be KEY=VALUE such as metadata.user=1, not 'a'",
    "chat hi --message robot:x": "--message must be ROLE:TEXT with a role of system, developer, user, assistant, not 'robot:x'",
    "chat hi --tool-result x": "--tool-result must be KEY=VALUE, not 'x'",
    "gemini hi --safety x": "--safety must be KEY=VALUE, not 'x'",
    "gemini hi --lat-lng 91,1": "--lat-lng must be a latitude from -90 to 90 and a longitude from -180 to 180, not '91,1'",
    "gemini hi --save nowhere": "--save must be a folder, but there is none at 'nowhere'",
    "messages hi --beta 'a\nb'": "The header anthropic-beta contains characters that a header cannot have",
    "api GET /v1/x --header 'a=b\rc'": "The header a contains characters that a header cannot have",
    "api GET /v1/x --header a=你": "The header a contains characters that a header cannot have",
    "api GET /v1/x --header 'a b=c'": "A header cannot have the name 'a b'",
    # values out of order
    "messages hi --thinking-budget 4096": "--thinking-budget (4096) must be less than --max-tokens (4096)",
    "messages hi --thinking-budget 3000 --max-tokens 2000": "--thinking-budget (3000) must be less than --max-tokens (2000)",
    # ranges
    "chat hi -t 2.1": "--temperature must be between 0 and 2, not 2.1",
    "chat hi --presence-penalty -3": "--presence-penalty must be between -2 and 2, not -3",
    "chat hi --n 0": "--n must be between 1 and 128, not 0",
    "chat hi --top-logprobs 21": "--top-logprobs must be between 0 and 20, not 21",
    "messages hi -t 1.1": "--temperature must be between 0 and 1, not 1.1",
    "messages hi --thinking-budget 1023": "--thinking-budget must be 1024 or more, not 1023",
    "gemini hi --thinking-budget -2": "--thinking-budget must be -1 or more, not -2",
    "gemini hi --thinking-level max": "--thinking-level must be one of minimal, low, medium, high, not 'max'",
}
# Options that need or exclude each other: what is said, and the next step.
RELATED = {
    "gemini hi --thinking-level low --thinking-budget 5": (
        "--thinking-level and --thinking-budget cannot be combined",
        "Leave out --thinking-level or --thinking-budget",
    ),
    "gemini hi --schema schema.json --json-mode": (
        "--schema and --json-mode cannot be combined",
        "Leave out --schema or --json-mode",
    ),
    "chat hi --top-logprobs 3": ("--top-logprobs needs --logprobs", "Add --logprobs, or leave out --top-logprobs"),
    "chat hi --detail low": ("--detail needs --image", "Add --image, or leave out --detail"),
    "chat hi --run-tools folder": ("--run-tools needs --tools", "Add --tools, or leave out --run-tools"),
    "messages hi --cache": ("--cache needs --system", "Add --system, or leave out --cache"),
    "responses hi --background --stream": (
        "--background and --stream cannot be combined",
        "Leave out --background or --stream",
    ),
}


@pytest.fixture
def faulty(sent):
    """The faulty files, beside those that are there."""
    os.mkdir("folder")
    texts = {
        "schemaless.json": b'{"type": 5}',
        "broken.json": b"{",
        "binary.json": b"\x80{}",
        "number.json": b"5",
        "numbers.json": b"[5]",
        "text.json": b'{"input": "x", "system": "x"}',
        "noending": b"x",
    }
    for name, data in texts.items():
        with open(name, "wb") as file:
            file.write(data)
    with open("large.pdf", "wb") as file:
        file.truncate(21 * 2**20)
    return sent


@pytest.mark.parametrize(("line", "sentence"), FAULTS.items(), ids=list(FAULTS))
def test_it_is_one_sentence_and_nothing_is_sent(faulty, line, sentence):
    words = shlex.split(line)
    found = faulty(*words)

    assert (found.code, found.out, found.requests) == (2, "", [])
    assert found.err == f"cometapi: {sentence}.\n  Try: cometapi {words[0]} --help\n"


@pytest.mark.parametrize(("line", "told"), RELATED.items(), ids=list(RELATED))
def test_options_that_do_not_go_together_are_told_with_the_next_step(faulty, line, told):
    found = faulty(*shlex.split(line))
    sentence, step = told

    assert (found.code, found.out, found.requests) == (2, "", [])
    assert found.err == f"cometapi: {sentence}.\n  {step}.\n"
