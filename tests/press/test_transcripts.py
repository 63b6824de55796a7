"""What is kept of an example: all of it, or as much as there is room for; and what is said where something is missing."""

from types import SimpleNamespace

import pytest

from codegen import transcripts

CALLS = [
    ("cometapi models", "ID\n──\na\n\n$2.50"),
    ("cometapi chat \\\n  --model 'a\nb'", "Hi\n[exit 2]"),
    ("cometapi logs > all.csv", ""),
]


def source(**data):
    return SimpleNamespace(data=data)


def manifest(*runs, steps=()):
    examples = [{"run": one} for one in runs]
    topics = {"guide-x": source(steps=list(steps))} if steps else {}
    return SimpleNamespace(program=source(), commands={"models": source(examples=examples)}, topics=topics)


@pytest.fixture
def kept(tmp_path):
    """Write a file of transcripts; gives the project's folder."""

    def write(stem, calls):
        (tmp_path / "docs" / "examples").mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / "examples" / f"{stem}.txt").write_text(transcripts.written(calls), "utf-8")
        return tmp_path

    return write


def test_what_is_written_is_read_again(kept):
    root = kept("models", CALLS)
    assert transcripts.in_order(root) == {"models": CALLS}
    assert transcripts.read(root) == {"models": dict(CALLS)}


def test_long_output_is_cut_and_says_so():
    short = transcripts.transcript(0, "\n".join(map(str, range(40))) + "\n")
    long = transcripts.transcript(3, "\n".join(map(str, range(41))) + "\n" + "x" * 500)
    assert short.splitlines() == [str(one) for one in range(40)]
    assert long.splitlines() == [*(str(one) for one in range(30)), "[12 more lines]", "[exit 3]"]
    assert transcripts.transcript(0, "x" * 500) == "x" * 400 + "[100 more characters]"


def test_a_step_may_type_several_commands():
    run = "echo '[\n  1]' > a.json\ncometapi chat \\\n  Hi\ncat a.json\n"
    assert transcripts.commands(run) == ["echo '[\n  1]' > a.json", "cometapi chat \\\n  Hi", "cat a.json"]


def test_each_step_of_a_guide_has_what_its_commands_show():
    steps = [{"run": "a\nb"}, {"text": "Read."}, {"run": "c", "output": {"none": "Long."}}, {"run": "a"}]
    calls = [("a", "1"), ("b", "2"), ("a", "3")]
    assert transcripts.of_steps(calls, steps) == ["1\n2", None, None, "3"]


@pytest.mark.parametrize(
    ("runs", "calls", "fault"),
    [
        (["a", "b"], [("a", "1")], "docs/examples/models.txt: does not tell what this prints: b"),
        (
            ["a"],
            [("a", "1"), ("b", "2")],
            "docs/examples/models.txt: tells what this prints, which is no example any more: b",
        ),
        (
            ["a", "b"],
            [("b", "2"), ("a", "1")],
            "docs/examples/models.txt: its calls stand in another order than the examples.",
        ),
    ],
)
def test_what_does_not_fit_the_manifest_is_told(runs, calls, fault, kept):
    assert list(transcripts.faults(manifest(*runs), kept("models", calls))) == [fault]


def test_a_step_without_its_output_is_told(kept):
    root = kept("models", [("a", "1")])
    assert list(transcripts.faults(manifest("a", steps=[{"run": "b"}]), root)) == [
        "docs/examples/guide-x.txt: does not tell what this prints: b"
    ]


def test_a_program_that_keeps_none_lacks_none(tmp_path):
    assert list(transcripts.faults(manifest("a"), tmp_path)) == []
