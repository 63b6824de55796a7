"""The state of a conversation: its turns and token usage. Pure: nothing is sent, read or shown."""

from typing import NamedTuple

from cometapi.answers import turns
from cometapi.attached.room import tokens_of


class Turn(NamedTuple):
    """What somebody said: its text, and the turns of the protocol that carry it; ``number`` is that of the exchange of the
    history that holds it, None for what the history does not have.
    """

    role: str
    text: str
    own: list
    number: int | None = None


class Conversation:
    """A protocol, a model, a system prompt or None, and what was said so far.

    ``usages`` are triples of model, tokens by name and estimated dollars or None; they stay when messages are taken back,
    because they were paid for.
    """

    def __init__(self, protocol, model, system=None):
        self.protocol = protocol
        self.model = model
        self.system = system
        self.said = []
        self.usages = []
        self.is_refused = False  # whether the service refused the user's last message

    @property
    def turns(self):
        """The turns of the protocol, as the next request has them."""
        return [one for turn in self.said for one in turn.own]

    @property
    def messages(self):
        """Everything as dicts of ``role`` and ``content``, the system prompt first; ``turns`` are those of the protocol
        where they say more than the text.
        """
        system = [{"role": "system", "content": self.system}] if self.system else []
        return [*system, *map(self.message, self.said)]

    def message(self, turn):
        """One turn as a message."""
        is_plain = turn.own == self.of_text(turn.role, turn.text)
        return {"role": turn.role, "content": turn.text, **({} if is_plain else {"turns": turn.own})}

    def load(self, messages):
        """Replace the conversation by these messages, the first perhaps a system prompt; returns roles that the protocol lacks."""
        is_system = bool(messages) and messages[0]["role"] == "system"
        self.system = messages[0]["content"] if is_system else None
        rest = messages[1:] if is_system else messages
        known = self.protocol["turn"]["roles"]
        self.said = [
            Turn(one["role"], one["content"], one.get("turns") or self.of_text(one["role"], one["content"]))
            for one in rest
            if one["role"] in known
        ]
        return sorted({one["role"] for one in rest} - set(known))

    def of_text(self, role, text):
        """The turns of the protocol for a text."""
        return turns.of_text(self.protocol["turn"], role, text)

    def say(self, text, own=None):
        """Add a message of the user, as ``own`` turns of the protocol where something is attached to it."""
        self.said.append(Turn("user", text, own or self.of_text("user", text)))

    def answered(self, text, own=None, tokens=None, dollars=None):
        """Add what came of an answer: its text or its ``own`` turns, and the tokens where the service counted them, with
        what they cost by estimate.
        """
        if own or text:
            self.said.append(Turn("assistant", text, own or self.of_text("assistant", text)))
        if tokens:
            self.usages.append((self.model, tokens, dollars))

    @property
    def last_answer(self):
        """The text of the last answer, None before the first one."""
        return next((turn.text for turn in reversed(self.said) if turn.role == "assistant"), None)

    @property
    def spent(self):
        """``(tokens, estimated dollars, answers without an estimate)`` of everything that was answered."""
        tokens = sum(one.get("input", 0) + one.get("output", 0) for _, one, _ in self.usages)
        estimates = [dollars for _, _, dollars in self.usages if dollars is not None]
        return tokens, sum(estimates), len(self.usages) - len(estimates)

    def leave_out_refused(self):
        """Take back the last message if the service refused it: it would refuse the next one for it."""
        if self.is_refused and self.said and self.said[-1].role == "user":
            self.cut(len(self.said) - 1)
        self.is_refused = False

    def last_of_user(self):
        """The number of the user's last message, or None."""
        return next((number for number in reversed(range(len(self.said))) if self.said[number].role == "user"), None)

    def undo(self):
        """Take back the user's last message and all that followed; returns that message's text, None without one."""
        number = self.last_of_user()
        if number is None:
            return None
        text = self.said[number].text
        self.cut(number)
        return text

    def retry(self):
        """Take back what followed the user's last message; returns that message's text, None without one."""
        number = self.last_of_user()
        if number is None:
            return None
        if number + 1 < len(self.said):  # else nothing has followed, and the next answer belongs to what is kept
            self.cut(number + 1)
        return self.said[number].text

    # --- what the history has of it

    def cut(self, number):
        """Take back what was said from this number on; the history has exchanges as a whole or not at all."""
        gone = {turn.number for turn in self.said[number:]}
        self.said = [turn._replace(number=None) if turn.number in gone else turn for turn in self.said[:number]]

    def kept(self):
        """The number of the exchange that the talk has come to in the history, None where it has nothing of it."""
        return next((turn.number for turn in reversed(self.said) if turn.number is not None), None)

    def turns_to(self, number):
        """The turns of the protocol up to the end of an exchange; none for None."""
        return [one for turn in self.said[: self.end_of(number)] for one in turn.own]

    def turns_after(self, number):
        """The turns of the protocol behind that."""
        return [one for turn in self.said[self.end_of(number) :] for one in turn.own]

    def end_of(self, number):
        """How many of the things said are there up to the end of an exchange."""
        places = [place for place, turn in enumerate(self.said, 1) if number is not None and turn.number == number]
        return places[-1] if places else 0

    def number(self, number):
        """Give all that the history did not have the number of the exchange that holds it now."""
        self.said = [turn if turn.number is not None else turn._replace(number=number) for turn in self.said]

    def renumber(self, known):
        """Give what was said the numbers that a fork has for it; what it does not have loses its own."""
        self.said = [turn._replace(number=known.get(turn.number)) for turn in self.said]

    def resume(self, exchanges):
        """Replace the conversation by exchanges of the history: ``number``, ``prompt``, ``asked``, ``reply``, ``answered``."""
        self.said = []
        for one in exchanges:
            parts = (("user", one.prompt, one.asked), ("assistant", one.reply, one.answered))
            self.said += [Turn(role, text, own, one.number) for role, text, own in parts if own]

    def clear(self):
        """Forget every message but the system prompt."""
        self.said = []

    def estimated_tokens(self):
        """About how many tokens the messages are, by their length."""
        return tokens_of(message["content"] for message in self.messages)
