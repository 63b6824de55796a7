"""``cometapi doctor``: the rows it prints, and that the first error decides the exit code."""

import csv
import json
import platform
import re
import socket
import subprocess
import threading
from urllib.parse import urlsplit

import pytest
from terminal import KEY, TOKEN

from cometapi import __version__

HERE = f"{platform.python_version()} on {platform.system()}"


def table(text, url, path=""):
    """The cells of a printed table, lines joined by `` | ``, without what differs from run to run."""
    lines = ["  ".join(re.split(r"  +", line)) for line in text.splitlines()]
    told = "\n".join(line for line in lines if not line.startswith("─"))
    told = re.sub(r"\(\d+ ms\)", "(N ms)", told).replace(f"port {urlsplit(url).port}", "port PORT")
    return told.replace(url, "URL").replace(HERE, "HERE").replace(str(path) or "FILE", "FILE")


@pytest.fixture
def doctor(cli):
    """The rows of ``doctor --json`` by check, with the exit code under ``exit``."""

    def run(*words, **facts):
        ran = cli("doctor", "--json", *words, **facts)
        return {"exit": ran.code, **{row["check"]: row for row in json.loads(ran.out)}}

    return run


@pytest.fixture
def healthy(gateway, config, environ):
    """A service and a config file with nothing wrong; returns the file."""
    config.write_text(f'api_key = "{KEY}"\naccess_token = "{TOKEN}"\n')
    config.chmod(0o600)
    return config


def status(rows):
    """The checks of each status that is not ok."""
    return {name: row["status"] for name, row in rows.items() if name != "exit" and row["status"] != "ok"}


def test_all_is_well(cli, healthy, gateway):
    ran = cli("doctor")
    assert table(ran.out, gateway.url_for("/v1"), healthy) == (
        "Check  Status  Detail\n"
        f"program  ok  cometapi {__version__}\n"
        "Python  ok  HERE\n"
        "config file  ok  FILE\n"
        "permissions  ok  private (0600)\n"
        "settings  ok  api_key, access_token\n"
        "profile  ok  default\n"
        "skills  ok  none installed\n"
        "base URL  ok  URL, from environment (COMETAPI_BASE_URL)\n"
        "API key  ok  sk-…0001, from file\n"
        "access token  ok  …0002, from file\n"
        "proxy  ok  none\n"
        "DNS  ok  localhost is ADDRESS (N ms)\n"
        "TCP  ok  localhost port PORT (N ms)\n"
        "TLS  skipped  plain http to this machine\n"
        "key valid  ok  accepted (N ms)\n"
        "token valid  ok  accepted (N ms)"
    ).replace("localhost is ADDRESS", dns(ran.out))
    assert (ran.code, ran.err) == (0, "cometapi: No problems found.\n")


def dns(text):
    """What the row DNS says, which depends on the hosts file of the machine."""
    return re.search(r"DNS +ok +(.*) \(", text).group(1)


def test_asks_each_endpoint_once_with_its_own_credential(cli, healthy, gateway):
    cli("doctor")
    asked = [(request.path, request.headers["Authorization"]) for request, _ in gateway.log]
    assert asked == [("/v1/models", f"Bearer {KEY}"), ("/api/user/self", f"Bearer {TOKEN}")]


def test_a_new_installation(cli, gateway, home):
    ran = cli("doctor")
    told = table(ran.out, gateway.url_for("/v1"), home / ".config" / "cometapi" / "config.toml")
    assert told == (
        "Check  Status  Detail  Advice\n"
        f"program  ok  cometapi {__version__}\n"
        "Python  ok  HERE\n"
        "config file  warning  none at FILE  cometapi init\n"
        "permissions  skipped  needs config file\n"
        "settings  skipped  needs config file\n"
        "profile  ok  default\n"
        "skills  ok  none installed\n"
        "base URL  ok  URL, from environment (COMETAPI_BASE_URL)\n"
        "API key  error  not set  cometapi init, or set COMETAPI_KEY\n"
        "access token  warning  not set  cometapi init, or set COMETAPI_ACCESS_TOKEN\n"
        "proxy  ok  none\n"
        f"DNS  ok  {dns(ran.out)} (N ms)\n"
        "TCP  ok  localhost port PORT (N ms)\n"
        "TLS  skipped  plain http to this machine\n"
        "key valid  skipped  needs API key\n"
        "token valid  skipped  needs access token"
    )
    assert ran.code == 64
    assert ran.err == "cometapi: 1 error and 2 warnings; see the Advice column.\n"


def test_a_missing_access_token_alone_is_no_error(doctor, gateway):
    rows = doctor(env={"COMETAPI_KEY": KEY})
    assert rows["exit"] == 0
    assert rows["access token"]["status"] == "warning"
    assert rows["token valid"]["detail"] == "needs access token"


def test_what_is_shadowed_is_told(doctor, healthy):
    rows = doctor(env={"COMETAPI_KEY": "sk-other-key-0009"})
    assert rows["API key"]["detail"] == "sk-…0009, from environment (COMETAPI_KEY), overrides file"
    assert rows["key valid"] == {
        "check": "key valid",
        "status": "error",
        "detail": "The API key was refused (HTTP 401): Invalid key.",
        "advice": "set COMETAPI_KEY to another, or unset it: the file has one too",
    }
    assert rows["exit"] == 77


def test_a_refused_access_token_with_http_200(doctor, healthy, gateway):
    gateway.clear()
    gateway.expect_request("/v1/models").respond_with_json({"data": []})
    gateway.expect_request("/api/user/self").respond_with_json({"success": False, "message": f"bad token {TOKEN}"})
    rows = doctor()
    assert rows["exit"] == 77
    assert rows["key valid"]["status"] == "ok"
    assert rows["token valid"]["detail"] == "The access token was refused: bad token …0002."
    assert rows["token valid"]["advice"] == "cometapi config set access_token"


def test_a_page_of_html_is_not_taken_for_success(doctor, healthy, gateway):
    gateway.clear()
    for path in ("/v1/models", "/api/user/self"):
        gateway.expect_request(path).respond_with_data("<!doctype html><p>Hello", content_type="text/html")
    rows = doctor()
    assert rows["exit"] == 1
    assert status(rows) == {"TLS": "skipped", "key valid": "error", "token valid": "error"}
    assert rows["key valid"]["detail"] == "The service answered with a page of HTML instead of data."


def test_an_overloaded_service_is_asked_once_and_is_69(doctor, healthy, gateway):
    gateway.clear()
    gateway.expect_request("/v1/models").respond_with_data("", 503)
    gateway.expect_request("/api/user/self").respond_with_data("", 503)
    assert doctor()["exit"] == 69
    assert len(gateway.log) == 2


def test_a_refused_connection(doctor, healthy, environ):
    with socket.socket() as held:  # bound but not listening: refuses, and nobody else gets the port
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
        rows = doctor(env={"COMETAPI_BASE_URL": f"http://127.0.0.1:{port}/v1"})
    assert rows["exit"] == 69
    assert rows["TCP"]["detail"] == f"127.0.0.1 port {port} cannot be reached: connection refused."
    assert [rows[name]["detail"] for name in ("TLS", "key valid", "token valid")] == [
        "needs TCP",
        "needs TLS",
        "needs TLS",
    ]


def test_a_name_that_nobody_can_spell(doctor, healthy):
    rows = doctor(env={"COMETAPI_BASE_URL": f"https://{'a' * 70}.invalid/v1"})
    assert rows["exit"] == 69
    assert rows["DNS"]["status"] == "error"


def test_a_name_that_does_not_exist(doctor, healthy):
    rows = doctor(env={"COMETAPI_BASE_URL": "https://nowhere.invalid/v1"})
    assert rows["exit"] == 69
    assert rows["DNS"]["detail"].startswith("The address of nowhere.invalid cannot be found: ")
    assert rows["TCP"]["detail"] == "needs DNS"


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("api_key = \n", "The config file FILE is not valid TOML: Invalid value (at line 1, column 11)."),
        (
            '\nbase_url = "nonsense"\n',
            "line 2: base_url must be a URL such as https://api.example.com/v1, not 'nonsense'.",
        ),
        (
            'output_format = "jason"\n',
            "line 1: output_format must be one of table, json, jsonl, yaml, csv, markdown, not 'jason'; did you mean json?",
        ),
    ],
)
def test_a_broken_file_is_the_error_and_the_rest_goes_on(cli, gateway, config, text, detail):
    config.write_text(text)
    ran = cli("doctor", env={"COMETAPI_KEY": KEY, "COMETAPI_ACCESS_TOKEN": TOKEN})
    assert ran.code == 78
    told = table(ran.out, gateway.url_for("/v1"), config)
    assert detail in told
    assert "key valid  ok  accepted" in told
    assert "token valid  ok  accepted" in told


def test_a_folder_in_the_place_of_the_file(doctor, gateway, config):
    config.mkdir()
    rows = doctor(env={"COMETAPI_KEY": KEY})
    assert rows["exit"] == 78
    assert rows["config file"]["detail"] == f"The config file {config} cannot be read: Is a directory."


def test_an_unknown_setting_is_a_warning(doctor, healthy):
    healthy.write_text(healthy.read_text() + 'defualt_model = "x"\n')
    rows = doctor()
    assert rows["exit"] == 0
    assert rows["settings"]["status"] == "warning"
    assert rows["settings"]["detail"] == "line 3: unknown setting 'defualt_model'; did you mean default_model?"


def test_open_permissions_come_with_the_chmod_that_mends_them(doctor, healthy):
    healthy.chmod(0o644)
    healthy.parent.chmod(0o755)
    row = doctor()["permissions"]
    assert row["status"] == "warning"
    assert row["detail"] == "the file has mode 0644, its folder has mode 0755"
    assert row["advice"] == f"chmod 600 {healthy} && chmod 700 {healthy.parent}"
    subprocess.run(row["advice"], shell=True, check=True)
    assert doctor()["permissions"]["status"] == "ok"


def test_a_base_url_without_v1_is_a_warning(doctor, healthy, gateway):
    rows = doctor(env={"COMETAPI_BASE_URL": gateway.url_for("/")})
    url = gateway.url_for("").rstrip("/")
    assert rows["base URL"]["status"] == "warning"
    assert rows["base URL"]["detail"].endswith("; it does not end in /v1")
    assert rows["base URL"]["advice"] == f"set COMETAPI_BASE_URL to {url}/v1"


def test_a_base_url_of_the_file_is_mended_in_the_file(doctor, gateway, config, environ):
    url = environ.pop("COMETAPI_BASE_URL")
    config.write_text(f'base_url = "{url}beta/"\n')
    assert doctor()["base URL"]["advice"] == f"cometapi config set base_url {url}"


def test_a_base_url_of_the_environment_that_is_none(doctor, healthy):
    rows = doctor(env={"COMETAPI_BASE_URL": "http://example.com/v1"})
    assert rows["exit"] == 78
    assert rows["base URL"]["status"] == "error"
    assert rows["proxy"]["detail"] == "needs base URL"


def test_the_sandbox_accepts_any_key(doctor, cli):
    rows = doctor("--sandbox")
    assert rows["exit"] == 0
    assert rows["key valid"]["status"] == rows["token valid"]["status"] == "ok"


def test_no_secret_is_shown(cli, healthy):
    for format_name in ("table", "json", "yaml", "csv", "markdown"):
        ran = cli("doctor", "--format", format_name)
        assert KEY not in ran.out + ran.err
        assert TOKEN not in ran.out + ran.err


def test_the_formats_hold_the_same_rows(cli, healthy):
    import yaml

    by_json = json.loads(cli("doctor", "--json").out)
    by_yaml = yaml.safe_load(cli("doctor", "--format", "yaml").out)
    by_csv = list(csv.DictReader(cli("doctor", "--format", "csv").out.splitlines()))
    markdown = cli("doctor", "--format", "markdown").out
    checks = [(row["check"], row["status"]) for row in by_json]
    assert [(row["check"], row["status"]) for row in by_yaml] == checks
    assert [(row["check"], row["status"]) for row in by_csv] == checks
    assert [tuple(line.split(" | ")[:2]) for line in markdown.splitlines()[2:]] == [(f"| {a}", b) for a, b in checks]


def test_a_service_that_does_not_answer_is_given_up_in_time(doctor, healthy):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/v1"
        rows = doctor("--timeout", "0.2", env={"COMETAPI_BASE_URL": url})
    assert rows["exit"] == 69
    assert rows["TCP"]["status"] == "ok"
    assert rows["key valid"]["detail"] == f"{url.removesuffix('/v1')} did not answer in time."


@pytest.fixture
def encrypted(encrypted, healthy, environ):
    """A service that speaks TLS and accepts everything."""
    encrypted.expect_request("/v1/models").respond_with_json({"data": []})
    encrypted.expect_request("/api/user/self").respond_with_json({"success": True, "data": {"id": 7}})
    environ["COMETAPI_BASE_URL"] = encrypted.url_for("/v1")
    del environ["COMETAPI_KEY"]
    return encrypted


def test_tls_with_a_trusted_certificate(doctor, encrypted, pem):
    rows = doctor(env={"SSL_CERT_FILE": pem["ca"]})
    assert rows["exit"] == 0
    assert re.fullmatch(r"TLSv1\.3, certificate good until \d{4}-\d\d-\d\d \(\d+ ms\)", rows["TLS"]["detail"])
    assert rows["key valid"]["status"] == rows["token valid"]["status"] == "ok"


def test_tls_with_a_certificate_that_nobody_knows(doctor, encrypted):
    rows = doctor()
    assert rows["exit"] == 69
    assert rows["TCP"]["status"] == "ok"
    assert rows["TLS"] == {
        "check": "TLS",
        "status": "error",
        "detail": "No trusted TLS connection to 127.0.0.1: unable to get local issuer certificate.",
        "advice": "Check the system's certificates, --ca, --client-cert and SSL_CERT_FILE, and any proxy in between.",
    }
    assert rows["key valid"]["detail"] == "needs TLS"


@pytest.fixture
def proxy(encrypted):
    """A proxy that tunnels every CONNECT to the encrypted service; its port, and the requests it was sent."""
    listener, requests = socket.create_server(("127.0.0.1", 0)), []

    def pump(source, target):
        try:
            while data := source.recv(65536):
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # one side hung up

    def serve():
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return  # the test is over
            with client:
                tunnel(client)

    def tunnel(client):
        head = client.recv(4096)
        if not head:
            return  # the TCP check only knocks
        requests.append(head.decode())
        with socket.create_connection(("127.0.0.1", encrypted.port)) as service:
            client.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            back = threading.Thread(target=pump, args=(service, client), daemon=True)
            back.start()
            pump(client, service)
            back.join()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield listener.getsockname()[1], requests
    listener.shutdown(socket.SHUT_RDWR)
    thread.join()
    listener.close()


def test_through_a_proxy(doctor, proxy, pem):
    port, requests = proxy
    rows = doctor(
        env={
            "HTTPS_PROXY": f"http://me:secret@127.0.0.1:{port}",
            "COMETAPI_BASE_URL": "https://api.example/v1",
            "SSL_CERT_FILE": pem["ca"],
        }
    )
    assert rows["proxy"]["detail"] == f"http://127.0.0.1:{port}"
    assert rows["TCP"]["detail"].startswith(f"127.0.0.1 port {port} (")
    assert rows["TLS"]["status"] == "ok"
    assert requests[0].startswith("CONNECT api.example:443 ")
    assert "Proxy-Authorization: Basic bWU6c2VjcmV0" in requests[0]
    assert rows["exit"] == 0


def test_a_proxy_that_is_no_url(doctor, healthy):
    rows = doctor(env={"HTTPS_PROXY": "http://me:secret@:x", "COMETAPI_BASE_URL": "https://api.example/v1"})
    assert rows["exit"] == 2
    assert rows["proxy"]["detail"] == "The proxy in the environment is not a URL such as http://host:port."
