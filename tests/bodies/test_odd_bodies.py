"""What a request cannot have is refused before it is sent, what it seldom means is said, whichever words it came from."""

import json

import pytest

SCHEMA_MISSING = "A response format of json_schema needs the schema itself; pass it with --schema FILE."
BOTH = "The request has max_tokens and max_completion_tokens; leave out --max-tokens or --max-completion-tokens."
NO_TOOLS = "The request has a tool choice and no tools; pass them with --tools FILE."
NO_ID = "A tool message has no tool_call_id."
ROLES = "A message has a role other than system, developer, user, assistant and tool."
FILES = {
    "format.json": {"response_format": {"type": "json_schema"}},
    "text.json": {"text": {"format": {"type": "json_schema"}}},
    "tool.json": [{"role": "tool", "content": "3"}],
    "wizard.json": [{"role": "wizard", "content": "Hi"}],
    "nobody.json": [{"content": "Hi"}],
    "hot.json": {"temperature": 3.5},
    "search.json": [{"type": "web_search"}],
}
REFUSED = {
    ("chat", "--response-format json_schema"): SCHEMA_MISSING,
    ("chat", "--response-format json_schema --dry-run"): SCHEMA_MISSING,
    ("chat", "--set response_format.type=json_schema"): SCHEMA_MISSING,
    ("chat", "--body format.json"): SCHEMA_MISSING,
    (
        "responses",
        "--body text.json",
    ): "A text format of json_schema needs the schema itself; pass it with --schema FILE.",
    ("chat", "--max-tokens 5 --max-completion-tokens 6"): BOTH,
    ("chat", "--max-tokens 5 --set max_completion_tokens=6"): BOTH,
    ("chat", "-m o3 --max-tokens 5 --max-completion-tokens 6"): BOTH,
}
TOLD = {
    ("chat", "--tool-choice auto"): NO_TOOLS,
    ("chat", "--set tool_choice=required"): NO_TOOLS,
    ("messages", "--tool-choice any"): NO_TOOLS,
    ("responses", "--tool-choice required"): NO_TOOLS,
    ("chat", "--tools search.json"): "A tool has a type other than function, which most providers do not support here.",
    ("chat", "--stream-options {}"): "The stream options have no effect without --stream.",
    ("chat", "--messages tool.json"): NO_ID,
    ("chat", "--messages wizard.json"): ROLES,
    ("chat", "--messages nobody.json"): ROLES,
    ("gemini", "--tool-mode any"): "A function must be called and the request has none; give them with --tools FILE.",
    ("chat", "--set temperature=9"): "--temperature must be between 0 and 2, not 9.",
    ("chat", "--set n=0"): "--n must be between 1 and 128, not 0.",
    ("chat", "--body hot.json"): "--temperature must be between 0 and 2, not 3.5.",
    ("gemini", "--set generationConfig.topK=0"): "--top-k must be 1 or more, not 0.",
    ("gemini", "--set cachedContent=c1"): "--cached-content must be cachedContents/ and a name, not 'c1'.",
    ("messages", "--set thinking.budget_tokens=5"): "--thinking-budget must be 1024 or more, not 5.",
    ("messages", "--messages wizard.json"): "A message has a role other than user and assistant.",
}
BIASES = ['{"5": 101}', '{"5": -100.5}', '{"x": 1}', '{"1.5": 1}', '{"-3": 1}', '{"5": "1"}', '{"5": true}']


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder with the files."""
    monkeypatch.chdir(tmp_path)
    for name, value in FILES.items():
        (tmp_path / name).write_text(json.dumps(value))


@pytest.mark.parametrize(("command", "words"), REFUSED)
def test_what_cannot_be_answered_is_not_sent(cli, raw, here, command, words):
    ran = cli(command, "Hi", *words.split())

    assert (ran.out, ran.code, raw.talks) == ("", 2, [])
    assert ran.err.startswith(f"cometapi: {REFUSED[command, words]}\n")


@pytest.mark.parametrize(("command", "words"), TOLD)
def test_what_is_seldom_meant_is_said_and_refused_if_strict(cli, raw, here, command, words):
    words = [word if word != "{}" else '{"include_usage": true}' for word in words.split()]
    sentence = TOLD[command, " ".join(words).replace('{"include_usage": true}', "{}")]
    dry = cli(command, "Hi", *words, "--dry-run", "--no-stream")
    strict = cli(command, "Hi", *words, "--strict", "--no-stream")

    assert (dry.code, dry.err.splitlines()[0]) == (0, f"cometapi: {sentence}")
    assert (strict.out, strict.code, strict.err.splitlines()[0], raw.talks) == ("", 2, f"cometapi: {sentence}", [])


@pytest.mark.parametrize(
    "words", ["--tool-choice none", "--set tool_choice=auto --set functions=[{}]", "--response-format text"]
)
def test_what_means_something_is_not_said_to_be_odd(cli, words):
    ran = cli("chat", "Hi", *words.split(), "--dry-run", env={"COMETAPI_KEY": "sk-test-key-0001"})

    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("bias", BIASES)
def test_a_bias_is_of_a_whole_token_and_bounded(cli, raw, bias):
    ran = cli("chat", "Hi", "--logit-bias", bias)

    assert (ran.out, ran.code, raw.talks) == ("", 2, [])
    assert ran.err.startswith("cometapi: --logit-bias must map token IDs to a bias from -100 to 100, not ")


@pytest.mark.parametrize("model", ["o1", "o3-mini", "O4-mini"])
def test_a_reasoning_model_gets_the_maximum_that_it_takes(sent, model):
    body = sent("chat", "Hi", "-m", model, "--max-tokens", "5", "--no-stream").body

    assert (body["max_completion_tokens"], "max_tokens" in body) == (5, False)


def test_that_another_field_is_sent_is_said(cli):
    ran = cli("chat", "Hi", "-m", "o3", "--max-tokens", "5", "--dry-run", env={"COMETAPI_KEY": "sk-test-key-0001"})

    sentence = "OpenAI's reasoning models do not take --max-tokens; its value is sent as --max-completion-tokens."
    assert (ran.code, ran.err) == (0, f"cometapi: {sentence}\n")


@pytest.mark.parametrize(
    ("typed", "platform"), [("Midjourney", "mj"), ("midjourney", "mj"), ("MJ", "mj"), ("Suno", "suno"), ("New", "new")]
)
def test_a_platform_is_sent_by_the_word_of_the_gateway(cli, raw, typed, platform):
    raw(lambda talk: talk.whole({"success": True, "data": {"items": [], "total": 0}}))
    cli("tasks", "--platform", typed, env={"COMETAPI_ACCESS_TOKEN": "token-0002"})

    assert f"platform={platform}&" in f"{raw.talks[0].path}&"


@pytest.mark.parametrize("words", ["tasks wait", "model info", "response get"])
def test_an_empty_word_is_no_name_of_anything(cli, raw, words):
    ran = cli(*words.split(), "")

    assert (ran.out, ran.code, raw.talks) == ("", 2, [])
    assert ran.err.splitlines()[0].endswith(" is empty.")


@pytest.mark.parametrize("words", [["-m", ""], ["-m="], ["--model="]], ids=" ".join)
@pytest.mark.parametrize("command", ["chat", "messages", "responses", "gemini"])
def test_an_empty_model_is_said_to_be_another_one(cli, command, words):
    ran = cli(command, "Hi", *words, "--dry-run", env={"COMETAPI_KEY": "sk-test-key-0001"})

    assert (ran.code, ran.err.startswith("cometapi: --model is empty; ")) == (0, True)
    assert ran.err.startswith("cometapi: --model is empty; using ")
