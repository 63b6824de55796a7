"""``cometapi api``: what it prints of any reply, and what it never prints."""

import json

import pytest
from account_data import KEYS

from cometapi.http.target import as_sent, meant

OTHER = "sk-of-another-key-of-the-account-7777"
PLAIN = "another-secret-of-the-account-8888"
TOKENS = {"success": True, "data": [{"id": 1, "key": OTHER}, {"id": 2, "access_token": PLAIN}]}
SPELLINGS = [
    "/api/token/",
    "//api/token/",
    "/API/Token/",
    "/v1/../api/token/",
    "/./api//token/",
    "/%61pi/token/",
    "/v1/%2e%2e/api/token/",
    "/%2561pi/token/",
    "/api;v=1/token/",
    "/%5Capi/token/",
    "/api?x=1",
]
KINDS = [
    "application/json",
    "text/plain",
    "application/octet-stream",
    "application/x-ndjson",
    "text/csv",
    "image/png",
    None,
]
SECRETS = (OTHER, PLAIN)


def told(ran):
    """Which of the account's other secrets a call has told."""
    return [secret for secret in SECRETS if secret in ran.out + ran.err]


def sends(raw, body, kind="application/json"):
    """A service that answers with a body of some kind, or of none."""
    data = body if isinstance(body, str) else json.dumps(body)
    if kind:
        return raw(lambda talk: talk.whole(data, 200, kind))
    head = f"HTTP/1.1 200 Word\r\nConnection: close\r\nContent-Length: {len(data)}\r\n\r\n"
    return raw(lambda talk: talk.send(head + data))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("debug", [[], ["--debug"]])
def test_other_keys_of_the_account_are_masked_whatever_the_reply_says_that_it_is(cli, raw, kind, debug):
    sends(raw, TOKENS, kind)
    ran = cli("api", "GET", "/api/token/", *debug, env=KEYS)

    assert (told(ran), ran.code) == ([], 0)
    assert ("sk-…7777" in ran.out, "…8888" in ran.out) == (True, True)


@pytest.mark.parametrize("path", SPELLINGS)
def test_a_path_is_of_the_account_however_it_is_spelt(cli, raw, path):
    sends(raw, TOKENS)
    ran = cli("api", "GET", path, env=KEYS)

    assert (told(ran), ran.code) == ([], 0)
    assert raw.talks[0].headers["authorization"] == "Bearer access-token-0002"


@pytest.mark.parametrize(
    "body",
    [
        {"data": {"keys": [OTHER, PLAIN]}},
        {"data": {"key": [OTHER, {"value": PLAIN}]}},
        {"data": {"apiKey": PLAIN, "Access-Token": OTHER}},
        {"data": {"other": json.dumps({"key": PLAIN, "deep": json.dumps([{"password": PLAIN}])})}},
        {"data": {"note": f"use {OTHER} for it"}},
        {"data": [OTHER]},
    ],
    ids=["list", "list of a key", "other names", "JSON in a text", "in a text", "bare"],
)
@pytest.mark.parametrize("words", [[], ["--debug"], ["--query", "data"]], ids=" ".join)
def test_secrets_of_the_account_are_masked_wherever_they_stand(cli, raw, body, words):
    sends(raw, body)
    ran = cli("api", "GET", "/api/x", *words, env=KEYS)

    assert (told(ran), ran.code) == ([], 0)


@pytest.mark.parametrize("debug", [[], ["--debug"]])
def test_pages_of_the_account_are_masked_too(cli, raw, debug):
    sends(raw, {"data": {"items": [{"keys": [PLAIN], "other": json.dumps({"key": OTHER})}], "total": 1}})
    ran = cli("api", "GET", "//api/log/self", "--paginate", *debug, env=KEYS)

    assert (told(ran), ran.code) == ([], 0)
    assert json.loads(ran.out)["keys"] == ["…8888"]


def test_lines_of_the_account_are_masked_one_by_one(cli, raw):
    sends(raw, f'{{"key": "{PLAIN}"}}\n{{"keys": ["{OTHER}"]}}\nname,{OTHER}\n', "application/x-ndjson")
    ran = cli("api", "GET", "/api/x", env=KEYS)

    assert ran.out == '{"key": "…8888"}\n{"keys": ["sk-…7777"]}\nname,sk-…7777\n'


def test_what_is_no_secret_of_the_account_stays(cli, raw):
    value = {"data": {"name": "key", "tokens": [1, "two"], "monkey": "banana", "key": None, "other": '{"a": 1}'}}
    sends(raw, value)

    assert json.loads(cli("api", "GET", "/api/x", env=KEYS).out) == value


def test_untouched_is_untouched(cli, raw):
    sends(raw, TOKENS, "text/plain")

    assert cli("api", "GET", "/api/token/", "--raw", env=KEYS).out == json.dumps(TOKENS)


def test_a_secret_that_is_cut_in_two_or_escaped_is_masked_in_a_stream(cli, raw):
    raw(lambda talk: talk.stream("data: sk-test", "-key-0001\n\n", 'data: "sk\\u002dtest-key-0001"\n\n').end())

    assert cli("api", "GET", "/v1/x").out == 'data: sk-…0001\n\ndata: "sk-…0001"\n\n'


# --- paths


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/v1/a b<c", "/v1/a%20b%3Cc"),
        ("/v1/{a}[0]", "/v1/%7Ba%7D%5B0%5D"),
        ("/v1/ä", "/v1/%C3%A4"),
        ("/v1/%zz", "/v1/%25zz"),
        ("/v1/%2f%c3", "/v1/%2F%C3"),
        ("/v1/../x/./y/..", "/x/"),
        ("/..", "/"),
        ("/v1/x?a=b c&d=[]#part", "/v1/x?a=b%20c&d=%5B%5D"),
        ("/v1/\x1b[31m\u202e", "/v1/%1B%5B31m%E2%80%AE"),
        ("//x//y", "//x//y"),
    ],
)
def test_what_is_shown_of_a_path_is_what_is_sent(cli, raw, path, sent):
    sends(raw, {})
    cli("api", "GET", path)
    shown = cli("api", "GET", path, "--curl").out, cli("api", "GET", path, "--dry-run").out

    assert (raw.talks[0].path, as_sent(path)) == (sent, sent)
    assert f"{raw.url}{sent}" in shown[0]
    assert shown[1].startswith(f"GET {raw.url}{sent}\n")


@pytest.mark.parametrize("path", ["/v1/x", "/v1/api/x", "/apis", "/v1/%2fx", "/"])
def test_other_paths_are_not_of_the_account(path):
    assert not meant(path).startswith("/api/")


# --- pages of any list


def numbered(raw, count, most=100, key="total"):
    """A list of so many items, of which the service gives at most some at once; of two fields it takes the first."""

    def answer(talk):
        asked = [one.split("=") for one in talk.path.partition("?")[2].split("&")]
        fields = dict(reversed(asked))
        number, size = int(fields.get("p", 1)), min(int(fields.get("page_size", 10)), most)
        items = [{"id": one} for one in range(count)][(number - 1) * size : number * size]
        talk.whole({"data": {"items": items, key: count}})

    return raw(answer)


@pytest.mark.parametrize("query", ["?p=1&page_size=10", "?page_size=10&p=2", "?type=2&p=7", "?%70=3", ""])
def test_fields_of_the_path_give_way_to_those_of_the_pages(cli, raw, query):
    numbered(raw, 25)
    ran = cli("api", "GET", f"/api/log/self{query}", "--paginate", env=KEYS)

    assert ([json.loads(line)["id"] for line in ran.out.splitlines()], ran.code) == (list(range(25)), 0)
    assert ("type=2" in raw.talks[0].path) == ("type=2" in query)


def test_a_field_takes_the_place_of_one_in_the_path(sent):
    ran = sent("api", "GET", "/v1/x?a=1&b=2", "--field", "a=3")

    assert ran.requests[0].url.endswith("/v1/x?b=2&a=3")


# --- replies without one JSON value


@pytest.mark.parametrize(
    "kind", ["application/x-ndjson", "application/jsonl", "application/json-seq", "application/jsonlines"]
)
def test_json_line_by_line_is_passed_through(cli, raw, kind):
    lines = '{"a": 1}\n{"a": 2}\n'
    sends(raw, lines, kind)
    ran = cli("api", "GET", "/v1/files/f/content")

    assert (ran.out, ran.err, ran.code) == (lines, "", 0)


def test_nothing_is_selected_from_many_values(cli, raw):
    sends(raw, '{"a": 1}\n{"a": 2}\n', "application/x-ndjson")
    ran = cli("api", "GET", "/v1/files/f/content", "--query", "a")

    sentence = "The reply is not a single JSON value, so nothing can be selected from it."
    assert (ran.out, ran.err, ran.code) == ("", f"cometapi: {sentence}\n", 1)


NOTHING = "cometapi: The service accepted the request and returned nothing.\n"


@pytest.mark.parametrize("kind", ["application/json", "text/plain"])
@pytest.mark.parametrize(
    ("method", "status"), [("GET", 204), ("GET", 205), ("DELETE", 200), ("POST", 202), ("PUT", 201)]
)
def test_a_yes_without_a_body_is_done(cli, raw, method, status, kind):
    raw(lambda talk: talk.whole("", status, kind))
    ran = cli("api", method, "/v1/files/f", "--yes")

    assert (ran.out, ran.err, ran.code) == ("", NOTHING, 0)


def test_nothing_at_all_is_no_answer_of_a_model(cli, raw):
    raw(lambda talk: talk.whole(""))

    assert cli("api", "POST", "/v1/chat/completions", "--field", "model=m").code == 1
    assert cli("api", "GET", "/v1/models").code == 1


def test_pages_are_only_read_where_the_manifest_says_how_they_come(cli, raw):
    ran = cli("api", "GET", "/v1/models", "--paginate", env=KEYS)

    assert (ran.code, raw.talks) == (2, [])
    assert ran.err.startswith("cometapi: --paginate does not know how lists under this path are paginated.\n")


# --- formats


LIST = {"object": "list", "data": [{"id": "a", "size": 1}, {"id": "b", "size": 2}], "has_more": False}
TABLE = "id    size\n────  ────\n"


@pytest.mark.parametrize(
    ("words", "out"),
    [
        (["-f", "csv"], "id,size\na,1\nb,2\n"),
        (["--fields", "size,id", "--format", "csv"], "size,id\n1,a\n2,b\n"),
        (["--fields", "id"], json.dumps([{"id": "a"}, {"id": "b"}], indent=2) + "\n"),
        (["--query", "data[1]", "--format", "yaml"], "id: b\nsize: 2\n"),
        (["--query", "data[].id", "--format", "csv"], "a\nb\n"),
        (["--query", "data[0].id"], "a\n"),
        (["--query", "data[0].id", "--json"], '"a"\n'),
        (["--query", "data", "--fields", "id", "--format", "csv"], "id\na\nb\n"),
        (["--json"], json.dumps(LIST, indent=2) + "\n"),
        (["--format", "yaml", "--query", "object"], "list\n"),
        ([], json.dumps(LIST, indent=2) + "\n"),
    ],
    ids=" ".join,
)
def test_a_reply_is_printed_in_the_formats_of_other_commands(cli, raw, words, out):
    sends(raw, LIST)
    ran = cli("api", "/v1/models", *words, env={**KEYS, "COMETAPI_OUTPUT_FORMAT": None})

    assert (ran.out, ran.err, ran.code) == (out, "", 0)


def test_a_record_is_one_line_of_csv_and_a_table_has_the_items_of_a_list(cli, raw):
    sends(raw, {"success": True, "data": {"name": "n", "quota": 5}})
    assert cli("api", "/api/user/self", "-f", "csv", env=KEYS).out == "name,quota\nn,5\n"
    sends(raw, {"id": "m", "object": "model"})
    assert cli("api", "/v1/models/m", "-f", "csv").out == "id,object\nm,model\n"
    sends(raw, LIST)
    assert cli("api", "/v1/models", "-f", "markdown").out.splitlines()[-1] == "| b | 2 |"


def test_the_format_that_a_setting_names_is_for_the_commands_that_have_columns(cli, raw, config):
    sends(raw, LIST)
    config.write_text('output_format = "csv"\n')
    config.chmod(0o600)

    assert cli("api", "/v1/models").out == json.dumps(LIST, indent=2) + "\n"


@pytest.mark.parametrize(
    ("words", "out"),
    [
        ([], '{"id": 0}\n{"id": 1}\n{"id": 2}\n'),
        (["-f", "csv"], "id\n0\n1\n2\n"),
        (["--query", "[].id", "--json"], "[\n  0,\n  1,\n  2\n]\n"),
        (["--query", "length(@)"], "3\n"),
        (["--fields", "id", "--format", "csv"], "id\n0\n1\n2\n"),
    ],
    ids=" ".join,
)
def test_pages_are_lines_of_json_or_one_list_in_the_shape_that_is_asked_for(cli, raw, words, out):
    numbered(raw, 3, most=2)
    ran = cli("api", "/api/log/self", "--paginate", *words, env=KEYS)

    assert (ran.out, ran.code) == (out, 0)


def test_a_reply_that_is_no_document_has_no_format(cli, raw):
    sends(raw, "plain words", "text/plain")
    ran = cli("api", "/v1/x", "--format", "csv")

    assert (ran.out, ran.code) == ("plain words", 0)


def test_what_is_untouched_has_no_shape(cli, raw):
    ran = cli("api", "/v1/x", "--raw", "--format", "markdown")

    assert (ran.code, ran.err.splitlines()[0]) == (2, "cometapi: --raw and --format cannot be combined.")
