"""Conversations as text: JSON and Markdown, each read back as it was written. Pure.

In Markdown a line of a message that looks like the heading of a section gets a backslash before it, and so does one
that has such backslashes already; reading takes one away again. Everything else stands as it was said.
"""

import json
import re

from cometapi.cli.json_text import value_of
from cometapi.output.plain import finite

ROLES = ("system", "developer", "user", "assistant")
TITLE = "# Conversation with "
_HEADING = re.compile(rf"## ({'|'.join(role.capitalize() for role in ROLES)})")
_LIKE_HEADING = re.compile(rf"\\*{_HEADING.pattern}")


def to_json(model, messages, exported_at, protocol):
    """The conversation as one JSON object; ``turns`` of its messages are those of the protocol."""
    document = {"model": model, "protocol": protocol, "exported_at": exported_at, "messages": messages}
    return json.dumps(finite(document), ensure_ascii=False, indent=2) + "\n"


def from_json(text):
    """``(model or None, protocol or None, messages)``; raises ValueError with the end of a sentence when the text is no
    conversation.
    """
    try:
        document = value_of(text)
    except ValueError:
        raise ValueError("is not valid JSON") from None
    messages = document.get("messages") if isinstance(document, dict) else None
    if not isinstance(messages, list):
        raise ValueError('contains no list "messages"')
    return named(document, "model"), named(document, "protocol"), [checked(message) for message in messages]


def named(document, key):
    """The name that a document has there, or None."""
    name = document.get(key)
    return name if isinstance(name, str) and name else None


def checked(message):
    """A message reduced to what a conversation can hold; raises ValueError when its role and content are nothing such."""
    role, content = (message.get("role"), message.get("content")) if isinstance(message, dict) else (None, None)
    if role not in ROLES or not isinstance(content, str):
        raise ValueError(f"contains a message that is not plain text with a role of {', '.join(ROLES)}")
    own = message.get("turns")
    has_own = isinstance(own, list) and own and all(isinstance(one, dict) for one in own)
    return {"role": role, "content": content, **({"turns": own} if has_own else {})}


def to_markdown(model, messages, exported_at, protocol=None):
    """The conversation as a title and one section for each message: its texts, whichever protocol it was held in."""
    sections = [f"## {message['role'].capitalize()}\n\n{escaped(message['content'])}\n" for message in messages]
    return "\n".join([f"{TITLE}{model}\n\nExported at {exported_at}.\n", *sections])


def from_markdown(text):
    """``(model or None, None, messages)``; raises ValueError with the end of a sentence when the text has no section."""
    lines, messages = text.split("\n"), []
    if lines[0].endswith("\r"):  # an editor has ended every line so
        lines = [line.removesuffix("\r") for line in lines]
    for line in lines:
        heading = _HEADING.fullmatch(line)
        if heading:
            messages.append({"role": heading[1].lower(), "content": []})
        elif messages:
            messages[-1]["content"].append(line)
    if not messages:
        raise ValueError('contains no section such as "## User"')
    model = lines[0].removeprefix(TITLE).strip() if lines[0].startswith(TITLE) else None
    return model or None, None, [{**message, "content": content(message["content"])} for message in messages]


def content(lines):
    """The text of a section's lines, without the empty one that stands before it and the one after it."""
    lines = lines[1:] if lines[:1] == [""] else lines
    lines = lines[:-1] if lines[-1:] == [""] else lines
    return "\n".join(line[1:] if line.startswith("\\") and _LIKE_HEADING.fullmatch(line) else line for line in lines)


def escaped(text):
    """A text in which no line is a section's heading."""
    return "\n".join(f"\\{line}" if _LIKE_HEADING.fullmatch(line) else line for line in text.split("\n"))


WRITERS = {".json": to_json, ".md": to_markdown}
READERS = {".json": from_json, ".md": from_markdown}
