"""Every way the service can say no, or say nothing: sentence, hint, exit code, and what is asked again."""

import json

import pytest

from cometapi.http.proxy import proxy_of

LATER = "  Try again later.\n"
CREDENTIAL = "  Check the credential: cometapi config show\n"
SENT = "  See what is sent: the same command with --dry-run.\n"
MONEY = "  See what is left: cometapi balance\n"
BASE_URL = "  This is what a wrong base URL looks like; see: cometapi config show\n"
CATALOG = {"success": True, "data": [{"id": "gpt-5.4"}]}


def says(message, **facts):
    return {"error": {"message": message, "type": "comet_api_error", "param": "", "code": "", **facts}}


REFUSALS = [
    (
        400,
        says("model name is required"),
        "The service does not accept the request (HTTP 400): model name is required.",
        SENT,
        1,
    ),
    (401, says("invalid token"), "The API key was refused (HTTP 401): invalid token.", CREDENTIAL, 77),
    (402, says("pay"), "The balance is used up (HTTP 402): pay.", MONEY, 1),
    (403, says("no", code="access_denied"), "The API key does not allow this (HTTP 403): no.", CREDENTIAL, 77),
    (403, says("no quota", code="insufficient_user_quota"), "The balance is used up (HTTP 403): no quota.", MONEY, 1),
    (
        403,
        says("no quota", code="pre_consume_token_quota_failed"),
        "The balance is used up (HTTP 403): no quota.",
        MONEY,
        1,
    ),
    (
        404,
        says("Invalid URL"),
        "Not found (HTTP 404): Invalid URL.",
        "  Check the model (cometapi models) and the base URL (cometapi config show).\n",
        1,
    ),
    (408, says("slow"), "The service is unavailable (HTTP 408): slow.", LATER, 69),
    (
        413,
        says("big"),
        "The request is larger than the service takes (HTTP 413): big.",
        "  Send less: a shorter text, or smaller files.\n",
        1,
    ),
    (418, {"message": "a pot"}, "The service refused the request (HTTP 418): a pot.", "", 1),
    (429, "", "Too many requests (HTTP 429).", LATER, 69),
    (500, says("oops!"), "The service failed (HTTP 500): oops!", LATER, 69),
    (500, says("bad", code="invalid_request"), "The service refused the request (HTTP 500): bad.", "", 1),
    (502, "<html>Bad gateway</html>", "The service is unavailable (HTTP 502).", LATER, 69),
    (
        503,
        says("no channel", code="model_not_found"),
        "The service does not have this model (HTTP 503): no channel.",
        "  All models: cometapi models\n",
        1,
    ),
    (504, says({"deep": 1}), 'The service is unavailable (HTTP 504): {"deep": 1}.', LATER, 69),
    (524, "", "The service is unavailable (HTTP 524).", LATER, 69),
    (
        529,
        {"success": False, "message": "two\nlines  here"},
        "The service is unavailable (HTTP 529): two lines here.",
        LATER,
        69,
    ),
    (404, "<!doctype html><p>", "The service answered with a page of HTML (HTTP 404).", BASE_URL, 1),
    (400, "{broken", "The service does not accept the request (HTTP 400).", SENT, 1),
    (400, "[" * 99_999, "The service does not accept the request (HTTP 400).", SENT, 1),
    (400, "[1]", "The service does not accept the request (HTTP 400).", SENT, 1),
    (400, {"error": "plain"}, "The service does not accept the request (HTTP 400): plain.", SENT, 1),
    (400, {"error": {"code": 7}}, 'The service does not accept the request (HTTP 400): {"code": 7}.', SENT, 1),
]


@pytest.mark.parametrize(("status", "body", "sentence", "hint", "code"), REFUSALS)
def test_a_status_that_says_no(cli, raw, status, body, sentence, hint, code):
    raw(lambda talk: talk.whole(body, status))
    ran = cli("chat", "hi", "--retries", "0")

    assert (ran.out, ran.err, ran.code) == ("", f"cometapi: {sentence}\n{hint}", code)


def test_the_request_id_of_the_head_is_told(cli, raw):
    raw(lambda talk: talk.whole(says("no"), 400, "application/json", "X-Cometapi-Request-Id: req-7"))

    assert (
        cli("chat", "hi").err
        == "cometapi: The service does not accept the request (HTTP 400): no. (request id: req-7)\n" + SENT
    )


def test_the_request_id_of_a_message_is_told_once(cli, raw):
    raw(lambda talk: talk.whole(says("no (request id: req-8)"), 400))

    assert (
        cli("chat", "hi").err
        == "cometapi: The service does not accept the request (HTTP 400): no (request id: req-8)\n" + SENT
    )


@pytest.mark.parametrize("words", [["--json"], ["-f", "yaml"], ["-fcsv"], ["--format=JSON"]])
def test_a_machine_gets_the_error_as_one_object(cli, raw, words):
    raw(lambda talk: talk.whole(says("slow", code="busy"), 429, "application/json", "X-Oneapi-Request-Id: req-9"))
    ran = cli("chat", "hi", "--retries", "0", *words)

    assert (ran.out, ran.code) == ("", 69)
    assert json.loads(ran.err) == {
        "error": {
            "code": "busy",
            "message": "Too many requests (HTTP 429): slow.",
            "service_message": "slow",
            "hint": "Try again later.",
            "exit_code": 69,
            "http_status": 429,
            "request_id": "req-9",
            "retryable": True,
            "retry_after": None,
        }
    }


@pytest.mark.parametrize(
    "words", [["--json", "--zzz"], ["-fjson", "--zzz"], ["--zzz", "--format=json"], ["-f", "JSON", "--zzz"]]
)
def test_a_machine_gets_a_usage_error_as_an_object_too(cli, words):
    assert json.loads(cli("chat", "hi", *words).err)["error"]["exit_code"] == 2


@pytest.mark.parametrize("words", [["json", "--zzz"], ["--zzz", "--", "--json"]])
def test_a_message_about_json_asks_for_none(cli, words):
    assert cli("chat", *words).err.startswith("cometapi: Unknown option --zzz.\n")


@pytest.mark.parametrize(
    ("status", "code", "means"), [(401, 77, "The API key was refused"), (429, 69, "Too many requests")]
)
@pytest.mark.parametrize("breaking", ["cut", "stall"])
def test_a_refusal_whose_body_breaks_off_keeps_its_status(cli, raw, status, code, means, breaking):
    def answer(talk):
        talk.head(status, "application/json", "Content-Length: 999").send('{"error')
        return talk.stall() if breaking == "stall" else None

    raw(answer)
    ran = cli("chat", "hi", "--retries", "0", "--timeout", "0.3")

    assert (ran.code, ran.err.splitlines()[0]) == (
        code,
        f"cometapi: {means} (HTTP {status}).",
    )


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("Unauthorized, invalid access token", 77),
        ("无权进行此操作", 77),
        ("not logged in", 77),
        ("database error", 1),
        ("", 1),
    ],
)
def test_success_false_with_200(cli, raw, message, code):
    raw(lambda talk: talk.whole({"success": False, "message": message, "data": None}))
    ran = cli("models")

    assert (ran.out, ran.code) == ("", code)
    told = f"The service refused the request{': ' if message else ''}{message}"
    assert ran.err.startswith(f"cometapi: {told}.\n")


def test_a_redirect_is_not_followed_and_the_key_stays(cli, raw, httpserver):
    raw(lambda talk: talk.whole("", 301, "text/html", f"Location: {httpserver.url_for('/v1/chat/completions')}"))
    ran = cli("chat", "hi")

    assert (ran.out, ran.code, httpserver.log) == ("", 1, [])
    assert ran.err == f"cometapi: The service answered with a redirect (HTTP 301), which is not followed.\n{BASE_URL}"


def test_a_service_that_repeats_the_key_does_not_get_it_shown(cli, raw):
    raw(lambda talk: talk.whole(says(f"bad key {talk.headers['authorization']}"), 401))
    runs = [cli("chat", "hi", *words) for words in ([], ["--json"], ["--debug"], ["--stream"])]

    assert [ran.code for ran in runs] == [77] * 4
    assert "bad key Bearer sk-…0001" in runs[0].err
    assert not [ran for ran in runs if "sk-test-key-0001" in ran.out + ran.err]


# --- no connection


def test_a_refused_connection(cli, nobody):
    ran = cli("chat", "hi", "--retries", "0")

    assert (ran.out, ran.code) == ("", 69)
    assert ran.err == (
        f"cometapi: {nobody} cannot be reached: connection refused.\n"
        "  Check the network, the proxy and the base URL: cometapi config show\n"
    )


def test_a_host_that_does_not_exist(cli, raw):
    ran = cli("chat", "hi", "--retries", "0", env={"COMETAPI_BASE_URL": "https://nowhere.localhost.invalid/v1"})

    assert (ran.out, ran.code) == ("", 69)
    assert ran.err == (
        "cometapi: The address of https://nowhere.localhost.invalid cannot be found.\n"
        "  Check the network and the base URL: cometapi config show\n"
    )


def test_a_service_that_says_nothing_in_time_is_not_asked_again_for_money(cli, raw):
    raw(lambda talk: talk.stall())
    ran = cli("chat", "hi", "--timeout", "0.2")

    assert (ran.out, ran.code, len(raw.talks)) == ("", 69, 1)
    assert ran.err == (
        f"cometapi: {raw.url} did not answer in time.\n  Try again, or wait longer with --timeout SECONDS.\n"
    )


@pytest.mark.parametrize(
    "answer", [lambda talk: None, lambda talk: talk.reset(), lambda talk: talk.send("nonsense\r\n\r\n")]
)
def test_a_connection_closed_without_an_answer(cli, raw, answer):
    raw(answer)
    ran = cli("chat", "hi")

    assert (ran.out, ran.code, len(raw.talks)) == ("", 69, 1)
    assert ran.err == f"cometapi: {raw.url} closed the connection without an answer.\n"


def test_tls_that_is_none_says_why(cli, raw):
    raw(lambda talk: None)
    ran = cli("models", "--retries", "0", env={"COMETAPI_BASE_URL": raw.url.replace("http:", "https:") + "/v1"})

    assert (ran.out, ran.code) == ("", 69)
    assert "no reason given" not in ran.err
    assert (
        ran.err.splitlines()[1]
        == "  Check the system's certificates, --ca, --client-cert and SSL_CERT_FILE, and any proxy in between."
    )


# --- proxies


def test_a_proxy_is_for_what_leaves_this_machine(monkeypatch):
    for name in (
        "HTTP_PROXY",
        "http_proxy",
        "HTTPS_PROXY",
        "https_proxy",
        "ALL_PROXY",
        "all_proxy",
        "NO_PROXY",
        "no_proxy",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("https_proxy", "http://proxy:8080")
    monkeypatch.setenv("http_proxy", "http://proxy:8080")
    monkeypatch.setenv("no_proxy", "internal.example")

    assert proxy_of("https://api.cometapi.com/v1").geturl() == "http://proxy:8080"
    assert proxy_of("https://internal.example/v1") is None
    assert proxy_of("http://127.0.0.1:1/v1") is None
    assert proxy_of("http://[::1]:1/v1") is None


def test_the_login_of_a_proxy_is_sent_to_the_proxy(cli, raw):
    raw(lambda talk: talk.whole("", 407))
    proxy = raw.url.replace("http://", "user:p%40ss@")
    ran = cli("models", "--retries", "0", env={"COMETAPI_BASE_URL": "https://api.example/v1", "https_proxy": proxy})

    assert (ran.code, raw.talks[0].method, raw.talks[0].path) == (69, "CONNECT", "api.example:443")
    assert raw.talks[0].headers["proxy-authorization"] == "Basic dXNlcjpwQHNz"
    assert "p%40ss" not in ran.err
    assert "the proxy" in ran.err


def test_a_proxy_that_is_none_is_a_usage_error_without_its_password(cli):
    env = {"COMETAPI_BASE_URL": "https://api.example/v1", "https_proxy": "socks9://user:secret@host:1"}
    ran = cli("models", env=env)

    assert (ran.out, ran.code) == ("", 2)
    assert "secret" not in ran.err


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["chat", "hi"], "Check the model (cometapi models) and the base URL (cometapi config show)."),
        (["api", "GET", "/v1/nothing"], "Check the path, and the base URL: cometapi config show"),
        (["logs"], "Check the base URL: cometapi config show"),
    ],
)
def test_what_is_not_found_is_looked_for_where_the_command_names_it(words, hint, cli, raw):
    raw(lambda talk: talk.whole(says("Invalid URL"), 404))

    err = cli(*words, env={"COMETAPI_ACCESS_TOKEN": "token-0001"}).err
    assert err == f"cometapi: Not found (HTTP 404): Invalid URL.\n  {hint}\n"


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (["chat", "hi"], "API key"),
        (["account"], "access token"),
        (["gemini", "hi"], "API key"),
        (["api", "GET", "/v1/models"], "API key"),
    ],
)
def test_a_refused_credential_is_named_as_people_call_it(words, title, cli, raw):
    raw(lambda talk: talk.whole("", 401))

    ran = cli(*words, env={"COMETAPI_ACCESS_TOKEN": "token-0001"})
    assert ran.err.splitlines()[0] == f"cometapi: The {title} was refused (HTTP 401)."


def test_a_request_without_a_credential_is_refused_without_one(cli, raw):
    raw(lambda talk: talk.whole(says("Who are you"), 401))

    assert cli("models").err.splitlines()[0] == "cometapi: The service refused the request (HTTP 401): Who are you."


def test_no_message_makes_a_line_of_its_own_in_a_traceback(cli, raw):
    raw(lambda talk: talk.whole({"status": "done", "video": {"url": "h\nFORGED://x/y.mp4"}}))
    ran = cli("grok", "wait", "g-1", "--debug")

    assert (ran.code, "web address: h\n  FORGED://x" in ran.err, "\nFORGED" in ran.err) == (1, True, False)
