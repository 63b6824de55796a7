"""Requests with every kind of body: commands of YAML alone, pressed and run; what they send is read by a parser not ours."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import warm
from project import edit, whole_copy

from codegen.__main__ import main
from cometapi import __version__

ADDED = Path(__file__).with_name("added")
PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 100
ODD = 'odd"na;me,ü\r\n.txt'
REPLY = {"id": "file-1", "bytes": 12, "data": [{"url": "https://h/1.png"}]}


@pytest.fixture(scope="module")
def grown(tmp_path_factory):
    """A clone with the commands of the folder ``added``, two of them with credentials of other kinds, and some files."""
    root = whole_copy(tmp_path_factory.mktemp("bodies"))
    shutil.copytree(ADDED, root / "spec", dirs_exist_ok=True)
    others = (ADDED.parent / "credentials" / "program.yaml").read_text("utf-8")
    edit(root / "spec" / "program.yaml", "credentials:\n", others)
    for command, name in (("job-cancel", "in_query"), ("name-change", "basic")):
        edit(root / "spec" / "commands" / f"{command}.yaml", "credential: api_key", f"credential: {name}")
    assert main(["--root", str(root)]) == 0
    for name, data in {"photo.png": PNG, "mask": PNG[:50], "notes.md": b"# hi\n", ODD: b"odd"}.items():
        (root / name).write_bytes(data)
    (root / "lines.txt").write_text("one\n\n  \ntwo\n", "utf-8")
    return root


@pytest.fixture
def program(grown, environ):
    """Run the grown program with these words: ``(exit code, stdout, stderr)``; ``stdin`` is bytes for a pipe."""

    def run(*words, stdin=None):
        code, out, err = warm.run(words, {**environ, "PYTHONPATH": str(grown)}, grown, stdin)
        return code, out.decode("utf-8"), err.decode("utf-8")

    return run


@pytest.fixture
def asked(program, service):
    """Run the program, and give back the one request that it sent, as werkzeug reads it."""
    service.expect_request(re.compile(".*")).respond_with_json(REPLY)

    def run(*words, stdin=None):
        service.clear_log()
        code, _, err = program(*words, stdin=stdin)
        assert (code, err) == (0, "")
        ((request, _),) = service.log
        return request

    return run


@pytest.fixture
def by_curl(program, service, grown, environ):
    """Run the curl command that the program prints for these words, and give back the request that it sent."""
    service.expect_request(re.compile(".*")).respond_with_json(REPLY)

    def run(*words, stdin=None):
        code, line, err = program(*words, "--curl")
        assert (code, err) == (0, "")
        service.clear_log()
        environment = {name: one for name, one in environ.items() if name == "PATH" or name.startswith("COMETAPI_")}
        given = {"stdin": subprocess.DEVNULL} if stdin is None else {"input": stdin}
        subprocess.run(["bash", "-c", line], env=environment, cwd=grown, capture_output=True, check=True, **given)
        ((request, _),) = service.log
        return request

    return run


def parts(request):
    """The fields of a form, and its files as (field, name, media type, bytes)."""
    fields = [(name, value) for name, values in request.form.lists() for value in values]
    files = [(name, one.filename, one.mimetype, one.read()) for name, ones in request.files.lists() for one in ones]
    request.close()
    return fields, files


def shown(program, *words, stdin=None):
    """What --dry-run shows below the headers."""
    code, out, err = program(*words, "--dry-run", stdin=stdin)
    assert (code, err) == (0, "")
    return out.partition("\n\n")[2]


EDIT = ["image", "edit", "A red\nbicycle", "--image", "photo.png", "--image", ODD, "--mask", "mask", "--count", "2"]
EDIT += ["--no-transparent", "--label", "a=1", "--label", "2=x=y"]
EDIT_PARTS = (
    [
        ("model", "gpt-image-1"),
        ("prompt", "A red\nbicycle"),
        ("n", "2"),
        ("transparent", "false"),
        ("metadata[a]", "1"),
        ("metadata[2]", "x=y"),
    ],
    [
        ("image[]", "photo.png", "image/png", PNG),
        ("image[]", 'odd"na;me,ü%0D%0A.txt', "text/plain", b"odd"),
        ("mask", "mask.png", "image/png", PNG[:50]),
    ],
)


def test_a_multipart_form_has_text_and_files(asked):
    request = asked(*EDIT)

    assert (request.method, request.path) == ("POST", "/v1/images/edits")
    assert request.headers["Content-Type"].startswith("multipart/form-data; boundary=")
    assert "Transfer-Encoding" not in request.headers
    assert parts(request) == EDIT_PARTS


def test_a_file_may_come_through_a_pipe_and_tells_what_it_is(asked):
    request = asked("file", "upload", "-", stdin=PNG)

    assert parts(request) == ([("purpose", "batch")], [("file", "image.png", "image/png", PNG)])
    assert int(request.headers["Content-Length"]) > len(PNG)


def test_a_dry_run_names_files_with_their_size(program):
    assert shown(program, *EDIT) == (
        "model: gpt-image-1\nprompt: A red\nbicycle\nimage[]: <photo.png, 108 bytes>\n"
        'image[]: <odd"na;me,ü\u240d\n.txt, 3 bytes>\nmask: <mask.png, 50 bytes>\nn: 2\ntransparent: false\n'
        "metadata[a]: 1\nmetadata[2]: x=y\n"
    )


def test_a_machine_format_has_files_as_facts(program):
    code, out, _ = program("file", "upload", "photo.png", "--dry-run", "--json")

    assert (code, json.loads(out)["headers"]["Content-Type"]) == (0, "multipart/form-data")
    assert json.loads(out)["body"] == [
        {"name": "purpose", "value": "batch"},
        {"name": "file", "file": "photo.png", "media_type": "image/png", "size": 108},
    ]


def test_curl_is_told_of_files_by_their_paths(program):
    _, out, _ = program("image", "edit", "@x", "--image", "photo.png", "--curl")

    assert out.partition("/v1/images/edits")[2] == (
        " \\\n  --header 'Accept: application/json' \\\n"
        f"  --header 'User-Agent: cometapi/{__version__}' \\\n"
        '  --header "Authorization: Bearer $COMETAPI_KEY" \\\n  --form-string model=gpt-image-1 \\\n'
        "  --form-string prompt=@x \\\n  --form 'image[]=@photo.png;type=image/png'\n"
    )


CURLS = {
    "multipart": (EDIT, None),
    "a piped part": (["file", "upload", "-"], b"odd"),
    "a file": (["file", "put", "a/b", "photo.png"], None),
    "a piped file": (["file", "put", "a/b", "-"], b"odd"),
    "a text": (["note", "put", "# T\n'x'"], None),
    "a form": (["session", "create", "a&b=é @+", "--scope", "r", "--scope", "w x", "--extra", "x.y=1"], None),
    "constants": (["issue", "close", "7"], None),
    "nothing": (["job", "cancel", "1"], None),
    "user and password": (["name", "change", "a", "--to", "b"], None),
}
OF_THE_CLIENT = {"Host", "Accept-Encoding", "Content-Length", "Connection", "Content-Type", "Expect"}


@pytest.mark.parametrize("kind", CURLS)
def test_curl_sends_the_same(kind, asked, by_curl):
    words, stdin = CURLS[kind]

    def facts(request):
        headers = {name: value for name, value in request.headers.items() if name not in OF_THE_CLIENT}
        is_form = request.mimetype == "multipart/form-data"
        return request.method, request.url, headers, request.mimetype, parts(request) if is_form else request.data

    assert facts(by_curl(*words, stdin=stdin)) == facts(asked(*words, stdin=stdin))


def test_a_raw_body_is_the_file_and_has_its_type(asked):
    request = asked("file", "put", "a/b", "photo.png")

    assert (request.method, request.path, request.mimetype) == ("PUT", "/v1/objects/a/b", "image/png")
    assert request.data == PNG


def test_a_raw_body_of_another_type_says_so_in_the_manifest(asked, program):
    request = asked("note", "put", stdin="# Grüße\n".encode())

    assert (request.headers["Content-Type"], request.data.decode()) == ("text/markdown", "# Grüße")
    assert shown(program, "file", "put", "k", "notes.md") == "<notes.md, 5 bytes>\n"


def test_a_form_has_its_fields_as_text(asked, program):
    words = ["session", "create", "a&b", "--scope", "r", "--scope", "w", "--days", "3", "--remember"]
    request = asked(*words, "--extra", "limits.day=5")

    assert request.mimetype == "application/x-www-form-urlencoded"
    assert parts(request)[0] == [
        ("grant", "password"),
        ("limits[day]", "5"),
        ("user", "a&b"),
        ("scope", "r"),
        ("scope", "w"),
        ("days", "3"),
        ("remember", "true"),
    ]
    assert shown(program, "session", "create", "a b") == "grant=password&user=a+b\n"


def test_constants_are_in_the_body_and_what_is_given_beside_them(asked):
    request = asked("issue", "close", "7", "--reason", "done")

    assert (request.method, request.path) == ("PATCH", "/v1/issues/7")
    assert request.headers["Content-Type"] == "application/merge-patch+json"
    assert request.get_json() == {"state": "closed", "meta": {"by": "cli"}, "reason": "done"}


def test_a_post_may_send_nothing(asked):
    request = asked("job", "cancel", "job-1")

    assert (request.method, request.data, request.headers["Content-Length"]) == ("POST", b"", "0")
    assert "Content-Type" not in request.headers


def test_a_key_of_the_body_may_have_the_name_of_one_of_the_path(asked):
    request = asked("name", "change", "a", "--to", "b")

    assert (request.path, request.get_json()) == ("/v1/things/a", {"name": "b"})


QUERY = {
    "--since 2026-01-31": [("since", "2026-01-31T00:00:00Z")],
    "--until 2026-01-31": [("until", "1769903999000")],
    "--day 2026-01-31T12:00:00Z": [("day", "2026-01-31")],
    "--id 1 --id 2": [("ids", "1,2")],
    "--tag a --tag b": [("tag", "a"), ("tag", "b")],
    "--exact": [("exact", "true")],
    "--filter price.min=1": [("filter[price][min]", "1")],
    '--search {"q":[1,null]}': [("search", '{"q":[1,null]}')],
    "--param x=1 --param y=2": [("x", "1"), ("y", "2")],
}


def test_values_of_every_kind_are_text_in_the_query(asked):
    words = [word for line in QUERY for word in line.split()]
    request = asked("event", "list", "web", "a/b", *words)

    assert request.environ["REQUEST_URI"].partition("?")[0] == "/v1/events/web%2Ca%2Fb"
    wanted = [("version", "2"), *(one for ones in QUERY.values() for one in ones)]
    assert [(name, value) for name, values in request.args.lists() for value in values] == wanted


def test_values_of_every_kind_are_text_in_headers(asked):
    words = ["--wait", "5", "--priority", "3", "--urgent", "--feature", "a", "--feature", "b"]
    request = asked("event", "list", "web", *words)

    names = ("Prefer", "X-Priority", "X-Urgent", "X-Feature")
    assert [request.headers[name] for name in names] == ["wait=5", "3", "true", "a, b"]


def test_words_a_file_and_a_pipe_bring_one_text_a_line(asked):
    request = asked("text", "check", "zero", "-", "--from", "lines.txt", stdin=b"p1\r\n\n  p2\n")

    assert request.get_json() == {"input": ["zero", "p1", "  p2", "one", "two"]}
    assert asked("text", "check", stdin=b"only\nthese\n").get_json() == {"input": ["only", "these"]}
    assert asked("text", "check", "--from", "-", stdin=b"a\nb\n").get_json() == {"input": ["a", "b"]}


def test_pairs_make_a_map_and_fill_texts(asked):
    request = asked("text", "check", "x", "--meta", "1=a", "--meta", "-=b=c", "--name-url", "n=5")

    assert request.get_json() == {
        "input": ["x"],
        "metadata": {"1": "a", "-": "b=c"},
        "callback": {"name": "n", "url": "https://h/5?v=5"},
    }


def test_a_body_may_be_a_list_with_the_pipe_as_one_item_more(asked, grown):
    (grown / "more.json").write_text('[{"name": "c", "id": 3}]', "utf-8")
    request = asked("item", "import", "a", "--more", "more.json", stdin=b"two\nlines\n")

    assert request.get_json() == [{"name": "a"}, {"name": "two\nlines"}, {"name": "c", "id": 3}]


REFUSED = {
    "file upload .": "FILE must be a file, but . is a folder.",
    "file upload nosuch": "FILE must be a file that can be read: nosuch: no such file or directory.",
    "image edit x --image - --mask -": "stdin is named twice: by --image and --mask.",
    "image edit x --image - --image -": "stdin is named twice: by --image and itself.",
    "text check - --from -": "stdin is named twice: by TEXTS and --from.",
    "text check x --from photo.png": "--from must be a UTF-8 text file, but photo.png is not.",
    "text check x --options -": "--options must be JSON, but stdin is not: Expecting value: line 1 column 1 (char 0).",
}


@pytest.mark.parametrize("line", REFUSED)
def test_what_cannot_be_read_is_refused_before_anything_is_sent(line, program, service):
    words = line.split()
    code, out, err = program(*words, stdin=b"x")

    assert (code, out, err.splitlines()[0]) == (
        2,
        "",
        f"cometapi: {REFUSED[line]}",
    )
    assert service.log == []


def test_stdin_that_an_option_names_is_not_read_for_the_message_too(asked):
    request = asked("text", "check", "x", "--options", "-", stdin=b'{"model": "m"}')

    assert request.get_json() == {"model": "m", "input": ["x"]}


def test_lines_of_a_script_are_not_eaten_by_a_command_that_reads_stdin(program, service):
    service.expect_request("/v1/files").respond_with_json(REPLY)
    code, out, _ = program("repl", stdin=b"file upload -\nconfig path\n")

    assert (code, out.splitlines()[-1].endswith("config.toml")) == (0, True)
    assert parts(service.log[0][0])[1][0][3] == b""


def test_a_credential_may_go_into_the_query(asked, program):
    assert asked("job", "cancel", "1").args.to_dict() == {"token": "access-token-0002"}
    assert "/v1/jobs/1/cancel?token=…0002\n" in program("job", "cancel", "1", "--dry-run")[1]
    assert '/v1/jobs/1/cancel?token=\'"$COMETAPI_ACCESS_TOKEN"' in program("job", "cancel", "1", "--curl")[1]
    _, out, err = program("job", "cancel", "1", "--debug")
    assert "access-token-0002" not in out + err


def test_a_credential_may_be_user_and_password(asked, program):
    login = asked("name", "change", "a", "--to", "b").authorization

    assert (login.username, login.password) == ("gpt-5.4", "access-token-0002")
    assert "Authorization: Basic gpt-5.4:…0002\n" in program("name", "change", "a", "--dry-run")[1]
    assert '--user gpt-5.4":$COMETAPI_ACCESS_TOKEN"' in program("name", "change", "a", "--curl")[1]
    _, out, err = program("name", "change", "a", "--debug")
    assert "access-token-0002" not in out + err
    assert "Z3B0LTUuNDphY2Nlc3MtdG9rZW4tMDAwMg" not in out + err


def test_a_safe_repeat_sends_the_same_file_again(program, service):
    service.expect_ordered_request("/v1/files").respond_with_data("busy", status=503)
    service.expect_ordered_request("/v1/files").respond_with_json(REPLY)
    code, _, _ = program("file", "upload", "-", "--retry-max-wait", "0", stdin=PNG)

    first, second = (request for request, _ in service.log)
    assert (code, first.data) == (0, second.data)
    assert parts(first)[1] == [("file", "image.png", "image/png", PNG)]


SANDBOX = {
    "image edit x": "https://h/1.png",
    "image edit x --mask mask": "https://h/masked.png",
    "session create x": "file-1",
    "session create x --remember": "remembered",
    "file put k photo.png": "file-1",
}


@pytest.mark.parametrize("line", SANDBOX)
def test_the_sandbox_reads_forms_and_files_and_answers_by_them(line, program):
    code, out, err = program("--sandbox", *line.split(), "--format", "csv")

    assert (code, out.splitlines()[1].split(",")[0]) == (0, SANDBOX[line]), err


def test_a_named_pipe_is_sent_like_a_file(program, service, grown):
    service.expect_request("/v1/files").respond_with_json(REPLY)
    os.mkfifo(grown / "fifo")
    feeder = subprocess.Popen(["bash", "-c", "printf odd > fifo"], cwd=grown)
    code, _, _ = program("file", "upload", "fifo")

    assert (code, feeder.wait(10)) == (0, 0)
    assert parts(service.log[0][0])[1] == [("file", "fifo", "application/octet-stream", b"odd")]
