"""Words of options that no command of the program uses yet: what a user sees of them, shown with commands of ``added``."""

# ruff: noqa: F811 - fixtures come from the file beside

import json
import subprocess
import sys

import pytest
from test_adding_a_command import grown, program, requests  # noqa: F401 - fixtures

UPDATE = ("gadgets", "update", "g1", "--reason", "typo")
GADGET = {"success": True, "data": {"id": "g1", "title": "New"}}
PICTURE = {"data": {"id": "p1"}}
SECRET = "hook-secret-0007"


@pytest.fixture
def gadgets(service):
    """A service that changes gadgets, takes hooks and draws pictures."""
    for method, path, reply in (
        ("PATCH", "/api/gadgets/g1", GADGET),
        ("POST", "/api/hooks", GADGET),
        ("POST", "/v1/pictures", PICTURE),
    ):
        service.expect_request(path, method=method).respond_with_json(reply)
    return service


@pytest.fixture
def offers(grown, environ):
    """The options that the grown program offers after these words."""

    def run(*words):
        line = f"from cometapi.cli.completion import offers; print(*offers({list(words)!r}, '--', {{}}))"
        env = {**environ, "PYTHONPATH": str(grown)}
        done = subprocess.run(
            [sys.executable, "-c", line], capture_output=True, text=True, env=env, cwd=grown, check=True
        )
        return set(done.stdout.split())

    return run


def bodies(server):
    """The JSON bodies that a server was sent."""
    return [request[-1] for request in requests(server)]


@pytest.mark.parametrize(
    ("words", "sentence", "step"),
    [
        (["gadgets", "update", "g1", "--text", "x"], "--reason is missing.", "--reason TEXT: Why it changes."),
        ([*UPDATE], "Give --text or --file.", "Try: cometapi gadgets update --help"),
        (
            [*UPDATE, "--text", "x", "--file", __file__],
            "--text and --file cannot be combined.",
            "Leave out --text or --file.",
        ),
        (
            [*UPDATE, "--text", "x", "--width", "5"],
            "--width needs --height.",
            "Add --height, or leave out --width.",
        ),
        (
            [*UPDATE, "--text", "x", "--archive", "--on"],
            "--on and --archive cannot be combined.",
            "Leave out --on or --archive.",
        ),
        (
            [*UPDATE, "--text", "x", "--width", "100", "--height", "1"],
            "--width (100) must be less than --max-width (100).",
            "Try: cometapi gadgets update --help",
        ),
        (
            [*UPDATE, "--text", "x", "--name", "a", "--title", "b"],
            "--name and --title are the same option, with different values.",
            "Leave out --name.",
        ),
        (["gadgets", "rename", "g1"], "Give --title or --text.", "Try: cometapi gadgets rename --help"),
    ],
)
def test_options_that_do_not_go_together_are_refused_before_anything_is_sent(words, sentence, step, program, gadgets):
    code, out, err = program(*words)

    assert (code, out, requests(gadgets)) == (2, "", [])
    assert err.splitlines()[-2:] == [f"cometapi: {sentence}", f"  {step}"]


def test_a_bound_is_what_is_sent_wherever_it_comes_from(program, gadgets):
    wide = (*UPDATE, "--text", "x", "--width", "150", "--height", "1")
    assert program(*wide, "--max-width", "200")[0] == 0
    assert program(*wide, "--body", "-", stdin='{"limits": {"max_width": 300}}')[0] == 0
    assert [body["limits"]["max_width"] for body in bodies(gadgets)] == [200, 300]
    assert program(*UPDATE, "--text", "x", "--body", "-", stdin='{"width": 150}')[0] == 2


def test_help_shows_what_is_required_and_sections_and_nothing_hidden(program):
    text = program("gadgets", "update", "--help")[1]

    assert text.startswith("Usage: cometapi gadgets update GADGET --reason TEXT [options]\n")
    titles = [line for line in text.splitlines() if line and line[0] != " " and line.endswith(":")]
    assert titles[:5] == ["Examples:", "Arguments:", "Options:", "Content:", "Size:"]
    assert "  --label LABEL             A label.\n" in text
    assert "--trace" not in text


def test_what_is_hidden_works_and_stands_in_no_document(program, grown, gadgets):
    assert program(*UPDATE, "--text", "x", "--tag", "red", "--trace")[0] == 0
    assert program(*UPDATE, "--text", "x", "-xblue")[0] == 0
    assert [(body["label"], body.get("trace")) for body in bodies(gadgets)] == [("red", True), ("blue", None)]

    for path in (grown / "cometapi" / "share").rglob("*"):
        text = path.read_text("utf-8").replace("\\-", "-") if path.is_file() and path.parent.name != "replies" else ""
        assert "--trace" not in text, path


@pytest.mark.parametrize(
    ("words", "offered", "gone"),
    [
        ((), {"--text", "--file", "--width", "--on", "--archive", "--name"}, {"--trace", "--tag"}),
        (("--text", "x"), {"--width"}, {"--text", "--file"}),
        (("--width", "1"), {"--height"}, {"--width"}),
        (("--archive",), {"--text"}, {"--on", "--archive"}),
        (("--title", "x"), {"--text"}, {"--name"}),
    ],
)
def test_completion_offers_what_still_fits(words, offered, gone, offers):
    found = offers("gadgets", "update", "g1", *words)

    assert offered <= found
    assert not gone & found


def test_the_shells_know_what_a_choice_rules_out(grown):
    script = (grown / "cometapi" / "share" / "completions" / "cometapi.bash").read_text("utf-8")
    for line in ("--file ;$files;|--text|--file|", "--on ;-;|--on|--archive|", "--width ;*;|--width|"):
        assert f"\n {line}\n" in script


def test_a_secret_comes_through_a_pipe_or_from_its_variable(program, gadgets, environ):
    assert program("hooks", "send", "--token", "-", stdin=f"{SECRET}\n")[0] == 0
    environ["HOOK_TOKEN"] = SECRET
    assert program("hooks", "send", "--pin", "-", stdin="1234\n")[0] == 0

    assert [one.headers["X-Hook-Token"] for one, _ in gadgets.log] == [SECRET, SECRET]
    assert [body.get("pin") for body in bodies(gadgets)] == [None, "1234"]


@pytest.mark.parametrize(
    ("words", "stdin", "sentence", "step"),
    [
        (
            ["--token", "typed-secret-1"],
            None,
            "--token is a secret; other programs can see command-line arguments.",
            "Pipe it in with --token -, or set HOOK_TOKEN.",
        ),
        ([], None, "--token is missing.", "Pipe it in with --token -, or set HOOK_TOKEN."),
        (
            ["--token", "-"],
            "",
            "--token - reads a pipe, but nothing was piped in.",
            "Try: cometapi hooks send --help",
        ),
        (["--token", "-"], "a\x07b", "--token must not contain control characters.", "Try: cometapi hooks send --help"),
    ],
)
def test_a_secret_that_was_typed_or_is_missing(words, stdin, sentence, step, program, gadgets):
    code, out, err = program("hooks", "send", *words, stdin=stdin)

    assert (code, out, requests(gadgets)) == (2, "", [])
    assert err == f"cometapi: {sentence}\n  {step}\n"


def test_a_secret_is_masked_wherever_it_is_shown(program, gadgets, environ):
    environ["HOOK_TOKEN"] = SECRET
    for words in (["--dry-run"], ["--dry-run", "--json"], ["--curl"], ["--debug"]):
        code, out, err = program("hooks", "send", "--pin", "-", *words, stdin="pin-secret-0008")
        assert code == 0
        assert SECRET not in out + err
        assert "pin-secret-0008" not in out + err
    assert '--header "X-Hook-Token: $HOOK_TOKEN"' in program("hooks", "send", "--curl")[1]


@pytest.mark.parametrize(
    ("variables", "words", "body"),
    [
        ({}, [], {"room": "lobby"}),
        ({"HOOK_ROOM": " attic ", "HOOK_TIMES": "3"}, [], {"room": "attic", "times": 3}),
        ({"HOOK_ROOM": "attic"}, ["--room", "roof"], {"room": "roof"}),
        ({"HOOK_ROOM": " "}, [], {"room": "lobby"}),
        ({"HOOK_TIMES": "3"}, ["--once"], {"room": "lobby", "once": True}),
    ],
)
def test_a_typed_word_comes_before_a_variable_and_that_before_a_default(
    variables, words, body, program, gadgets, environ
):
    environ |= {"HOOK_TOKEN": SECRET, **variables}

    assert program("hooks", "send", *words)[0] == 0
    assert bodies(gadgets) == [body]


def test_a_variable_that_does_not_fit_is_named(program, gadgets, environ):
    environ |= {"HOOK_TOKEN": SECRET, "HOOK_TIMES": "30"}
    code, out, err = program("hooks", "send")

    assert (code, out, requests(gadgets)) == (78, "", [])
    sentence = "environment (HOOK_TIMES): --times must be between 1 and 9, not 30."
    assert err == f"cometapi: {sentence}\n  Correct the variable, or unset it.\n"


def test_variables_of_options_stand_in_help(program):
    assert "How often. [1 to 9] [env: HOOK_TIMES]" in program("hooks", "send", "--help")[1]
    assert "  HOOK_TIMES  " in program("help", "environment")[1]


@pytest.mark.parametrize(
    ("words", "body", "warnings"),
    [
        ([], {"model": "dot-1", "size": "1024x1024"}, []),
        (["--size", "1x1"], {"model": "dot-1", "size": "1x1"}, []),
        (["-m", "other"], {"model": "other", "size": "512x512"}, []),
        (
            ["--n", "3", "--style", "vivid"],
            {"model": "dot-1", "size": "1024x1024", "n": 3, "style": "v"},
            [
                "Dot models take --style plain only, not vivid (dot-1).",
                "Dot models take --n of 1 to 2 only, not 3 (dot-1).",
            ],
        ),
        (
            ["--layer", "a", "--layer", "b", "--layer", "c"],
            {"model": "dot-1", "size": "1024x1024", "layers": ["a", "b", "c"]},
            ["Dot models take --layer at most 2 times (dot-1)."],
        ),
        (
            ["-m", "Line-2", "--seed", "4"],
            {"model": "Line-2", "size": "512x512", "seed": 4},
            ["Line models do not take --seed (Line-2)."],
        ),
    ],
)
def test_a_family_has_limits_and_defaults_in_every_command(words, body, warnings, program, gadgets):
    code, _, err = program("pictures", "create", "A dot", *words)

    assert (code, err.splitlines()) == (0, [f"cometapi: {one}" for one in warnings])
    assert bodies(gadgets) == [{**body, "prompt": "A dot"}]


def test_strict_refuses_what_a_family_does_not_take(program, gadgets):
    code, out, err = program("pictures", "create", "A dot", "-m", "line-2", "--seed", "4", "--strict")

    assert (code, out, requests(gadgets)) == (2, "", [])
    assert err.splitlines()[0] == "cometapi: Line models do not take --seed (line-2)."


def test_a_dry_run_shows_the_default_of_the_family(program):
    out = program("pictures", "create", "A dot", "--dry-run", "--json")[1]

    assert json.loads(out)["body"]["size"] == "1024x1024"


def test_a_model_that_is_named_twice_is_refused(program, gadgets):
    code, out, err = program("pictures", "create", "A dot", "-m", "dot-1", "--model=dot-2")

    assert (code, out, requests(gadgets)) == (2, "", [])
    assert err == "cometapi: --model was given more than once.\n  Give it once.\n"
