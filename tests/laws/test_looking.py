"""Every command that sends something can show it instead: as a request to read, and as curl that sends the same."""

import json
import os
import re
import subprocess

import pytest
from manifest import (
    COMMANDS,
    ROOT,
    by_words,
    example,
    in_a_folder_of_its_own,  # noqa: F401 - a fixture
    takes,
)

ASKING = [command for command in COMMANDS if any(one.does == "dry_run" for one in command.arguments)]
READING_FIRST = [one for one in ASKING if any("from" in route.get("request", {}) for route in one.routes)]
SEVERAL = "compare"  # shows a request for each model; its own tests say how
every_asking_command = pytest.mark.parametrize(
    "command", [one for one in ASKING if one not in READING_FIRST and one.words != SEVERAL], ids=by_words
)
SECRETS = {"COMETAPI_KEY": "sk-marker-of-the-key-0001", "COMETAPI_ACCESS_TOKEN": "marker-of-the-token-0002"}
FROM_NOW = re.compile(r"\+\d+[dh]")
OF_THE_CLIENT = {"Host", "Accept-Encoding", "Content-Length", "Connection"}


def words(command):
    """A call of the command that goes to the service; what is counted from now would be another moment in the next call."""
    return [FROM_NOW.sub("2099-01-31", word) for word in example(command) if word != "--sandbox"]


def facts(request):
    """What one client of HTTP has to send like another."""
    headers = {name: value for name, value in request.headers if name not in OF_THE_CLIENT}
    kind, mark, boundary = headers.get("Content-Type", "").partition("boundary=")  # which everybody makes himself
    if mark:
        headers["Content-Type"] = kind
    data = request.get_data()
    return request.method, request.path, request.query_string, headers, data.replace(boundary.encode(), b"")


def sent(service, command, cli):
    """The last request of a call: model info looks its model up in the catalog first, for which nothing is shown."""
    catalog = (ROOT / "spec" / "replies" / "models.json").read_text("utf-8")
    service.expect_request("/api/models").respond_with_data(catalog, content_type="application/json")
    service.expect_request(re.compile(".*")).respond_with_data("{}", content_type="application/json")
    cli(*words(command), "--retries", "0", env=SECRETS)
    return service.log[-1][0]


def test_every_command_with_a_request_can_be_looked_at():
    assert [one.words for one in COMMANDS if any("request" in route for route in one.routes)] == [
        one.words for one in ASKING if one.words not in ("api", "run", SEVERAL)
    ]


@pytest.mark.parametrize("command", READING_FIRST, ids=by_words)
def test_a_preview_says_what_is_read_before_the_request(command, cli, service):
    for way in ("--dry-run", "--curl"):
        ran = cli(*words(command), way, env=SECRETS)
        assert (ran.code, service.log) == (0, [])
        assert re.fullmatch(
            r"cometapi: The fields that are not given are read first, with cometapi [\w ]+\.\n", ran.err
        )


@every_asking_command
def test_a_dry_run_shows_the_request_and_sends_nothing(command, cli, service):
    ran = cli(*words(command), "--dry-run", env=SECRETS)
    assert (ran.code, ran.err, service.log) == (0, "", [])
    request = sent(service, command, cli)
    assert ran.out.splitlines()[0] == f"{request.method} {request.url}"
    head, _, body = ran.out.partition("\n\n")
    if request.mimetype == "multipart/form-data":
        named = {line.partition(":")[0] for line in body.splitlines()}
        assert named == {*request.form, *request.files}
        request.close()
    else:
        assert (json.loads(body) if body else None) == request.get_json(silent=True)
    assert {line.partition(":")[0].title() for line in head.splitlines()[1:]} == set(facts(request)[3])
    assert [one for one in SECRETS.values() if one in ran.out] == []


UNSET = re.compile(r"cometapi: The command reads COMETAPI_\w+ from the environment, where it is not set\.")


@every_asking_command
@pytest.mark.parametrize("way", ["--dry-run", "--curl"])
def test_looking_needs_no_key(command, way, cli, nobody):
    ran = cli(*words(command), way, env={"COMETAPI_KEY": None})
    lines = [one for one in ran.err.splitlines() if way != "--curl" or not UNSET.fullmatch(one)]
    assert (ran.code, lines) == (0, [])


@every_asking_command
def test_the_curl_command_sends_the_same(command, cli, service, environ):
    ran = cli(*words(command), "--curl", env=SECRETS)
    assert (ran.code, ran.err, service.log) == (0, "", [])
    assert [one for one in SECRETS.values() if one in ran.out] == []
    request = sent(service, command, cli)
    service.clear_log()
    environment = {"PATH": os.environ["PATH"], **SECRETS}
    subprocess.run(["bash", "-c", ran.out], env=environment, capture_output=True, timeout=30, check=True)
    assert facts(service.log[0][0]) == facts(request)


@every_asking_command
def test_a_machine_format_shows_the_request_as_data(command, cli, nobody):
    ran = cli("--format", "json", *words(command), "--dry-run") if takes(command, "format") else None
    assert ran is None or list(json.loads(ran.out)) == ["method", "url", "headers", "body"]
