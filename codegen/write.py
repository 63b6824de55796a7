"""Last step of the generator: writes the files. It owns two folders, and the part of README.md between two markers."""

from pathlib import Path

OWNED = ("cometapi/generated", "cometapi/share")


def planned(root, files, readme_part, marks):
    """What the tree should look like: path to text or bytes, and None for every stray file in an owned folder."""
    root = Path(root)
    plan = dict(files)
    readme = root / "README.md"
    if readme.exists():
        plan["README.md"] = between(readme.read_text("utf-8"), readme_part, marks)
    for folder in OWNED:
        for path in (root / folder).rglob("*"):
            name = path.relative_to(root).as_posix()
            if path.is_file() and name not in plan and "__pycache__" not in path.parts:
                plan[name] = None
    return plan


def between(text, part, marks):
    """The text with what stands between the marks (marks included) replaced; unchanged when it has no marks."""
    head, begin, rest = text.partition(marks[0])
    _, end, tail = rest.partition(marks[1])
    return head + part + tail if begin and end else text


def differences(root, plan):
    """Names of files that are not as planned, to the byte."""
    wanted = {name: text.encode("utf-8") if isinstance(text, str) else text for name, text in plan.items()}
    return [name for name, data in sorted(wanted.items()) if current(Path(root) / name) != data]


def current(path):
    """The bytes of a file, None when there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def write(root, plan):
    """Write the planned files; returns the names of those that changed."""
    changed = differences(root, plan)
    for name in changed:
        path = Path(root) / name
        if plan[name] is None:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        text = plan[name]
        path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return changed
