"""``logs --export``: the file of the service, as it is, of any size, and whole or no success."""

import subprocess
import sys
import threading

import pytest
from account_data import KEYS, asked
from conftest import PROGRAM
from test_logs import TODAY

ROW = b"2026-01-01,gpt-5.4,\xff\x00 any bytes,\r\n"
CSV = "text/csv; charset=utf-8"


def test_an_export_is_passed_on_untouched(cli, raw, environ):
    raw(lambda talk: talk.stream(ROW, ROW, content_type=CSV).end())
    command = [PROGRAM, "logs", "--export", "--type", "consume", "--start", "2026-01-01"]
    ran = subprocess.run(command, env={**environ, **KEYS}, capture_output=True, check=False)

    assert (ran.stdout, ran.stderr, ran.returncode) == (ROW * 2, b"", 0)
    query = {"type": "2", "start_timestamp": f"{TODAY}"}
    assert [asked(talk) for talk in raw.talks] == [("GET", "/api/log/self/export", query)]
    assert raw.talks[0].headers["authorization"] == "Bearer access-token-0002"


PEAK = """
import resource, subprocess, sys
done = subprocess.run([sys.argv[1], "logs", "--export"], stdout=open(sys.argv[2], "wb"))
print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
"""


def test_an_export_of_any_size_needs_no_more_memory(cli, raw, environ, tmp_path):
    piece = b"0123456,89\n" * 50_000
    raw(lambda talk: talk.stream(*[piece] * 100, content_type=CSV).end())
    out = tmp_path / "out.csv"
    command = [sys.executable, "-c", PEAK, PROGRAM, out]
    done = subprocess.run(command, env={**environ, **KEYS}, capture_output=True, check=True, text=True)
    code, megabytes = map(int, done.stdout.split())

    assert (code, out.stat().st_size) == (0, 100 * len(piece))  # 55 MB
    assert megabytes < 60


@pytest.mark.parametrize(
    ("body", "kind", "code", "sentence"),
    [
        (
            {"success": False, "message": "invalid access token"},
            "application/json",
            77,
            "The access token was refused: invalid access token.",
        ),
        (
            {"success": False, "message": "database error"},
            "application/json",
            1,
            "The service refused the request: database error.",
        ),
        (
            {"success": True},
            "application/json",
            1,
            'The service answered with JSON instead of a file: {"success": true}',
        ),
        (
            "<!doctype html><title>Home</title>",
            "text/html",
            1,
            "The service answered with a page of HTML instead of a file: Home",
        ),
    ],
)
def test_a_refusal_or_a_page_in_place_of_the_file_is_an_error(cli, raw, body, kind, code, sentence):
    raw(lambda talk: talk.whole(body, 200, kind))
    ran = cli("logs", "--export", env=KEYS)

    assert (ran.out, ran.err.splitlines()[0], ran.code) == ("", f"cometapi: {sentence}", code)


@pytest.mark.parametrize("body", ["", '{"a": 1}\n{"a": 2}\n', "<b>,1\n"], ids=["nothing", "JSON lines", "a tag"])
def test_whatever_the_file_holds_is_the_result(cli, raw, body):
    raw(lambda talk: talk.whole(body, 200, CSV))
    ran = cli("logs", "--export", env=KEYS)

    assert (ran.out, ran.err, ran.code) == (body, "", 0)


@pytest.mark.parametrize("cut", ["length", "chunks"])
def test_an_export_that_is_cut_is_no_success(cli, raw, cut):
    def answer(talk):
        if cut == "length":
            talk.head(200, CSV, "Content-Length: 999").send("a,b\n1,2\n")
        else:
            talk.stream("a,b\n1,2\n", content_type=CSV)

    raw(answer)
    ran = cli("logs", "--export", env=KEYS)

    assert (ran.out, ran.err, ran.code) == (
        "a,b\n1,2\n",
        "cometapi: The connection broke in the middle of the answer.\n",
        69,
    )


def test_a_reader_that_leaves_ends_an_export_quietly(raw, environ):
    gone = threading.Event()

    def answer(talk):
        talk.stream("a,b\n", content_type=CSV)
        gone.wait(10)
        talk.chunks(*[b"1,2\n" * 50_000] * 50).end()

    raw(answer)
    process = subprocess.Popen(
        [PROGRAM, "logs", "--export"], env={**environ, **KEYS}, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    process.stdout.readline()
    process.stdout.close()
    gone.set()
    error = process.stderr.read()
    process.stderr.close()

    assert (error, process.wait()) == (b"", 0)
