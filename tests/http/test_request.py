"""From values to the exact request."""

import pytest

from cometapi.errors import ConfigurationError, ConfigurationMissing, UsageError
from cometapi.generated import program
from cometapi.http import filters
from cometapi.http import request as http_request
from cometapi.settings.values import Settings

COMMAND = {
    "arguments": {
        "system": {"to": ("body", "messages", "-"), "as": {"role": "system", "content": "$value"}},
        "message": {"to": ("body", "messages", "-"), "as": {"role": "user", "content": "$value"}},
        "stop": {"to": ("body", "stop", "-")},
        "type": {"to": ("query", "type"), "choices": {"consume": 2}},
        "ids": {"to": ("query", "id")},
        "search": {"to": ("query", "q")},
        "name": {"to": ("path", "name")},
        "beta": {"to": ("header", "X-Beta")},
        "limit": {"to": ("rows", "limit")},
        "local": {},
    }
}
POST = {"method": "POST", "service": "gateway", "path": "/things", "credential": "api_key"}
GET = {"method": "GET", "service": "root", "path": "/api/things"}


def settings(tmp_path, **environ):
    return Settings(program.SETTINGS, {"HOME": str(tmp_path), "COMETAPI_KEY": "sk-test-key-0001", **environ})


@pytest.fixture
def built(tmp_path):
    def build(wanted, values, extra=None, **environ):
        return http_request.build(COMMAND, {"request": wanted}, values, settings(tmp_path, **environ), extra)

    return build


def test_a_body_has_its_values_in_the_order_of_the_manifest(built):
    request = built(POST, {"message": "hi 你好", "system": "be", "stop": ["a", "b"], "limit": 3, "local": 1})

    assert request.body.shown() == {
        "messages": [{"role": "system", "content": "be"}, {"role": "user", "content": "hi 你好"}],
        "stop": ["a", "b"],
    }
    assert (request.method, request.url) == ("POST", "https://api.cometapi.com/v1/things")
    assert request.headers == {
        "Accept": "application/json",
        "User-Agent": program.USER_AGENT,
        "Authorization": "Bearer sk-test-key-0001",
        "Content-Type": "application/json",
    }


def test_a_body_without_values_is_an_empty_object(built):
    assert b"".join(built(POST, {}).body.pieces()) == b"{}"


def test_a_read_has_no_body_and_no_credential_that_it_does_not_want(built):
    request = built(GET, {"beta": "b"})

    assert request.body is None
    assert request.headers == {"Accept": "application/json", "User-Agent": program.USER_AGENT, "X-Beta": "b"}


@pytest.mark.parametrize(
    ("values", "extra", "query"),
    [
        ({}, None, ""),
        ({"type": "consume"}, None, "?type=2"),
        ({"type": "new word"}, None, "?type=new+word"),
        ({"search": "a&b=c é/?"}, None, "?q=a%26b%3Dc+%C3%A9%2F%3F"),
        ({"ids": ["a", "b"]}, None, "?id=a&id=b"),
        ({"search": "x"}, {("query", "p"): 2}, "?q=x&p=2"),
    ],
)
def test_a_query_is_encoded(built, values, extra, query):
    assert built(GET, values, extra).url == f"https://api.cometapi.com/api/things{query}"


@pytest.mark.parametrize(
    ("template", "name", "path"),
    [
        ("/m/{name}", "a/b c", "/m/a%2Fb%20c"),
        ("/m/{+name}", "a/b c", "/m/a/b%20c"),
        ("/m/{name}", "é?#%", "/m/%C3%A9%3F%23%25"),
        ("/m/{name}:go", "gpt-5.4", "/m/gpt-5.4:go"),
        ("/m/{name}", "{name}", "/m/%7Bname%7D"),
        ("/m/{name}", 7, "/m/7"),
    ],
)
def test_a_path_part_is_encoded(template, name, path):
    assert http_request.path(template, {"name": name}) == path


@pytest.mark.parametrize("name", ["", ".", "..", "a/../b", "../x"])
def test_a_path_part_never_makes_it_another_path(name):
    with pytest.raises(UsageError) as caught:
        http_request.path("/m/{+name}", {"name": name})

    assert caught.value.message == f"NAME cannot be {name!r}."


@pytest.mark.parametrize(
    ("base", "gateway", "root"),
    [
        ("https://h/v1", "https://h/v1", "https://h"),
        ("https://h/v1/", "https://h/v1", "https://h"),
        ("https://h/v1beta", "https://h/v1beta", "https://h"),
        ("https://h/proxy/v1", "https://h/proxy/v1", "https://h/proxy"),
        ("https://h", "https://h", "https://h"),
        ("https://h:8443/other/", "https://h:8443/other", "https://h:8443/other"),
        ("https://h/v1/v1", "https://h/v1/v1", "https://h/v1"),
        ("http://127.0.0.1:80/v1", "http://127.0.0.1:80/v1", "http://127.0.0.1:80"),
        ("http://[::1]:80/v1", "http://[::1]:80/v1", "http://[::1]:80"),
    ],
)
def test_every_service_is_derived_from_the_base_url(tmp_path, base, gateway, root):
    found = settings(tmp_path, COMETAPI_BASE_URL=base)

    assert [http_request.base_url(name, found) for name in ("gateway", "root")] == [gateway, root]


def test_a_missing_credential_names_the_ways_to_set_it(built):
    with pytest.raises(ConfigurationMissing) as caught:
        built({**POST, "credential": "access_token"}, {})

    assert caught.value.message == "No access token is set."
    assert caught.value.hint == (
        "Get one at https://www.cometapi.com/console/personal, then run: cometapi init, or set COMETAPI_ACCESS_TOKEN; "
        "--sandbox needs none"
    )


@pytest.mark.parametrize("key", ["sk-line\nbreak", "sk-é", "sk-\x7f"])
def test_a_credential_that_no_header_carries_is_refused_and_not_shown(built, key):
    with pytest.raises(ConfigurationError) as caught:
        built(POST, {}, COMETAPI_KEY=key)

    assert key not in caught.value.message


def test_the_first_route_that_fits_is_taken(tmp_path):
    routes = [{"when": {"source": "openai"}}, {"given": "token"}, {"credential": "access_token"}, {"last": True}]
    chosen = [
        http_request.choose(routes, {}, {"source": "openai"}, settings(tmp_path)),
        http_request.choose(routes, {"token": "t"}, {}, settings(tmp_path)),
        http_request.choose(routes, {}, {}, settings(tmp_path, COMETAPI_ACCESS_TOKEN="t")),
        http_request.choose(routes, {}, {"source": "catalog"}, settings(tmp_path)),
    ]

    assert chosen == routes


@pytest.mark.parametrize(
    ("values", "token", "chosen"),
    [({}, "t", 0), ({}, "", 1), ({"source": "account"}, "", 0), ({"source": "key"}, "t", 1)],
)
def test_a_credential_decides_only_where_no_word_does(values, token, chosen, tmp_path):
    routes = [{"when": {"source": "account"}, "credential": "access_token"}, {"last": True}]
    found = settings(tmp_path, COMETAPI_ACCESS_TOKEN=token)

    assert http_request.choose(routes, values, values, found) is routes[chosen]


def test_without_a_route_that_fits_the_options_do_not_go_together(tmp_path):
    with pytest.raises(UsageError, match=r"These options do not go together\."):
        http_request.choose([{"when": {"source": "openai"}}], {}, {}, settings(tmp_path))


def contains(key):
    """The facts of an argument that filters by a part of this key."""
    return {"filter": {"in": [(key,)], "exact": False}}


def passes(arguments, values, item):
    """Whether an item passes the filters of these values."""
    return all(test(item) for test in filters.filters(arguments, values))


def test_a_record_passes_only_with_every_filter():
    arguments = {"search": contains("id"), "provider": contains("provider")}
    item = {"id": "gpt-5.4", "provider": "OpenAI"}

    assert passes(arguments, {"search": "GPT", "provider": ["google", "openai"]}, item)
    assert not passes(arguments, {"search": "GPT", "provider": ["google"]}, item)
