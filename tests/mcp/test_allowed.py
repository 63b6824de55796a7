"""What an agent may run is judged by what the manifest says when it calls, and by what its user allowed, not by its words."""

import pytest
from own_files import LIST

from cometapi.cli.registry import command_data
from cometapi.generated import index
from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

COMMANDS = {name: whole(command_data(name), SETS) for name in index.COMMANDS}
SANDBOX = {"given": {"sandbox": True}}


@pytest.mark.parametrize("name", [name for name, data in COMMANDS.items() if "withheld" in data])
def test_what_shows_secrets_changes_this_machine_or_runs_programs_is_never_run(agent, home, name):
    ran = agent(*name.split(), "x", "y", changes=True, pays=True, folder=str(home))
    assert (ran.code, ran.text) == (2, "")
    assert ran.notes.startswith(f"cometapi: {name} is not for agents: it ")
    assert agent.allowance.made == 0


def test_every_command_without_a_request_that_changes_something_is_withheld():
    """Beside those that send requests of other commands, which are judged by those."""
    of_others = {"api", "run", "compare"}
    local = {name for name, data in COMMANDS.items() if not data.get("routes") and data["effect"] != "read"}
    assert local - of_others == {name for name in local if "withheld" in COMMANDS[name]}


def test_options_that_show_keys_run_programs_or_never_end_are_withheld():
    flags = {
        flag
        for data in COMMANDS.values()
        for one in data["arguments"].values()
        if "withheld" in one
        for flag in one["flags"]
    }
    assert {"--show-keys", "--run-tools", "--play", "--follow", "--watch", "--profile", "--continue", "--ca"} <= flags
    revealing = {
        column["reveal"]
        for data in COMMANDS.values()
        for route in data.get("routes", ())
        for column in route.get("response", {}).get("columns", ())
        if "reveal" in column
    }
    assert all(
        "withheld" in data["arguments"][name]
        for data in COMMANDS.values()
        for name in revealing & data["arguments"].keys()
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["tokens", "--show-keys"], "--show-keys is not for agents: it shows keys."),
        (["chat", "x", "--sandbox", "--profile", "work"], "--profile is not for agents: it chooses another account."),
        (["chat", "x", "--sandbox", "-c"], "--continue is not for agents: it reads earlier conversations."),
        (["chat", "x", "--sandbox", "--debug"], "--debug is not for agents: it prints requests and replies."),
        (["logs", "--sandbox", "--follow"], "--follow is not for agents: it runs until it is stopped."),
        (["api", "/v1/models", "--header", "A=b"], "--header is not for agents: it may carry other credentials."),
    ],
)
def test_an_option_that_is_not_for_agents_is_named(agent, words, sentence):
    ran = agent(*words, changes=True, pays=True)
    assert (ran.code, ran.text, ran.notes) == (2, "", f"cometapi: {sentence}")


def test_what_reads_is_run_and_is_json(agent):
    ran = agent("models", "--limit", "1", **SANDBOX)
    assert ran.code == 0
    assert [one["id"] for one in ran.data] == ["gpt-5.4"]


def test_a_format_that_is_asked_for_is_kept(agent):
    assert agent("models", "--limit", "1", "-f", "csv", "--fields", "id", **SANDBOX).text == "id\ngpt-5.4\n"


def test_what_costs_money_is_not_run_without_a_cap(agent):
    ran = agent("chat", "Hello")
    assert (ran.code, ran.text) == (2, "")
    assert ran.notes == "cometapi: chat costs money, and mcp serve was started without --max-cost or --max-calls."


@pytest.mark.parametrize("option", ["--dry-run", "--sandbox", "--estimate", "--curl"])
def test_what_sends_nothing_costs_nothing(agent, option):
    assert agent("chat", "Hello", option, "--sandbox", pays=True).code == 0
    assert agent.allowance.made == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["tokens", "update", "13", "--name", "x"], "tokens update changes something"),
        (["tokens", "delete", "12", "--yes"], "tokens delete deletes or destroys something"),
    ],
)
def test_what_changes_something_is_not_run_unless_the_user_allows_it(agent, words, sentence):
    ran = agent(*words)
    assert ran.notes == f"cometapi: {sentence}, and mcp serve was started without --allow-changes."
    assert agent(*words, changes=True, **SANDBOX).code == 0


def test_what_destroys_still_needs_a_yes(agent):
    ran = agent("tokens", "delete", "12", changes=True, **SANDBOX)
    assert ran.code == 2
    assert "--yes" in ran.notes


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (["api", "/api/token/"], "a command has to know GET /api/token/"),
        (["api", "//api/token"], "a command has to know GET"),
        (["api", "/API/token/"], "a command has to know GET"),
        (["api", "/x/../api/user/self"], "a command has to know GET /api/user/self"),
        (["api", "DELETE", "/v1/videos/1"], "a command has to know DELETE /v1/videos/1"),
        (["api", "POST", "/v1/nobody/knows"], "a command has to know POST /v1/nobody/knows"),
        (["api", "/v1/chat/completions", "-f", "model=m"], "chat costs money"),
        (["api", "/v1/images/generations", "-f", "model=m"], "image costs money"),
    ],
)
def test_a_call_of_an_endpoint_is_judged_by_the_command_that_has_it(agent, words, fault):
    ran = agent(*words, changes=True)
    assert (ran.code, ran.text) == (2, "")
    assert fault in ran.notes
    assert agent("api", "/v1/models", **SANDBOX).data["object"] == "list"


def test_an_alias_is_judged_by_what_it_stands_for(agent, cli):
    assert cli("alias", "set", "ask", "chat --max-tokens 5").code == 0
    assert cli("alias", "set", "key", "config get api_key").code == 0
    assert (
        agent("ask", "Hello").notes
        == "cometapi: chat costs money, and mcp serve was started without --max-cost or --max-calls."
    )
    assert agent("key", pays=True).notes.startswith("cometapi: config get is not for agents: it may show a key.")


def test_a_template_is_judged_with_its_options(agent, home, cli):
    folder = home / ".config" / "cometapi" / "templates"
    folder.mkdir(parents=True)
    (folder / "t.yaml").write_text(f"prompt: Hello\noptions:\n  file: {home / 'secret.txt'}\n")
    (home / "secret.txt").write_text("secret")
    ran = agent("chat", "--template", "t", "--sandbox")
    assert ran.notes == "cometapi: --file names a file, and mcp serve was started without --folder."


def test_nothing_is_asked_and_input_is_what_the_agent_gives(agent):
    ran = agent("chat", "--sandbox", "--dry-run", stdin="from the agent")
    assert '"content": "from the agent"' in ran.text
    assert agent("chat", "--sandbox").notes.endswith("Try: cometapi chat --help")


def test_a_secret_is_in_no_result(agent, environ, service):
    service.expect_request("/api/models").respond_with_json(
        {"success": True, "data": [{"id": "sk-test-key-0001", "provider": environ["COMETAPI_ACCESS_TOKEN"]}]}
    )
    ran = agent("models", "--format", "csv")
    assert ran.code == 0
    assert "sk-test-key-0001" not in ran.text
    assert environ["COMETAPI_ACCESS_TOKEN"] not in ran.text


def test_help_and_version_are_for_agents_too(agent):
    assert agent("chat", "--help").text.startswith("Usage: cometapi chat")
    assert agent("help", "budgets").text.startswith("Caps on what calls may cost.")
    assert agent("--version").text.startswith("cometapi ")


@pytest.mark.parametrize(
    ("effect", "cost", "lacks"),
    [
        ("read", "free", None),
        ("write", "free", "--allow-changes"),
        ("write", "paid", "--allow-changes"),
        ("read", "paid", "--max-cost or --max-calls"),
    ],
)
def test_a_command_of_ones_own_is_judged_by_its_manifest(agent, cli, pet_file, pet_store, effect, cost, lacks):
    pet_store.expect_request("/v1/pets").respond_with_json([{"id": 1, "name": "Rex"}])
    text = LIST.replace("effect: read", f"effect: {effect}\ncost: {cost}")
    assert cli("command", "add", pet_file(text), "--yes").code == 0
    ran = agent("pets", "list")
    assert ran.notes.endswith(f", and mcp serve was started without {lacks}." if lacks else "")
    assert len(pet_store.log) == (0 if lacks else 1)


def test_a_command_of_ones_own_that_is_not_trusted_is_not_run(agent, cli, pet_file, own_folder, pet_store):
    assert cli("command", "add", pet_file(), "--yes").code == 0
    path = own_folder / "commands" / "pets-list.yaml"
    path.write_text(path.read_text().replace("List", "Show"))
    ran = agent("pets", "list", changes=True, pays=True)
    assert (ran.code, ran.text) == (2, "")
    assert "has changed since you agreed to it, and nobody can be asked here." in ran.notes
    assert pet_store.log == []


@pytest.mark.parametrize("words", [["run", "m", "--prompt", "Hello"], ["compare", "Hello", "-m", "m"]])
def test_what_sends_requests_of_other_commands_costs_money_too(agent, words):
    assert (
        agent(*words).notes
        == f"cometapi: {words[0]} costs money, and mcp serve was started without --max-cost or --max-calls."
    )


def test_a_relation_that_no_schema_says_is_refused_with_a_sentence(agent):
    ran = agent("chat", "--sandbox")
    assert ran.code == 2
    assert "cometapi: MESSAGE is missing or empty: give it as an argument or through a pipe." in ran.notes
