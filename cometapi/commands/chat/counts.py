"""Slash commands that count: tokens as estimated and as the service says, and what they cost."""

from cometapi import output
from cometapi.answers.usage import added, told_cost
from cometapi.output.results import Rows

COUNT = {"kind": "count"}
COUNTS = ("input", "output", "total", "reasoning", "cached")  # of tokens, as they are shown


def tokens(chat, _):
    """Estimate the length of what the next message carries along."""
    talk = chat.talk
    chat.context.print(
        f"About {talk.estimated_tokens():,} tokens in {counted(talk.messages)} (estimate: 4 characters each).\n"
    )


def usage(chat, _):
    """Show what the service says its answers used."""
    used = [tokens | {"total": total(tokens)} for _, tokens, _ in chat.talk.usages]
    counts = [name for name in COUNTS if any(name in one for one in used)]
    columns = [{"name": name, "title": name.capitalize(), "show": "always"} for name in ("answer", "model")]
    columns += [{"name": name, "title": name.capitalize(), "show": "always", "format": COUNT} for name in counts]
    rows = [(str(number), name, used[number - 1]) for number, (name, *_) in enumerate(chat.talk.usages, 1)]
    rows += [("all", None, added(used))] if rows else []
    records = [
        {"answer": answer, "model": name, **{count: one.get(count) for count in counts}} for answer, name, one in rows
    ]
    empty = "The service has not reported any token counts yet."
    output.write(Rows(columns, records, empty=lambda: empty), "table", chat.context)


def total(tokens):
    """Tokens of the request and of the answer."""
    return tokens.get("input", 0) + tokens.get("output", 0)


def cost(chat, _):
    """Show what the answers have cost so far, by the catalog's prices."""
    spent, dollars, unpriced = chat.talk.spent
    answers = len(chat.talk.usages)
    if not answers:
        chat.context.say("The service has not reported any token counts yet, so no cost is known.")
        return
    told = told_cost(dollars, unpriced, answers) or "no price is known"
    chat.context.print(
        f"{told[0].upper()}{told[1:]} for {spent:,} tokens in {answers_in_words(answers)}, at catalog prices.\n"
    )


def answers_in_words(count):
    """How many answers, in words."""
    return f"{count} answer{'' if count == 1 else 's'}"


def counted(messages):
    """How many messages, in words."""
    return f"{len(messages)} message{'' if len(messages) == 1 else 's'}"
