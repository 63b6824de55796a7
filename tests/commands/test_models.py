"""``cometapi models`` and ``cometapi model info``: the catalog, its copy on this machine, and the filters."""

import csv
import io
import json
import os
import stat
import time

import pytest
import yaml

PRICES = {"currency": "USD / M Tokens", "input": 1, "output": 8, "per_request": None, "per_second": None}
CHAT = {"chat": {"path": "/v1/chat/completions", "method": "POST"}}
MODELS = [
    {
        "id": "gpt-5.4",
        "code": "gpt-5-4",
        "provider": "OpenAI",
        "provider_code": "openai",
        "model_type": "text",
        "features": ["text-to-text", "function-calling"],
        "pricing": PRICES,
        "endpoints": CHAT,
        "context_length": 400000,
        "description": "General.",
        "new_field": [1],
    },
    {
        "id": "imagen/4",
        "provider": "Google",
        "model_type": "image",
        "features": None,
        "pricing": None,
        "endpoints": ["/v1/images"],
    },
    {
        "id": "veo-3",
        "provider": "Google",
        "model_type": "video",
        "features": ["text-to-video"],
        "endpoints": json.dumps(CHAT),
    },
    {"id": "bare", "endpoints": "no json: messages"},
]
CATALOG = {"success": True, "page": 0, "page_size": 0, "total": 4, "data": MODELS}
AGE = 7200


@pytest.fixture
def cache(home):
    """The path of the copy on this machine."""
    return home / ".cache" / "cometapi" / "models.json"


@pytest.fixture
def catalog(raw):
    """A server that answers with the catalog."""
    return raw(lambda talk: talk.whole(CATALOG))


def keep(cache, url, age, reply=None):
    """Write a copy by hand that was fetched so many seconds ago."""
    cache.parent.mkdir(parents=True, exist_ok=True)
    copy = {"url": f"{url}/api/models", "fetched_at": int(time.time()) - age, "reply": reply or CATALOG}
    cache.write_text(json.dumps(copy))


def ids(ran):
    assert (ran.err, ran.code) == ("", 0), ran
    return [record["id"] for record in json.loads(ran.out)]


# --- the request and its copy


def test_the_catalog_needs_no_key(cli, catalog):
    ran = cli("models", "--json", env={"COMETAPI_KEY": None})

    assert ids(ran) == ["gpt-5.4", "imagen/4", "veo-3", "bare"]
    assert [(talk.method, talk.path, talk.body) for talk in catalog.talks] == [("GET", "/api/models", b"")]
    assert "authorization" not in catalog.talks[0].headers


def test_the_catalog_gets_no_key(cli, catalog):
    cli("models")

    assert "authorization" not in catalog.talks[0].headers


def test_a_copy_is_kept_for_its_owner_alone(cli, catalog, cache):
    cli("models")

    head, *lines = map(json.loads, cache.read_text().splitlines())
    assert (head["reply"], head["records"], lines) == ({**CATALOG, "data": []}, len(lines), CATALOG["data"])
    assert [stat.S_IMODE(path.stat().st_mode) for path in (cache, cache.parent)] == [0o600, 0o700]


def test_the_copy_is_under_the_xdg_folder(cli, catalog, tmp_path):
    cli("models", env={"XDG_CACHE_HOME": str(tmp_path / "xdg")})

    kept = [
        f"{name}.tsv"
        for name in ("endpoints", "features", "model_types", "model_windows", "models", "providers", "types")
    ]
    assert sorted(os.listdir(tmp_path / "xdg" / "cometapi")) == sorted(["models.json", *kept])


def test_what_a_tab_offers_is_kept_beside_it(cli, catalog, cache):
    cli("models", "--limit", "1")

    assert (cache.parent / "models.tsv").read_text() == (
        "gpt-5.4\tOpenAI, $1.00 in, $8.00 out /M\nimagen/4\tGoogle\nveo-3\tGoogle\nbare\t\n"
    )
    assert (cache.parent / "providers.tsv").read_text() == "OpenAI\t\nGoogle\t\n"
    assert (cache.parent / "features.tsv").read_text() == "text-to-text\t\nfunction-calling\t\ntext-to-video\t\n"
    assert (cache.parent / "endpoints.tsv").read_text() == "chat\t\n/v1/images\t\nno json: messages\t\n"


@pytest.mark.parametrize(
    ("age", "words", "asked"),
    [
        (10, [], 0),
        (3590, [], 0),
        (3601, [], 1),
        (-600, [], 1),
        (10, ["--refresh"], 1),
        (10, ["--no-cache"], 1),
    ],
)
def test_a_copy_counts_for_an_hour(cli, catalog, cache, age, words, asked):
    keep(cache, catalog.url, age)

    assert ids(cli("models", "--json", *words)) == ["gpt-5.4", "imagen/4", "veo-3", "bare"]
    assert len(catalog.talks) == asked


def test_a_copy_counts_for_its_own_base_url_alone(cli, catalog, cache):
    keep(cache, "http://127.0.0.1:1", 10)
    cli("models")

    assert len(catalog.talks) == 1


def test_no_cache_neither_reads_nor_writes(cli, catalog, cache):
    cli("models", "--no-cache")

    assert not cache.parent.exists()


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (lambda talk: talk.whole("", 500), "The service failed (HTTP 500)."),
        (
            lambda talk: talk.whole("<html>", 200, "text/html"),
            "The service answered with a page of HTML instead of data.",
        ),
        (lambda talk: talk.whole({"success": False, "message": "no"}), "The service refused the request: no."),
        (lambda talk: talk.whole({"hello": 1}), "Unexpected reply from the service: it is not a list."),
    ],
)
def test_a_stale_copy_stands_in_for_a_refresh_that_fails(cli, raw, cache, answer, reason):
    keep(cache, raw.url, AGE)
    before = cache.read_text()
    raw(answer)
    ran = cli("models", "--json", "--retries", "0")

    assert [record["id"] for record in json.loads(ran.out)] == ["gpt-5.4", "imagen/4", "veo-3", "bare"]
    assert (ran.err, ran.code) == (f"cometapi: {reason} Using the cached copy, fetched 2 hours ago.\n", 0)
    assert cache.read_text() == before


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"5", b"\xff", b'{"url": 1}', b'{"url": "x", "fetched_at": "y", "reply": 1}']
)
def test_a_broken_copy_is_fetched_again(cli, catalog, cache, content):
    cache.parent.mkdir(parents=True)
    cache.write_bytes(content)

    assert ids(cli("models", "--json", "--limit", "1")) == ["gpt-5.4"]
    head, *lines = map(json.loads, cache.read_text().splitlines())
    assert (head["reply"], head["records"], lines) == ({**CATALOG, "data": []}, len(lines), CATALOG["data"])


def test_a_folder_that_cannot_be_written_is_harmless(cli, catalog, home):
    (home / ".cache").write_text("in the way")

    assert len(ids(cli("models", "--json"))) == 4


# --- filters


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["--search", "GENERAL"], ["gpt-5.4"]),
        (["-s", "gpt-5-4"], ["gpt-5.4"]),
        (["-s", "goog"], ["imagen/4", "veo-3"]),
        (["--provider", "openai,GOOGLE"], ["gpt-5.4", "imagen/4", "veo-3"]),
        (["--type", "image"], ["imagen/4"]),
        (["--modality", "image, video"], ["imagen/4", "veo-3"]),
        (["--feature", "function"], ["gpt-5.4"]),
        (["--capability", "video,calling"], ["gpt-5.4", "veo-3"]),
        (["--endpoint", "chat"], ["gpt-5.4", "veo-3"]),
        (["--endpoint", "post"], ["gpt-5.4", "veo-3"]),
        (["--endpoint", "/v1/images"], ["imagen/4"]),
        (["--endpoint", "messages"], ["bare"]),
        (["--provider", "google", "--type", "video"], ["veo-3"]),
        (["--limit", "2"], ["gpt-5.4", "imagen/4"]),
        (["-l", "1", "--provider", "google"], ["imagen/4"]),
        (["-l", "99"], ["gpt-5.4", "imagen/4", "veo-3", "bare"]),
    ],
)
def test_filters(cli, catalog, words, found):
    assert ids(cli("models", "--json", *words)) == found


@pytest.mark.parametrize("words", [["--provider", "x"], ["--type", "x"], ["--feature", "x"], ["--endpoint", "x"]])
def test_the_openai_list_has_no_filters_but_search(cli, catalog, words):
    ran = cli("models", "--source", "openai", *words)

    assert (ran.out, ran.code, catalog.talks) == ("", 2, [])
    assert ran.err.startswith(f"cometapi: {words[0]} needs --source catalog.\n")


def test_the_openai_list(cli, raw, cache):
    raw(
        lambda talk: talk.whole(
            {"object": "list", "data": [{"id": "b", "owned_by": "acme"}, {"id": "a", "owned_by": "x"}]}
        )
    )
    ran = cli("models", "--source", "openai", "--search", "acme", "-f", "csv")

    assert (ran.out, ran.err, ran.code) == ("id,owned_by,created\nb,acme,\n", "", 0)
    assert [(talk.path, talk.headers["authorization"]) for talk in raw.talks] == [
        ("/v1/models", "Bearer sk-test-key-0001")
    ]
    assert not cache.exists()


def test_the_openai_list_needs_a_key(cli, raw):
    ran = cli("models", "--source", "openai", env={"COMETAPI_KEY": ""})

    assert (ran.out, ran.code, raw.talks) == ("", 64, [])


# --- what is printed


def test_machines_get_typed_fields_and_null(cli, catalog):
    records = json.loads(cli("models", "--json").out)

    assert records[0]["context_length"] == 400000
    assert (records[0]["input_price"], records[0]["per_request_price"]) == (1, None)
    assert (records[0]["features"], records[0]["endpoints"]) == (["text-to-text", "function-calling"], CHAT)
    assert (records[1]["provider"], records[1]["input_price"]) == ("Google", None)
    assert records[2]["endpoints"] == CHAT
    assert "new_field" not in records[0]


def test_the_same_records_in_every_format(cli, catalog):
    outs = {name: cli("models", "-f", name).out for name in ("table", "json", "yaml", "csv", "markdown")}
    records = json.loads(outs["json"])

    assert yaml.safe_load(outs["yaml"]) == records
    assert [row["id"] for row in csv.DictReader(io.StringIO(outs["csv"]))] == [record["id"] for record in records]
    for text in (outs["table"], outs["markdown"]):
        assert [record["id"] in line for record, line in zip(records, text.splitlines()[2:], strict=True)] == [True] * 4


@pytest.mark.parametrize("data", [[], None])
@pytest.mark.parametrize(
    ("name", "first"), [("table", ""), ("json", "[]\n"), ("yaml", "[]\n"), ("csv", "id,"), ("markdown", "")]
)
def test_nothing_found_is_an_empty_document(cli, raw, name, first, data):
    raw(lambda talk: talk.whole({"success": True, "data": data}))
    ran = cli("models", "-f", name)

    assert (ran.err, ran.code) == ("cometapi: Nothing found.\n", 0)
    assert ran.out.startswith(first)
    assert "gpt" not in ran.out


def test_a_bare_list_is_a_list_too(cli, raw):
    raw(lambda talk: talk.whole(MODELS))

    assert len(ids(cli("models", "--json"))) == 4


@pytest.mark.parametrize("body", [{"success": True}, {"hello": 1}, {"data": "text"}, {"data": {"a": 1}}, "5", '"x"'])
def test_what_is_no_list_is_no_success(cli, raw, cache, body):
    raw(lambda talk: talk.whole(body))
    ran = cli("models", "--json")

    assert (ran.out, ran.code) == ("", 1)
    assert json.loads(ran.err)["error"]["message"] == "Unexpected reply from the service: it is not a list."
    assert not cache.exists()


def test_odd_records_are_shown_as_they_are(cli, raw):
    raw(
        lambda talk: talk.whole(
            {
                "data": [
                    {"id": 5, "features": "a,b", "pricing": "free"},
                    None,
                    "text",
                    {"id": "x", "pricing": {"input": "?"}},
                ]
            }
        )
    )
    runs = [cli("models", "-f", name) for name in ("table", "json", "yaml", "csv", "markdown")]

    assert [ran.code for ran in runs] == [0] * 5


# --- model info


def detail(model, asked):
    """Answers with the catalog, then with one model."""

    def answer(talk):
        asked.append(talk.path)
        if talk.path == "/api/models":
            return talk.whole({"success": True, "data": MODELS})
        return talk.whole({"success": True, "data": model})

    return answer


@pytest.mark.parametrize(
    ("wanted", "path"),
    [
        ("gpt-5.4", "/api/model/gpt-5-4"),
        ("gpt-5-4", "/api/model/gpt-5-4"),
        ("imagen/4", "/api/model/imagen/4"),
        ("bare", "/api/model/bare"),
    ],
)
def test_a_model_is_found_by_id_or_code(cli, raw, wanted, path):
    asked = []
    raw(detail({**MODELS[0], "overview": "long"}, asked))
    ran = cli("model", "info", wanted, "--json")

    assert (ran.err, ran.code, asked) == ("", 0, ["/api/models", path])
    assert json.loads(ran.out)["overview"] == "long"
    assert json.loads(ran.out)["endpoints"] == CHAT


def test_an_id_without_a_code_loses_its_dots(cli, raw, cache):
    asked = []
    keep(cache, raw.url, 10, {"data": [{"id": "a.b/c.d é"}]})
    raw(detail({"id": "x"}, asked))
    cli("model", "info", "a.b/c.d é")

    assert asked == ["/api/model/a-b/c-d%20%C3%A9"]


def test_an_unknown_model_is_refused_with_the_nearest(cli, catalog):
    ran = cli("model", "info", "gpt-5.5")

    assert (ran.out, ran.code) == ("", 1)
    assert ran.err == (
        "cometapi: The catalog has no model 'gpt-5.5'; did you mean gpt-5.4?\n  All models: cometapi models\n"
    )


@pytest.mark.parametrize("data", [None, "text", 5])
def test_a_detail_that_holds_nothing_is_no_success(cli, raw, data):
    raw(detail(data, []))
    ran = cli("model", "info", "gpt-5.4")

    assert (ran.out, ran.err, ran.code) == (
        "",
        "cometapi: Unexpected reply from the service: what was asked for is missing.\n",
        1,
    )


def test_a_detail_that_says_no(cli, raw):
    raw(
        lambda talk: talk.whole({"success": True, "data": MODELS}),
        lambda talk: talk.whole({"success": False, "message": "gone"}),
    )
    ran = cli("model", "info", "gpt-5.4")

    assert (ran.out, ran.err, ran.code) == ("", "cometapi: The service refused the request: gone.\n", 1)


def test_a_code_of_the_catalog_never_leads_elsewhere(cli, raw, cache):
    asked = []
    keep(cache, raw.url, 10, {"data": [{"id": "m", "code": "../../v1/models"}]})
    raw(detail({"id": "m"}, asked))
    ran = cli("model", "info", "m")

    assert (ran.out, ran.code, asked) == ("", 2, [])
