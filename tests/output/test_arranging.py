"""``--sort`` and ``--where``: the order of a list, and the records that fit, by what ``--json`` shows of them."""

import json

import pytest

MODELS = [
    {"id": "b", "provider": "OpenAI", "model_type": "text", "context_length": 400000, "pricing": {"input": 1}},
    {"id": "a", "provider": "Google", "model_type": "image", "context_length": None, "pricing": {"input": "0.5"}},
    {"id": "C", "provider": "Anthropic", "model_type": "text", "context_length": 9, "features": ["tools", "vision"]},
]
LOGS = [
    {"created_at": 1767225600, "type": 2, "model_name": "m1", "quota": 500000},
    {"created_at": 1767312000, "type": 2, "model_name": "m2", "quota": 5000, "is_stream": True},
    {"created_at": 1767398400, "type": 5, "model_name": "m3", "quota": 0},
]


@pytest.fixture
def ids(cli, service):
    """The ids of the models that a call prints."""
    service.expect_request("/api/models").respond_with_json({"success": True, "data": MODELS})

    def run(*words):
        ran = cli("models", "--no-cache", *words, "--json", "--query", "[].id")
        assert (ran.code, ran.err) == (0, "")
        return json.loads(ran.out)

    return run


@pytest.fixture
def entries(cli, service):
    """The models of the log entries that a call prints."""
    page = {"page": 1, "page_size": 100, "total": 3, "items": LOGS}
    service.expect_request("/api/log/self").respond_with_json({"success": True, "data": page})

    def run(*words):
        ran = cli("logs", *words, "--json", "--query", "[].model")
        assert (ran.code, ran.err) == (0, "")
        return json.loads(ran.out)

    return run


@pytest.mark.parametrize(
    ("sort", "wanted"),
    [
        ("id", ["a", "b", "C"]),  # text without regard to case
        ("id:desc", ["C", "b", "a"]),
        ("id:asc", ["a", "b", "C"]),
        ("context_length", ["C", "b", "a"]),  # numbers as numbers, what has none last
        ("context_length:desc", ["b", "C", "a"]),
        ("Context:desc", ["b", "C", "a"]),  # by its title, too
        ("input-price", ["a", "b", "C"]),  # a number may be written as text
        ("features", ["C", "b", "a"]),
    ],
)
def test_the_order_is_that_of_a_column(ids, sort, wanted):
    assert ids("--sort", sort) == wanted


@pytest.mark.parametrize(
    ("where", "wanted"),
    [
        ("context>9", ["b"]),
        ("context >= 9", ["b", "C"]),
        ("context<=400000", ["b", "C"]),
        ("input_price<1", ["a"]),
        ("provider=openai", ["b"]),
        ("provider==OpenAI", ["b"]),
        ("type!=text", ["a"]),
        ("context!=9", ["b", "a"]),
        ("id>=b", ["b", "C"]),
        ("features=vision", ["C"]),
        ("provider~o", ["b", "a", "C"]),
        ("provider~open", ["b"]),
        ("price~0.5", ["a"]),
    ],
)
def test_only_what_fits_is_printed(ids, where, wanted):
    assert ids("--where", where) == wanted


def test_conditions_add_up_before_the_limit_counts(ids):
    assert ids("--where", "type=text", "--where", "context>1", "--sort", "context", "--limit", "1") == ["C"]


def test_times_words_and_amounts_are_compared_as_they_are_shown(entries):
    assert entries("--where", "time>=2026-01-02") == ["m2", "m3"]
    assert entries("--where", "time<2026-01-02T00:00Z") == ["m1"]
    assert entries("--where", "type=error") == ["m3"]
    assert entries("--where", "cost>0.005", "--sort", "cost") == ["m2", "m1"]
    assert entries("--where", "stream=true") == ["m2"]


def test_every_page_is_read_before_records_are_sorted(cli, service):
    def page(number):
        items = [{"created_at": 1767225600, "type": 2, "model_name": f"m{number}", "quota": number}]
        return {"success": True, "data": {"page": number, "total": 3, "items": items if number < 4 else []}}

    for number in (1, 2, 3, 4):
        wanted = {"p": str(number), "page_size": "100"}
        service.expect_ordered_request("/api/log/self", query_string=wanted).respond_with_json(page(number))
    ran = cli("logs", "--sort", "cost:desc", "--limit", "1", "--json", "--query", "[].model")

    assert (json.loads(ran.out), ran.err, ran.code) == (["m3"], "", 0)


def test_a_page_that_is_named_is_sorted_alone(cli, service):
    page = {"page": 2, "page_size": 20, "total": 90, "items": LOGS}
    service.expect_oneshot_request("/api/log/self", query_string={"p": "2", "page_size": "20"}).respond_with_json(
        {"success": True, "data": page}
    )
    ran = cli("logs", "--page", "2", "--sort", "cost", "--json", "--query", "[].model")

    assert (json.loads(ran.out), ran.code) == (["m3", "m2", "m1"], 0)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--sort", "contxt"], "Unknown column 'contxt'; did you mean context?"),
        (["--sort", "id:down"], "--sort id:down ends with an unknown order; use :asc or :desc."),
        (["--where", "context"], "--where context is not a condition."),
        (["--where", "type=text AND context>1"], "--where takes one condition."),
        (["--where", "size>1"], "Unknown column 'size'."),
        (["--where", "context>many"], "--where: context_length is a number, but 'many' is not."),
        (["--sort", "price"], "--sort price: its values are objects, which have no order."),
    ],
)
def test_what_cannot_be_meant_is_a_usage_error(cli, service, words, told):
    service.expect_request("/api/models").respond_with_json({"success": True, "data": MODELS})
    ran = cli("models", "--no-cache", *words)

    assert (ran.out, ran.code, ran.err.splitlines()[0]) == ("", 2, f"cometapi: {told}")


def test_a_time_that_is_none_is_told(cli, service):
    ran = cli("logs", "--where", "time>soon")

    assert (ran.code, ran.err.startswith("cometapi: --where "), service.log) == (2, True, [])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--type", "txt"], "No record has --type txt; there are image, text."),
        (
            ["--provider", "antropic,gogle"],
            "No record has --provider antropic,gogle; there are Anthropic, Google, OpenAI.",
        ),
        (["--type", "image", "--provider", "openai"], "Nothing found."),  # each of them is there
        (["--search", "zzz"], "Nothing found."),
    ],
)
def test_a_value_that_no_record_has_names_those_that_there_are(cli, service, words, told):
    service.expect_request("/api/models").respond_with_json({"success": True, "data": MODELS})
    ran = cli("models", "--no-cache", *words)

    assert (ran.out, ran.err, ran.code) == ("", f"cometapi: {told}\n", 0)


def test_a_list_that_does_not_come_in_pages_is_sorted_whole(cli, service):
    models = [{"id": f"m{number:05}"} for number in range(10_000, 0, -1)]
    service.expect_request("/api/models").respond_with_json({"success": True, "data": models})
    ran = cli("models", "--no-cache", "--sort", "id", "--limit", "1", "--query", "[].id")

    assert (ran.out, ran.err, ran.code) == ("m00001\n", "", 0)
