"""``cometapi image``: what is sent, what is saved and under which names, and what is printed."""

import base64
import json
import os
import re
import stat

import pytest
from pictures import JPEG, WEBP, png

from cometapi import temporary

PNG = png(2, 2)
FIELDS = {"model": "gpt-image-2", "prompt": "a fox"}
SEEDREAM, GEMINI = "doubao-seedream-5-0-260128", "gemini-3.1-flash-image-preview"


def b64(data):
    """Bytes as the service sends them."""
    return base64.b64encode(data).decode()


def images(*items, **more):
    """A service that makes these images."""
    return lambda talk: talk.whole({"created": 1, "data": list(items), **more})


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """The working folder, empty."""
    place = tmp_path / "images"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


def names(folder):
    """What is in a folder."""
    return sorted(path.name for path in folder.iterdir())


# --- what is sent


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ([], FIELDS),
        (["--size", "1024x1024", "--quality", "low", "--n", "2"], {"size": "1024x1024", "quality": "low", "n": 2}),
        (["--background", "transparent", "--output-format", "webp", "--output-compression", "80"], {"background": "transparent", "output_format": "webp", "output_compression": 80}),
        (["-m", "dall-e-3", "--response-format", "url"], {"model": "dall-e-3", "response_format": "url"}),
        (["--set", "seed=7"], {"seed": 7}),
        (["-m", SEEDREAM, "--no-watermark", "--image", "https://host.example/a.png"], {"model": SEEDREAM, "watermark": False, "image": ["https://host.example/a.png"]}),
        (["-m", SEEDREAM, "--sequential-image-generation", "auto", "--max-images", "4"], {"model": SEEDREAM, "sequential_image_generation": "auto", "sequential_image_generation_options": {"max_images": 4}}),
    ],
    ids=str,
)  # fmt: skip
def test_only_what_was_asked_for_is_sent(sent, words, body):
    ran = sent("image", "a fox", *words)
    assert (ran.target, ran.body, ran.err) == ("POST /v1/images/generations", {**FIELDS, **body}, "")


def test_a_reference_on_the_disk_is_sent_as_a_data_url(sent):
    ran = sent("image", "x", "-m", SEEDREAM, "--image", "cat.png", "--image", "cat.webp")
    heads = [one.partition(",")[0] for one in ran.body["image"]]
    assert heads == ["data:image/png;base64", "data:image/webp;base64"]


def test_a_gemini_model_is_asked_in_its_own_way(sent):
    ran = sent("image", "a fox", "-m", GEMINI, "--size", "2K", "--aspect-ratio", "16:9", "--image", "cat.png")
    parts = [{"text": "a fox"}, {"inlineData": {"mimeType": "image/png", "data": b64(b"\x89PNG\r\n\x1a\n")}}]
    assert ran.target == f"POST /v1beta/models/{GEMINI}:generateContent"
    assert ran.body == {
        "contents": [{"role": "user", "parts": parts}],
        "generationConfig": {
            "responseModalities": ["IMAGE"],
            "imageConfig": {"aspectRatio": "16:9", "imageSize": "2K"},
        },
    }
    assert "x-goog-api-key" in {name.lower() for name in ran.headers}


def test_a_gemini_model_is_known_in_any_letters_and_from_the_setting(sent, cli):
    assert sent("image", "a fox", "-m", GEMINI.upper()).target.endswith(":generateContent")
    ran = cli("image", "a fox", "--dry-run", env={"COMETAPI_IMAGE_MODEL": GEMINI})
    assert ran.out.startswith(
        "POST https://api.cometapi.com/v1beta/models/gemini-3.1-flash-image-preview:generateContent\n"
    )


@pytest.mark.parametrize(
    ("model", "words", "fault"),
    [
        ("gpt-image-2", ["--response-format", "url"], "GPT image models do not take --response-format"),
        ("gpt-image-1.5", ["--watermark"], "GPT image models do not take --watermark"),
        ("GPT-Image-2", ["--set", "response_format=url"], "GPT image models do not take --response-format"),
        ("gpt-image-2", ["--aspect-ratio", "1:1"], "GPT image models do not take --aspect-ratio"),
        ("dall-e-3", ["--background", "transparent"], "DALL-E models do not take --background"),
        ("qwen-image", ["--n", "2"], "Qwen image models take --n of 1 only, not 2"),
        (SEEDREAM, ["--quality", "low"], "Seedream models do not take --quality"),
        (SEEDREAM, ["--image", "https://h.example/a.png"] * 15, "Seedream models take --image at most 14 times"),
        (GEMINI, ["--n", "2"], "Gemini models do not take --n"),
        (GEMINI, ["--size", "1024x1024"], "Gemini models take --size 1K or 2K or 4K only, not 1024x1024"),
    ],
    ids=str,
)  # fmt: skip
def test_what_a_family_does_not_take_is_refused_before_it_is_paid_for(cli, nobody, model, words, fault):
    ran = cli("image", "x", "-m", model, *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"cometapi: {fault} ({model}).\n")


def test_without_a_prompt_nothing_is_sent(cli, nobody):
    assert cli("image").code == 2
    assert "PROMPT is missing" in cli("image").err


def test_a_prompt_comes_through_a_pipe(cli, raw):
    raw(images({"b64_json": b64(PNG)}))
    assert cli("image", stdin="a fox\n").out == "image-1.png\n"
    assert json.loads(raw.talks[0].body)["prompt"] == "a fox"


# --- what is saved


def test_new_names_are_made_here_and_nothing_is_written_over(cli, raw, folder):
    (folder / "image-1.png").write_text("mine")
    raw(images({"b64_json": b64(PNG)}, {"b64_json": b64(JPEG)}))
    ran = cli("image", "x")
    assert (ran.code, ran.out, ran.err) == (0, "image-2.png\nimage-1.jpg\n", "")
    assert ((folder / "image-1.png").read_text(), (folder / "image-2.png").read_bytes()) == ("mine", PNG)


def test_a_link_is_no_new_file(cli, raw, folder, tmp_path):
    (folder / "image-1.png").symlink_to(tmp_path / "elsewhere")
    raw(images({"b64_json": b64(PNG)}))
    assert cli("image", "x").out == "image-2.png\n"
    assert not (tmp_path / "elsewhere").exists()


def test_endings_are_what_the_bytes_are(cli, raw, folder):
    raw(images({"b64_json": b64(JPEG)}, output_format="png"))
    (folder / "d").mkdir()
    assert cli("image", "x", "--save", "d").out == "d/image-1.jpg\n"
    ran = cli("image", "x", "-o", "x.png")
    assert (ran.out, (folder / "x.png").read_bytes()) == ("x.png\n", JPEG)
    assert ran.err == "cometapi: x.png contains image/jpeg, although its name suggests another format.\n"


def test_the_field_that_is_filled_counts(cli, raw):
    link = f"{raw.url}/files/a"
    raw(images({"b64_json": "", "url": link}), lambda talk: talk.whole(PNG, 200, "image/png"))
    assert cli("image", "x").out == "image-1.png\n"
    assert [talk.headers.get("authorization") for talk in raw.talks] == ["Bearer sk-test-key-0001", None]


@pytest.mark.parametrize(
    "item",
    [{"b64_json": "{0}", "url": None}, {"url": "data:image/png;base64,{0}"}, {"b64_json": "data:image/png;base64,{0}", "url": "http://127.0.0.1:9/"}, {"b64_json": "{0}\n"}],
    ids=str,
)  # fmt: skip
def test_the_picture_is_found_where_it_stands(cli, raw, folder, item):
    raw(images({key: value and value.format(b64(PNG)) for key, value in item.items()}))
    assert (cli("image", "x").out, (folder / "image-1.png").read_bytes()) == ("image-1.png\n", PNG)


def test_a_list_one_step_deeper_is_read_too(cli, raw):
    raw(lambda talk: talk.whole({"data": {"data": [{"b64_json": b64(PNG)}]}}))
    assert cli("image", "x").out == "image-1.png\n"


def test_an_item_without_an_image_is_named(cli, raw):
    raw(images({"b64_json": b64(PNG)}, {"b64_json": "", "url": ""}))
    ran = cli("image", "x")
    assert (ran.code, ran.out) == (0, "image-1.png\n")
    assert ran.err == "cometapi: Item 2 of 2 in the reply has no file.\n"


@pytest.mark.parametrize("reply", [{"data": []}, {"created": 1}, {"data": [{"url": ""}]}, {"data": None}], ids=str)
@pytest.mark.parametrize("words", [[], ["--json"]], ids=str)
def test_no_image_at_all_is_a_failure(cli, raw, folder, reply, words):
    raw(lambda talk: talk.whole(reply))
    ran = cli("image", "x", *words)
    assert (ran.code, ran.out, names(folder)) == (1, "", [])
    assert "it contains no file" in ran.err


def test_why_there_is_no_image_is_told(cli, raw):
    part = {"content": {"parts": [{"text": "I cannot draw that."}]}, "finishReason": "STOP"}
    raw(lambda talk: talk.whole({"candidates": [part]}))
    ran = cli("image", "x", "-m", GEMINI)
    assert (ran.code, "it contains no file: I cannot draw that." in ran.err) == (1, True)


def test_of_gemini_s_images_the_last_that_is_no_thought_counts(cli, raw, folder):
    def part(data, **more):
        return {"inlineData": {"mimeType": "image/png", "data": b64(data)}, **more}

    parts = [
        part(png(3, 3)),
        part(png(4, 4), thought=True),
        {"text": "Here."},
        part(PNG),
        part(png(5, 5), thought=True),
    ]
    raw(lambda talk: talk.whole({"candidates": [{"content": {"parts": parts}}]}))
    assert cli("image", "x", "-m", GEMINI).out == "image-1.png\n"
    assert (folder / "image-1.png").read_bytes() == PNG


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b'{"error":{"message":"Over capacity"}}', "Over capacity"),
        (b"<html><title>Gone</title></html>", "<title>Gone"),
        (b"<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>", "AccessDenied"),
        (b"Not found", "Not found"),
        (b"", "empty file"),
    ],
)
@pytest.mark.parametrize("way", ["url", "b64_json"])
@pytest.mark.parametrize("words", [[], ["-o", "a.png"]], ids=str)
def test_a_text_in_the_place_of_a_picture_is_no_picture(cli, raw, folder, data, told, way, words):
    if not data and way == "b64_json":
        return  # that is no image at all
    item = {"url": f"{raw.url}/a.png"} if way == "url" else {"b64_json": b64(data)}
    raw(images(item), lambda talk: talk.whole(data, 200, "image/png"))
    ran = cli("image", "x", *words)
    assert (ran.code, ran.out, names(folder)) == (1, "", [])
    assert told in ran.err


@pytest.mark.parametrize("data", ["#", "AAA", "Zm9v====", "Zm=v"])
def test_what_is_no_base64_is_no_picture(cli, raw, folder, data):
    raw(images({"b64_json": data}))
    ran = cli("image", "x")
    assert (ran.code, names(folder)) == (1, [])
    assert "contains a file that cannot be read" in ran.err


def test_a_name_of_the_service_is_no_path(cli, raw, folder):
    link = f"{raw.url}/..%2f..%2f.bashrc"
    name = 'Content-Disposition: attachment; filename="../../.bashrc"'
    raw(images({"url": link}), lambda talk: talk.whole(PNG, 200, "image/png", name))
    (folder / "d").mkdir()
    assert cli("image", "x", "--save", "d").out == "d/image-1.png\n"
    assert names(folder / "d") == ["image-1.png"]


def test_not_one_byte_of_a_link_is_changed(cli, raw):
    target = "/a?sig=a%2Fb%3D%3D&d=attachment%3B%20f%3D%22x%22&e="
    raw(images({"url": f"{raw.url}{target}"}), lambda talk: talk.whole(PNG, 200, "image/png"))
    assert cli("image", "x").code == 0
    assert raw.talks[1].path == target


def test_several_images_share_no_name(cli, raw, folder):
    raw(images(*({"b64_json": b64(png(one, 1))} for one in (1, 2, 3))))
    assert cli("image", "x", "--n", "3", "-o", "p.png").out == "p-1.png\np-2.png\np-3.png\n"
    assert [(folder / f"p-{one}.png").read_bytes() for one in (1, 2, 3)] == [png(one, 1) for one in (1, 2, 3)]
    assert cli("image", "x", "--n", "3", "-o", "p.png", "--force").out == "p-1.png\np-2.png\np-3.png\n"
    assert cli("image", "x", "--n", "3", "-o", "p.png").out == "p-4.png\np-5.png\np-6.png\n"


# --- before it is paid for


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (["-o", "there.png"], "there.png already exists."),
        (["-o", "."], "must be a file, but"),
        (["-o", "nowhere/a.png"], "is in a folder that does not exist"),
        (["--save", "nowhere"], "--save must be a folder"),
        (["-o", "new.png", "--sidecar"], "new.png.json already exists."),
    ],
)
@pytest.mark.parametrize("command", [["image", "x"], ["image", "edit", "x", "--image", "there.png"]], ids=str)
def test_where_it_goes_is_known_before_it_is_paid_for(cli, nobody, folder, words, fault, command):
    (folder / "there.png").write_bytes(PNG)
    (folder / "new.png.json").write_text("mine")
    ran = cli(*command, *words)
    assert (ran.code, fault in ran.err) == (2, True), ran


@pytest.mark.parametrize("words", [["--save", "shut"], ["-o", "shut/a.png"]], ids=str)
def test_a_folder_that_takes_nothing_is_known_before_it_is_paid_for(cli, nobody, folder, words, monkeypatch):
    (folder / "shut").mkdir()
    monkeypatch.setattr(os, "access", lambda path, mode: "shut" not in str(path))
    ran = cli("image", "x", *words)
    assert (ran.code, "cannot be written to." in ran.err) == (2, True)


def test_a_folder_that_takes_nothing_is_told_and_the_image_is_kept(cli, raw, home, monkeypatch):
    raw(images({"b64_json": b64(PNG)}))
    monkeypatch.setattr("cometapi.http.reply_files.is_writable", lambda: False)
    ran = cli("image", "x")
    place = home / ".local" / "state" / "cometapi"
    assert (ran.out, (place / "image-1.png").read_bytes()) == (f"{place}/image-1.png\n", PNG)
    assert ran.err == f"cometapi: The working folder cannot be written to; saving into {place}.\n"


@pytest.mark.parametrize("words", [[], ["-o", "a.png"]], ids=str)
@pytest.mark.parametrize("way", ["url", "b64_json"])
def test_a_full_disk_costs_nobody_an_image(cli, raw, folder, home, monkeypatch, words, way):
    def full(place):
        if "state" in str(place):
            return begun(place)
        handle, path = begun(place)
        os.close(handle)
        return os.open("/dev/full", os.O_WRONLY), path

    begun = temporary.begun
    monkeypatch.setattr(temporary, "begun", full)
    item = {"url": f"{raw.url}/a.png"} if way == "url" else {"b64_json": b64(PNG)}
    raw(images(item), lambda talk: talk.whole(PNG, 200, "image/png"))
    ran = cli("image", "x", *words)

    kept = home / ".local" / "state" / "cometapi" / "image-1.png"
    name = "a.png" if words else "image-1.png"
    told = f"Not saved: {raw.url}/a.png" if way == "url" else f"Saved {kept} instead."
    assert (ran.code, ran.out, names(folder)) == (1, "", [])
    assert ran.err.splitlines()[0] == f"cometapi: {told}"
    assert re.search(rf"{name} (cannot|could not) be written: No space left on device\.\n", ran.err)
    assert kept.exists() == (way == "b64_json")


@pytest.mark.parametrize("fault", ["reset", "stall", "500", "502", "504", "half"])
def test_a_paid_request_is_never_repeated(cli, raw, fault):
    acts = {
        "reset": lambda talk: talk.reset(),
        "stall": lambda talk: talk.stall(),
        "half": lambda talk: talk.head(200, "application/json", "Content-Length: 99").send('{"data"'),
    }
    raw(acts.get(fault, lambda talk: talk.whole({"error": {"message": "m"}}, int(fault))))
    ran = cli("image", "x", "--retries", "5", "--timeout", "0.3")
    assert (ran.code, ran.out, len(raw.talks)) == (69, "", 1)


# --- what is printed


def test_stdout_is_one_document(cli, raw):
    usage = {"prompt_tokens": 0, "input_tokens": 785, "output_tokens": 208}
    raw(images({"b64_json": b64(PNG), "revised_prompt": "A red fox."}, usage=usage))
    ran = cli("image", "x", "--json", "--save", ".")
    assert json.loads(ran.out) == {
        "paths": ["./image-1.png"],
        "unsaved": None,
        "model": "gpt-image-2",
        "revised_prompts": ["A red fox."],
        "input_tokens": 785,
        "output_tokens": 208,
        "cost_usd_estimate": None,
    }
    assert ran.err == "cometapi: Saved ./image-1.png.\n"


def test_machines_get_the_images_themselves_and_nothing_is_saved(cli, raw, folder):
    raw(images({"b64_json": b64(PNG)}, {"url": "https://host.example/a"}))
    ran = cli("image", "x", "--json")
    found = json.loads(ran.out)
    assert (found["paths"], found["unsaved"]) == ([], [b64(PNG), "https://host.example/a"])
    assert (names(folder), len(raw.talks)) == ([], 1)


def test_what_is_selected_for_people_is_saved_all_the_same(cli, raw, folder):
    raw(images({"b64_json": b64(PNG)}))
    ran = cli("image", "x", "--query", "model")
    assert (ran.out, ran.err, names(folder)) == ("gpt-image-2\n", "cometapi: Saved image-1.png.\n", ["image-1.png"])


def test_the_reply_comes_as_it_is(cli, raw, folder):
    raw(images({"b64_json": b64(PNG)}))
    ran = cli("image", "x", "--raw")
    assert (json.loads(ran.out)["data"], names(folder)) == ([{"b64_json": b64(PNG)}], [])


def test_the_bytes_go_into_a_pipe(process):
    ran = process("--sandbox", "image", "x", "-o", "/dev/null")
    assert (ran.code, ran.out) == (0, "/dev/null\n")


def test_the_cost_is_told_by_the_prices_of_the_catalog(cli):
    ran = cli("--sandbox", "image", "x", "--query", "[input_tokens, output_tokens, cost_usd_estimate]", "--json")
    assert json.loads(ran.out) == [14, 208, 0.005048]


def test_a_file_beside_the_image_says_how_it_was_made(cli, raw, folder):
    more = "X-Cometapi-Request-Id: req-7"
    raw(lambda talk: talk.whole({"data": [{"b64_json": b64(PNG)}]}, 200, "application/json", more))
    cli("image", "a fox", "--set", "seed=7", "--sidecar", "-o", "a.png")
    told = json.loads((folder / "a.png.json").read_text())
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", told.pop("created_at"))
    assert told == {
        "file": "a.png",
        "media_type": "image/png",
        "bytes": len(PNG),
        "sha256": told["sha256"],
        "command": "image",
        "model": "gpt-image-2",
        "prompt": "a fox",
        "seed": 7,
        "request": {"model": "gpt-image-2", "prompt": "a fox", "seed": 7},
        "usage": None,
        "cost_usd_estimate": None,
        "request_id": "req-7",
    }
    import hashlib

    assert told["sha256"] == hashlib.sha256(PNG).hexdigest()


def test_no_file_in_a_request_is_told_beside_an_image(cli, raw, folder):
    (folder / "big.png").write_bytes(png(64, 64, filters=(1,)))
    raw(images({"b64_json": b64(PNG)}))
    cli("image", "x", "-m", SEEDREAM, "--image", "big.png", "--sidecar")
    told = json.loads((folder / "image-1.png.json").read_text())
    assert re.fullmatch(r"<[\d,]+ characters>", told["request"]["image"][0])


def test_files_are_for_everybody_that_the_umask_lets(cli, raw, folder):
    raw(images({"b64_json": b64(PNG)}))
    old = os.umask(0o022)
    try:
        cli("image", "x")
    finally:
        os.umask(old)
    assert stat.S_IMODE((folder / "image-1.png").stat().st_mode) == 0o644


@pytest.mark.parametrize("words", [[], ["-m", GEMINI], ["-m", SEEDREAM, "--response-format", "url"], ["--n", "3"]])
def test_the_sandbox_makes_real_images(cli, folder, words):
    ran = cli("--sandbox", "image", "a fox", *words)
    heads = {(folder / path).read_bytes()[:3] for path in ran.out.split()}
    assert (ran.code, len(ran.out.split())) == (0, 3 if "--n" in words else 1)
    assert heads == {b"\xff\xd8\xff" if "url" in words else b"\x89PN"}


def test_webp_is_known(cli, raw):
    raw(images({"b64_json": b64(WEBP)}))
    assert cli("image", "x").out == "image-1.webp\n"


def test_what_the_program_knows_of_a_call_is_what_the_manifest_may_ask_for():
    from cometapi.http.known import FACTS
    from cometapi.manifest.compile_reply import KNOWN_OF_CALL

    assert tuple(FACTS) == KNOWN_OF_CALL
