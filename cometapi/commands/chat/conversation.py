"""What has been said: the messages of a conversation and what its answers used. Pure: nothing is sent, read or shown."""

LETTERS_A_TOKEN = 4  # the usual rule of thumb for English


class Conversation:
    """A model, the messages so far as the service wants them, and the usage of each answer.

    ``messages`` are dicts of ``role`` and ``content``, a system prompt first if there is one. ``usages`` are pairs of
    model and the service's own usage object; they stay when messages are taken back, because they were paid for.
    """

    def __init__(self, model, system=None, messages=()):
        self.model = model
        self.messages = list(messages)
        self.usages = []
        if system:
            self.system = system

    @property
    def system(self):
        """The system prompt, or None."""
        return self.messages[0]["content"] if self.messages and self.messages[0]["role"] == "system" else None

    @system.setter
    def system(self, text):
        rest = self.messages[1:] if self.system is not None else self.messages
        self.messages = [{"role": "system", "content": text}, *rest] if text else rest

    def say(self, text):
        """Add a message of the user."""
        self.messages.append({"role": "user", "content": text})

    def answered(self, text, usage=None):
        """Add what came of an answer, and what it used where the service said so."""
        if text:
            self.messages.append({"role": "assistant", "content": text})
        if isinstance(usage, dict):
            self.usages.append((self.model, usage))

    def last_of_user(self):
        """The number of the user's last message, or None."""
        found = [number for number, message in enumerate(self.messages) if message["role"] == "user"]
        return found[-1] if found else None

    def undo(self):
        """Take back the user's last message and all that followed; returns that message's text, None without one."""
        number = self.last_of_user()
        if number is None:
            return None
        text = self.messages[number]["content"]
        del self.messages[number:]
        return text

    def retry(self):
        """Take back what followed the user's last message; returns that message's text, None without one."""
        number = self.last_of_user()
        if number is None:
            return None
        del self.messages[number + 1 :]
        return self.messages[number]["content"]

    def clear(self):
        """Forget every message but the system prompt."""
        self.messages = self.messages[:1] if self.system is not None else []

    def estimated_tokens(self):
        """About how many tokens the messages are, by their length."""
        letters = sum(len(message["content"]) for message in self.messages)
        return -(-letters // LETTERS_A_TOKEN)
