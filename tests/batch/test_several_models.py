"""Rows for several models in one file."""

# ruff: noqa: F811
import threading

from asked import asked, folder, right, row  # noqa: F401 - fixtures


def test_a_model_that_is_slow_does_not_hold_up_the_rows_of_another(folder, asked):
    slow = [row(number, model="slow") for number in range(12)]
    fast = [row(number, model="fast") for number in range(12, 24)]
    rows = [one for pair in zip(slow, fast, strict=True) for one in pair]
    folder.rows(*rows)
    asked.held = {f"prompt {number}" for number in range(12)}
    at_once = []

    def let_go():
        asked.wait(14)  # two of the slow ones, and all the others
        at_once.extend(asked.prompts)
        asked.go_on.set()

    threading.Thread(target=let_go).start()
    ran = folder.run("--parallel", "2")

    assert (ran.code, folder.answers(), asked.twice()) == (0, right(*rows), [])
    assert len(asked.held & set(at_once)) == 2
