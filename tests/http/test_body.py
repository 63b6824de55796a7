"""Bodies as they are sent and shown, where no command is needed to see it."""

import re

import pytest

from cometapi.cli import uploads
from cometapi.errors import CometError
from cometapi.http import body
from cometapi.http.connections import Pool
from cometapi.http.request import Request
from cometapi.http.transport import Policy, send

MIB = 2**20


def sent(one):
    """All that a body sends."""
    return b"".join(one.pieces())


@pytest.fixture
def upload(tmp_path):
    """An Upload of a new file with these bytes."""

    def make(data, name="a.bin"):
        (tmp_path / name).write_bytes(data)
        return uploads.upload(str(tmp_path / name))

    return make


@pytest.fixture
def pool():
    """Connections that are closed when a test ends."""
    made = Pool()
    yield made
    made.close()


def test_names_of_a_part_cannot_break_out_of_their_line(upload):
    one = body.Multipart({'a"\r\nX: y': "1", "f": upload(b"2", 'n"\nü.txt')})
    one.boundary = "B"

    assert sent(one).decode() == (
        '--B\r\nContent-Disposition: form-data; name="a%22%0D%0AX: y"\r\n\r\n1\r\n'
        '--B\r\nContent-Disposition: form-data; name="f"; filename="n%22%0Aü.txt"\r\n'
        "Content-Type: text/plain\r\n\r\n2\r\n--B--\r\n"
    )


def test_a_body_is_as_long_as_it_says(upload):
    for one in (
        body.Json({"a": "é"}),
        body.Form({"a": ["é", 1], "b": {"c": None}}),
        body.Multipart({"a": "é", "f": upload(b"x" * 100_000)}),
        body.File(upload(b"x" * 100_000)),
    ):
        assert (one.length, one.headers()["Content-Length"]) == (len(sent(one)), str(one.length))


def test_the_boundary_is_another_one_in_every_request():
    boundaries = {body.Multipart({}).boundary for _ in range(10)}

    assert len(boundaries) == 10


def test_a_large_file_is_sent_without_ever_being_whole_in_memory(upload, httpserver, pool, monkeypatch):
    read = []

    class Counted:
        def __init__(self, file):
            self.file = file

        def read(self, size):
            read.append(size)
            return self.file.read(size)

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self.file.close()

    big = upload(b"x" * (5 * MIB))
    monkeypatch.setattr(uploads.Upload, "open", lambda self: Counted(open(self.path, "rb")))  # noqa: SIM115 - closed by Counted
    httpserver.expect_request("/f").respond_with_data("ok")
    one = body.Multipart({"f": big})
    reply = send(Request("POST", httpserver.url_for("/f"), {}, one), Policy(safe=False), pool)

    assert (reply.body(), max(read)) == (b"ok", uploads.PIECE)
    assert sum(read) >= 5 * MIB
    assert max(map(len, one.pieces())) == uploads.PIECE


@pytest.mark.parametrize("size", [0, 10, 3 * MIB])
def test_a_file_that_changes_while_it_is_sent_is_an_error_and_never_a_whole_request(size, upload):
    one = upload(b"x" * MIB)
    form = body.Multipart({"f": one})
    pieces, came = form.pieces(), []
    came += [next(pieces), next(pieces)]
    with open(one.path, "wb") as file:
        file.write(b"y" * size)
    with pytest.raises(CometError) as caught:
        came += pieces

    assert caught.value.message == f"{one.path} changed size while it was being sent; the request was aborted."
    assert form.boundary.encode() + b"--" not in b"".join(came)
    assert sum(map(len, came)) < form.length


def test_a_file_that_changed_is_no_failure_of_the_network(upload, httpserver, pool):
    one = upload(b"x" * 100)
    with open(one.path, "ab") as file:
        file.write(b"y")
    with pytest.raises(CometError, match="changed size"):
        send(Request("PUT", httpserver.url_for("/f"), {}, body.File(one)), Policy(safe=True), pool)


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"RIFF\0\0\0\0WEBP", "image/webp"),
        (b"RIFF\0\0\0\0WAVE", "audio/wav"),
        (b"\0\0\0\x20ftypisom", "video/mp4"),
        (b"%PDF-1.7", "application/pdf"),
        (b"what", "application/octet-stream"),
        (b"", "application/octet-stream"),
    ],
)
def test_a_file_tells_what_it_is_by_its_first_bytes(data, media_type, upload):
    assert upload(data, "nameless").media_type == media_type


def test_the_first_bytes_tell_more_than_a_name(upload):
    assert upload(b"%PDF-1.7", "sound.mp3").media_type == "application/pdf"


@pytest.mark.parametrize("path", ["a b.png", "a;b.png", 'a"b.png', "a\\b.png", "a,b.png"])
def test_a_path_is_one_word_to_curl(path):
    one = body.Multipart({"f": uploads.Upload(path, path, "image/png", 1)})
    (word,), _ = one.curl()
    quoted = path.replace("\\", "\\\\").replace('"', '\\"')

    assert word == f"--form 'f=@\"{quoted}\";type=image/png'"


def test_a_form_that_fits_into_no_word_is_piped_into_curl():
    one = body.Form({"a": "x" * 200_000})

    assert one.curl() == (["--data-binary @-"], "a=" + "x" * 200_000)


def test_a_text_of_the_command_line_that_is_no_text_becomes_question_marks():
    one = body.Multipart({"a": "\udcff"})

    assert re.search(rb"\r\n\r\n(.*)\r\n--", sent(one))[1] == b"?"
