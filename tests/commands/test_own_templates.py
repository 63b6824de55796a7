"""Templates: one pass of filling (K11), texts as they are written (K12), names that are no paths, and words that replace them."""

import json
import os
import stat
import time

import pytest
from test_config_edit import editor  # noqa: F401 - a fixture

ALL = ("chat", "messages", "gemini", "responses")
TEXT = "Translate {text} to {language}"


@pytest.fixture
def folder(config):
    """The folder of the templates."""
    path = config.parent / "templates"
    path.mkdir()
    return path


@pytest.fixture
def write(folder):
    """Write a template, as text or as a value of JSON, which is YAML too."""

    def to(text, name="t"):
        path = folder / f"{name}.yaml"
        path.write_text(text if isinstance(text, str) else json.dumps(text))
        return path

    return to


def shown(cli, *words, command="chat", stdin=""):
    """The body that words with a template would send."""
    ran = cli(command, "--template", "t", *words, "--dry-run", "--json", stdin=stdin)
    assert (ran.code, ran.err) == (0, ""), ran
    return json.loads(ran.out)["body"]


def said(body, role="user"):
    """The text of one role in the body of a chat."""
    return next((one["content"] for one in body["messages"] if one["role"] == role), None)


def refused(cli, raw, *words, command="chat", code=2):
    """What is said of words that send nothing."""
    ran = cli(command, *words)
    assert (ran.code, ran.out, raw.talks) == (code, "", []), ran
    return ran.err


# --- K11: filling


FILLINGS = [
    ("A={a} B={b}", {"a": "{b} {0} {a.__class__} {{x}}", "b": "SECRET"}, "A={b} {0} {a.__class__} {{x}} B=SECRET"),
    ("{a}{a}", {"a": "x"}, "xx"),
    ("{a}", {"a": "k=v=w"}, "k=v=w"),
    ("{a}", {"a": " two  spaces "}, " two  spaces "),
    ("{a}", {"a": "\\1 \\g<0> %s $HOME"}, "\\1 \\g<0> %s $HOME"),
    ("{{a}} {a}", {"a": "x"}, "{a} x"),
    ("{{{a}}}", {"a": "x"}, "{x}"),
    ('{"k": {"v": {a}}} {} {0} {a.b} {a!r} {a:>9} { a } {a b} }{', {"a": "x"}, None),
    ("{größe} {_x1}", {"größe": "1", "_x1": "2"}, "1 2"),
    ("{__class__}", {"__class__": "x"}, "x"),
]


@pytest.mark.parametrize(("prompt", "values", "expected"), FILLINGS)
def test_places_are_filled_once(cli, write, prompt, values, expected):
    write({"prompt": prompt})
    given = [word for pair in values.items() for word in ("-p", "=".join(pair))]
    assert said(shown(cli, *given)) == (prompt.replace("{a}", "x") if expected is None else expected)


def test_system_text_and_defaults(cli, write):
    write({"system": "Be {mood}.", "prompt": TEXT, "parameters": {"language": "French", "mood": "{text}"}})
    body = shown(cli, "-p", "text=hi")
    assert (said(body), said(body, "system")) == ("Translate hi to French", "Be {text}.")
    assert said(shown(cli, "-p", "text=hi", "-p", "language=", "--param", "text=ho")) == "Translate ho to "


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["-p", "text=hi"], "The template t needs a value for language."),
        ([], "The template t needs a value for text and language."),
        (["-p", "text=hi", "-p", "langauge=x"], "The template t has no parameter langauge; did you mean language?"),
        (["-p", "a=1", "-p", "b=2"], "The template t has no parameter a and no b."),
        (["-p", "text"], "--param must be NAME=VALUE, not 'text'."),
        (["-p", "=x"], "--param must be NAME=VALUE, not '=x'."),
    ],
)
@pytest.mark.parametrize("command", ALL)
def test_a_value_that_lacks_or_is_too_many(cli, raw, write, command, words, told):
    write({"prompt": TEXT})
    assert told in refused(cli, raw, "--template", "t", *words, command=command)


def test_parameters_need_a_template(cli, raw):
    assert "--param needs --template." in refused(cli, raw, "hi", "-p", "a=b")


def test_a_value_that_would_name_stdin(cli, raw, write):
    write({"prompt": "{a}"})
    assert "which would mean standard input" in refused(cli, raw, "--template", "t", "-p", "a=-")


# --- K12: YAML


@pytest.mark.parametrize(
    "word", ["2026-11-27", "on", "no", "1.10", "0777", "null", "~", "0x10", "1e3", "12:30", "yes", ".inf"]
)
def test_a_text_is_what_stands_there(cli, write, word):
    write(f"model: {word}\nsystem: {word}\nprompt: {word}\noptions:\n  stop: [{word}]\n")
    body = shown(cli)
    assert (body["model"], said(body, "system"), said(body), body["stop"]) == (word, word, word, [word])


def test_blocks_and_byte_order_marks(cli, write):
    path = write("")
    path.write_bytes(b"\xef\xbb\xbfprompt: |\r\n  one\r\n\r\n  two {a}\r\n")
    assert said(shown(cli, "-p", "a=x")) == "one\n\ntwo x"


BROKEN = {
    "prompt: a\nprompt: b\n": ":2: prompt stands here a second time; the first is in line 1.",
    "options:\n  stop: a\n  stop: b\n": ":3: stop stands here a second time; the first is in line 2.",
    "- prompt\n": ":1: The file must be a table",
    "text": ":1: The file must be a table",
    "prompt: !!python/object/apply:os.system [ls]\n": ":1: Anchors, aliases and tags are not supported",
    "model: m\nprompt: !x y\n": ":2: Anchors, aliases and tags are not supported",
    "a: &a [x,x]\nb: [*a,*a]\n": ":1: Anchors, aliases and tags are not supported",
    "prompt: *x\n": ":1: Anchors, aliases and tags are not supported",
    "<<: {prompt: x}\n": ":1: A template has no <<",
    "model: m\npromt: x\n": ":2: A template has no promt; did you mean prompt?",
    "prompt: [x]\n": ":1: prompt must be a text.",
    "prompt: {text}\n": ":1: prompt must be a text.",
    "options: x\n": ":1: options must be a table",
    "options:\n  stop: {a: b}\n": ":2: stop must be a text or a list of texts.",
    "parameters:\n  a-b: c\n": ":2: a-b cannot be the name of a parameter.",
    "parameters:\n  a: [b]\n": ":2: a must be a text.",
    "? [a]\n: b\n": ":1: A name must be a word.",
    "prompt: a\n---\nprompt: b\n": ":2: The file has a second document",
    "prompt: 'open\n": ":1: This quote is not closed.",
    "prompt: a: b\n": ":1: A colon and a space end a key; put the text in quotes.",
    "prompt: x\noptions:\n  temprature: 1\n": ":3: chat has no option --temprature; did you mean --temperature?",
    "options:\n  temperature: warm\n": ":2: --temperature must be a number, not 'warm'.",
    "options:\n  temperature: [1, 2]\n": ":2: --temperature takes one value.",
    "options:\n  quiet: maybe\n": ":2: --quiet is a switch: true or false.",
    "options:\n  template: t\n": ":2: --template cannot stand among the options of a template.",
    "options:\n  model: m\n": ":2: --model cannot stand among the options of a template.",
    "command: messages\noptions:\n  top-k: 3\n": ":3: chat has no option --top-k; the template is for messages.",
    "prompt: " + "[" * 5000: ":1: The file is nested too deeply.",
    "prompt: " + "{a: " * 5000: ":1: The file is nested too deeply.",
    "- " * 5000: ":1: The file must be a table",
    "a: " + "x" * 300_000: ":1: The file has more than 256 KiB, the maximum.",
    "prompt: \x07\n": ":1: ",
}


@pytest.mark.parametrize("text", BROKEN, ids=lambda text: text[:30])
def test_what_is_no_template_is_refused_with_its_line_and_fast(cli, raw, write, text):
    path, start = write(text), time.monotonic()
    err = refused(cli, raw, "--template", "t", "hi", code=78)
    assert f"cometapi: {path}{BROKEN[text]}" in err
    assert time.monotonic() - start < 2


def test_bombs_cost_nothing(cli, raw, write):
    lines = ["a: &a [x,x,x,x,x,x,x,x,x]"]
    lines += [f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]" for a, b in zip("abcdefghi", "bcdefghij", strict=True)]
    write("\n".join(lines))
    assert "Anchors, aliases and tags" in refused(cli, raw, "--template", "t", code=78)


def test_what_is_no_file(cli, raw, folder):
    (folder / "t.yaml").mkdir()
    assert str(folder / "t.yaml") in refused(cli, raw, "--template", "t", code=78)
    (folder / "t.yaml").rmdir()
    os.mkfifo(folder / "t.yaml")
    assert ":1: This is not a file." in refused(cli, raw, "--template", "t", code=78)
    (folder / "b.yaml").write_bytes(b"prompt: \xff\n")
    assert ":1: This is not text in UTF-8." in refused(cli, raw, "--template", "b", code=78)


# --- a name is no path


@pytest.mark.parametrize(
    "name", ["../evil", "../config", "..", ".", "", "/etc/passwd", "a/b", "a\\b", "C:x", ".hidden", "a\nb", "-", "t "]
)
@pytest.mark.parametrize(
    "words", [["chat", "hi", "--template={}"], ["template", "show", "{}"], ["template", "edit", "{}"]]
)
def test_a_name_is_no_path(cli, raw, config, folder, tmp_path, monkeypatch, name, words):
    monkeypatch.chdir(tmp_path)
    (config.parent / "evil.yaml").write_text("prompt: x\n")
    (tmp_path / "here.yaml").write_text("prompt: x\n")
    ran = cli(*(word.format(name) for word in words))
    assert (ran.code, ran.out, raw.talks) == (2, "", [])
    assert f"{name!r} cannot be the name of a template." in ran.err


def test_a_name_that_is_not_there(cli, raw, write, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "here.yaml").write_text("prompt: x\n")
    write("prompt: x\n", "review")
    assert "There is no template 'here'." in refused(cli, raw, "hi", "--template", "here")
    assert "There is no template 'reveiw'; did you mean review?" in refused(cli, raw, "hi", "--template", "reveiw")
    assert "--template needs a value." in refused(cli, raw, "hi", "--template")


# --- words of a template are defaults


WHOLE = """\
summary: Translate
command: chat
model: m2
system: Be brief.
prompt: one
options:
  temperature: 0.2
  stop: [a, b]
  set: [x=1, metadata.user=me]
  logprobs: true
  stream: false
"""


def test_all_of_a_template(cli, write):
    write(WHOLE)
    assert shown(cli) == {
        "model": "m2",
        "messages": [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "one"}],
        "temperature": 0.2,
        "stop": ["a", "b"],
        "logprobs": True,
        "stream": False,
        "x": 1,
        "metadata": {"user": "me"},
    }


def test_what_is_typed_replaces_it(cli, write):
    write(WHOLE)
    body = shown(cli, "two", "-m", "m3", "-s", "x", "-t", "1", "--stop", "c", "--set", "x=2", "--stream")
    assert (body["model"], said(body), said(body, "system")) == ("m3", "two", "x")
    assert (body["temperature"], body["stop"], body["x"], body["metadata"]) == (1, ["c"], 2, {"user": "me"})
    assert body["stream"] is True


def test_a_pipe_is_appended_to_the_prompt(cli, write):
    write({"prompt": "Review this in {language}:"})
    assert said(shown(cli, "-p", "language=French", stdin="diff\n")) == "Review this in French:\n\ndiff"
    write({"system": "Be brief."})
    assert said(shown(cli, stdin="diff\n")) == "diff"


def test_a_typed_message_needs_no_value_for_the_prompt(cli, write):
    write({"prompt": TEXT})
    assert said(shown(cli, "hello", "-p", "text=unused")) == "hello"


@pytest.mark.parametrize("command", ALL)
def test_every_protocol_takes_the_same_template(cli, write, command):
    write({"model": "m2", "system": "S {a}", "prompt": "P {a}", "options": {"temperature": "0.5"}})
    text = json.dumps(shown(cli, "-p", "a=x", command=command))
    assert '"S x"' in text and '"P x"' in text and "0.5" in text


def test_a_template_in_an_alias(cli, write, config):
    write({"system": "To {language}.", "prompt": "{text}", "model": "s"})
    (config.parent / "aliases.yaml").write_text("fr: chat --template t -p language=French -t 1\ns: claude-x\n")
    body = json.loads(cli("fr", "-p", "text=hi", "-t", "0", "--dry-run", "--json").out)["body"]
    assert (said(body), said(body, "system"), body["temperature"], body["model"]) == ("hi", "To French.", 0, "claude-x")
    body = json.loads(cli("fr", "-p", "language=German", "ho", "--dry-run", "--json").out)["body"]
    assert (said(body), said(body, "system")) == ("ho", "To German.")


def test_the_last_template_counts(cli, write):
    write("prompt: one\n", "one")
    write("prompt: two\n")
    assert said(shown(cli)) == "two"
    assert (
        said(json.loads(cli("chat", "--template", "one", "--template", "t", "--dry-run", "--json").out)["body"])
        == "two"
    )


# --- the commands


def test_saved_from_a_call(cli, folder):
    words = [
        "--system",
        "Translate to {language}.",
        "-m",
        "no",
        "-t",
        "0.20",
        "--stop",
        "a",
        "--stop",
        "b",
        "--no-stream",
    ]
    ran = cli("template", "save", "t", "--", "chat", *words, "--set", "x=1", "--json", "two\nlines {text} ")
    path = folder / "t.yaml"
    assert (ran.code, ran.out, ran.err) == (0, "", f"cometapi: The template t is in {path}.\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    body = shown(cli, "-p", "language=French", "-p", "text=hi")
    assert (body["model"], body["temperature"], body["stop"], body["stream"]) == ("no", 0.2, ["a", "b"], False)
    assert (said(body), said(body, "system"), body["x"]) == ("two\nlines hi ", "Translate to French.", 1)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["chat", "--modl", "x"], "Unknown option --modl; did you mean --model?"),
        (["models"], "A template is made of a call of chat, gemini, messages or responses, not of 'models'."),
        (["chat", "--template", "x"], "--template cannot be kept in a template."),
        (["chat", "two", "words"], "The message has several words; put it in quotes."),
    ],
)
def test_what_cannot_be_saved(cli, folder, words, told):
    ran = cli("template", "save", "t", "--", *words)
    assert (ran.code, list(folder.iterdir())) == (2, [])
    assert told in ran.err


def test_a_template_is_replaced_only_if_asked(cli, write):
    path = write("prompt: mine\n")
    ran = cli("template", "save", "t", "--", "chat", "new")
    assert (ran.code, path.read_text()) == (2, "prompt: mine\n")
    assert ran.err == "cometapi: There is a template t already.\n  To replace it, add --force.\n"
    assert cli("template", "save", "--force", "t", "--", "cometapi", "chat", "new").code == 0
    assert "new" in path.read_text()


def test_list_and_show(cli, write):
    assert "There are no templates; make one with: cometapi template edit NAME" in cli("template", "list").err
    path = write(WHOLE.replace("one", "P {a} {b}"))
    write("promt: x\n", "broken")
    ran = cli("template", "list", "--json")
    assert [(one["template"], one["parameters"], one["model"]) for one in json.loads(ran.out)] == [
        ("t", ["a", "b"], "m2")
    ]
    assert "broken.yaml:1: A template has no promt" in ran.err
    assert cli("template", "show", "t").out == path.read_text()
    record = json.loads(cli("template", "show", "t", "--json").out)
    assert (record["path"], record["prompt"], record["options"]["stop"]) == (str(path), "P {a} {b}", ["a", "b"])
    assert cli("template", "show", "x").code == 2
    path.with_name("broken.yaml").unlink()
    assert cli().out.endswith("\nAliases and templates:\n  --template t    Translate\n")


def test_edited(terminal, editor, write):  # noqa: F811
    path = write("prompt: old\n")
    editor("prompt: new {a}\n")
    edit = terminal("template", "edit", "t")
    assert (edit.ends(), path.read_text()) == (0, "prompt: new {a}\n")
    assert edit.text == f"cometapi: {path} was saved.\n"


def test_an_example_to_begin_with(terminal, editor, folder):  # noqa: F811
    editor("")
    assert terminal("template", "edit", "t").ends() == 0
    assert "prompt: |\n  {text}\n" in editor.seen()
    assert list(folder.iterdir()) == []


def test_an_editor_that_fails_changes_nothing(terminal, editor, write, tmp_path, environ):  # noqa: F811
    (tmp_path / "temporary").mkdir()
    environ["TMPDIR"] = str(tmp_path / "temporary")
    path = write("prompt: old\n")
    editor("prompt: new\n", code=1)
    edit = terminal("template", "edit", "t")
    assert (edit.ends(), path.read_text()) == (1, "prompt: old\n")
    assert "ended with exit code 1; the template was not changed." in edit.text
    kept = list((tmp_path / "temporary").rglob("t.yaml"))
    assert [one.read_text() for one in kept] == ["prompt: new\n"]


def test_a_broken_copy_is_edited_again(terminal, editor, write):  # noqa: F811
    path = write("prompt: old\n")
    editor("promt: new\n", "prompt: new\n")
    edit = terminal("template", "edit", "t")
    edit.sees("t.yaml:1: A template has no promt; did you mean prompt?", "[e]dit again, [d]iscard: ")
    edit.types("e")
    assert (edit.ends(), path.read_text()) == (0, "prompt: new\n")


def test_editing_needs_a_terminal(cli, folder):
    ran = cli("template", "edit", "t")
    assert ran.code == 2
    assert "template edit needs a terminal" in ran.err
