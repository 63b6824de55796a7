"""The conversation at the prompt and the one of the history that it is: going on with one, and leaving it at a fork."""

from cometapi.advice import advice
from cometapi.answers import remembering
from cometapi.answers.remembering import Past
from cometapi.errors import CometError, UsageError
from cometapi.history.rows import UNANSWERED


class Keeping:
    """Which conversation of the history a talk is; ``conversation`` is its id, None before anything was kept.

    ``last`` is the number of the exchange that the talk has come to; turns that the history has carry such a number.
    """

    def __init__(self, call):
        self.call = call
        self.given, self.values = dict(call.given), dict(call.values)
        self.conversation = None
        self.last = None
        self.name = None  # given before there was a conversation to have it

    def past(self, talk):
        """The Past of the next message: what the history has of it already, in the conversation that goes on."""
        came_to = talk.kept()
        if not remembering.is_kept(self.call):
            return Past(talk.turns_to(came_to))
        if came_to is None:
            self.conversation = None
        elif came_to != self.last:
            self.leave(talk, came_to)
        return Past(talk.turns_to(talk.kept()), self.conversation)

    def leave(self, talk, came_to):
        """Go on at a fork; where there can be none the message is sent all the same, in a conversation that holds it all."""
        try:
            self.fork(talk, came_to)
        except (
            CometError
        ):  # another process has the file, or deleted the conversation; the message itself notes the first
            talk.renumber({})
            self.conversation = None

    def fork(self, talk, came_to=None):
        """Go on in a new conversation that begins with what was said up to an exchange; what was said stays where it is."""
        came_to = talk.kept() if came_to is None else came_to
        with self.store() as store:
            before = numbers(store, self.conversation)
            made = store.fork(self.conversation, came_to)
            known = dict(zip(before, numbers(store, made), strict=False))
        talk.renumber(known)
        self.conversation, self.last = made, talk.kept()

    def keep(self, talk, recording):
        """Note what the history has now of a talk; what the service did not take is sent again with the next message."""
        if recording is None or (recording.state in UNANSWERED and not recording.has_reply):
            return
        talk.number(recording.number)
        self.conversation, self.last = recording.conversation, recording.number
        if self.name:
            self.rename(self.name)

    def rename(self, name):
        """Give the conversation a name, at once or as soon as there is one."""
        self.name = name
        if self.conversation:
            with self.store() as store:
                store.rename(self.conversation, name)
            self.name = None

    def resume(self, talk, wanted):
        """Let a talk be a conversation of the history: the one used last where ``wanted`` is True. Returns notes about it.

        Raises UsageError where there is none.
        """
        from cometapi.history import continuing

        found = continuing.conversation(self.call, wanted)
        self.call.given, self.call.values = dict(self.given), dict(self.values)
        said = continuing.taken_over(self.call, found)
        talk.model, talk.system = self.call.option("model"), self.call.option("system")
        talk.resume(said)
        self.conversation, self.last = found["id"], talk.kept()

    def store(self):
        """The history, to look into it and to change it; raises UsageError where nothing is kept."""
        if not remembering.is_kept(self.call):
            raise UsageError("This conversation is not kept in the history.", hint=self.way())
        from cometapi.history.store import required

        try:
            return required(self.call.context.environ, hide=self.call.context.hidden)
        except CometError as error:
            raise UsageError(f"The history cannot be used: {error.message}") from None

    def way(self):
        """How a conversation is kept, where it is the setting that keeps none."""
        if remembering.setting(self.call) == "off":
            return advice("Keep conversations with: {program} config set {option} terminal", option="history")
        return None


def numbers(store, conversation):
    """The numbers of the exchanges of a conversation, in order."""
    return [one["number"] for one in store.conversation(conversation)["exchanges"]]
