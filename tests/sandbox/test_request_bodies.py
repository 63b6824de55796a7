"""What the sandbox sees in a request: documents, forms, and files that it does not keep."""

import io
from email.message import Message

import pytest

from cometapi.cli.uploads import Upload
from cometapi.http import body
from cometapi.loopback import framing
from cometapi.sandbox import bodies


class Stream(io.BytesIO):
    """A body that remembers the largest piece that was read of it."""

    largest = 0

    def read(self, size=-1):
        self.largest = max(self.largest, size)
        return super().read(size)


def read(data, **headers):
    """``(what the sandbox sees, what it left unread)`` of a body with these headers."""
    message = Message()
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    stream = Stream(data + b"next")
    return bodies.read(message, stream), stream.read()


def of(one):
    """What the sandbox sees of a body that this program sends."""
    headers = {name.replace("-", "_"): value for name, value in one.headers().items()}
    return read(b"".join(one.pieces()), **headers)


@pytest.fixture
def upload(tmp_path):
    (tmp_path / "f").write_bytes(b"\r\n--" * 100_000)
    return Upload(str(tmp_path / "f"), 'a"\n.png', "image/png", 400_000)


def test_it_sees_fields_and_what_is_to_say_of_files(upload):
    seen = of(body.Multipart({"text": "a\r\nb", "tag": ["x", "y"], "image[]": upload, "empty": ""}))

    image = {"name": 'a"\n.png', "size": 400_000, "media_type": "image/png"}
    assert seen == ({"text": "a\r\nb", "tag": ["x", "y"], "image[]": image, "empty": ""}, b"next")


def test_it_sees_the_fields_of_a_form_and_json_and_a_file(upload):
    assert of(body.Form({"a": ["1", "2"], "b": {"c": ""}})) == ({"a": ["1", "2"], "b[c]": ""}, b"next")
    assert of(body.Json([1, {"a": None}])) == ([1, {"a": None}], b"next")
    assert of(body.File(upload)) == ({"size": 400_000, "media_type": "image/png"}, b"next")
    assert read(b"") == (None, b"next")


def test_it_reads_chunks():
    data = b'4\r\n{"a"\r\n4;x=y\r\n: 1}\r\n0\r\nTrailer: x\r\n\r\n'

    assert read(data, Content_Type="application/json", Transfer_Encoding="chunked") == ({"a": 1}, b"next")


@pytest.mark.parametrize("cut", range(0, 200, 7))
def test_a_form_that_is_cut_anywhere_is_read_to_its_end_and_is_nothing(cut, upload):
    one = body.Multipart({"text": "a", "other": "b" * 20})
    data = b"".join(one.pieces())[:cut]
    headers = {"Content_Type": one.headers()["Content-Type"], "Content_Length": str(cut)}

    assert read(data, **headers) == (None, b"next")


def test_a_large_file_is_never_whole_in_memory(tmp_path):
    size = 3 * 2**20
    (tmp_path / "f").write_bytes(b"x" * size)
    one = body.Multipart({"f": Upload(str(tmp_path / "f"), "f", "text/plain", size)})
    message = Message()
    for name, value in one.headers().items():
        message[name] = value
    stream = Stream(b"".join(one.pieces()))

    assert bodies.read(message, stream)["f"]["size"] == size
    assert stream.largest == framing.PIECE
