"""``cometapi image edit``: the form that is sent, as a foreign parser reads it, and masks that are looked at before."""

import email.parser
import email.policy
import io

import pytest
from pictures import JPEG, WEBP, chunk, png
from test_image import PNG, b64, images, names

from cometapi.cli import pictures

WHOLE = png(8, 6)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """The working folder, with some pictures."""
    place = tmp_path / "images"
    place.mkdir()
    monkeypatch.chdir(place)
    for name, data in {"a.png": WHOLE, "b.png": png(3, 3), "photo": WHOLE, "x.png": WEBP, "j.jpg": JPEG}.items():
        (place / name).write_bytes(data)
    (place / "mask.png").write_bytes(png(8, 6, clear={(3, 3)}))
    return place


@pytest.fixture
def service(raw):
    """A service that changes every image alike."""
    return raw(images({"b64_json": b64(PNG)}))


def parts(talk):
    """``(name, file name, media type, bytes)`` of the parts of a form, as Python's parser of mail reads it."""
    head = f"Content-Type: {talk.headers['content-type']}\r\n\r\n".encode()
    policy = email.policy.HTTP
    message = email.parser.BytesParser(policy=policy).parsebytes(head + talk.body)
    found = []
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        kind = part.get_content_type() if "content-type" in part else None
        found.append((name, part.get_filename(), kind, part.get_payload(decode=True)))
    return found


def test_one_image_is_called_image(cli, service):
    assert cli("image", "edit", "pink", "--image", "a.png").out == "image-1.png\n"
    assert (service.talks[0].method, service.talks[0].path) == ("POST", "/v1/images/edits")
    assert sorted(parts(service.talks[0]), key=lambda one: one[0]) == [
        ("image", "a.png", "image/png", WHOLE),
        ("model", None, None, b"gpt-image-2"),
        ("prompt", None, None, b"pink"),
    ]
    assert int(service.talks[0].headers["content-length"]) == len(service.talks[0].body)


def test_several_images_are_called_image_with_brackets(cli, service):
    cli("image", "edit", "both", "--image", "b.png", "--image", "a.png", "--n", "2")
    found = parts(service.talks[0])
    assert [one[:2] for one in found if one[1]] == [("image[]", "b.png"), ("image[]", "a.png")]
    assert ("n", None, None, b"2") in found and "image" not in [one[0] for one in found]


def test_a_file_is_never_sent_as_text_too(cli, service):
    cli("image", "edit", "x", "--image", "a.png", "--mask", "mask.png", "--size", "1024x1024", "--quality", "low")
    found = parts(service.talks[0])
    assert sorted(one[0] for one in found) == ["image", "mask", "model", "prompt", "quality", "size"]
    assert [one[0] for one in found if one[1]] == ["image", "mask"]


@pytest.mark.parametrize(("name", "kind"), [("photo", "image/png"), ("x.png", "image/webp"), ("j.jpg", "image/jpeg")])
def test_the_type_is_what_the_bytes_are(cli, service, name, kind):
    cli("image", "edit", "x", "--image", name)
    assert next(one[2] for one in parts(service.talks[0]) if one[0] == "image") == kind


def test_a_name_adds_nothing_to_the_form(cli, service, folder):
    path = folder / 'a"\r\nContent-Type: text/x\r\n\r\nx.png'  # whose last part begins behind the slash
    path.parent.mkdir()
    path.write_bytes(WHOLE)
    assert cli("image", "edit", "x", "--image", str(path)).code == 0
    assert b'filename="x%0D%0A%0D%0Ax.png"\r\nContent-Type: image/png\r\n\r\n' in service.talks[-1].body
    (folder / "東京.png").write_bytes(WHOLE)
    assert cli("image", "edit", "x", "--image", "東京.png").code == 0
    assert 'filename="東京.png"'.encode() in service.talks[-1].body and b"filename*" not in service.talks[-1].body


def test_a_quote_and_line_ends_of_a_name_are_escaped(cli, service, folder):
    name = 'a"\r\nContent-Type: x\r\n\r\nx.png'
    (folder / name).write_bytes(WHOLE)
    assert cli("image", "edit", "x", "--image", name).code == 0
    assert b'filename="a%22%0D%0AContent-Type: x%0D%0A%0D%0Ax.png"' in service.talks[0].body
    assert [one[3] for one in parts(service.talks[0]) if one[0] == "image"] == [WHOLE]


def test_a_picture_from_a_pipe(process, raw, environ):
    raw(images({"b64_json": b64(PNG)}))
    import warm

    code, _, _ = warm.run(["image", "edit", "x", "--image", "-"], environ, None, WHOLE, timeout=30)
    assert (code, [one[2:] for one in parts(raw.talks[0]) if one[0] == "image"]) == (0, [("image/png", WHOLE)])


@pytest.mark.parametrize(
    ("mask", "fault"),
    [
        (WHOLE, "must have transparent pixels in the areas to edit, but m has none"),
        (png(8, 6, colour=2), "must have transparent pixels"),
        (png(6, 8, clear={(1, 1)}), "must have the same size as a.png, 8x6, but m is 6x8"),
        (JPEG, "must be a PNG, but m is image/jpeg"),
        (WEBP, "must be a PNG, but m is image/webp"),
        (b"", "must be a PNG, but m is"),
    ],
    ids=["opaque", "no alpha", "size", "jpeg", "webp", "empty"],
)
def test_a_mask_that_changes_nothing_is_refused_before_it_is_paid_for(cli, nobody, folder, mask, fault):
    (folder / "m").write_bytes(mask)
    ran = cli("image", "edit", "x", "--image", "a.png", "--mask", "m")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"cometapi: --mask {fault}")


def test_a_mask_is_compared_with_a_picture_of_any_kind(cli, service, folder):
    (folder / "m.png").write_bytes(png(64, 48, clear={(0, 0)}))
    for source in ("j.jpg", "x.png"):
        assert cli("image", "edit", "x", "--image", source, "--mask", "m.png").code == 0
    ran = cli("image", "edit", "x", "--image", "j.jpg", "--mask", "mask.png")
    assert (ran.code, "must have the same size as j.jpg, 64x48, but mask.png is 8x6" in ran.err) == (2, True)


def test_without_an_image_nothing_is_sent(cli, nobody):
    ran = cli("image", "edit", "x")
    assert (ran.code, "--image" in ran.err) == (2, True)


def test_the_key_that_is_refused_is_told_and_nothing_is_written(cli, raw, folder):
    before = names(folder)
    raw(lambda talk: talk.whole({"error": {"message": "Bad key"}}, 401))
    ran = cli("image", "edit", "x", "--image", "a.png")
    assert (ran.code, len(raw.talks), names(folder)) == (77, 1, before)


def test_the_form_can_be_seen(cli, nobody):
    ran = cli("image", "edit", "pink", "--image", "a.png", "--image", "b.png", "--mask", "mask.png", "--dry-run")
    assert ran.out.partition("\n\n")[2].splitlines()[:3] == [
        "model: gpt-image-2",
        "prompt: pink",
        f"image[]: <a.png, {len(WHOLE)} bytes>",
    ]
    curl = cli("image", "edit", "pink", "--image", "a.png", "--image", "b.png", "--curl").out
    assert "--form 'image[]=@a.png;type=image/png'" in curl and "--form 'image[]=@b.png;type=image/png'" in curl


@pytest.mark.parametrize("words", [[], ["--n", "3"], ["-m", "dall-e-2", "--response-format", "url"]], ids=str)
def test_the_sandbox_changes_images(cli, words):
    ran = cli("--sandbox", "image", "edit", "x", "--image", "a.png", *words)
    assert (ran.code, len(ran.out.split())) == (0, 3 if "--n" in words else 1)


# --- what is seen of pictures


@pytest.mark.parametrize("filters", [(0,), (1,), (2,), (3,), (4,), (4, 3, 2, 1, 0)], ids=str)
@pytest.mark.parametrize(("colour", "depth"), [(6, 8), (6, 16), (4, 8), (4, 16)])
@pytest.mark.parametrize("interlaced", [False, True])
def test_transparent_pixels_are_seen(filters, colour, depth, interlaced):
    facts = {"colour": colour, "depth": depth, "filters": filters, "interlaced": interlaced}
    assert not pictures.is_see_through(io.BytesIO(png(21, 13, **facts)))
    for place in [(0, 0), (20, 12), (9, 5)]:
        assert pictures.is_see_through(io.BytesIO(png(21, 13, clear={place}, **facts)))


def test_colours_that_are_transparent_are_seen():
    clear = chunk(b"tRNS", b"\0")
    assert pictures.is_see_through(io.BytesIO(png(3, 3, colour=3, more=chunk(b"PLTE", bytes(9)) + clear)))
    assert not pictures.is_see_through(io.BytesIO(png(3, 3, colour=3, more=chunk(b"PLTE", bytes(9)))))


@pytest.mark.parametrize("cut", [8, 20, 33, 41, 50, -24])
def test_a_broken_picture_is_left_to_the_service(cut):
    assert pictures.is_see_through(io.BytesIO(png(21, 13)[:cut]))
    pictures.size(io.BytesIO(png(21, 13)[:cut]))


@pytest.mark.parametrize(("data", "size"), [(png(21, 13), (21, 13)), (JPEG, (64, 48)), (WEBP, (64, 48)), (b"GIF89a\x40\0\x30\0", (64, 48)), (b"BM", None), (b"", None), (JPEG[:22], None)])  # fmt: skip
def test_the_size_of_a_picture(data, size):
    assert pictures.size(io.BytesIO(data)) == size
