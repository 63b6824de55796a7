"""Guides: what their files may say, and steps that cannot be typed as they stand."""

from project import each, refused, small_copy

from codegen.__main__ import press

GUIDE = "topics/guide-first.yaml"
AT = f"spec/{GUIDE}"

# fault, file, (text, what stands there instead) or (another file, text, ...) ..., findings
FAULTS = [
    (
        "a guide without steps",
        GUIDE,
        [("steps:", "step:")],
        [
            f"{AT}:3: guide: guide requires steps.",
            f"{AT}:6: step: Unknown key; did you mean steps?",
        ],
    ),
    (
        "steps without a guide",
        GUIDE,
        [("guide: {title: First call, position: 1}\n", "")],
        [f"{AT}:5: steps: steps requires guide."],
    ),
    (
        "words typed into nothing",
        GUIDE,
        [("    run: cometapi models --limit 3\n", "    typed: [y]\n")],
        [f"{AT}:13: steps.1.typed: typed requires run."],
    ),
    (
        "a position that is no number",
        GUIDE,
        [("position: 1", "position: first")],
        [f"{AT}:3: guide.position: 'first' must be a whole number."],
    ),
    (
        "a guide that is not named so",
        "topics/formats.yaml",
        [("text: |", "guide: {title: Formats, position: 2}\nsteps: [{text: See them.}]\ntext: |")],
        ["spec/topics/formats.yaml:1: topic: The name of a guide begins with guide-, such as guide-formats."],
    ),
    (
        "a call that the command refuses, behind another one",
        GUIDE,
        [('cometapi chat "$answer"', 'cometapi chat "$answer" --heat 0')],
        [f"{AT}:8: steps.0.run: The command refuses this example: Unknown option --heat."],
    ),
    (
        "a call of no command, within brackets",
        GUIDE,
        [("answer=$(cometapi chat", "answer=$(cometapi chta")],
        [f"{AT}:8: steps.0.run: This example does not call any of its commands."],
    ),
    (
        "a step that does not call the program",
        GUIDE,
        [("run: cometapi models --limit 3", "run: ls models")],
        [f"{AT}:13: steps.1.run: This example does not call cometapi."],
    ),
]


@each(FAULTS)
def test_a_fault_is_found_where_it_stands(file, edits, findings, tmp_path):
    assert refused(tmp_path, file, edits) == findings


def test_two_guides_have_two_places(tmp_path):
    root = small_copy(tmp_path)
    text = (root / AT).read_text()
    (root / "spec/topics/guide-second.yaml").write_text(text.replace("guide-first", "guide-second"))
    assert [str(one) for one in press(root)[1]] == [
        "spec/topics/guide-second.yaml:3: guide.position: guide-first has the position 1 already."
    ]


def test_only_guides_are_named_so(tmp_path):
    root = small_copy(tmp_path)
    text = "topic: guide-other\nsummary: Nothing to walk.\ntext: Nothing.\n"
    (root / "spec/topics/guide-other.yaml").write_text(text)
    assert [str(one) for one in press(root)[1]] == [
        "spec/topics/guide-other.yaml:1: topic: Only a topic with guide and steps has such a name."
    ]
