"""``transcribe``: the form that is sent, the text that comes back as it came, and what goes wrong on the way."""

import json
import os

import pytest
from forms import hasty, parts, refusing, reset  # noqa: F401 - a fixture

MP3 = b"\xff\xfb\x10\xc0" + bytes(100)
SOUNDS = {
    "audio.mp3": (MP3, "audio/mpeg"),
    "audio.wav": (b"RIFF\x24\0\0\0WAVEfmt ", "audio/wav"),
    "audio.m4a": (b"\0\0\0\x20ftypM4A \0\0\0\0", "audio/mp4"),
    "audio.ogg": (b"OggS\0\2" + bytes(20), "audio/ogg"),
    "video.webm": (b"\x1aE\xdf\xa3" + bytes(20), "video/webm"),
    "audio.flac": (b"fLaC" + bytes(20), "audio/flac"),
}
TEXT = {"text": "Hello."}


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.mp3").write_bytes(MP3)
    return tmp_path


@pytest.fixture
def asked(raw, cli):
    """Run ``transcribe``, and give the fields and the files of the one request, as werkzeug reads them."""

    def run(*words, stdin="", path="/v1/audio/transcriptions"):
        raw.talks.clear()
        raw(lambda talk: talk.whole(TEXT))
        ran = cli("transcribe", *words, stdin=stdin)
        assert (ran.code, ran.out, ran.err) == (0, "Hello.\n", "")
        (talk,) = raw.talks
        assert talk.path == path
        return parts(talk.headers, talk.body)

    return run


def test_the_file_is_a_part_and_scalars_are_text(asked):
    words = ("a.mp3", "--language", "de", "--prompt", "Grüße", "-t", "0.2")

    assert asked(*words) == (
        [("model", "whisper-1"), ("language", "de"), ("prompt", "Grüße"), ("temperature", "0.2")],
        [("file", "a.mp3", "audio/mpeg", MP3)],
    )


def test_only_what_was_asked_for_is_sent(asked):
    assert asked("a.mp3")[0] == [("model", "whisper-1")]


def test_a_translation_has_a_route_of_its_own(asked):
    fields, _ = asked("a.mp3", "--translate", path="/v1/audio/translations")

    assert fields == [("model", "whisper-1")]


@pytest.mark.parametrize("name", ["東京.mp3", "Tæst ü.mp3"])
def test_a_name_is_sent_in_utf_8(name, raw, cli, folder):
    (folder / name).write_bytes(MP3)
    raw(lambda talk: talk.whole(TEXT))

    assert cli("transcribe", name).code == 0
    assert f'filename="{name}"'.encode() in raw.talks[0].body
    assert b"filename*" not in raw.talks[0].body


def test_a_name_cannot_leave_its_line(asked, folder):
    odd = 'a"\r\nContent-Type: text\r\n\r\nx.mp3'
    (folder / odd).write_bytes(MP3)
    fields, files = asked(odd)

    assert fields == [("model", "whisper-1")]
    assert files == [("file", 'a"%0D%0AContent-Type: text%0D%0A%0D%0Ax.mp3', "audio/mpeg", MP3)]


@pytest.mark.parametrize("name", SOUNDS)
def test_a_pipe_has_a_name_by_its_bytes(name, asked):
    data, kind = SOUNDS[name]

    assert asked("-", stdin=data)[1] == [("file", name, kind, data)]


@pytest.mark.parametrize(
    "given, sent", [("noise", "noise.mp3"), ("x.wav", "x.mp3"), ("talk.2026", "talk.2026.mp3"), ("a.mpga", "a.mpga")]
)
def test_the_ending_is_that_of_the_bytes(given, sent, asked, folder):
    (folder / given).write_bytes(MP3)

    assert asked(given)[1] == [("file", sent, "audio/mpeg", MP3)]


REFUSED = {
    "empty.mp3": (b"", "FILE must not be empty, but empty.mp3 is."),
    "notes.txt": (
        b"hello",
        "FILE must be audio/*, video/mp4, video/webm, video/mpeg, video/ogg, but notes.txt is text/plain.",
    ),
    "cat.mp3": (
        b"\x89PNG\r\n\x1a\n",
        "FILE must be audio/*, video/mp4, video/webm, video/mpeg, video/ogg, but cat.mp3 is image/png.",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_sound_is_told_before_anything_is_sent(name, raw, cli, folder):
    data, sentence = REFUSED[name]
    (folder / name).write_bytes(data)
    ran = cli("transcribe", name)

    assert (ran.code, ran.err.splitlines()[0], raw.accepted) == (2, f"cometapi: {sentence}", 0)


def test_an_empty_pipe_is_told_before_anything_is_sent(raw, cli):
    ran = cli("transcribe", "-", stdin=b"")

    assert (ran.code, raw.accepted) == (2, 0)
    assert "must not be empty, but - is." in ran.err


TYPES = ("text/plain", "application/json", "text/vtt; charset=utf-8", "")
BODIES = {
    "srt": "1\n00:00:00,000 --> 00:00:01,000\nHi\n\n",
    "vtt": "WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ann>Hi",
    "text": "Hello",
    "json": '{"text":"Hi"}',
    "verbose_json": '{"text": "Hi", "segments": []}\n',
}


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("name", BODIES)
def test_a_format_is_printed_as_it_came(name, kind, raw, cli):
    raw(lambda talk: talk.whole(BODIES[name], 200, kind))
    ran = cli("transcribe", "a.mp3", "--response-format", name)

    assert (ran.code, ran.out, ran.err) == (0, BODIES[name], "")
    assert parts(raw.talks[0].headers, raw.talks[0].body)[0] == [("model", "whisper-1"), ("response_format", name)]


@pytest.mark.parametrize("body", ["42", "{not json", "null", "[1]", "<b>", "\n"])
def test_text_that_looks_odd_for_json_is_printed_as_it_is(body, raw, cli):
    raw(lambda talk: talk.whole(body, 200, "application/json"))
    ran = cli("transcribe", "a.mp3", "--response-format", "text")

    assert (ran.code, ran.out) == (0, body)


NO = {
    '{"error": {"message": "too noisy"}}': "too noisy",
    "<!DOCTYPE html><title>Oops</title>": "a page of HTML instead of a file: Oops",
    "": "empty reply",
}


@pytest.mark.parametrize("words", [(), ("--response-format", "text"), ("--response-format", "srt", "-o", "a.srt")])
@pytest.mark.parametrize("body", NO)
def test_a_no_with_status_200_is_a_failure(body, words, raw, cli, folder):
    raw(lambda talk: talk.whole(body, 200, "text/plain"))
    ran = cli("transcribe", "a.mp3", *words)

    assert (ran.code, ran.out) == (1, "")
    assert NO[body].replace("instead of a file: Oops", "") in ran.err
    assert not (folder / "a.srt").exists()


def test_subtitles_go_into_a_file(raw, cli, folder):
    raw(lambda talk: talk.whole(BODIES["srt"], 200, "text/plain"))

    assert cli("transcribe", "a.mp3", "--response-format", "srt", "-o", "a.srt").code == 0
    assert (folder / "a.srt").read_text("utf-8") == BODIES["srt"]


def test_machines_get_the_record(raw, cli):
    raw(lambda talk: talk.whole(TEXT))

    assert json.loads(cli("transcribe", "a.mp3", "--json").out) == TEXT


def test_times_need_the_format_that_has_them(raw, cli):
    ran = cli("transcribe", "a.mp3", "--timestamp-granularities", "word")
    assert (ran.code, ran.err.splitlines()[0], raw.accepted) == (
        2,
        "cometapi: --timestamp-granularities needs --response-format verbose_json.",
        0,
    )

    raw(lambda talk: talk.whole(TEXT))
    words = ("--timestamp-granularities", "word", "--timestamp-granularities", "segment")
    assert cli("transcribe", "a.mp3", "--response-format", "verbose_json", *words).code == 0
    fields, _ = parts(raw.talks[0].headers, raw.talks[0].body)
    assert fields[2:] == [("timestamp_granularities[]", "word"), ("timestamp_granularities[]", "segment")]


def test_a_second_try_sends_the_same(raw, cli):
    raw(lambda talk: talk.whole({}, 503), lambda talk: talk.whole(TEXT))
    ran = cli("transcribe", "a.mp3", "--retry-max-wait", "0")

    first, second = raw.talks
    assert (ran.code, ran.out) == (0, "Hello.\n")
    assert len(first.body) == int(first.headers["content-length"]) == len(second.body)
    assert parts(first.headers, first.body) == parts(second.headers, second.body)


def test_a_pipe_is_sent_once(raw, cli):
    raw(lambda talk: talk.whole({"error": {"message": "busy"}}, 503))
    ran = cli("transcribe", "-", "--retries", "5", "--retry-max-wait", "0", stdin=MP3)

    assert (ran.code, len(raw.talks)) == (69, 1)
    assert "busy" in ran.err


@pytest.mark.parametrize("words", [("-",), ("long.mp3",)])
def test_a_form_that_was_broken_off_is_not_sent_again(words, hasty, cli, folder):  # noqa: F811
    data = MP3 * 10_000
    (folder / "long.mp3").write_bytes(data)
    hasty.most, hasty.answer = 65536, reset
    ran = cli("transcribe", *words, "--retries", "5", stdin=data if words == ("-",) else "")

    assert (ran.code, hasty.accepted) == (69, 1)
    assert ran.err.splitlines()[0] == f"cometapi: {hasty.url} closed the connection without an answer."


@pytest.mark.parametrize("lingers", [False, True])
@pytest.mark.parametrize("status, code", [(413, 1), (401, 77), (400, 1)])
def test_an_answer_that_comes_early_is_read(status, code, lingers, hasty, cli, folder):  # noqa: F811
    with open(folder / "large.wav", "wb") as file:
        file.truncate(200_000_000)
    hasty.answer = refusing(status, "too big", lingers)
    ran = cli("transcribe", "large.wav", "--retries", "5")

    assert (ran.code, hasty.accepted) == (code, 1)
    assert f"(HTTP {status}): too big." in ran.err.splitlines()[0]


MEASURED = """
import sys
from cometapi.context import Context
from cometapi.main import outcome
code = outcome(Context(sys.argv[1:]))
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
sys.stderr.write(peak.split()[1])
sys.exit(code)
"""


def test_a_large_file_is_never_whole_in_memory(raw, environ, folder):
    import subprocess
    import sys

    size = int(os.environ.get("LARGE_UPLOAD", 64 * 1024 * 1024))
    with open(folder / "large.wav", "wb") as file:
        file.truncate(size)
    raw(lambda talk: talk.whole(TEXT))
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, "transcribe", "large.wav"], env=environ, capture_output=True, check=False
    )

    assert (done.returncode, done.stdout) == (0, b"Hello.\n")
    assert int(raw.talks[0].headers["content-length"]) > size
    assert int(done.stderr) < 100_000  # KiB


def test_a_long_file_arrives_whole_through_tls(encrypted, pem, cli, folder):
    (folder / "long.mp3").write_bytes(MP3 * 10_000)
    encrypted.expect_request("/v1/audio/transcriptions").respond_with_json(TEXT)
    ran = cli("transcribe", "long.mp3", env={"SSL_CERT_FILE": pem["ca"]})

    ((request, _),) = encrypted.log
    assert (ran.code, ran.out) == (0, "Hello.\n")
    assert request.files["file"].read() == MP3 * 10_000
    request.close()


def test_an_answer_that_comes_early_is_read_through_tls(hasty, certificate, pem, environ, cli, folder):  # noqa: F811
    from tls import context_for

    with open(folder / "large.wav", "wb") as file:
        file.truncate(50_000_000)
    context = context_for(certificate)
    hasty.answer = refusing(413, "too big", lingers=True)
    hasty.wrap = lambda connection: context.wrap_socket(connection, server_side=True)
    environ["COMETAPI_BASE_URL"] = hasty.url.replace("http:", "https:") + "/v1"
    ran = cli("transcribe", "large.wav", "--retries", "5", env={"SSL_CERT_FILE": pem["ca"]})

    assert (ran.code, hasty.accepted) == (1, 1)
    assert "(HTTP 413): too big." in ran.err
