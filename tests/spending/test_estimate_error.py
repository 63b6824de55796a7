"""How far estimates are from what was used: the figures that the topic ``estimates`` states."""

import json
import random

import pytest

from cometapi.spending.learnt import counted, span

HELLO = ["Hello"]
ANSWERS = [
    ["chat", *HELLO, "--no-stream"],
    ["messages", *HELLO, "--no-stream"],
    ["responses", *HELLO, "--no-stream"],
    ["gemini", *HELLO, "--no-stream"],
    ["embed", *HELLO],
    ["image", "A red bicycle in the rain"],
]
INPUT = ("prompt_tokens", "input_tokens", "promptTokenCount")
OUTPUT = ("completion_tokens", "output_tokens", "candidatesTokenCount")
BESIDE = "thoughtsTokenCount"  # tokens of an answer that are not in those of OUTPUT


def used(document):
    """The tokens of a sample: of the request, and of the answer."""
    usage = document.get("usage") or document.get("usageMetadata")
    first, last = (next((usage[name] for name in names if usage.get(name)), 0) for names in (INPUT, OUTPUT))
    return first, last + usage.get(BESIDE, 0)


@pytest.mark.parametrize("words", ANSWERS, ids=lambda words: words[0])
def test_what_the_samples_used_is_within_the_guess(words, cli):
    one = json.loads(cli(*words, "--sandbox", "--estimate", "--json").out)
    first, last = used(json.loads(cli(*words, "--sandbox", "--raw").out))

    assert one["input_tokens_low"] <= first <= one["input_tokens_high"] <= 50 * first
    assert one["output_tokens_low"] <= last <= one["output_tokens_high"] <= 300 * last


@pytest.mark.parametrize("spread", [0.3, 0.6, 1.0])
@pytest.mark.parametrize("count", [5, 20, 100])
def test_most_answers_are_within_what_was_learnt_from_others(spread, count):
    drawn = random.Random(1)

    def answer():
        return max(1, int(drawn.lognormvariate(6, spread)))

    inside = 0
    for _ in range(200):
        low, high = counted(span([answer() for _ in range(count)]))
        inside += sum(low <= answer() <= high for _ in range(20))

    assert 0.86 <= inside / 4000 <= 1
