"""A proxy between here and the service: one that asks for a login, and one that this program cannot use."""

import json

import pytest

ASKS = "The proxy asks for a user and a password (HTTP 407)."
WAY = "Put them into the URL of the proxy: HTTPS_PROXY=http://user:password@host:port"
PAGE = b"<html><title>Log in</title></html>"


@pytest.fixture(params=["http", "https"])
def behind(request, raw, environ, config):
    """A proxy that answers 407 with a page, before a service of this scheme."""
    raw(lambda talk: talk.whole(PAGE, 407, "text/html"))
    config.write_text('plain_http = "allow"\n')
    environ |= {"COMETAPI_BASE_URL": f"{request.param}://api.example/v1", "COMETAPI_KEY": "sk-test-key-0001"}
    environ |= {"COMETAPI_ACCESS_TOKEN": "token-0002", f"{request.param}_proxy": raw.url}
    return raw


@pytest.mark.parametrize("words", [["chat", "hi"], ["models"], ["logs"], ["api", "GET", "/v1/x"]], ids=" ".join)
def test_a_proxy_that_wants_a_login_is_named(cli, behind, words):
    ran = cli(*words)

    assert (ran.out, ran.code, ran.err) == ("", 69, f"cometapi: {ASKS}\n  {WAY}\n")
    assert len(behind.talks) == 1


def test_doctor_names_it_too(cli, behind):
    ran = cli("doctor", "--json")
    faults = [(row["detail"], row["advice"]) for row in json.loads(ran.out) if row["status"] == "error"]

    assert (ran.code, set(faults)) == (69, {(ASKS, WAY)})


@pytest.mark.parametrize("scheme", ["socks5", "socks5h", "SOCKS4", "socks"])
@pytest.mark.parametrize("variable", ["ALL_PROXY", "HTTPS_PROXY"])
@pytest.mark.parametrize("words", [["chat", "hi"], ["doctor"]], ids=" ".join)
def test_a_socks_proxy_is_named(cli, scheme, variable, words):
    env = {"COMETAPI_BASE_URL": "https://api.example/v1", "COMETAPI_KEY": "sk-test-key-0001"}
    ran = cli(*words, env={**env, variable: f"{scheme}://user:secret@127.0.0.1:1080"})

    assert ran.code == 2
    assert "The environment names a SOCKS proxy, and only http and https proxies can be used." in ran.out + ran.err
    assert "secret" not in ran.out + ran.err
