"""``exec``: what a program finds in its environment and its arguments."""

import json
import re
from pathlib import Path

import pytest

from cometapi.generated.agents import AGENTS

SERVED = sorted(name for name, facts in AGENTS.items() if "unsupported" not in facts)
TOKEN = re.compile(r"local-[\w-]{20,}")
KEY, ACCESS = "sk-comet-0123456789abcdef", "access-fedcba9876543210"
OTHER = {  # of somebody who uses the vendors' own services
    "ANTHROPIC_API_KEY": "sk-ant-1234567890",
    "ANTHROPIC_AUTH_TOKEN": "ant-token-1234567890",
    "ANTHROPIC_BASE_URL": "https://api.anthropic.example",
    "CLAUDE_CODE_OAUTH_TOKEN": "oauth-1234567890",
    "CLAUDE_CODE_USE_BEDROCK": "1",
    "CLAUDE_CODE_USE_VERTEX": "1",
    "CLAUDE_CODE_USE_FOUNDRY": "1",
    "OPENAI_API_KEY": "sk-openai-1234567890",
    "OPENAI_BASE_URL": "https://api.openai.example/v1",
    "GEMINI_API_KEY": "gemini-1234567890",
    "GOOGLE_API_KEY": "google-1234567890",
    "GOOGLE_GENAI_USE_VERTEXAI": "true",
    "GOOGLE_GENAI_USE_GCA": "true",
}
# Where each agent looks for the URL, and whether it adds /v1 itself.
URLS = {
    "aider": ("OPENAI_API_BASE", "/v1"),
    "any": ("OPENAI_BASE_URL", "/v1"),
    "claude": ("ANTHROPIC_BASE_URL", ""),
    "copilot": ("COPILOT_PROVIDER_BASE_URL", "/v1"),
    "gemini": ("GOOGLE_GEMINI_BASE_URL", ""),
    "goose": ("OPENAI_HOST", ""),
    "qwen": ("OPENAI_BASE_URL", "/v1"),
}


def with_token(environment):
    return {name for name, value in environment.items() if TOKEN.search(value)}


def program_of(name):
    return (AGENTS[name]["programs"] or ["my-agent"])[0]


def test_claude_code_gets_one_credential_and_no_switch(seen):
    found = seen("claude", env=OTHER).environment

    assert with_token(found) == {"ANTHROPIC_AUTH_TOKEN"}
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+", found["ANTHROPIC_BASE_URL"])
    gone = {
        "ANTHROPIC_API_KEY",
        "CLAUDE_CODE_OAUTH_TOKEN",
        *(name for name in OTHER if "_USE_" in name and "CLAUDE" in name),
    }
    assert gone.isdisjoint(found)
    assert found["OPENAI_API_KEY"] == OTHER["OPENAI_API_KEY"]  # which is for what the agent runs


def test_gemini_cli_gets_one_credential_and_no_switch(seen):
    found = seen("gemini", env=OTHER).environment

    assert with_token(found) == {"GEMINI_API_KEY"}
    assert {"GOOGLE_API_KEY", "GOOGLE_GENAI_USE_VERTEXAI", "GOOGLE_GENAI_USE_GCA"}.isdisjoint(found)


def test_any_other_program_gets_one_credential_for_each_vendor(seen):
    found = seen("my-agent", env=OTHER).environment

    assert with_token(found) == {"OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GEMINI_API_KEY"}
    assert len({found[name] for name in with_token(found)}) == 1
    assert {"ANTHROPIC_AUTH_TOKEN", "GOOGLE_API_KEY", "CLAUDE_CODE_USE_BEDROCK"}.isdisjoint(found)
    origin = found["ANTHROPIC_BASE_URL"]
    assert (found["OPENAI_BASE_URL"], found["GOOGLE_GEMINI_BASE_URL"]) == (f"{origin}/v1", origin)


@pytest.mark.parametrize("name", SERVED)
def test_every_agent_gets_its_token_once_and_never_as_an_argument(name, seen):
    ran = seen(program_of(name), "--model", "gpt-5.4", env=OTHER)

    assert len(with_token(ran.environment)) == (3 if name == "any" else 1)
    assert not any(TOKEN.search(line) for line in ran.lines)
    assert not any(name.startswith("COMETAPI_") for name in ran.environment)
    if name in URLS:
        variable, path = URLS[name]
        assert re.fullmatch(rf"http://127\.0\.0\.1:\d+{path}", ran.environment[variable])
    assert "gpt-5.4" in " ".join([*ran.environment.values(), *ran.words])


@pytest.mark.parametrize("name", sorted(AGENTS.keys() - SERVED))
def test_an_agent_that_cannot_be_served_is_not_started(name, cli, program):
    ran = cli("exec", "--sandbox", "-q", "--", program(AGENTS[name]["programs"][0]))

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"cometapi: {AGENTS[name]['title']} cannot be run through the gateway. ")


def test_a_program_never_gets_what_lets_this_one_in(cli, environ, program):
    keys = {"COMETAPI_KEY": KEY, "COMETAPI_ACCESS_TOKEN": ACCESS, "COMETAPI_BASE_URL": "http://127.0.0.1:9/v1"}
    copied = {"MY_KEY": KEY, "OPENAI_API_KEY": KEY, "SEVERAL": f"one,{ACCESS}"}
    ran = cli("exec", "--", program("my-agent"), env={**keys, **copied})

    assert ran.code == 0
    for secret in (KEY, ACCESS):
        assert not any(secret[at : at + 12] in ran.out for at in range(len(secret) - 11))
    assert not {"COMETAPI_KEY", "MY_KEY", "SEVERAL", "COMETAPI_BASE_URL"} & json.loads(ran.out)["environment"].keys()


def test_the_token_is_of_one_start_only(seen):
    first, second = (seen("claude").environment["ANTHROPIC_AUTH_TOKEN"] for _ in range(2))
    assert first != second


@pytest.mark.parametrize(
    "before, after",
    [
        ({}, "127.0.0.1,localhost,::1"),
        ({"no_proxy": "intranet.example"}, "intranet.example,127.0.0.1,localhost,::1"),
        ({"NO_PROXY": "a.example, localhost", "no_proxy": "b.example"}, "a.example,localhost,b.example,127.0.0.1,::1"),
    ],
)
def test_no_proxy_catches_the_loopback(before, after, seen):
    proxies = {"HTTPS_PROXY": "http://proxy.example:3128", "HTTP_PROXY": "http://proxy.example:3128"}
    found = seen("claude", env={**proxies, **before}).environment

    assert {found["NO_PROXY"], found["no_proxy"]} == {after}
    assert found["HTTP_PROXY"] == proxies["HTTP_PROXY"]


def test_what_is_set_and_removed_is_said_with_verbose_and_never_a_value(seen):
    ran = seen("claude", "--verbose", env=OTHER).ran

    assert re.search(r"^cometapi: Running \S+/claude as Claude Code with http://127", ran.err, re.MULTILINE)
    assert "cometapi: Set: ANTHROPIC_AUTH_TOKEN, ANTHROPIC_BASE_URL, NO_PROXY, no_proxy\n" in ran.err
    removed = re.search("cometapi: Removed: (.*)\n", ran.err).group(1).split(", ")
    assert {"ANTHROPIC_API_KEY", "CLAUDE_CODE_USE_BEDROCK"} <= set(removed)
    assert not any(value in ran.err for value in OTHER.values() if len(value) > 8) and not TOKEN.search(ran.err)


def test_without_a_model_an_agent_chooses_for_itself(seen):
    own = seen("claude", env={"ANTHROPIC_MODEL": "mine"}).environment
    assert own["ANTHROPIC_MODEL"] == "mine"
    assert "ANTHROPIC_MODEL" not in seen("claude").environment
    assert seen("claude", "-m", "glm-5").environment["ANTHROPIC_MODEL"] == "glm-5"


def test_an_agent_without_a_default_gets_that_of_the_settings(cli, program, config):
    config.write_text(f'default_model = "gpt-5.4-mini"\napi_key = "{KEY}"\n')
    config.chmod(0o600)
    ran = cli("exec", "--", program("opencode"))
    content = json.loads(json.loads(ran.out)["environment"]["OPENCODE_CONFIG_CONTENT"])

    assert content["model"] == "cometapi/gpt-5.4-mini"
    assert list(content["provider"]["cometapi"]["models"]) == ["gpt-5.4-mini"]


def test_arguments_for_the_agent_stand_before_those_of_the_user(seen):
    words = seen("codex", "--model", "gpt-5.4", arguments=["exec", "-c", 'model="mine"', "a b", ""]).words

    assert words[-5:] == ["exec", "-c", 'model="mine"', "a b", ""]
    assert words[:2] == ["-c", 'model_provider="cometapi"']
    assert 'model="gpt-5.4"' in words and 'model_providers.cometapi.env_key="OPENAI_API_KEY"' in words
    assert not [word for word in seen("codex").words if word.startswith("model=")]


def test_an_agent_that_another_program_starts_is_named(seen):
    ran = seen("npx", "--as", "codex", arguments=["@openai/codex"])

    assert ran.words[:3] == ["@openai/codex", "-c", 'model_provider="cometapi"']
    assert seen("claude", "--as", "any").environment["OPENAI_API_KEY"]


@pytest.mark.parametrize("word", ["--", "-x", "--model", "", "a\nb", "ü€", "*", "\udcff"])
def test_arguments_arrive_as_they_are(word, process, program):
    ran = process(
        "exec",
        "--sandbox",
        "--",
        program("tool", "import os, sys\nprint(list(map(os.fsencode, sys.argv[1:])))"),
        word,
        word,
    )
    assert ran.out == f"{[word.encode('utf-8', 'surrogateescape')] * 2}\n"


def test_a_file_with_variables_in_the_working_folder_is_not_read_and_is_told_with_verbose(seen, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("# CLAUDE_CODE_USE_VERTEX=1\nexport ANTHROPIC_API_KEY=sk-foreign-1\nOTHER=x\n")
    quiet, verbose = seen("claude"), seen("claude", "--verbose")

    assert "ANTHROPIC_API_KEY" not in quiet.environment
    assert ".env" not in quiet.ran.err
    assert "cometapi: Claude Code may read ANTHROPIC_API_KEY from .env.\n" in verbose.ran.err
    assert "sk-foreign" not in verbose.ran.err


@pytest.mark.parametrize(
    "name, file, text, told",
    [
        (
            "claude",
            ".claude/settings.json",
            '{"env": {"ANTHROPIC_BASE_URL": "https://x.example"}}',
            "ANTHROPIC_BASE_URL",
        ),
        ("claude", ".claude/settings.json", '{"apiKeyHelper": "pass show x"}', "apiKeyHelper"),
        ("claude", ".claude/settings.json", '{"model": "opus", "note": "apiKeyHelper"}', None),
        ("codex", ".codex/config.toml", 'model = "x"\nprofile = "work"\n', "profile"),
        ("codex", ".codex/config.toml", '[profiles.work]\nmodel = "x"\n# profile = "work"\n', None),
        (
            "gemini",
            ".gemini/settings.json",
            '{"security": {"auth": {"selectedType": "oauth-personal"}}}',
            "selectedType",
        ),
        ("gemini", ".gemini/settings.json", '{"security": {"auth": {"selectedType": "gemini-api-key"}}}', None),
        ("aider", ".aider.conf.yml", "openai-api-key: sk-mine\n", "openai-api-key"),
    ],
)
def test_settings_of_an_agent_that_win_are_told_before_it_starts(name, file, text, told, seen, environ):
    path = Path(environ["HOME"]) / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    said = f"cometapi: {path} has {told}, which {AGENTS[name]['title']} prefers to what is set here.\n"

    err = seen(name).ran.err
    assert [line for line in err.splitlines(True) if "prefers" in line] == [said] * bool(told)
    assert path.read_text() == text


def test_a_dry_run_shows_everything_but_the_token_and_starts_nothing(cli, program, tmp_path):
    path = program("claude", "open('started', 'w')")
    ran = cli("exec", "--dry-run", "--model", "gpt-5.4", "--", path, "-p", "say hi", env={"ANTHROPIC_API_KEY": "sk-x"})

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "export ANTHROPIC_AUTH_TOKEN='…'\n"
        "export ANTHROPIC_BASE_URL=http://127.0.0.1:PORT\n"
        "export ANTHROPIC_MODEL=gpt-5.4\n"
        "export NO_PROXY=127.0.0.1,localhost,::1\n"
        "export no_proxy=127.0.0.1,localhost,::1\n"
        "unset ANTHROPIC_API_KEY\n"
        f"{path} -p 'say hi'\n"
    )


def test_without_a_key_nothing_is_started(cli, program):
    ran = cli("exec", "--", program("claude"))
    assert (ran.code, ran.out) == (64, "")
