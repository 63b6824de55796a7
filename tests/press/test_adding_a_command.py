"""A new command is one YAML file, its sample reply and one run of the press; nothing else is touched."""

import json
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
import warm
from project import ROOT, edit, whole_copy

from cometapi import __version__

ADDED = Path(__file__).with_name("added")
OLD_SETTING = """\
  usual_model:
    environment: COMETAPI_USUAL_MODEL
    deprecated: {use: default_model, since: 0.1.0, remove: 99.0.0}
    help: Model that answers when a command names none.
"""


@pytest.fixture(scope="session")
def grown(tmp_path_factory):
    """A clone with the commands of `added` more, pressed as a developer does it; one for all files that import it."""
    return pressed(tmp_path_factory.getbasetemp())


@cache
def pressed(folder):
    """That clone, in a folder."""
    root = whole_copy(folder / "grown_by_added")
    shutil.copytree(ADDED, root / "spec", dirs_exist_ok=True)
    edit(root / "spec" / "program.yaml", "  default_model:\n", f"{OLD_SETTING}  default_model:\n")
    subprocess.run([sys.executable, "-m", "codegen"], cwd=root, check=True, stdout=subprocess.DEVNULL)
    return root


@pytest.fixture
def program(grown, environ):
    """Run the grown program with these words: ``(exit code, stdout, stderr)``."""

    def run(*words, stdin=None):
        given = None if stdin is None else stdin.encode("utf-8")
        code, out, err = warm.run(words, {**environ, "PYTHONPATH": str(grown)}, grown, given)
        return code, out.decode("utf-8"), err.decode("utf-8")

    return run


def sample(name):
    return json.loads((ADDED / "replies" / name).read_text("utf-8"))


def requests(server):
    """What a server was asked: method, path, query, the headers that matter, JSON body."""
    names = ("Authorization", "Accept", "Content-Type", "User-Agent")
    return [
        (
            one.method,
            one.path,
            one.query_string.decode(),
            {name: one.headers[name] for name in names if name in one.headers},
            json.loads(one.data) if one.data else None,
        )
        for one, _ in server.log
    ]


def test_no_python_outside_of_generated_was_edited(grown):
    def sources(root):
        paths = [path for folder in ("cometapi", "codegen") for path in (root / folder).rglob("*.py")]
        found = {path.relative_to(root): path.read_bytes() for path in paths}
        return {path: data for path, data in found.items() if "generated" not in path.parts}

    assert sources(grown) == sources(ROOT)


def test_its_request_is_what_the_file_says(program, service):
    service.expect_request("/v1/embeddings").respond_with_json(sample("embeddings.json"))
    assert program("embeddings", "Hello", "--dimensions", "3", "--tag", "second", "--tag=FIRST", "--json") == (
        0,
        '[\n  {\n    "index": 0,\n    "first": 0.25,\n    "vector": [\n      0.25,\n      -0.5,\n      1.0\n    ]\n  }\n]\n',
        "",
    )
    headers = {
        "Authorization": "Bearer sk-test-key-0001",
        "Accept": "application/json",
        "Content-Type": "application/json",
        "User-Agent": f"cometapi/{__version__}",
    }
    body = {"input": "Hello", "model": "gpt-5.4", "dimensions": 3, "tags": [{"name": "b"}, {"name": "a"}]}
    assert requests(service) == [("POST", "/v1/embeddings", "", headers, body)]


def test_its_input_may_come_through_a_pipe(program, service):
    service.expect_request("/v1/embeddings").respond_with_json(sample("embeddings.json"))
    assert program("embeddings", "-m", "e-1", stdin="from a pipe\n")[0] == 0
    assert requests(service)[0][-1] == {"input": "from a pipe", "model": "e-1"}


FACES = {
    "table": "Index  First\n─────  ─────\n    0   0.25\n",
    "json": '[\n  {\n    "index": 0,\n    "first": 0.25,\n    "vector": [\n      0.25,\n      -0.5,\n      1.0\n    ]\n  }\n]\n',
    "yaml": "- index: 0\n  first: 0.25\n  vector:\n  - 0.25\n  - -0.5\n  - 1.0\n",
    "csv": 'index,first,vector\n0,0.25,"[0.25,-0.5,1.0]"\n',
    "markdown": "| Index | First |\n| ---: | ---: |\n| 0 | 0.25 |\n",
}


@pytest.mark.parametrize("face", FACES)
def test_it_prints_in_five_formats(face, program, service):
    service.expect_request("/v1/embeddings").respond_with_json(sample("embeddings.json"))
    assert program("embeddings", "Hello", "--format", face) == (0, FACES[face], "")


LIST_FACES = {
    "table": """\
Time                 Type        Cost
───────────────────  ───────  ───────
2026-01-01 00:00:00  consume  $0.0025
2026-01-02 00:00:00  topup    $5.00
2026-01-03 00:00:00  9
""",
    "json": """\
[
  {
    "time": "2026-01-01T00:00:00Z",
    "type": "consume",
    "cost": 0.0025,
    "cached": 7
  },
  {
    "time": "2026-01-02T00:00:00Z",
    "type": "topup",
    "cost": 5.0,
    "cached": null
  },
  {
    "time": "2026-01-03T00:00:00Z",
    "type": 9,
    "cost": null,
    "cached": null
  }
]
""",
    "yaml": """\
- time: '2026-01-01T00:00:00Z'
  type: consume
  cost: 0.0025
  cached: 7
- time: '2026-01-02T00:00:00Z'
  type: topup
  cost: 5.0
  cached: null
- time: '2026-01-03T00:00:00Z'
  type: 9
  cost: null
  cached: null
""",
    "csv": """\
time,type,cost,cached
2026-01-01T00:00:00Z,consume,0.0025,7
2026-01-02T00:00:00Z,topup,5.0,
2026-01-03T00:00:00Z,9,,
""",
    "markdown": """\
| Time | Type | Cost |
| --- | --- | ---: |
| 2026-01-01 00:00:00 | consume | $0.0025 |
| 2026-01-02 00:00:00 | topup | $5.00 |
| 2026-01-03 00:00:00 | 9 |  |
""",
}


@pytest.mark.parametrize("face", LIST_FACES)
def test_a_list_prints_words_times_and_money_in_five_formats(face, program, service):
    service.expect_request("/api/usage/self").respond_with_json(sample("usage-list.json"))
    assert program("usage", "list", "--page-size", "9", "--format", face) == (0, LIST_FACES[face], "")


def test_a_list_is_asked_for_page_by_page_up_to_the_limit(program, service):
    items = sample("usage-list.json")["data"]["items"]
    for page, part in (("1", items[:2]), ("2", items[2:])):
        reply = {"success": True, "data": {"total": 3, "items": part}}
        service.expect_request("/api/usage/self", query_string={**QUERY, "p": page}).respond_with_json(reply)
    words = ("--type", "Consume", "--start", "2026-01-01", "--end", "2026-01-31", "--limit", "3", "-f", "csv")
    assert program("usage", "list", *words) == (0, LIST_FACES["csv"], "")
    asked = [(method, path, headers["Authorization"], body) for method, path, _, headers, body in requests(service)]
    assert asked == [("GET", "/api/usage/self", "Bearer access-token-0002", None)] * 2


QUERY = {"type": "2", "start_timestamp": "1767225600", "end_timestamp": "1769903999", "page_size": "2"}


def test_words_and_switches_reach_the_query_as_the_service_knows_them(program, service):
    service.expect_request("/api/usage/self").respond_with_json(sample("usage-list.json"))
    assert program("usage", "list", "--group", "red", "--group=blue", "--no-exact")[0] == 0
    assert requests(service)[0][2] == "group=r&group=b&exact=false&p=1&page_size=2"


@pytest.mark.parametrize(("token", "path"), [("access-token-0002", "self"), ("", "open")])
def test_a_route_is_chosen_by_the_credential_that_is_set(token, path, program, service, environ):
    environ["COMETAPI_ACCESS_TOKEN"] = token
    service.expect_request(f"/api/usage/{path}/7").respond_with_json(sample("usage-show.json"))
    assert program("usage", "show", "7", "-f", "csv") == (0, "time,cost\n2026-01-01T00:00:00Z,0.0025\n", "")


def test_a_refusal_with_status_200_is_an_error(program, service):
    refusal = {"success": False, "message": "No such thing"}
    service.expect_request("/api/usage/self").respond_with_json(refusal)
    code, out, err = program("usage", "list")
    assert (code, out, err.splitlines()[0]) == (1, "", "cometapi: The service refused the request: No such thing.")


def test_the_sandbox_answers_it(program, environ):
    environ["COMETAPI_SANDBOX_CLOCK"] = "2026-03-25T04:35:00Z"  # when the samples were as they are written
    note = "cometapi: Sample data from the sandbox; nothing is sent to the service.\n"
    assert program("--sandbox", "embeddings", "Hello", "--format", "csv") == (0, FACES["csv"], note)
    words = ("--sandbox", "usage", "list", "--limit", "3", "--format", "csv")
    assert program(*words) == (0, LIST_FACES["csv"], note)
    assert program("--sandbox", "usage", "group", "list", "-f", "csv") == (0, "name\ndefault\n", note)


def test_it_has_help(program, grown):
    code, out, err = program("usage", "list", "--help")
    assert (code, err) == (0, "")
    assert out.startswith(
        "Usage: cometapi usage list [options]\n\nList what was used.\n\nNeeds an access token for GET /api/usage/self.\n\nExamples:\n"
    )
    assert "  --end DATE                Only entries at or before DATE.\n" in out
    assert program("help", "usage", "list") == (0, out, "")
    assert "  usage list" in program("--help")[1]


def test_words_that_open_longer_commands_list_them(program):
    code, out, err = program("usage", "--help")
    assert (code, err) == (0, "")
    assert out == (
        "Usage: cometapi usage COMMAND [options]\n\nCommands:\n"
        "  usage group list  List groups.\n"
        "  usage list        List what was used.\n"
        "  usage show        Show one entry.\n\nDetails: cometapi usage COMMAND --help\n"
    )
    assert program("usage", "group", "-h")[1].startswith("Usage: cometapi usage group COMMAND")


@pytest.mark.parametrize(
    "file",
    [
        "README.md",
        "cometapi/share/docs/usage-list.md",
        "cometapi/share/docs/index.md",
        "cometapi/share/man/man1/cometapi-usage-list.1",
        "cometapi/share/man/man1/cometapi.1",
        "cometapi/share/completions/cometapi.bash",
        "cometapi/share/completions/_cometapi",
        "cometapi/share/completions/cometapi.fish",
        "cometapi/share/surface.json",
    ],
)
def test_it_is_in_every_document(file, grown):
    text = (grown / file).read_text("utf-8").replace("\\-", "-")
    assert "usage list" in text or "usage-list" in text or ("usage" in text and "embeddings" in text)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["usage", "list", "--typ", "consume"], "Unknown option --typ; did you mean --type?"),
        (
            ["usage", "list", "--type", "consumed"],
            "--type must be one of topup, consume, not 'consumed'; did you mean consume?",
        ),
        (
            ["usage", "list", "--end", "soon"],
            "--end must be a date such as 2026-01-31, 2026-01-31T12:00:00Z, today or 7d, not 'soon'.",
        ),
        (["embeddings", "Hello", "--tag", "third"], "--tag must be one of first, second, not 'third'."),
        (["usage", "show"], "ENTRY is missing."),
        (["usage", "show", "0"], "ENTRY must be 1 or more, not 0."),
        (["embeddings", "Hello", "--dimensions", "0"], "--dimensions must be 1 or more, not 0."),
    ],
)
def test_wrong_words_are_refused_before_anything_is_sent(words, sentence, program):
    command = " ".join(word for word in words[:2] if word.islower())
    code, out, err = program(*words)
    assert (code, out, err) == (2, "", f"cometapi: {sentence}\n  Try: cometapi {command} --help\n")


def test_the_grown_clone_passes_lint(grown):
    for words in (["check"], ["format", "--check"]):
        done = subprocess.run(
            [Path(sys.executable).with_name("ruff"), *words, "--quiet", "."], cwd=grown, capture_output=True, text=True
        )
        assert done.stdout + done.stderr == ""
