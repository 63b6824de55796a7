"""Numbers without bound, JSON without bottom, and expressions of any form: a usage error, never a fault of the program."""

import json

import pytest

from cometapi.cli.json_text import DEEPEST, is_deep, value_of

LONG = [["--timeout", "1e12"], ["--connect-timeout", "1e12"], ["--retry-max-wait", "1e300"]]
NAMES = {"--timeout": "timeout", "--connect-timeout": "connect_timeout", "--retry-max-wait": "retry_max_wait"}


@pytest.mark.parametrize("words", LONG, ids=" ".join)
@pytest.mark.parametrize("way", ["option", "variable", "setting"])
def test_seconds_without_bound_are_as_long_as_it_takes(cli, service, words, way):
    service.expect_request("/v1/models").respond_with_json({"data": [{"id": "m"}]})
    flag, value = words
    if way == "setting":
        assert cli("config", "set", NAMES[flag], value).code == 0
    env = {f"COMETAPI_{NAMES[flag].upper()}": value} if way == "variable" else None
    ran = cli("models", "--source", "openai", "--json", *(words if way == "option" else []), env=env)

    assert (ran.code, json.loads(ran.out)[0]["id"], "Traceback" in ran.err) == (0, "m", False)


def test_doctor_waits_as_long_as_it_takes(cli, service):
    for value in ("1e300", "1e12"):
        assert "fault of the program" not in (ran := cli("doctor", "--timeout", value)).err
        assert "TCP" in ran.out


def test_waiting_has_no_bound(cli, raw):
    raw(lambda talk: talk.whole({"data": {"items": [{"task_id": "t", "status": "SUCCESS"}]}}))

    assert cli("tasks", "wait", "t", "--max-wait", "1e300", env={"COMETAPI_ACCESS_TOKEN": "a-token-0002"}).code == 0


@pytest.mark.parametrize("number", [str(10**30), str(2**63), "9" * 5000, f"-{10**30}"])
@pytest.mark.parametrize(
    "words", [["logs", "--limit"], ["logs", "--page"], ["chat", "hi", "--max-tokens"], ["sandbox", "--cut-after"]]
)
def test_a_whole_number_that_nobody_can_count_to_is_a_usage_error(cli, nobody, words, number):
    ran = cli(*words, number)

    assert (ran.out, ran.code) == ("", 2)
    assert ran.err.startswith(f"cometapi: {words[-1]} must be ")


@pytest.mark.parametrize("moment", ["1767225600000", "9" * 30, "9" * 5000, "99999999999d", "9" * 40 + "h"])
def test_a_moment_after_all_calendars_is_a_usage_error(cli, nobody, moment):
    for flag in ("--start", "--end"):
        assert cli("logs", flag, moment).code == 2


def test_an_odd_width_is_none(cli, nobody):
    for width in ("²", "9" * 5000, "0", "-3"):
        assert cli("models", "--sandbox", env={"COLUMNS": width}).code == 0


# --- JSON


def deep(levels, inside="1"):
    """JSON of so many levels."""
    return '{"a":' * levels + inside + "}" * levels


@pytest.mark.parametrize("levels", [DEEPEST + 1, 900, 100_000])
@pytest.mark.parametrize("flag", ["--body", "--tools", "--schema"])
def test_a_file_that_is_nested_too_deeply(sent, flag, levels):
    with open("deep.json", "w") as file:
        file.write(deep(levels))
    ran = sent("chat", "hi", flag, "deep.json")

    assert (ran.out, ran.code, ran.requests) == ("", 2, [])
    assert "nested" in ran.err


def test_a_body_of_run_and_api_that_is_nested_too_deeply(sent):
    with open("deep.json", "w") as file:
        file.write(deep(900))
    assert sent("run", "m", "--body", "deep.json").code == 2
    assert sent("api", "POST", "/v1/x", "--input", "deep.json").code == 2
    assert sent("chat", "hi", "--body", "-", stdin=deep(900)).code == 2


@pytest.mark.parametrize("word", ["x=" + "[" * 900 + "]" * 900, ".".join("a" * 5000) + "=1", "x=" + "[" * 100_000])
@pytest.mark.parametrize("words", [["chat", "hi", "--set"], ["api", "POST", "/v1/x", "--field"]])
def test_a_field_that_is_nested_too_deeply(sent, words, word):
    ran = sent(*words, word)

    assert (ran.code, ran.requests) == (2, [])
    assert "nested deeper than 100 levels" in ran.err


def test_what_is_deep():
    assert not is_deep(value_of(deep(DEEPEST - 1)))
    assert is_deep(json.loads(deep(DEEPEST + 1)))
    assert not is_deep([[]] * 100_000)


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity", "1e999", "[NaN]", '{"a": -1e999}'])
def test_numbers_that_json_does_not_have_are_text_in_a_field_and_refused_in_a_file(sent, word):
    assert sent("chat", "hi", "--set", f"x={word}").body["x"] == word
    with open("odd.json", "w") as file:
        file.write('{"x": ' + word + "}")
    assert sent("chat", "hi", "--body", "odd.json").code == 2


@pytest.mark.parametrize(
    "words", [["--json"], ["--format", "yaml"], ["--query", "[0]", "--json"], ["--query", "[].p", "--json"]]
)
def test_numbers_that_json_does_not_have_are_null_in_what_is_printed(cli, service, words):
    body = '{"success": true, "data": [{"id": "m", "pricing": {"a": NaN, "b": [Infinity, 1e999]}}]}'
    service.expect_request("/api/models").respond_with_data(body, content_type="application/json")
    service.expect_request("/v1/x").respond_with_data(body, content_type="application/json")
    for ran in (
        cli("models", *words),
        cli("api", "GET", "/v1/x"),
        cli("api", "GET", "/v1/x", "--query", "data[].pricing"),
    ):
        assert (ran.code, [word for word in ("NaN", "Infinity", ".nan", ".inf") if word in ran.out]) == (0, [])


def test_a_conversation_never_sends_what_json_does_not_have(sent):
    from cometapi.http.body import Json

    assert Json({"a": [float("nan"), float("inf"), 1.5]}).data == b'{"a": [null, null, 1.5]}'


# --- expressions

SLICES = [
    ("[:2].id", ["a", "b"]),
    ("[1:].id", ["b", "c"]),
    ("[::-1].id", ["c", "b", "a"]),
    ("[::2] | [].id", ["a", "c"]),
]
ODD = [
    "[::0]",
    "[" * 3000,
    "!" * 20_000 + "a",
    "[9" + "9" * 5000 + "]",
    "abs('x')",
    "sort([0])",
    "@" * 9,
    "a.",
    "'",
]


@pytest.fixture
def listed(service):
    """A catalog of three models."""
    models = {"success": True, "data": [{"id": one} for one in "abc"]}
    service.expect_request("/api/models").respond_with_json(models)
    service.expect_request("/v1/models").respond_with_json(models["data"])
    return service


@pytest.mark.parametrize(("expression", "found"), SLICES)
def test_a_slice_selects(cli, listed, expression, found):
    for words in (["models", "--json"], ["api", "GET", "/v1/models"]):
        ran = cli(*words, "--query", expression)
        assert (json.loads(ran.out), ran.code) == (found, 0)


@pytest.mark.parametrize("expression", ODD, ids=range(len(ODD)))
def test_whatever_is_wrong_in_an_expression_is_a_usage_error(cli, listed, expression):
    for words in (["models", "--json"], ["api", "GET", "/v1/models"]):
        ran = cli(*words, "--query", expression)
        assert (ran.out, ran.code, "--query " in ran.err) == ("", 2, True)
