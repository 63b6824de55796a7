"""Secrets stay secrets: whatever a service says, and in whichever way an agent asks, no key comes into a result."""

import json
import re

import pytest
from werkzeug import Response

OTHER, ACCESS = "sk-other-key-99999999abcdefwxyz", "other-access-token-123456"
TOKEN = {"id": 7, "name": "n", "key": OTHER, "status": 1, "remain_quota": 5, "used_quota": 0, "expired_time": -1}
USER = {"id": 1, "username": "u", "access_token": ACCESS, "quota": 3, "used_quota": 3}


@pytest.fixture
def echoing(service):
    """A service that repeats the credentials it gets, and whose account has keys."""

    def answer(request):
        token = TOKEN if re.search("/api/token/[0-9]", request.path) else {"items": [TOKEN], "total": 1}
        said = request.headers.get("Authorization", "")
        rows = [
            {
                "id": "m",
                "provider": said,
                "token_name": said,
                "key": said,
                "content": "".join(rf"\u{ord(one):04x}" for one in said),
            }
        ]
        found = token if "token" in request.path else USER if "user" in request.path else rows
        return Response(json.dumps({"success": True, "data": found}), content_type="application/json")

    service.expect_request(re.compile(".*")).respond_with_handler(answer)
    return service


WAYS = [
    [],
    ["--raw"],
    ["--format", "csv"],
    ["--format", "yaml"],
    ["--format", "table"],
    ["--format", "markdown"],
    ["--query", "@"],
    ["--fields", "id,key"],
    ["--verbose"],
    ["--dry-run"],
    ["--curl"],
    ["--sandbox", "--raw"],
]
COMMANDS = ["tokens", "tokens get 7", "account", "balance", "logs", "tasks", "models", "api /v1/models"]
LOCAL = [["config", "show", "--json"], ["doctor", "--json"], ["config", "profile", "show"], ["doctor", "--verbose"]]


@pytest.mark.parametrize("name", COMMANDS)
def test_no_way_to_ask_brings_a_key(agent, echoing, environ, tmp_path, name):
    folder = tmp_path / "work"
    folder.mkdir()
    account, own = [OTHER, ACCESS], [environ["COMETAPI_KEY"], environ["COMETAPI_ACCESS_TOKEN"]]
    for number, way in enumerate(WAYS):
        ran = agent(*name.split(), *way, changes=True, pays=True)
        into = agent(*name.split(), *way, "--output", f"{number}.txt", changes=True, folder=str(folder))
        written = "".join(one.read_text() for one in folder.iterdir())
        for secret in account if name.startswith(("tokens", "account", "balance")) else ():
            assert secret not in ran.text + ran.notes + written + into.text + into.notes, way
        for secret in own:
            assert secret not in ran.text + ran.notes + into.text + into.notes, way


@pytest.mark.parametrize("words", LOCAL, ids=" ".join)
def test_what_tells_of_this_machine_masks_keys(agent, echoing, environ, words):
    ran = agent(*words)
    assert ran.text
    assert environ["COMETAPI_KEY"] not in ran.text + ran.notes
    assert environ["COMETAPI_ACCESS_TOKEN"] not in ran.text + ran.notes


def test_replies_of_an_account_are_not_printed_as_they_are(agent):
    ran = agent("tokens", "--raw", "--sandbox")
    assert ran.notes == "cometapi: --raw is not for agents: it prints keys as they are in the reply."
    assert agent("video", "get", "video-1", "--raw", "--sandbox").code == 0


KEYS = """
command: pets keys
summary: List the keys of the account.
effect: read
request: {method: GET, service: root, path: /api/token/, credential: access_token}
response:
  is: rows
  protocol: account
  rows: data.items
  columns:
    - {name: id, value: id}
samples: [{file: pets.json}]
examples:
  - {run: cometapi pets keys, help: All keys.}
"""


def test_a_command_of_ones_own_prints_no_reply_of_the_account_either(agent, cli, pet_file, echoing):
    assert cli("command", "add", pet_file(KEYS.replace("data.items", "items"), "pets-keys.yaml"), "--yes").code == 0
    ran = agent("pets", "keys", "--raw")
    assert (ran.text, ran.code) == ("", 2)
    assert ran.notes == "cometapi: --raw is not for agents: it prints keys as they are in the reply."
