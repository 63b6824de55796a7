"""Requests to the sandbox that no honest client sends: each gets an answer in JSON, or one without a body."""

import json
import socket
from http.client import HTTPResponse

import pytest

from cometapi.sandbox.server import Sandbox


@pytest.fixture(scope="module")
def port():
    """The port of a sandbox."""
    sandbox = Sandbox().start()
    yield sandbox.server.server_address[1]
    sandbox.stop()


def said(port, *lines, body=b"", key=True):
    """``(status, headers, body)`` of the answer to these lines of a request."""
    head = [*lines, f"Host: 127.0.0.1:{port}", "Connection: close", *(["Authorization: Bearer x"] if key else [])]
    with socket.create_connection(("127.0.0.1", port), 10) as connection:
        connection.sendall("\r\n".join([*head, "", ""]).encode("latin-1") + body)
        method = lines[0].split()[0]
        response = HTTPResponse(connection, method=method)
        response.begin()
        found = response.read()
        return response.status, response.headers, found


@pytest.mark.parametrize(
    "query", ["p=abc", "p=" + "9" * 5000, "p=%C2%B2", "p=-1", "p=0", "page_size=" + "9" * 5000, "p=1&page_size=x"]
)
def test_an_odd_page_is_the_first_one_or_an_empty_one(port, query):
    status, _, body = said(port, f"GET /api/log/self?{query} HTTP/1.1")

    assert (status, json.loads(body)["success"]) == (200, True)


@pytest.mark.parametrize("length", ["\u00b2", "abc", "-5", "9" * 5000, "1_0", "+3", ""])
def test_a_length_that_is_no_number_is_told(port, length):
    status, headers, body = said(port, "POST /v1/chat/completions HTTP/1.1", f"Content-Length: {length}")

    assert (status, headers["Content-Type"], "Content-Length" in json.loads(body)["error"]["message"]) == (
        400,
        "application/json",
        True,
    )


@pytest.mark.parametrize("chunk", [b"zz\r\n", b"-1\r\n", b"\r\n", b"9" * 5000 + b"\r\n", b"0x3\r\n"])
def test_a_chunk_without_a_size_is_told(port, chunk):
    status, _, body = said(port, "POST /v1/chat/completions HTTP/1.1", "Transfer-Encoding: chunked", body=chunk)

    assert (status, "chunk" in json.loads(body)["error"]["message"]) == (400, True)


@pytest.mark.parametrize(
    "body", [b"[" * 900 + b"]" * 900, b"[" * 100_000, b'{"a":' * 900 + b"1" + b"}" * 900, b"NaN", b"\xff"]
)
@pytest.mark.parametrize("path", ["/v1/chat/completions", "/v1/responses", "/v1/messages"])
def test_a_body_that_cannot_be_followed_is_answered(port, path, body):
    status, _, found = said(port, f"POST {path} HTTP/1.1", f"Content-Length: {len(body)}", body=body)

    assert (status, isinstance(json.loads(found), dict)) == (200, True)


def test_head_is_get_without_the_body(port):
    status, headers, body = said(port, "HEAD /v1/models HTTP/1.1")

    assert (status, body) == (200, b"")
    assert int(headers["Content-Length"]) == len(said(port, "GET /v1/models HTTP/1.1")[2])


def test_options_says_what_there_is(port):
    status, headers, body = said(port, "OPTIONS /v1/models HTTP/1.1", key=False)

    assert (status, headers["Allow"], body) == (204, "GET, HEAD, OPTIONS", b"")
    assert said(port, "OPTIONS /nothing HTTP/1.1")[0] == 404


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("PROPFIND /v1/models HTTP/1.1", 501),
        ("GET http://[/x HTTP/1.1", 403),
        ("GET /v1/models HTTP/9.9", 505),
        ("GET /" + "a" * 70_000 + " HTTP/1.1", 414),
    ],
    ids=["method", "path", "version", "long"],
)
def test_what_is_no_request_is_refused_in_json(port, line, status):
    found, headers, body = said(port, line)

    assert (found, headers["Content-Type"], isinstance(json.loads(body), dict)) == (status, "application/json", True)


@pytest.mark.parametrize("path", ["of%2Fmine:generateContent", "of%2fmine%3AgenerateContent"])
def test_a_slash_in_the_name_of_a_model_is_part_of_it(port, path):
    status, _, body = said(port, f"POST /v1beta/models/{path} HTTP/1.1", "Content-Length: 0")

    assert (status, json.loads(body)["error"]["message"]) == (404, "The sandbox has no model of/mine.")
