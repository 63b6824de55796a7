"""Local files are sent as what their first bytes say, text as text, and what is not fit to be sent is refused before it costs."""

import pytest
from inprocess import FILES

IMAGES = {"cat.png": "image/png", "cat.jpg": "image/jpeg", "cat.webp": "image/webp", "cat.gif": "image/gif"}


@pytest.mark.parametrize("name", ["shot.jpg", "shot.png", "shot", "shot.pdf"])
@pytest.mark.parametrize("true", IMAGES)
def test_the_type_comes_from_the_bytes(sent, name, true):
    with open(name, "wb") as file:
        file.write(FILES[true])

    [message] = sent("messages", "hi", "--image", name).body["messages"]
    assert message["content"][1]["source"]["media_type"] == IMAGES[true]
    assert f"data:{IMAGES[true]};" in str(sent("chat", "hi", "--image", name).body)
    assert f"data:{IMAGES[true]};" in str(sent("responses", "hi", "--image", name).body)
    assert IMAGES[true] in str(sent("gemini", "hi", "-m", "m", "--image", name).body)


UNFIT = [
    ("empty.png", b"", "must not be empty, but empty.png is"),
    ("page.png", b"<html>not found</html>", "must be an image, but page.png is not one, despite its name"),
    ("odd.jpg", b"\x00\x01", "must be an image, but odd.jpg is not one, despite its name"),
    ("a.png", b"%PDF-1.7", "must be an image, but a.png is application/pdf"),
]


@pytest.mark.parametrize("command", ["chat", "gemini", "messages", "responses"])
@pytest.mark.parametrize(("name", "content", "told"), UNFIT)
def test_what_is_no_image_is_refused(sent, command, name, content, told):
    with open(name, "wb") as file:
        file.write(content)
    found = sent(command, "hi", "-m", "m", "--image", name)

    assert (found.code, told in found.err) == (2, True)


@pytest.mark.parametrize("name", ["notes.md", "notes", "notes.json"])
def test_text_goes_as_text(sent, name):
    with open(name, "w") as file:
        file.write("{}")

    told = f"File: {name}\n```\n{{}}\n```\n\nhi"
    for command in ("chat", "messages"):
        [message] = sent(command, "hi", "--file", name).body["messages"]
        assert message["content"] == told
