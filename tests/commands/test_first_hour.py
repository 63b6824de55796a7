"""What somebody meets in the first hour: words, files and options that are tried before any help is read."""

import json
import re
from base64 import b64encode

import pytest
from inprocess import Stream, run

from cometapi.commands.chat.slash import COMMANDS, KEYS, excerpt
from cometapi.errors import OutputFailed

SAVED = {
    "model": "gpt-5.4",
    "protocol": "chat",
    "exported_at": "2026-01-02T03:04:05Z",
    "messages": [
        {"role": "user", "content": "Hi"},
        {"role": "assistant", "content": "Hello", "turns": [{"role": "assistant", "content": "Hello"}]},
    ],
}
SAID = [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]


@pytest.mark.parametrize("command", ["chat", "messages"])
def test_a_saved_conversation_goes_on_from_a_script(command, cli, nobody, tmp_path):
    (tmp_path / "saved.json").write_text(json.dumps(SAVED))
    ran = cli(command, "and now?", "--messages", str(tmp_path / "saved.json"), "--dry-run", "--json")

    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["body"]["messages"] == [*SAID, {"role": "user", "content": "and now?"}]


def test_a_saved_conversation_without_messages_adds_none(cli, nobody, tmp_path):
    (tmp_path / "saved.json").write_text(json.dumps({**SAVED, "messages": []}))
    ran = cli("chat", "hi", "--messages", str(tmp_path / "saved.json"), "--dry-run", "--json")

    assert json.loads(ran.out)["body"]["messages"] == [{"role": "user", "content": "hi"}]


def test_a_list_of_messages_is_taken_as_it_is(cli, nobody, tmp_path):
    given = [{"role": "user", "content": [{"type": "text", "text": "Hi"}], "name": "Ann"}]
    (tmp_path / "list.json").write_text(json.dumps(given))
    ran = cli("chat", "--messages", str(tmp_path / "list.json"), "--dry-run", "--json")

    assert json.loads(ran.out)["body"]["messages"] == given


@pytest.mark.parametrize("broken", [[5], [{"role": "user"}, "x"]])
def test_a_saved_conversation_that_is_broken_is_refused(broken, cli, nobody, tmp_path):
    (tmp_path / "saved.json").write_text(json.dumps({**SAVED, "messages": broken}))
    ran = cli("chat", "hi", "--messages", str(tmp_path / "saved.json"), "--dry-run")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("cometapi: --messages must be a JSON list of objects, but ")


@pytest.mark.parametrize("words", [["chat", "--image", "https://h/a.png"], ["gemini", "--image", "https://h/a.png"]])
def test_an_attachment_without_a_message_says_what_is_missing(words, cli, nobody):
    ran = cli(*words)

    name = "MESSAGE" if words[0] == "chat" else "PROMPT"
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(
        f"cometapi: {name} is missing or empty, and --image needs one: give it as an argument or through a pipe.\n"
    )


@pytest.mark.parametrize(
    "words", [["help", "--sandbox", "chat"], ["--sandbox", "help", "chat"], ["help", "chat", "--timeout", "5"]]
)
def test_help_takes_the_options_that_may_stand_anywhere(words, cli):
    assert (cli(*words).code, cli(*words).out) == (0, cli("help", "chat").out)


@pytest.mark.parametrize("name", ["json", "yaml", "csv", "table", "markdown"])
def test_a_file_named_like_a_format_is_written_with_a_note(name, cli, service, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    ran = cli("--sandbox", "models", "-q", "--limit", "1", "-o", name)
    noted = cli("--sandbox", "models", "--limit", "1", "-o", name, "--force")

    assert (ran.code, ran.err) == (0, "")
    assert f"cometapi: Wrote a file named {name}. To choose the format, use --format {name}.\n" in noted.err
    assert (tmp_path / name).read_text().startswith("ID")


@pytest.mark.parametrize(
    ("word", "command"),
    [("embeddings", "embed"), ("film", "video create"), ("music", "suno create"), ("tts", "speech")],
)
def test_another_word_for_a_medium_leads_to_its_command(word, command, cli):
    ran = cli(word)

    assert (ran.code, ran.err.splitlines()[0]) == (2, f"cometapi: Unknown command '{word}'; did you mean {command}?")


def test_the_prompt_of_run_is_an_option(cli, nobody):
    ran = cli("run", "gpt-5.4", "hi", "there")

    assert ran.err == (
        "cometapi: Unexpected words: hi there.\n  Pass the text with its option, in quotes: "
        'cometapi run gpt-5.4 --prompt "hi there"\n'
    )


def test_a_record_inside_a_column_has_no_order_but_its_parts_do(cli, service):
    ran = cli("--sandbox", "models", "--sort", "price")

    assert ran.code == 2
    assert "Sort by one of: input_price, output_price, per_request_price, per_second_price.\n" in ran.err


def test_a_filter_of_the_service_that_finds_nothing_names_the_usual_values(cli):
    ran = cli("--sandbox", "tasks", "--status", "DONE")

    assert (ran.code, ran.out) == (0, "")
    assert (
        "cometapi: Nothing found; usual values of --status are SUBMITTED, IN_PROGRESS, SUCCESS and FAILURE.\n"
        in ran.err
    )


def test_a_part_of_a_models_name_is_told_how_parts_are_found(cli):
    ran = cli("--sandbox", "logs", "--model", "gpt")

    assert "cometapi: Nothing found; --model gpt matches the whole name, gpt% its beginning.\n" in ran.err
    assert "%" not in cli("--sandbox", "logs", "--model", "zzz%").err


def test_curl_says_when_the_key_is_not_in_the_environment(cli, nobody):
    with_key, without = (
        cli("models", "--source", "openai", "--curl"),
        cli("models", "--source", "openai", "--curl", env={"COMETAPI_KEY": ""}),
    )

    assert with_key.err == ""
    assert without.err == "cometapi: The command reads COMETAPI_KEY from the environment, where it is not set.\n"
    assert with_key.out == without.out
    assert with_key.out.startswith("curl --silent --show-error ")


def test_a_lost_medium_is_not_promised(cli, monkeypatch):
    def full(*_):
        raise OutputFailed("answer-1.png cannot be written: No space left on device.")

    monkeypatch.setattr("cometapi.answers.media.stored", full)
    ran = cli("--sandbox", "gemini", "a cat", "--modality", "image")

    assert (ran.code, ran.out) == (0, "Here it is.\n")
    assert "was not saved. To keep the next one, add --save DIR. answer-1.png cannot be written: No space" in ran.err


def test_a_dry_run_does_not_fill_a_terminal_with_a_file(environ, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 " + bytes(991))
    words = ["chat", "hi", "--file", str(tmp_path / "a.pdf"), "--dry-run"]
    piped, terminal = (Stream(), Stream(), Stream()), (Stream(), Stream(terminal=True), Stream())
    run(words, {**environ, "COLUMNS": "80"}, piped)
    run(words, {**environ, "COLUMNS": "80"}, terminal)

    assert '"data:application/pdf;base64,... (1,000 bytes)"' in terminal[1].text()
    assert b64encode((tmp_path / "a.pdf").read_bytes()).decode() in piped[1].text()


@pytest.mark.parametrize("command", ["chat", "messages", "gemini", "responses"])
def test_debug_lines_do_not_break_into_an_answer_on_the_same_terminal(command, terminal):
    child = terminal("--sandbox", command, "hi", "--debug")
    assert child.ends() == 0
    lines = child.text.split("\n")

    assert [line for line in lines if "< data:" in line and not line.startswith("< ")] == []
    assert [line for line in lines if line.startswith("Hello from the sandbox!")] != []


def test_every_slash_command_and_key_is_in_the_help_topic(cli):
    text = cli("help", "conversation").out
    calls = [(f"/{one.name} {one.argument}".rstrip(), one.summary) for one in COMMANDS]

    for call, summary in [*calls, *KEYS]:
        assert re.search(rf"^    {re.escape(call)} +{re.escape(summary)}$", text, re.MULTILINE), call


def test_what_undo_removes_is_told_by_its_first_line():
    assert excerpt("one") == "one"
    assert excerpt("one\n  two\nthree") == "one (and 2 more lines)"
    assert excerpt("one\ntwo") == "one (and 1 more line)"
    assert excerpt("x" * 61) == "x" * 59 + "…"


def test_a_long_name_of_a_model_leaves_room_to_type(terminal):
    child = terminal("--sandbox", "chat", "--plain", "-m", "gemini-3.1-flash-image-preview")
    child.sees("exit.", "> ")
    assert "preview> " not in child.text


@pytest.mark.parametrize("command", ["show", "get default_model", "profile show"])
def test_settings_say_source_and_overrides_to_people(command, cli):
    names = cli("config", *command.split(), "--format", "markdown").out

    assert "Source" in names and "Overrides" in names
    assert "Origin" not in names and "Shadows" not in names
