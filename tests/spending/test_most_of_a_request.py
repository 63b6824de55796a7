"""What a request may cost at most, and what it did cost: by the catalog, exactly, and never 0 for want of a price."""

from decimal import Decimal

import pytest

from cometapi.cli.registry import command_data
from cometapi.errors import CapReached
from cometapi.spending.bounds import bound
from cometapi.spending.money import in_words

TOKENS = {"input": 10, "output": 1000, "per_request": None, "per_second": None}
TEXT = {"model": "m", "messages": [{"role": "user", "content": "hi"}]}
IMAGE = {
    "model": "m",
    "messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "https://x/y"}}]}],
}


def parts(body):
    """A request's values by place."""
    return {"body": body, "path": {}, "query": {}, "header": {}}


def bound_of(command, body, pricing, **facts):
    """The Bound of a request of a command."""
    return bound(command_data(command), parts(body), {"pricing": pricing, **facts}, "m")


def test_the_bound_holds_the_whole_text_and_all_tokens_of_every_answer():
    found = bound_of("chat", {**TEXT, "max_tokens": 100, "n": 3}, TOKENS)

    assert Decimal("0.3") < found.dollars < Decimal("0.302")
    assert found.each == Decimal("0.003")


def test_a_character_of_four_bytes_may_be_four_tokens():
    texts = [
        {**TEXT, "messages": [{"role": "user", "content": text}], "max_tokens": 1} for text in ("a" * 1000, "👋" * 1000)
    ]
    plain, wide = (bound_of("chat", one, TOKENS).fixed for one in texts)

    assert wide - plain == Decimal("0.03")


def test_without_a_limit_in_the_request_the_models_own_counts():
    assert bound_of("chat", TEXT, TOKENS, max_completion_tokens=500, context_length=9000).output == 500
    assert bound_of("chat", TEXT, TOKENS, context_length=9000).output == 9000
    with pytest.raises(CapReached, match="how many tokens m may answer with"):
        bound_of("chat", TEXT, TOKENS)


def test_of_two_limits_the_higher_one_counts():
    assert bound_of("chat", {**TEXT, "max_tokens": 5, "max_completion_tokens": 70}, TOKENS).output == 70


@pytest.mark.parametrize("limit", [True, "many", -5, float("nan"), None, [9], {}])
def test_a_limit_that_is_no_number_is_none(limit):
    assert bound_of("chat", {**TEXT, "max_tokens": limit}, TOKENS, max_completion_tokens=500).output == 500


NO_PRICES = [
    None,
    {},
    [],
    "free",
    {"input": None, "output": None, "per_request": None, "per_second": None},
    {"input": 10},
    {"input": 10, "output": None},
    {"output": 1000},
    {"input": -1, "output": 5},
    {"input": float("nan"), "output": 5},
    {"input": float("inf"), "output": 5},
    {"input": True, "output": True},
    {"input": "10", "output": "1000"},
]


@pytest.mark.parametrize("pricing", NO_PRICES, ids=str)
def test_a_missing_price_is_never_nothing(pricing):
    with pytest.raises(CapReached, match="no price for m,"):
        bound_of("chat", {**TEXT, "max_tokens": 5}, pricing)


def test_a_model_that_the_catalog_does_not_have_has_no_price():
    with pytest.raises(CapReached, match="no price for m,"):
        bound(command_data("chat"), parts(TEXT), None, "m")


def test_vectors_have_no_price_for_output():
    found = bound_of("embed", {"model": "m", "input": ["one", "two"]}, {"input": 10, "output": None})

    assert found.dollars == found.fixed < Decimal("0.001")
    assert found.used({"input": 7}) == Decimal("0.00007")


def test_a_request_has_its_price_for_each_result():
    assert bound_of("image", {"model": "m", "n": 4}, {"per_request": 0.05}).dollars == Decimal("0.2")
    assert bound_of("image", {"model": "m"}, {"per_request": 0.05}).dollars == Decimal("0.05")


def test_a_second_has_its_price_and_their_number_has_to_be_known():
    assert bound_of("video create", {"model": "m", "seconds": "8"}, {"per_second": 0.1}).dollars == Decimal("0.8")
    with pytest.raises(CapReached, match="how many seconds m is to make"):
        bound_of("video create", {"model": "m"}, {"per_second": 0.1})


UNMEASURED = [
    ("chat", IMAGE),
    ("chat", {**TEXT, "tools": [{"type": "web_search"}]}),
    ("messages", {"messages": [{"content": [{"type": "document", "source": {"data": "JVBERi0="}}]}]}),
    ("messages", {"messages": [{"content": [{"type": "tool_result", "content": [{"type": "image"}]}]}]}),
    ("gemini", {"contents": [{"parts": [{"inlineData": {"data": "iVBO"}}]}]}),
    ("gemini", {"contents": [], "cachedContent": "cachedContents/1"}),
    ("gemini", {"contents": [], "tools": [{"googleSearch": {}}]}),
    ("responses", {"input": [{"content": [{"type": "input_image", "image_url": "https://x/y"}]}]}),
    ("responses", {"input": "go on", "previous_response_id": "resp_1"}),
]


@pytest.mark.parametrize(("command", "body"), UNMEASURED, ids=lambda value: str(value)[:60])
def test_what_the_text_does_not_bound_counts_as_all_that_the_model_holds(command, body):
    found = bound_of(command, body, TOKENS, context_length=9000, max_completion_tokens=1)

    assert found.fixed == Decimal("0.09")
    with pytest.raises(CapReached, match="how many tokens m takes"):
        bound_of(command, body, TOKENS, max_completion_tokens=1)


MEASURED = [
    ("chat", {**TEXT, "tools": [{"type": "function", "function": {"name": "f"}}]}),
    ("chat", {"messages": [{"role": "user", "content": [{"type": "text", "text": "hi"}]}]}),
    ("messages", {"messages": [{"content": "hi"}, {"content": [{"type": "tool_result", "content": "x"}]}]}),
    ("gemini", {"contents": [{"parts": [{"text": "hi"}]}], "tools": [{"functionDeclarations": [{"name": "f"}]}]}),
    ("responses", {"input": "hi", "tools": [{"type": "function"}]}),
    ("responses", {"input": [{"role": "user", "content": [{"type": "input_text", "text": "hi"}]}]}),
]


@pytest.mark.parametrize(("command", "body"), MEASURED, ids=lambda value: str(value)[:60])
def test_texts_are_bounded_by_their_length(command, body):
    assert bound_of(command, body, TOKENS, max_completion_tokens=1).fixed < Decimal("0.002")


@pytest.mark.parametrize(
    ("tokens", "dollars"),
    [
        ({"input": 10, "output": 100}, "0.1001"),
        ({"input": 1000, "output": 100, "cached": 900}, "0.11"),
        ({"input": 1000, "output": 100, "reasoning": 90}, "0.11"),
        ({"input": 10}, None),
        ({"output": 10}, None),
        ({}, None),
        ({"input": 0, "output": 0}, None),
        ({"input": -10, "output": 100}, None),
        ({"input": 10, "output": float("nan")}, None),
    ],
)
def test_what_was_used_is_counted_once_and_what_was_not_told_not_at_all(tokens, dollars):
    found = bound_of("chat", {**TEXT, "max_tokens": 100}, TOKENS).used(tokens)

    assert found == (dollars and Decimal(dollars))


def test_the_most_that_fits_costs_no_more_than_is_left():
    found = bound_of("chat", {**TEXT, "max_tokens": 100_000}, TOKENS)
    fitting = found.fitting(Decimal("0.25"))

    assert found.fixed + found.each * fitting <= Decimal("0.25") < found.fixed + found.each * (fitting + 1)
    assert found.fitting(Decimal("0.0001")) is None


@pytest.mark.parametrize(
    ("dollars", "text"),
    [
        ("2.5", "$2.50"),
        ("0.1001", "$0.1001"),
        ("0", "$0.00"),
        ("0.000033", "$0.000033"),
        ("1.02411", "$1.0242"),
        ("100", "$100.00"),
    ],
)
def test_dollars_for_people(dollars, text):
    assert in_words(Decimal(dollars)) == text
