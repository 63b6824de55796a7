"""``make check`` and ``make golden``: what a contributor of one command is told."""

import check
import pytest
from project import edit, small_copy


@pytest.fixture
def told(tmp_path, monkeypatch, capsys):
    """Run the check in a project whose spec/ was never pressed: the exit code, stdout and stderr."""
    root = small_copy(tmp_path)
    monkeypatch.setattr(check, "ROOT", root)

    def run(*words, change=None):
        if change:
            edit(root / "spec" / "commands" / "help.yaml", *change)
        return check.main(list(words)), *capsys.readouterr()

    return run


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], check.USAGE),
        (["modls"], "Unknown command 'modls'; did you mean models?"),
        (["model", "inf"], "Unknown command 'model inf'; did you mean model info?"),
    ],
)
def test_a_command_that_is_not_there_is_told_with_the_near_one(words, sentence, told):
    assert told(*words) == (2, "", f"{sentence}\n")


@pytest.mark.parametrize("words", [["models"], ["--pressed"]], ids=" ".join)
def test_before_the_press_has_run_one_sentence_says_so(words, told):
    assert told(*words) == (1, "", "The pressed files are older than spec/. Next: make generate\n")


@pytest.mark.parametrize(
    ("change", "finding"), [(("effect: read", "effect: rad"), "3: effect"), (("effect: read", "effect: {"), "3: file")]
)
def test_findings_are_told_with_the_way_on(change, finding, told):
    code, out, err = told("help", change=change)
    assert (code, err) == (1, "Next: mend what stands above, then: make check COMMAND='help'\n")
    assert out.startswith(f"spec/commands/help.yaml:{finding}: ")
