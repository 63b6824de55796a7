"""URLs: what is judged is what is connected to, wherever a URL comes from."""

import json
import socket

import pytest

from cometapi.errors import ReplyNotUnderstood
from cometapi.http.url import same_origin

SPLIT = "http://evil.example\\.localhost/v1"  # urlsplit and urllib3 see different hosts here
FOREIGN = "192.0.2.7"  # a documentation address, which nobody has


@pytest.fixture
def looked_up(monkeypatch):
    """Every name that is looked up; none is found."""
    names = []

    def nothing(host, *_, **__):
        names.append(host)
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nothing)
    return names


@pytest.mark.parametrize("way", ["variable", "file"])
@pytest.mark.parametrize("words", [["models"], ["chat", "hi"], ["api", "GET", "/v1/models"]], ids=" ".join)
def test_a_host_that_readers_of_urls_read_differently_gets_nothing(cli, config, looked_up, words, way):
    config.write_text(f"base_url = {json.dumps(SPLIT)}\n" if way == "file" else "")
    env = {"COMETAPI_KEY": "sk-test-key-0001", **({"COMETAPI_BASE_URL": SPLIT} if way == "variable" else {})}
    ran = cli(*words, env=env)

    assert (ran.out, ran.code, looked_up) == ("", 78, [])
    assert "must be a URL with a host of letters, digits, dots and hyphens" in ran.err


def test_such_a_host_is_not_stored_and_not_called_good(cli, looked_up):
    stored = cli("config", "set", "base_url", SPLIT)
    looked = cli("doctor", "--json", env={"COMETAPI_BASE_URL": SPLIT, "COMETAPI_KEY": "sk-test-key-0001"})
    rows = {row["check"]: row["status"] for row in json.loads(looked.out)}

    assert (stored.code, looked.code, rows["base URL"], looked_up) == (2, 78, "error", [])


@pytest.mark.parametrize(
    "proxy", ["http://proxy.example\\@127.0.0.1:9", "http://user:secret@[::1:80", "http://pr oxy:1"]
)
@pytest.mark.parametrize("words", [["models"], ["doctor"]], ids=" ".join)
def test_a_proxy_is_judged_by_the_same_rules(cli, looked_up, proxy, words):
    env = {"COMETAPI_BASE_URL": "https://api.example/v1", "COMETAPI_KEY": "sk-test-key-0001", "HTTPS_PROXY": proxy}
    ran = cli(*words, env=env)

    assert (ran.code, looked_up) == (2, [])
    assert "The proxy in the environment is not a URL" in ran.out + ran.err
    assert "secret" not in ran.out + ran.err


def test_a_scheme_of_a_proxy_may_be_in_capitals(cli, raw):
    raw(lambda talk: talk.whole("", 407))
    proxy = raw.url.replace("http", "HTTP")
    cli("models", "--retries", "0", env={"COMETAPI_BASE_URL": "https://api.example/v1", "https_proxy": proxy})

    assert [talk.method for talk in raw.talks] == ["CONNECT"]


@pytest.mark.parametrize("words", [["models"], ["chat", "hi"]], ids=" ".join)
def test_a_name_of_this_machine_that_leads_elsewhere_gets_no_key(cli, raw, monkeypatch, words):
    monkeypatch.setattr(socket.socket, "getpeername", lambda self: (FOREIGN, 80))
    url = raw.url.replace("127.0.0.1", "api.localhost")
    here = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", int(url.rpartition(":")[2])))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: here)
    ran = cli(*words, env={"COMETAPI_BASE_URL": f"{url}/v1"})

    assert (ran.out, ran.code, raw.talks) == ("", 78, [])
    assert ran.err.splitlines()[0] == (
        f"cometapi: api.localhost is {FOREIGN}, not this machine; plain http would expose your key on the network."
    )


@pytest.mark.parametrize(
    "link",
    [
        "http://api.example\\@evil.example/v1",
        "https://[::1",
        "https://evil.example/v1",
        "//u@api.example/v1",
        "http://x:y/",
    ],
)
def test_a_next_page_elsewhere_is_not_asked_for(link):
    with pytest.raises(ReplyNotUnderstood):
        same_origin("https://api.example/v1/events", link)


@pytest.mark.parametrize("link", ["?page=2", "HTTPS://API.example:443/v1/events?page=2"])
def test_a_next_page_of_the_same_origin_is(link):
    url = same_origin("https://api.example/v1/events", link)

    assert (url.partition(":")[0], url.partition("?")[2]) == ("https", "page=2")


@pytest.mark.parametrize("scheme", ["HTTPS", "Http"])
def test_a_link_of_a_medium_may_have_its_scheme_in_capitals(sent, scheme):
    ran = sent("chat", "hi", "--image", f"{scheme}://example.com/cat.png")

    assert f'"url": "{scheme.lower()}://example.com/cat.png"' in json.dumps(ran.body)
