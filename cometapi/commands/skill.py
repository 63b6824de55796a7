"""``cometapi skill``: what a coding agent reads of this program; shown, put where the agent looks, and removed."""

import os
from difflib import unified_diff
from itertools import islice

from cometapi.advice import advice
from cometapi.errors import UsageError
from cometapi.skill import folder
from cometapi.skill.content import INDEX, index, skill
from cometapi.skill.places import folder_of
from cometapi.terminal import confirm
from cometapi.terminal.visible import seen

MOST = 40  # lines of a difference that are shown of one file
EACH = 3  # files of one folder that are named one by one before a question


def show(call):
    """Print the index of the skill."""
    call.context.print(index())


def install(call):
    """Show what would be written, ask, and write it, for one agent after the other; what is the user's is shown and left."""
    wanted = skill(call.context.environ)
    for place in places(call):
        install_in(call, place, wanted)


def remove(call):
    """Delete what was written and is unchanged; give back what was there before."""
    for place in places(call):
        remove_from(call, place)


def places(call):
    """The folders that are meant: each once, and all of them known before anything is written."""
    return list(dict.fromkeys(folder_of(call.context.environ, one) for one in call.option("skill_target")))


def install_in(call, place, wanted):
    """Install the skill, whose files are ``wanted``, in one folder."""
    plan = folder.planned(place, wanted, folder.recorded(place))
    if not call.option("force"):
        refuse_theirs(call.context, place, plan, wanted)
    deeds = told(plan)
    text = wanted[INDEX].decode("utf-8") if INDEX in [*plan.new, *plan.changed, *plan.theirs] else ""
    if call.option("plan") and deeds:
        call.context.print("\n".join([place, *deeds, *(["", text] if text else [""])]))
        return
    if deeds:
        agree(call, f"Write the skill to {place} ({summed(plan)})", plan, text)
    copies = [] if call.option("plan") else folder.install(place, wanted, plan)  # also where only the record is missing
    tell_left(call.context, plan)
    for one in copies:
        call.context.note(f"What was there is kept in {os.path.join(place, one)}.")
    call.context.note(
        f"The skill is now in {place} ({summed(plan)})." if deeds else f"The skill in {place} is up to date."
    )


def remove_from(call, place):
    """Remove the skill from one folder."""
    record = folder.recorded(place)
    plan = folder.planned(place, {}, record)
    if not record["files"]:
        call.context.note(f"There is no skill of this program in {place}.")
        return
    if call.option("plan"):
        call.context.print("".join(f"{one}\n" for one in [place, *told(plan)]))
        return
    agree(call, f"Remove the skill from {place} ({summed(plan)})", plan)
    folder.remove(place)
    tell_left(call.context, plan)
    call.context.note(f"The skill was removed from {place}.")


def agree(call, deed, plan, text=""):
    """Raise UsageError unless the user agrees, who is shown what changes, and the ``text`` of the index if it does."""
    if call.option("yes"):
        return
    if call.context.silence():
        raise UsageError(f"{deed}? Nobody can be asked here.", hint=advice("If you agree, add {yes}."))
    if text:
        call.context.say(f"{INDEX}, which the agent reads first:\n\n{text}")
    call.context.put("\n".join([*shortened(plan), ""]))
    if not confirm.agreed(call.context, deed):
        raise UsageError("Cancelled.", hint="")


def deeds_of(plan):
    """What becomes of files, and which."""
    return {"write": plan.new, "update": plan.changed, "replace": plan.theirs, "delete": plan.old}


def told(plan):
    """A line for each file that changes."""
    return [f"{deed:8}{path}" for deed, paths in deeds_of(plan).items() for path in paths]


def shortened(plan):
    """The same in fewer lines: of a folder in which many files change, their number."""
    lines = []
    for deed, paths in deeds_of(plan).items():
        rooms: dict[str, list[str]] = {}
        for path in paths:
            rooms.setdefault(os.path.dirname(path), []).append(path)
        for room, some in rooms.items():
            named = some if len(some) <= EACH or not room else [f"{room} ({len(some)} files)"]
            lines += [f"{deed:8}{one}" for one in named]
    return lines


def summed(plan):
    """How many files change, in words."""
    kinds = {"new": plan.new, "changed": plan.changed, "replaced": plan.theirs, "deleted": plan.old}
    return ", ".join(f"{len(paths)} {kind}" for kind, paths in kinds.items() if paths) or "nothing else"


def tell_left(context, plan):
    """Say which files of an older version stay, because they were changed."""
    for path in plan.left:
        context.note(f"{path} was changed since it was written, and stays.")


def refuse_theirs(context, place, plan, wanted):
    """Show the files that are the user's, as far as they differ, and raise UsageError."""
    if not plan.theirs:
        return
    for path in plan.theirs:
        context.put("\n".join(seen(line) for line in difference(path, folder.content(place, path), wanted[path])))
    names = ", ".join(plan.theirs)
    raise UsageError(
        f"In {place} there are files that were not written by this program, or were changed since: {names}. "
        "Nothing was written.",
        hint=advice("{force} replaces them, and keeps copies."),
    )


def difference(path, there, wanted):
    """How the bytes of a file differ from those that would be written: lines, of a long difference the first."""
    texts = [data.decode("utf-8", "replace").splitlines() for data in (there, wanted)]
    lines = list(islice(unified_diff(*texts, path, f"{path} (new)", lineterm=""), MOST + 1))
    return [*lines[:MOST], "…"] if len(lines) > MOST else lines
