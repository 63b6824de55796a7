"""Parts of a batch for several machines: a row belongs to the part that the hash of its ID names."""

import re

from cometapi.advice import flag
from cometapi.batch.table import key_of
from cometapi.errors import UsageError

NUMBER = re.compile(r"[0-9]{1,9}")
FORM = re.compile(rf"({NUMBER.pattern})/({NUMBER.pattern})")
SLURM = ("SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_MIN", "SLURM_ARRAY_TASK_MAX")
STEP, TASKS = "SLURM_ARRAY_TASK_STEP", "SLURM_ARRAY_TASK_COUNT"
KUBERNETES = "JOB_COMPLETION_INDEX"


def of(id, count):
    """The part of an ID among so many, from 1."""
    return key_of(id) % count + 1


def given(text, environ):
    """``(part, count)`` that a word says: ``2/5``, ``auto`` in an array of Slurm, ``auto/5`` in an indexed job of Kubernetes.

    Raises UsageError for anything else, and where the variables of the scheduler are not set.
    """
    name = flag("shard")
    if text == "auto":
        return of_slurm(environ, name)
    word, _, count = text.partition("/")
    if word == "auto" and NUMBER.fullmatch(count):
        index = number(environ, KUBERNETES, f"{name} {text} is for indexed jobs of Kubernetes")
        return checked(index + 1, int(count), name)
    found = FORM.fullmatch(text)
    if not found:
        raise UsageError(f"{name} must be I/N, such as 1/3, or auto, or auto/N, not {text!r}.")
    return checked(int(found[1]), int(found[2]), name)


def of_slurm(environ, name):
    """The part of a task of a Slurm array, which may begin anywhere and go by steps."""
    why = f"{name} auto is for arrays of Slurm; in a Kubernetes job say {name} auto/N"
    task, first, last = (number(environ, one, why) for one in SLURM)
    step = number(environ, STEP, why) if STEP in environ else 1
    if step < 1 or not first <= task <= last or (task - first) % step:
        raise UsageError(f"The variables {SLURM[0]}, _MIN, _MAX and _STEP do not go together.")
    count = (last - first) // step + 1
    if TASKS in environ and number(environ, TASKS, why) != count:  # 1,5,7: which part a task is, only a list could tell
        raise UsageError(
            f"{name} auto is for arrays that go by steps, such as 1-8 or 0-14:2; the {environ[TASKS]} tasks of this one do not."
        )
    return checked((task - first) // step + 1, count, name)


def number(environ, variable, why):
    """The number in a variable; raises UsageError where there is none."""
    text = environ.get(variable, "")
    if not NUMBER.fullmatch(text):
        raise UsageError(f"{why}: the variable {variable} is {'not set' if not text else f'{text!r}'}.")
    return int(text)


def checked(part, count, name):
    """A part and a count that fit; raises UsageError for any others."""
    if not 1 <= part <= count:
        raise UsageError(f"{name} counts from 1 to the number of parts, such as 1/3 to 3/3, not {part}/{count}.")
    return part, count
