"""What a model's provider does not take: said before sending, or refused with --strict. The table is that of seed 001."""

import pytest

CLAUDE, GEMINI, OPENAI = "claude-sonnet-4-6", "gemini-2.5-flash", "gpt-5.4"
WARNINGS = {
    ("chat", CLAUDE, "-t 1.5"): "Claude models take --temperature of 0 to 1 only, not 1.5",
    ("chat", CLAUDE, "--n 2"): "Claude models take --n of 1 only, not 2",
    ("chat", CLAUDE, "--stop a --stop b --stop c --stop d --stop e"): "Claude models take --stop at most 4 times",
    ("chat", CLAUDE, "--logprobs"): "Claude models do not take --logprobs",
    ("chat", CLAUDE, "--reasoning-effort low"): "Claude models do not take --reasoning-effort",
    (
        "chat",
        CLAUDE,
        "--response-format json_object",
    ): "Claude models take --response-format text or json_schema only, not json_object",
    ("chat", GEMINI, "--n 9"): "Gemini models take --n of 1 to 8 only, not 9",
    (
        "chat",
        GEMINI,
        "--stop a --stop b --stop c --stop d --stop e --stop f",
    ): "Gemini models take --stop at most 5 times",
    ("chat", GEMINI, "--logprobs"): "Gemini models do not take --logprobs",
    ("chat", GEMINI, "--reasoning-effort low"): "Gemini models do not take --reasoning-effort",
    ("chat", OPENAI, "--stop a --stop b --stop c --stop d --stop e"): "OpenAI models take --stop at most 4 times",
    ("chat", "gpt-4.1", "--reasoning-effort low"): "GPT before 5.1 models do not take --reasoning-effort",
    ("gemini", GEMINI, "--thinking-level low"): "Gemini 2.5 models do not take --thinking-level",
    ("gemini", "gemini-3-flash-preview", "--thinking-budget 0"): "Gemini 3 models do not take --thinking-budget",
    ("gemini", "gemini-3.1-pro-preview", "--thinking-budget 5"): "Gemini 3 models do not take --thinking-budget",
}
TAKEN = [
    (
        "chat",
        CLAUDE,
        "-t 1 --top-p 1 --n 1 --stop a --stop b --stop c --stop d --schema schema.json --tools tools.json",
    ),
    ("chat", GEMINI, "-t 2 --n 8 --stop a --stop b --stop c --stop d --stop e --response-format json_object"),
    ("chat", OPENAI, "-t 2 --n 128 --logprobs --top-logprobs 5 --reasoning-effort low --response-format json_object"),
    ("chat", "o3", "--reasoning-effort high"),
    ("chat", "gpt-5.1", "--reasoning-effort high"),
    ("chat", "some-new-model", "-t 2 --n 20 --logprobs --reasoning-effort low"),
    ("gemini", GEMINI, "--thinking-budget 5"),
    ("gemini", "gemini-3.1-pro-preview", "--thinking-level low"),
    ("gemini", "some-new-model", "--thinking-level low"),
]
every_warning = pytest.mark.parametrize(
    ("call", "sentence"), WARNINGS.items(), ids=[" ".join(call) for call in WARNINGS]
)


@every_warning
def test_it_is_said_before_the_request_goes_out(sent, call, sentence):
    command, model, words = call
    found = sent(command, "hi", "-m", model, *words.split())

    assert found.err == f"cometapi: {sentence} ({model}).\n"
    assert len(found.requests) == 1


@every_warning
def test_strict_sends_nothing(sent, call, sentence):
    command, model, words = call
    found = sent(command, "hi", "-m", model, *words.split(), "--strict")

    assert (found.code, found.out, found.requests) == (2, "", [])
    assert found.err == f"cometapi: {sentence} ({model}).\n  Try: cometapi {command} --help\n"


@pytest.mark.parametrize(("command", "model", "words"), TAKEN)
def test_what_is_taken_is_not_spoken_of(sent, command, model, words):
    found = sent(command, "hi", "-m", model, *words.split(), "--strict")

    assert (found.err, len(found.requests)) == ("", 1)


def test_the_model_may_stand_in_the_body(sent):
    words = ("chat", "hi", "--logprobs", "--body", "-")
    found = sent(*words, stdin='{"model": "claude-sonnet-4-6"}')

    assert found.err == "cometapi: Claude models do not take --logprobs (claude-sonnet-4-6).\n"
    assert sent(*words, "-m", OPENAI, stdin='{"model": "claude-sonnet-4-6"}').err == ""
    assert sent("chat", "hi", "--logprobs", "--set", f"model={CLAUDE}").err == found.err


def test_the_default_model_is_looked_at_too(sent):
    found = sent("gemini", "hi", "--thinking-level", "low")

    assert found.err == "cometapi: Gemini 2.5 models do not take --thinking-level (gemini-2.5-flash).\n"


def test_run_passes_strict_on(sent):
    found = sent("run", CLAUDE, "-p", "hi", "--set", "temperature=2", "--strict")

    assert (found.code, found.requests) == (2, [])
