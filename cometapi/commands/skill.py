"""``cometapi skill``: what a coding agent reads of this program; shown, put where the agent looks, and removed."""

import os
from difflib import unified_diff

from cometapi.advice import advice
from cometapi.errors import UsageError
from cometapi.skill import folder
from cometapi.skill.content import INDEX, index, skill
from cometapi.skill.places import folder_of
from cometapi.terminal import confirm
from cometapi.terminal.visible import seen


def show(call):
    """Print the index of the skill."""
    call.context.print(index())


def install(call):
    """Show what would be written, ask, and write it; what is the user's is shown and left."""
    place, wanted = folder_of(call.context.environ, call.option("skill_target")), skill()
    record = folder.recorded(place)
    plan = folder.planned(place, wanted, record)
    is_forced = call.option("force")
    if not is_forced:
        refuse_theirs(call.context, place, plan, wanted)
    deeds = told(plan)
    if not deeds:
        tell_left(call.context, plan)
        if not call.option("plan"):
            folder.install(place, wanted, record, plan)  # the record may be missing
        call.context.note(f"The skill in {place} is up to date.")
        return
    if call.option("plan"):
        call.context.print(
            "".join(f"{one}\n" for one in [place, *deeds, "", *wanted[INDEX].decode("utf-8").split("\n")])
        )
        return
    call.context.say(wanted[INDEX].decode("utf-8"))
    agree(call, f"Write the skill to {place} ({', '.join(summed(plan))})")
    copies = folder.install(place, wanted, record, plan)
    tell_left(call.context, plan)
    for one in copies:
        call.context.note(f"What was there is kept in {os.path.join(place, one)}.")
    call.context.note(f"The skill is now in {place}.")


def remove(call):
    """Delete what was written and is unchanged; give back what was there before."""
    place = folder_of(call.context.environ, call.option("skill_target"))
    record = folder.recorded(place)
    plan = folder.planned(place, {}, record)
    if not record["files"]:
        call.context.note(f"There is no skill of this program in {place}.")
        return
    if call.option("plan"):
        call.context.print("".join(f"{one}\n" for one in [place, *told(plan)]))
        return
    agree(call, f"Remove the skill from {place} ({', '.join(summed(plan))})")
    folder.remove(place, record, plan)
    tell_left(call.context, plan)
    call.context.note(f"The skill was removed from {place}.")


def agree(call, deed):
    """Raise UsageError unless the user agrees."""
    if call.option("yes"):
        return
    if call.context.silence():
        raise UsageError(f"{deed}? Nobody can be asked here.", hint=advice("If you agree, add {yes}."))
    if not confirm.agreed(call.context, deed):
        raise UsageError("Cancelled.", hint="")


def told(plan):
    """A line for each file that changes."""
    kinds = {"write": plan.new, "update": plan.changed, "replace": plan.theirs, "delete": plan.old}
    return [f"{deed:8}{path}" for deed, paths in kinds.items() for path in paths]


def summed(plan):
    """How many files change, in words."""
    kinds = {"new": plan.new, "changed": plan.changed, "replaced": plan.theirs, "deleted": plan.old}
    return [f"{len(paths)} {kind}" for kind, paths in kinds.items() if paths] or ["nothing else"]


def tell_left(context, plan):
    """Say which files of an older version stay, because they were changed."""
    for path in plan.left:
        context.note(f"{path} was changed since it was written, and stays.")


def refuse_theirs(context, place, plan, wanted):
    """Show the files that are the user's, as far as they differ, and raise UsageError."""
    if not plan.theirs:
        return
    for path in plan.theirs:
        there = folder.content(place, path).decode("utf-8", "replace").splitlines()
        lines = unified_diff(there, wanted[path].decode("utf-8").splitlines(), path, f"{path} (new)", lineterm="")
        context.put("\n".join(seen(line) for line in lines))
    names = ", ".join(plan.theirs)
    raise UsageError(
        f"In {place} there are files that were not written by this program, or were changed since: {names}. "
        "Nothing was written.",
        hint=advice("{force} replaces them, and keeps copies."),
    )
