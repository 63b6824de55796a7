"""Own commands for the rows of a batch: paid ones run once each, free ones are refused in plain words."""

import json

import pytest

PAINT = """
command: studio paint
summary: Paint a picture.
effect: write
cost: paid
settings:
  studio_url: {type: url, environment: STUDIO_URL, default: "https://studio.example.com/v1", help: URL of the studio.}
services: {studio: {setting: studio_url}}
arguments:
  - {name: word, to: body/word, help: What to paint.}
  - {flags: [--model], to: body/model, help: Model that paints.}
request: {method: POST, service: studio, path: /paint}
response: {is: record, protocol: account, record: "@", columns: [{name: id, value: id}]}
samples: [{file: paint.json}]
examples: [{run: cometapi studio paint fox, help: Paint a fox.}]
"""


@pytest.fixture
def studio(cli, httpserver, environ, tmp_path, monkeypatch):
    """The studio, its command added, and three rows in the working folder."""
    monkeypatch.chdir(tmp_path)
    environ["STUDIO_URL"] = httpserver.url_for("/v1")
    (tmp_path / "paint.json").write_text('{"id": "sample"}')
    (tmp_path / "paint.yaml").write_text(PAINT)
    (tmp_path / "rows.txt").write_text("fox\nox\nowl\n")
    assert cli("command", "add", "paint.yaml", "--yes").code == 0
    return httpserver


def batch(cli, *words, **options):
    """A run of the rows."""
    return cli("batch", "run", "rows.txt", "-o", "out.jsonl", *words, **options)


def results(tmp_path):
    """The results that were written."""
    return [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]


def test_every_row_is_sent_once_also_when_it_runs_again(cli, priced, studio, tmp_path):
    studio.expect_request("/v1/paint", method="POST").respond_with_json({"id": 1})
    ran = batch(cli, "--", "studio", "paint", "{text}", "--model", "m")
    assert (ran.code, ran.err.splitlines()[0]) == (0, "cometapi: 3 answered. Results: out.jsonl")
    assert sorted(one[0].json["word"] for one in studio.log) == ["fox", "owl", "ox"]
    assert {one["cost_usd_estimate"] for one in results(tmp_path)} == {
        None
    }  # m is a model of the catalog, but not there
    assert batch(cli, "--", "studio", "paint", "{text}", "--model", "m").code == 0
    assert len(studio.log) == 3


def test_a_row_of_unknown_outcome_is_not_sent_again(cli, studio):
    studio.expect_request("/v1/paint").respond_with_json({"message": "Broken."}, status=502)
    assert batch(cli, "--", "studio", "paint", "{text}").code == 3
    again = batch(cli, "--retry-errors", "--", "studio", "paint", "{text}")
    assert (again.code, len(studio.log)) == (3, 3)
    assert "may have been answered and charged" in again.err


@pytest.mark.parametrize(
    ("cap", "sent"),
    [(["--max-calls", "1", "--parallel", "1"], 1), (["--max-cost", "5"], 0)],
    ids=["calls", "dollars"],
)
def test_caps_hold_for_all_rows(cap, sent, cli, studio):
    studio.expect_request("/v1/paint").respond_with_json({"id": 1})
    ran = batch(cli, *cap, "--", "studio", "paint", "{text}")
    assert (ran.code, len(studio.log)) == (75, sent)
    assert ("whose prices are not known" in ran.err) == (sent == 0)


def test_the_sandbox_answers_rows_from_the_samples_of_the_command(cli, studio, tmp_path):
    assert batch(cli, "--sandbox", "--", "studio", "paint", "{text}").code == 0
    assert [one["response"]["body"] for one in results(tmp_path)] == [{"id": "sample"}] * 3
    assert studio.log == []


def test_a_command_that_nobody_agreed_to_is_refused(cli, studio, own_folder):
    path = own_folder / "commands" / "studio-paint.yaml"
    path.write_text(path.read_text() + "# more\n")
    ran = batch(cli, "--", "studio", "paint", "{text}")
    assert ran.code == 2
    assert ran.err.startswith(
        "cometapi: studio paint has changed since you agreed to it, and nobody can be asked here."
    )


@pytest.mark.parametrize("words", [["pets", "list", "--status", "{text}"], ["models", "{text}"]], ids=" ".join)
def test_a_free_command_is_refused_in_plain_words(words, with_pets, studio):
    ran = batch(with_pets, "--", *words)
    name = " ".join(words[: words.index("{text}")]).removesuffix(" --status")
    assert (ran.code, ran.err) == (
        2,
        f"cometapi: A batch is for paid commands, each row once; {name} costs nothing.\n"
        "  Run it for each row in a loop of the shell, or of a script.\n",
    )


def test_an_alias_is_told_apart_from_a_command(cli, studio):
    cli("alias", "set", "paint", "studio paint --model m")
    ran = batch(cli, "--", "paint", "{text}")
    assert (ran.code, ran.err.splitlines()[0]) == (
        2,
        "cometapi: paint is your alias for studio paint --model m; a batch takes the command itself behind --.",
    )


def test_a_cluster_does_not_know_it(cli, studio):
    ran = batch(cli, "--engine", "dask", "--scheduler", "tcp://127.0.0.1:1", "--", "studio", "paint", "{text}")
    assert (ran.code, ran.err.splitlines()[0]) == (
        2,
        "cometapi: The workers of a cluster do not know your command studio paint; use the local engine.",
    )
    assert studio.log == []


ASK = """
command: studio ask
summary: Ask the studio.
effect: write
cost: paid
arguments:
  - {flags: [--model, -m], does: model, default: m, to: body/model, help: Model that answers.}
  - {name: prompt, does: message, optional: true, stdin: true, to: body/messages/-, as: {role: user, content: $value}, help: What to say.}
use: [answer, own]
request: {method: POST, service: gateway, path: /chat/completions, credential: api_key}
response: {is: answer, protocol: chat, columns: [{name: content, value: "choices[0].message.content"}]}
samples: [{file: ask.json}]
examples: [{run: cometapi studio ask Hello, help: Ask.}]
"""


def test_a_template_is_made_of_it_and_fills_the_rows(cli, priced, studio, tmp_path):
    reply = {"choices": [{"index": 0, "message": {"role": "assistant", "content": "Hi"}, "finish_reason": "stop"}]}
    (tmp_path / "ask.json").write_text(json.dumps(reply))
    (tmp_path / "ask.yaml").write_text(ASK)
    assert cli("command", "add", "ask.yaml", "--yes").code == 0
    assert cli("template", "save", "loud", "--", "studio", "ask", "Shout {text}!").code == 0

    assert cli("studio", "ask", "--template", "loud", "-p", "text=boo").out == "Hello\n"
    assert batch(cli, "--template", "loud").code == 0
    said = [one["messages"][0]["content"] for one in priced.asked]
    assert (said[0], sorted(said[1:])) == ("Shout boo!", ["Shout fox!", "Shout owl!", "Shout ox!"])
