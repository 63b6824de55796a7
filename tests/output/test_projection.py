"""What becomes of a result: --fields, --query, --raw and --output."""

import json

import pytest
from conftest import chunk

MODELS = {"success": True, "data": [{"id": "a", "provider": "P"}, {"id": "b", "provider": None}]}
CHAT = {"model": "m", "choices": [{"index": 0, "message": {"content": "Hi\n"}, "finish_reason": "stop"}], "n": 1e2}


@pytest.fixture
def catalog(service):
    service.expect_request("/api/models").respond_with_json(MODELS)
    return service


@pytest.mark.parametrize(
    ("expression", "name", "printed"),
    [
        ("[].id", "table", "a\nb\n"),
        ("[].id", "csv", "a\nb\n"),
        ("[].id", "json", '[\n  "a",\n  "b"\n]\n'),
        ("[].id", "yaml", "- a\n- b\n"),
        ("[0].id", "table", "a\n"),
        ("[0].id", "json", '"a"\n'),
        ("[0].id", "yaml", "a\n"),
        ("[9].id", "table", "null\n"),
        ("[9].id", "json", "null\n"),
        ("`x`", "table", "x\n"),
        ("[:1].id", "json", '[\n  "a"\n]\n'),
        ("length(@)", "table", "2\n"),
        ("[].{name: id, by: provider}", "table", "name  by\n────  ──\na     P\nb\n"),
        ("[].{name: id, by: provider}", "csv", "name,by\na,P\nb,\n"),
        ("[].{name: id}", "markdown", "| name |\n| --- |\n| a |\n| b |\n"),
        ("[0].{name: id, by: provider}", "csv", "name,by\na,P\n"),
        ("[].[id, provider]", "csv", "a,P\nb,\n"),
        ("[].[id, provider]", "table", '["a","P"]\n["b",null]\n'),
        ("[?id == 'z']", "table", ""),
        ("[?id == 'z']", "json", "[]\n"),
    ],
)
def test_a_query_prints_what_it_selects(expression, name, printed, cli, catalog):
    ran = cli("models", "--query", expression, "--format", name)

    assert (ran.code, ran.err, ran.out) == (0, "", printed)


@pytest.mark.parametrize(
    ("expression", "sentence"),
    [
        ("[].", "--query is not valid JMESPath (column 4): [].\n"),
        ("", "--query is not valid JMESPath (column 1): \n"),
        ("a b", "--query is not valid JMESPath (column 3): a b\n"),
        ("a == #", "--query is not valid JMESPath (column 6): a == #\n"),
        ("lenght(@)", "--query has no function 'lenght' (column 1); did you mean length?\n"),
    ],
)
def test_a_wrong_query_is_known_before_anything_is_sent(expression, sentence, cli, catalog):
    ran = cli("models", "--query", expression)

    assert (ran.code, ran.out, catalog.log) == (2, "", [])
    assert ran.err.startswith(f"cometapi: {sentence}")


def test_a_query_that_does_not_fit_is_told(cli, catalog):
    ran = cli("models", "--query", "abs(@)")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("cometapi: --query does not fit the result: ")


def test_a_query_reads_the_whole_reply_of_an_answer(cli, service):
    service.expect_request("/v1/chat/completions").respond_with_json(CHAT)

    assert cli("chat", "hi", "--query", "choices[0].message.content").out == "Hi\n"
    assert json.loads(service.log[0][0].get_data())["stream"] is False


def test_a_query_reads_a_stream_that_was_asked_for(cli, raw):
    raw(lambda talk: talk.stream(chunk("H"), chunk("i", "stop")).end())

    assert cli("chat", "hi", "--stream", "--query", "choices[0].message.content").out == "Hi\n"


def test_settings_can_be_queried(cli):
    assert cli("config", "get", "default_model", "--query", "origin").out == "default\n"


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("table", "Provider  ID\n────────  ──\nP         a\n          b\n"),
        ("csv", "provider,id\nP,a\n,b\n"),
        ("markdown", "| Provider | ID |\n| --- | --- |\n| P | a |\n|  | b |\n"),
        ("yaml", "- provider: P\n  id: a\n- provider: null\n  id: b\n"),
    ],
)
def test_fields_are_printed_in_their_order(name, printed, cli, catalog):
    assert cli("models", "--fields", "provider,id", "--format", name).out == printed


def test_a_field_for_machines_is_there_for_people_who_name_it(cli, catalog):
    assert cli("models", "--fields", "id,currency").out.splitlines()[0] == "ID"
    assert cli("models", "--fields", "id,currency", "--json", "--limit", "1").out == (
        '[\n  {\n    "id": "a",\n    "currency": null\n  }\n]\n'
    )


def test_an_answer_has_fields_too(cli, service):
    service.expect_request("/v1/chat/completions").respond_with_json(CHAT)

    assert cli("chat", "hi", "--fields", "content,model", "--format", "csv").out == 'content,model\n"Hi\n",m\n'


def test_a_wrong_field_is_known_before_anything_is_sent(cli, catalog):
    ran = cli("models", "--fields", "id,provdier")

    assert (ran.code, ran.out, catalog.log) == (2, "", [])
    first, second = ran.err.splitlines()
    assert first == "cometapi: Unknown field 'provdier'; did you mean provider?"
    assert second.startswith("  The fields are id, provider, ")


BODY = b'{"success": true,\r\n "data": [ {"id":"\xc3\xa9"} ]}'


def test_raw_is_what_the_service_sent(cli, raw):
    raw(lambda talk: talk.whole(BODY))

    assert cli("models", "--raw").out.encode() == BODY


def test_a_raw_stream_is_passed_on_and_judged(cli, raw):
    events = [": comment\r\n\r\n", chunk("Hi"), chunk(None, "stop"), "data: [DONE]\n\n"]
    raw(lambda talk: talk.stream(*events).end())
    assert cli("chat", "hi", "--raw").out == "".join(events)
    raw(lambda talk: talk.stream(*events[:2]).end())
    cut = cli("chat", "hi", "--raw")

    assert (cut.code, cut.out) == (69, "".join(events[:2]))


def test_a_raw_reply_that_says_no_is_no_result(cli, raw):
    raw(lambda talk: talk.whole({"success": False, "message": "No."}))
    ran = cli("models", "--raw")

    assert (ran.code, ran.out, ran.err) == (1, "", "cometapi: The service refused the request: No.\n")


def test_raw_pages_follow_each_other(cli, raw):
    raw(
        *(lambda talk, page=page: talk.whole({"data": {"items": page, "total": 2}}) for page in ([{"id": 1}], [{}], []))
    )
    ran = cli("tokens", "--all", "--raw", env={"COMETAPI_ACCESS_TOKEN": "access-token-0002"})

    assert (
        ran.out
        == '{"data": {"items": [{"id": 1}], "total": 2}}{"data": {"items": [{}], "total": 2}}{"data": {"items": [], "total": 2}}'
    )


def test_output_goes_into_a_file(cli, catalog, tmp_path):
    path = tmp_path / "models.json"
    ran = cli("models", "--json", "--output", path)

    assert (ran.code, ran.out, json.loads(path.read_text())[0]["id"]) == (0, "", "a")
    assert path.stat().st_mode & 0o777 == 0o644


def test_a_file_that_is_there_stays_unless_forced(cli, catalog, tmp_path):
    path = tmp_path / "kept"
    path.write_text("old")
    path.chmod(0o600)
    ran = cli("models", "-o", path)
    assert (ran.code, path.read_text(), catalog.log) == (2, "old", [])
    assert ran.err == f"cometapi: {path} already exists.\n  Overwrite it with --force.\n"
    cli("models", "-o", path, "--force", "--fields", "id", "--format", "csv")

    assert (path.read_text(), path.stat().st_mode & 0o777) == ("id\na\nb\n", 0o600)


def test_a_failure_leaves_no_file(cli, raw, tmp_path):
    raw(lambda talk: talk.stream(chunk("Hi")).end())
    ran = cli("chat", "hi", "-o", tmp_path / "answer")

    assert (ran.code, [one.name for one in tmp_path.iterdir()]) == (69, ["home"])


@pytest.mark.parametrize("place", ["none/x", "home"])
def test_a_place_that_cannot_be_is_known_before_anything_is_sent(place, cli, catalog, tmp_path):
    ran = cli("models", "-o", tmp_path / place)

    assert (ran.code, ran.out, catalog.log) == (2, "", [])
    assert ran.err.startswith("cometapi: --output ")


def test_a_stream_an_export_and_a_device_are_output_too(cli, service, raw, tmp_path):
    service.expect_request("/api/log/self/export").respond_with_data(b"a,b\r\n", content_type="text/csv")
    cli("logs", "--export", "-o", tmp_path / "logs.csv", env={"COMETAPI_BASE_URL": service.url_for("/v1")})
    raw(lambda talk: talk.stream(chunk("Hi", "stop")).end())
    cli("chat", "hi", "-o", tmp_path / "answer", env={"COMETAPI_BASE_URL": f"{raw.url}/v1"})

    assert (tmp_path / "logs.csv").read_bytes() == b"a,b\r\n"
    assert (tmp_path / "answer").read_text() == "Hi\n"
    assert cli("config", "path", "-o", "/dev/null").out == ""
    assert cli("config", "path", "-o", "-").out.endswith("config.toml\n")
