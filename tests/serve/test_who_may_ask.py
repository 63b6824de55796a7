"""Who is answered by a gateway: nobody who came by another name, no page of a browser, and nobody without the token."""

import json
import socket

import pytest
from gateways import ASK, CHAT, read

OTHERS = [
    "rebind.evil.example:{port}",
    "localhost.evil.example:{port}",
    "127.0.0.1.evil.com:{port}",
    "localhost.:{port}",
    "localhost:1",
    "localhost",
    "localhost@evil.example:{port}",
    "evil.example@localhost:{port}",
    "0.0.0.0:{port}",
    "127.0.0.2:{port}",
    "2130706433:{port}",
    "[::1%25lo]:{port}",
    "localhost:{port}, evil.example",
    "localhost:0{port}",
    "LOCALHOST.",
    "127.0.0.1:{port}.",
    "127.0.0.1.:{port}",
    "127.0.0.1: {port}",
    "127.1:{port}",
    "0x7f.1:{port}",
    "[::ffff:127.0.0.1]:{port}",
    "[0:0:0:0:0:0:0:1]:{port}",
    "127.0.0.1:{port}@evil.example",
    "127.0.0.1:{port}\r\n\tevil.example",
    "127.0.0.1:{port}\r\nHost: evil.example",
]
OWN = ["127.0.0.1:{port}", "localhost:{port}", "LOCALHOST:{port}", "LocalHost:{port}", "[::1]:{port}"]
ORIGINS = ["https://evil.example", "null", "http://localhost@evil.example", "http://127.0.0.1:1", "file://", ""]


@pytest.fixture
def served(serve, raw):
    raw(lambda talk: talk.whole({"data": [{"id": "m"}]}))
    return serve()


@pytest.mark.parametrize("token", [True, False], ids=["right token", "no token"])
@pytest.mark.parametrize("host", OTHERS)
def test_another_host_is_refused_before_anything(served, raw, host, token):
    status, headers, body = served.ask("GET", "/v1/models", host=host.format(port=served.port), token=token)

    assert (status, json.loads(body)["error"]["message"], raw.talks) == (403, "Forbidden", [])
    assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize("host", OWN)
def test_the_own_names_are_answered_in_any_case(served, host):
    assert served.ask("GET", "/v1/models", host=host.format(port=served.port))[0] == 200


def test_a_request_without_a_host_is_refused(served, raw):
    for version in ("1.0", "1.1"):
        assert served.ask("GET", "/v1/models", host="", version=version)[0] in (400, 403)
    assert served.ask("GET", "/v1/models", "Host: evil.example")[0] == 403
    assert raw.talks == []


@pytest.mark.parametrize("origin", ORIGINS)
def test_a_page_of_a_browser_is_refused(served, raw, origin):
    assert served.ask("GET", "/v1/models", f"Origin: {origin}")[0] == 403
    assert served.ask("OPTIONS", CHAT, f"Origin: {origin}", "Access-Control-Request-Method: POST")[0] == 403
    assert served.ask("GET", "/v1/models", "Sec-Fetch-Site: cross-site")[0] == 403
    assert raw.talks == []


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("http://127.0.0.1:{port}/v1/models", 200),
        ("HTTP://LOCALHOST:{port}/v1/models", 200),
        ("http://evil.example/v1/models", 403),
        ("http://evil.example:{port}/v1/models", 403),
        ("http://127.0.0.1:{port}@evil.example/v1/models", 403),
        ("https://127.0.0.1:{port}/v1/models", 403),
        ("http:///v1/models", 403),
        ("http://127.0.0.1:{port}\\@evil.example/v1/models", 403),
        ("v1/models", 403),
        ("*", 200),
    ],
)
def test_a_whole_address_as_the_target_has_to_be_the_own_one(served, target, status):
    assert served.ask("GET", target.format(port=served.port))[0] == status


def test_what_a_proxy_says_counts_for_nothing(served, raw):
    lines = ["X-Forwarded-For: 127.0.0.1", "X-Forwarded-Host: localhost", "Forwarded: host=localhost"]
    assert served.ask("GET", "/v1/models", *lines, host="evil.example")[0] == 403
    assert served.ask("GET", "/v1/models", *lines)[0] == 200
    assert not [name for name in raw.talks[0].headers if "forwarded" in name]


@pytest.mark.parametrize(
    "place",
    ["Authorization: Bearer {token}", "Authorization: bearer {token}", "x-api-key: {token}", "X-Goog-Api-Key: {token}"],
)
def test_the_token_counts_in_each_header_for_keys(served, place):
    line = place.format(token=served.token)

    assert served.ask("GET", "/v1/models", line, token=False)[0] == 200
    assert served.ask("GET", "/v1/models", line[:-1], token=False)[0] == 401
    assert served.ask("GET", "/v1/models", line + "x", token=False)[0] == 401


def test_the_token_counts_in_the_query_and_does_not_go_on(served, raw):
    assert served.ask("GET", f"/v1/models?key={served.token}&a=1", token=False)[0] == 200
    assert served.ask("GET", "/v1/models?key=wrong", token=False)[0] == 401
    assert [talk.path for talk in raw.talks] == ["/v1/models?a=1"]


@pytest.mark.parametrize(
    ("path", "where"),
    [
        (CHAT, ("error", "type")),
        ("/v1/messages", ("error", "type")),
        ("/v1/responses", ("error", "type")),
        ("/v1beta/models/m:generateContent", ("error", "status")),
    ],
)
def test_a_wrong_token_is_refused_in_the_form_of_the_protocol(served, raw, path, where):
    status, document = served.post(path, ASK, token=False)

    assert status == 401
    assert document[where[0]][where[1]] in ("authentication_error", "UNAUTHENTICATED")
    assert ("type" in document) == (path == "/v1/messages")
    assert raw.talks == []


def test_the_answer_to_a_wrong_token_tells_nothing(served):
    found = {served.ask("POST", path, body=ASK, token=False)[2] for path in (CHAT, "/v1/nothing", "/api/token/")}
    assert len(found) == 1


def test_neither_token_nor_key_is_in_what_is_told(serve, raw):
    raw(lambda talk: talk.whole({"error": {"message": "no"}}, 401))
    served = serve("--debug")
    served.ask("GET", f"/v1/models?key={served.token}&x=1")
    served.post(CHAT, {**ASK, "user": served.token})

    assert "POST" in served.said
    assert served.token not in served.said
    assert "sk-test-key-0001" not in served.said


def test_each_start_has_a_token_of_its_own(serve, raw):
    tokens = {serve().token for _ in range(3)}
    assert len(tokens) == 3
    assert min(map(len, tokens)) > 30


def test_a_client_of_another_address_of_this_machine_is_answered(served):
    with socket.create_connection(("::1", served.port), 10) as connection:
        connection.sendall(served.head("GET", "/v1/models", host=f"[::1]:{served.port}"))
        assert read(connection, "GET")[0] == 200


def test_nobody_else_can_connect(served):
    hosts = [one.server_address[0] for one in served.gateway.servers]
    assert set(hosts) <= {"127.0.0.1", "::1"}


@pytest.mark.parametrize(
    "path",
    [
        "/api/token/",
        "/api/user/self",
        "/v1/../api/token/",
        "/v1/%2e%2e/api/token/",
        "/v1/%2e%2e%2fapi%2ftoken/",
        "//api/token/",
        "/API/token/",
        "/v1/..%252fapi/token",
        "/v1/models/..%252f..%252fapi%252ftoken%252f",
        "/api;x/token/",
        "/%61pi/token/",
        "/v1/models/..\\..\\api\\token",
        "/v1/%5c..%5capi/token",
        "/.//api/token/",
        "/v1/api/token/",
        "/v1/api/user/self",
    ],
)
def test_the_account_is_not_served(served, raw, path):
    assert served.ask("GET", path)[0] == 404
    assert raw.talks == []


@pytest.mark.parametrize("method", ["DELETE", "CONNECT", "TRACE", "PROPFIND"])
def test_what_deletes_is_not_served(served, raw, method):
    assert served.ask(method, "/v1/responses/r1")[0] in (405, 501)
    assert raw.talks == []
