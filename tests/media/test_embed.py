"""``embed``: each text has its own vector, whatever the order, the form and the fate of the others."""

import csv
import io
import json
import struct

import pytest
from vectors import Embedder, packed, vector

MODEL = "text-embedding-3-small"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lines.txt").write_text("one\ntwo two\nthree\n", "utf-8")
    return tmp_path


@pytest.fixture
def embedded(raw, cli):
    """Run ``embed`` against an Embedder: the Ran, and the vectors of its JSON."""

    def run(*words, stdin="", **facts):
        raw.talks.clear()
        service = Embedder(**facts)
        raw(service)
        ran = cli("embed", *words, "--json", stdin=stdin)
        ran.service = service
        ran.vectors = [one["embedding"] for one in json.loads(ran.out)] if ran.out else None
        return ran

    return run


def wanted(*texts):
    return [vector(text) for text in texts]


def test_a_vector_says_its_place_its_text_and_its_model(embedded, raw):
    ran = embedded("Hi", "--dimensions", "2")

    assert json.loads(ran.out) == [{"index": 0, "text": "Hi", "model": MODEL, "embedding": vector("Hi")}]
    assert json.loads(raw.talks[0].body) == {
        "encoding_format": "base64",
        "model": MODEL,
        "dimensions": 2,
        "input": ["Hi"],
    }


SOURCES = {
    "words": (("one", "two two", "three"), ""),
    "a file of lines": (("--lines", "lines.txt"), ""),
    "lines of stdin": (("--lines", "-"), "one\ntwo two\nthree\n"),
    "a pipe": ((), "one\ntwo two\nthree\n"),
    "a field": (("--jsonl", "items.jsonl", "--field", "title"), ""),
}


@pytest.mark.parametrize("source", SOURCES)
def test_texts_come_from_anywhere(source, embedded, folder):
    lines = [json.dumps({"title": text, "id": 1}) for text in ("one", "two two", "three")]
    (folder / "items.jsonl").write_text("\n".join(lines), "utf-8")
    words, stdin = SOURCES[source]

    assert embedded(*words, stdin=stdin).vectors == wanted("one", "two two", "three")


def test_vectors_are_put_in_place_by_index(embedded):
    ran = embedded("--lines", "lines.txt", change=lambda items: items[::-1])

    assert ran.vectors == wanted("one", "two two", "three")


def test_vectors_without_index_are_in_their_order(embedded):
    def change(items):
        return [{"embedding": one["embedding"]} for one in items]

    assert embedded("--lines", "lines.txt", change=change).vectors == wanted("one", "two two", "three")


def with_first(**facts):
    return lambda items: [{**items[0], **facts}, *items[1:]]


ODD = {
    "a hole": (lambda items: items[:2], "it has 2 vectors for 3 texts"),
    "one too many": (lambda items: [*items, items[0]], "it has 4 vectors for 3 texts"),
    "a double": (with_first(index=1), "two vectors have index 1"),
    "an index out of range": (with_first(index=3), "there is no text with index 3"),
    "some without index": (with_first(index=None), "there is no text with index None"),
    "another length": (with_first(embedding=packed([1.0])), "its vectors have different dimensions (1 and 2)"),
    "no whole floats": (with_first(embedding="AAAA"), "a vector of 3 bytes is not a list of 32-bit floats"),
    "no Base64": (with_first(embedding="*"), "a vector is not Base64"),
    "no vector": (with_first(embedding=None), "a vector is missing"),
    "an empty vector": (with_first(embedding=[]), "a vector is empty"),
    "no list": (lambda items: {"0": items}, "it is not a list of vectors"),
}


@pytest.mark.parametrize("case", ODD)
def test_vectors_that_do_not_fit_the_texts_are_a_failure(case, raw, cli):
    change, sentence = ODD[case]
    raw(Embedder(change))
    ran = cli("embed", "--lines", "lines.txt")

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines()[0] == f"cometapi: Unexpected reply from the service: {sentence}."


def mixed(items):
    return [{**items[0], "embedding": vector("one")}, *items[1:]]


@pytest.mark.parametrize("facts", [{"as_lists": True}, {"as_lists": False}, {"change": mixed}])
@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "yaml"])
def test_floats_and_base64_are_the_same_numbers_in_every_format(facts, name, raw, cli):
    raw(Embedder(**facts))
    out = cli("embed", "--lines", "lines.txt", "-f", name).out
    raw(Embedder())

    assert out == cli("embed", "--lines", "lines.txt", "-f", name).out


@pytest.mark.parametrize("number", [0.1, -0.0023064255, 1e-8, 3.0, 123456.789])
def test_a_number_has_no_digits_that_say_nothing(number, embedded):
    as_float = struct.unpack("<f", struct.pack("<f", number))[0]
    (found,) = embedded("x", change=with_first(embedding=packed([number]))).vectors

    assert struct.pack("<f", found[0]) == struct.pack("<f", as_float)
    assert len(repr(found[0])) <= len(repr(number)) + 2


def test_csv_has_the_vector_in_one_cell(raw, cli):
    raw(Embedder())
    rows = list(csv.reader(io.StringIO(cli("embed", "Hi", "-f", "csv").out)))

    assert rows[0] == ["index", "text", "model", "embedding"]
    assert json.loads(rows[1][3]) == vector("Hi")


def test_blank_lines_are_not_sent_and_keep_their_place(embedded):
    ran = embedded(stdin="a\n\n  \nb\n")

    assert (ran.code, ran.vectors) == (0, [vector("a"), None, None, vector("b")])
    assert ran.service.inputs == [["a", "b"]]
    assert ran.err == "cometapi: Lines 2 and 3 are blank and have no vector.\n"


def test_groups_close_by_items(embedded, folder):
    (folder / "many.txt").write_text("".join(f"t{number}\n" for number in range(5000)), "utf-8")
    ran = embedded("--lines", "many.txt")

    assert sorted(len(group) for group in ran.service.inputs) == [904, 2048, 2048]
    assert ran.vectors == wanted(*(f"t{number}" for number in range(5000)))


def test_groups_close_by_tokens(embedded, folder):
    texts = [f"{number:04}" + "x" * 996 for number in range(2048)]
    (folder / "long.txt").write_text("\n".join(texts), "utf-8")

    def refuse(group):
        return "too many" if sum(map(len, group)) / 2 > 300_000 or len(group) > 2048 else None

    ran = embedded("--lines", "long.txt", refuse=refuse)
    assert (ran.code, ran.vectors) == (0, wanted(*texts))
    assert 1 < len(ran.service.inputs) < 10


def test_a_group_that_is_too_large_after_all_is_sent_in_halves(embedded, folder):
    texts = [f"t{number}" for number in range(100)]
    (folder / "many.txt").write_text("\n".join(texts), "utf-8")
    ran = embedded("--lines", "many.txt", refuse=lambda group: "too many tokens" if len(group) > 30 else None)

    assert (ran.code, ran.vectors, ran.err) == (0, wanted(*texts), "")


def test_a_text_that_is_refused_does_not_cost_the_others(embedded):
    refuse = lambda group: "not this one" if "bad" in group else None  # noqa: E731
    ran = embedded("a", "bad", "b", "c", refuse=refuse)

    assert (ran.code, ran.vectors) == (3, [vector("a"), None, vector("b"), vector("c")])
    assert "Text 2 has no vector: The service does not accept the request (HTTP 400): not this one." in ran.err


def test_what_is_refused_whatever_the_text_ends_soon(embedded, folder):
    (folder / "many.txt").write_text("x\n" * 2000, "utf-8")
    ran = embedded("--lines", "many.txt", refuse=lambda group: "no such dimensions")

    assert (ran.code, ran.out) == (1, "")
    assert "no such dimensions" in ran.err
    assert len(ran.service.inputs) < 60


def test_one_text_that_is_refused_is_an_error(embedded):
    ran = embedded("bad", refuse=lambda group: "not this one")

    assert (ran.code, ran.out, len(ran.service.inputs)) == (1, "", 1)


@pytest.mark.parametrize("status, code", [(401, 77), (402, 1), (429, 69), (500, 69)])
def test_what_is_not_about_the_texts_is_asked_once(status, code, raw, cli):
    raw(lambda talk: talk.whole({"error": {"message": "no"}}, status))
    ran = cli("embed", "--lines", "lines.txt", "--retries", "0")

    assert (ran.code, len(raw.talks)) == (code, 1)


def test_what_was_paid_for_is_kept_when_the_work_is_broken_off(raw, cli, folder):
    (folder / "many.txt").write_text("x\n" * 3000, "utf-8")
    raw(Embedder(), lambda talk: talk.reset())
    ran = cli("embed", "--lines", "many.txt", "-o", "v.jsonl")

    found = [json.loads(line)["embedding"] for line in (folder / "v.jsonl").read_text("utf-8").splitlines()]
    assert (ran.code, len(raw.talks)) == (69, 2)
    assert found == [vector("x")] * 2048 + [None] * 952
    assert "952 of 3,000 texts have no vector, because the work was interrupted: " in ran.err


def test_a_file_of_vectors_is_json_lines_unless_it_says_otherwise(raw, cli, folder):
    raw(Embedder())
    for name in ("v.jsonl", "v", "v.csv", "v.json"):
        assert cli("embed", "Hi", "-o", name).code == 0
    made = {name: (folder / name).read_text("utf-8") for name in ("v.jsonl", "v", "v.csv", "v.json")}

    assert (
        made["v"]
        == made["v.jsonl"]
        == json.dumps({"index": 0, "text": "Hi", "model": MODEL, "embedding": vector("Hi")}) + "\n"
    )
    assert made["v.csv"].startswith("index,text,model,embedding\n")
    assert json.loads(made["v.json"])[0]["embedding"] == vector("Hi")


def matrix(data):
    """A matrix as NumPy's description of the format says it: (shape, rows)."""
    assert data[:8] == b"\x93NUMPY\x01\x00"
    length = struct.unpack("<H", data[8:10])[0]
    assert (10 + length) % 64 == 0
    assert data[9 + length : 10 + length] == b"\n"
    head = eval(data[10 : 10 + length])
    assert (head["descr"], head["fortran_order"]) == ("<f4", False)
    count, width = head["shape"]
    floats = struct.unpack(f"<{count * width}f", data[10 + length :])
    return head["shape"], [list(floats[at : at + width]) for at in range(0, len(floats), width)]


def test_a_matrix_is_numpys_and_needs_a_model(raw, cli, folder):
    raw(Embedder())
    ran = cli("embed", "-m", MODEL, "-o", "v.npy", stdin="a\n\nbb\n")
    shape, rows = matrix((folder / "v.npy").read_bytes())

    assert (ran.code, shape, rows[0], rows[2]) == (0, (3, 2), vector("a"), vector("bb"))
    assert all(number != number for number in rows[1])
    ran = cli("embed", "x", "-o", "w.npy")
    assert (ran.code, len(raw.talks)) == (2, 1)
    assert "does not contain the name of its model: add --model MODEL." in ran.err


REFUSED = {
    "nothing": ((), "", "TEXT is missing or empty: give it as an argument or through a pipe."),
    "blank lines": (("--lines", "-"), " \n\n", "Nothing to embed: every line is blank."),
    "no JSON": (
        ("--jsonl", "-", "--field", "a"),
        '{"a": "x"}\nx\n',
        "--jsonl must be JSON Lines, but line 2 of stdin is not valid JSON",
    ),
    "no object": (
        ("--jsonl", "-", "--field", "a"),
        "[1]\n",
        "--jsonl must have a JSON object on each line, but line 1 of stdin is a list",
    ),
    "no text": (("--jsonl", "-", "--field", "a"), '{"a": 5}\n', "--jsonl: line 1 has no text in the field a."),
    "no field": (("--jsonl", "-"), '{"a": "x"}\n', "--jsonl needs --field."),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_text_is_told_before_anything_is_sent(case, raw, cli):
    words, stdin, sentence = REFUSED[case]
    ran = cli("embed", *words, stdin=stdin)

    assert (ran.code, raw.accepted) == (2, 0)
    assert ran.err.splitlines()[0].startswith(f"cometapi: {sentence}")


def test_a_field_that_is_missing_or_null_is_like_a_blank_line(embedded):
    ran = embedded("--jsonl", "-", "--field", "t", stdin='{"t": "a"}\n{"t": null}\n\n{}\n{"t": "b"}\n')

    assert ran.vectors == [vector("a"), None, None, None, vector("b")]
    assert ran.err == "cometapi: Lines 2, 3 and 4 are blank and have no vector.\n"
