"""Slash commands that look at what was said: all of it, what contains a text, the last answer for the clipboard."""

from cometapi.errors import UsageError
from cometapi.terminal import clipboard
from cometapi.terminal.visible import visible

BEFORE, AFTER = 30, 60  # characters shown around what was found


def history(chat, _):
    """Show the conversation so far."""
    if not chat.talk.messages:
        chat.context.say("Nothing has been said yet.")
    for number, message in enumerate(chat.talk.messages):
        chat.context.print("\n" * bool(number))
        chat.heading(message["role"])
        if message["role"] == "assistant":
            chat.show([message["content"]])
        else:
            chat.context.print(visible(message["content"], keep="\n\t").rstrip("\n") + "\n")


def find(chat, text):
    """Show where a text stands in the conversation, ignoring case: a line for each message that contains it."""
    found = [
        (number, message["role"], around(message["content"], text))
        for number, message in enumerate(chat.talk.messages, 1)
        if text.casefold() in message["content"].casefold()
    ]
    if not found:
        chat.context.say(f"No message contains {visible(text, keep='')}.")
    for number, role, shown in found:
        chat.context.print(f"{number:>3}  {bold(chat, role.capitalize())}: {shown}\n")


def around(content, text):
    """The part of a message around the first place of a text, as one harmless line."""
    words, sought = " ".join(content.split()), " ".join(text.split())
    at = max(words.casefold().find(sought.casefold()), 0)
    begin, end = max(at - BEFORE, 0), at + len(sought) + AFTER
    return visible(f"{'…' * (begin > 0)}{words[begin:end]}{'…' * (end < len(words))}", keep="")


def copy(chat, _):
    """Put the last answer on the clipboard. Raises UsageError before the first one."""
    answer = chat.talk.last_answer
    if answer is None:
        raise UsageError("There is no answer to copy yet.")
    chat.context.say(clipboard.copied(answer, chat.context))


def bold(chat, text):
    """A text in bold where stdout has styles."""
    return f"\x1b[1m{text}\x1b[0m" if chat.context.has_color("stdout") else text
