"""``similar``: the order of vectors, what comes last in it, and files that do not go together."""

import json
import math

import pytest
from vectors import Embedder

from cometapi.output.npy import matrix

MODEL = "text-embedding-3-small"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(folder, vectors, name="v.jsonl", **facts):
    """A file of vectors as ``embed`` writes it; of each its place is the text."""
    rows = [
        {"index": at, "text": f"t{at}", "model": MODEL, "embedding": one, **facts} for at, one in enumerate(vectors)
    ]
    (folder / name).write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")


@pytest.fixture
def found(raw, cli):
    """Run ``similar`` for a text whose vector is [1, 0]."""

    def run(*words):
        raw(Embedder(lambda items: [{**items[0], "embedding": [1.0, 0.0]}]))
        ran = cli("similar", "q", *words, "--json")
        ran.rows = json.loads(ran.out) if ran.out else None
        return ran

    return run


def test_the_most_similar_comes_first(found, folder, raw):
    written(folder, [[0, 1], [-2, 0], [3, 0], [1, 1]])
    ran = found("v.jsonl")

    assert [(one["index"], one["score"]) for one in ran.rows] == [(2, 1.0), (3, 0.707107), (0, 0.0), (1, -1.0)]
    assert ran.rows[0] == {"score": 1.0, "index": 2, "text": "t2"}
    assert json.loads(raw.talks[0].body) == {"encoding_format": "base64", "model": MODEL, "input": "q"}


def test_what_has_no_direction_comes_last_and_is_no_fault(found, folder):
    written(folder, [[0, 0], None, [math.nan, 1], [math.inf, 1], [None, 1], [-1, 0]])
    ran = found("v.jsonl")

    assert (ran.code, ran.err) == (0, "")
    assert [(one["index"], one["score"]) for one in ran.rows] == [(5, -1.0), *((at, None) for at in range(5))]


def test_a_limit_takes_the_first(found, folder):
    written(folder, [[0, 1], [1, 0]])

    assert [one["index"] for one in found("v.jsonl", "--limit", "1").rows] == [1]


def test_a_json_list_is_read_too(found, folder):
    (folder / "v.json").write_text(json.dumps([{"embedding": [1, 0], "model": MODEL}], indent=2), "utf-8")

    assert found("v.json").rows == [{"score": 1.0, "index": 0, "text": None}]


def test_a_matrix_needs_its_model(found, folder, raw):
    from array import array

    rows = [array("f", [0.0, 1.0]), None, array("f", [1.0, 0.0])]
    (folder / "v.npy").write_bytes(b"".join(matrix(rows)))

    assert [(one["index"], one["score"]) for one in found("v.npy", "-m", MODEL).rows] == [(2, 1.0), (0, 0.0), (1, None)]
    ran = found("v.npy")
    assert (ran.code, raw.accepted) == (2, 1)
    assert "v.npy does not contain the name of its model: add --model MODEL." in ran.err


def test_another_length_is_told_with_both_numbers(found, folder):
    written(folder, [[1, 2, 3]])
    ran = found("v.jsonl")

    assert (ran.code, ran.out) == (2, "")
    assert "have 3 dimensions, but the vector of the text has 2." in ran.err
    assert "add --dimensions 3." in ran.err


BEFORE = {
    "another model": (
        [[1, 0]],
        ("-m", "other"),
        "The vectors in v.jsonl were made with text-embedding-3-small, not other.",
    ),
    "unequal lengths": ([[1, 0], [1]], (), "v.jsonl mixes vectors of 2 and, in record 2, 1 dimensions."),
    "no vectors": ([None], (), "v.jsonl contains no vectors."),
    "words": (["x"], (), "Record 1 of v.jsonl has no vector in the field embedding."),
}


@pytest.mark.parametrize("case", BEFORE)
def test_what_does_not_go_together_is_told_before_anything_is_sent(case, found, folder, raw):
    vectors, words, sentence = BEFORE[case]
    written(folder, vectors)
    ran = found("v.jsonl", *words)

    assert (ran.code, raw.accepted) == (2, 0)
    assert sentence in ran.err.replace("\\n", " ")


def test_a_file_of_two_models_is_refused(found, folder, raw):
    (folder / "v.jsonl").write_text('{"model": "a", "embedding": [1]}\n{"model": "b", "embedding": [1]}\n', "utf-8")

    assert (found("v.jsonl").code, raw.accepted) == (2, 0)


@pytest.mark.parametrize("data", [b"hello", b"\xff\xfe\xff", b'"x"\n', b'{"embedding": []}'])
def test_a_file_of_something_else_is_refused(data, found, folder, raw):
    for name in ("v.jsonl", "v.npy"):
        (folder / name).write_bytes(data)
        assert (found(name, "-m", MODEL).code, raw.accepted) == (2, 0)


def test_what_embed_writes_similar_reads(cli, folder):
    assert cli("--sandbox", "embed", "a", "b", "-o", "v.jsonl").code == 0
    rows = json.loads(cli("--sandbox", "similar", "a", "v.jsonl", "--json").out)

    assert (rows[0]["text"], rows[0]["score"]) == ("a", 1.0)
