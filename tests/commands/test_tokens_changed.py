"""``cometapi tokens get``, ``create`` and ``delete``, and ``tasks get``: one record of the account."""

import json
import time

import pytest

TOKEN = {"id": 13, "name": "laptop", "key": "sk-sampleKEYlaptop0wxyz", "status": 2, "unlimited_quota": True}
TASKS = [{"task_id": "t-1", "status": "SUCCESS", "fail_reason": "https://cdn.example/1.mp3"}, {"task_id": "t-2"}]
DONE = {"success": True, "message": ""}


def test_a_key_is_shown_by_its_end(cli, service):
    service.expect_request("/api/token/13", method="GET").respond_with_json({"success": True, "data": TOKEN})
    shown, whole = (json.loads(cli("tokens", "get", "13", *more, "--json").out) for more in ([], ["--show-keys"]))

    assert (shown["key"], shown["status"], shown["name"]) == ("sk-…wxyz", "disabled", "laptop")
    assert whole["key"] == "sk-sampleKEYlaptop0wxyz"


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ([], {"name": "ci", "expired_time": -1, "unlimited_quota": True, "remain_quota": 0}),
        (["--quota", "500000"], {"name": "ci", "expired_time": -1, "unlimited_quota": False, "remain_quota": 500000}),
        (
            ["--expires", "2098-12-31T00:00Z", "--group", "vip", "--allow-ips", "127.0.0.1"],
            {
                "name": "ci",
                "expired_time": 4070822400,
                "unlimited_quota": True,
                "remain_quota": 0,
                "group": "vip",
                "allow_ips": "127.0.0.1",
            },
        ),
    ],
)
def test_a_key_is_created(cli, service, words, body):
    service.expect_request("/api/token/", method="POST", json=body).respond_with_json(DONE)
    ran = cli("tokens", "create", "ci", *words)

    assert (ran.out, ran.err, ran.code) == ("", "cometapi: API key ci is created.\n", 0)


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("7d", "must be in the future: 7d is a time ago, +7d one from now."),
        ("2024-01-31", "must be in the future, and 2024-01-31 is over."),
        ("yesterday", "must be in the future, and yesterday is over."),
        ("+7w", "must be a date such as"),
    ],
)
@pytest.mark.parametrize("words", [["create", "ci"], ["update", "13"]], ids=" ".join)
def test_no_key_is_made_that_has_expired(cli, service, words, word, sentence):
    ran = cli("tokens", *words, "--expires", word)

    assert (ran.out, ran.code, service.log) == ("", 2, [])
    assert f"--expires {sentence}" in ran.err


@pytest.mark.parametrize(("word", "seconds"), [("+7d", 7 * 86400), ("+2h", 7200)])
def test_a_key_expires_so_long_from_now(cli, word, seconds):
    before = int(time.time())
    ran = cli("tokens", "create", "ci", "--expires", word, "--dry-run")

    assert 0 <= json.loads(ran.out.partition("\n\n")[2])["expired_time"] - before - seconds < 60


def test_a_key_that_may_not_be_created_is_an_error(cli, service):
    service.expect_request("/api/token/").respond_with_json({"success": False, "message": "No such group"})
    ran = cli("tokens", "create", "ci", "--group", "none")

    assert (ran.out, ran.code) == ("", 1)
    assert "No such group" in ran.err


@pytest.mark.parametrize(
    ("words", "changed"),
    [
        (["--status", "active"], {"status": 1}),
        (["--quota", "500000"], {"unlimited_quota": False, "remain_quota": 500000}),
        (["--quota", "unlimited", "--expires", "never"], {"unlimited_quota": True, "expired_time": -1}),
        (["--models", "gpt-5.4,claude"], {"model_limits_enabled": True, "model_limits": "gpt-5.4,claude"}),
        (
            ["--models", "all", "--allow-ips", "all"],
            {"model_limits_enabled": False, "model_limits": "", "allow_ips": ""},
        ),
        (["--name", "", "--group", "vip"], {"name": "", "group": "vip"}),
    ],
)
def test_a_changed_key_keeps_all_else(cli, service, words, changed):
    kept = {"name": "laptop", "status": 2, "unlimited_quota": True, "remain_quota": 0, "cross_group_retry": True}
    service.expect_request("/api/token/13", method="GET").respond_with_json(
        {"success": True, "data": {**TOKEN, **kept}}
    )
    service.expect_request("/api/token/", method="PUT").respond_with_json({**DONE, "data": TOKEN})
    ran = cli("tokens", "update", "13", *words)

    assert (ran.out, ran.err, ran.code) == ("", "cometapi: API key 13 is changed.\n", 0)
    assert service.log[-1][0].get_json() == {**kept, **changed, "id": 13}


def test_a_key_is_not_changed_when_it_cannot_be_read(cli, service):
    service.expect_request("/api/token/13").respond_with_json({"success": False, "message": "no such key"})
    missing, empty = cli("tokens", "update", "13", "--status", "active"), cli("tokens", "update", "13")

    assert (missing.out, missing.code, "no such key" in missing.err) == ("", 1, True)
    assert (empty.code, len(service.log)) == (2, 1)


def test_a_preview_of_a_change_reads_nothing(cli, service):
    ran = cli("tokens", "update", "13", "--status", "disabled", "--dry-run")

    assert json.loads(ran.out.partition("\n\n")[2]) == {"status": 2, "id": 13}
    assert ran.err == "cometapi: The fields that are not given are read first, with cometapi tokens get 13.\n"
    assert service.log == []


def test_a_key_is_deleted_when_that_is_confirmed(cli, service):
    service.expect_request("/api/token/13", method="DELETE").respond_with_json(DONE)
    refused, deleted = cli("tokens", "delete", "13"), cli("tokens", "delete", "13", "--yes")

    assert (refused.code, len(service.log)) == (2, 1)
    assert (deleted.out, deleted.err, deleted.code) == ("", "cometapi: API key 13 is deleted.\n", 0)


@pytest.mark.parametrize("body", ['{"success": tru', '"'])
def test_half_a_reply_is_no_success(cli, service, body):
    service.expect_request("/api/token/13").respond_with_data(body, content_type="application/json")
    ran = cli("tokens", "delete", "13", "--yes")

    assert (ran.out, ran.code) == ("", 1)
    assert ran.err.startswith("cometapi: Unexpected reply from the service: it is not valid JSON.")


def test_one_task_is_found(cli, service):
    service.expect_request("/api/task/self").respond_with_json({"success": True, "data": {"items": TASKS, "total": 2}})
    found, missing = cli("tasks", "get", "t-1", "--json"), cli("tasks", "get", "t-3")

    assert json.loads(found.out)["result"] == "https://cdn.example/1.mp3"
    assert (missing.out, missing.code) == ("", 1)
    assert "t-3" in missing.err


def test_a_preview_in_the_sandbox_needs_no_credential(cli):
    ran = cli("--sandbox", "tokens", "--dry-run")

    assert (ran.code, "Authorization: Bearer …\n" in ran.out) == (0, True)


def test_a_plain_word_searches_the_models(cli, service):
    models = [{"id": "claude-opus"}, {"id": "gpt", "description": "Not Claude."}, {"id": "gemini"}]
    service.expect_request("/api/models").respond_with_json({"success": True, "data": models})

    assert cli("models", "claude", "--no-cache", "--query", "[].id").out == "claude-opus\ngpt\n"
