"""``cometapi chat``: one message through the engine, or a conversation where there is none and a terminal on both sides."""

import os
import stat
from traceback import format_exception

from cometapi import output
from cometapi.answers import ask
from cometapi.commands.chat.conversation import Conversation
from cometapi.errors import CometError
from cometapi.http.layout import joining, shaped
from cometapi.manifest.output_formats import is_for_machines
from cometapi.output.results import Answer
from cometapi.report import as_error, tell
from cometapi.settings import folders
from cometapi.terminal.visible import visible


def run(call):
    """Hold a conversation, or give back the answer to the message."""
    if is_conversation(call):
        return Chat(call).run()
    return ask.run(call)


def is_conversation(call):
    """Whether nothing was said, someone sits at the terminal, and no format for machines is asked for."""
    context = call.context
    message = call.behaviours["message"]
    said = {message, *call.arguments[message]["or_from"]} - {call.behaviours["fields_of_request"]}
    return (
        call.given_option("message") is None
        and not any(name in call.given for name in said)  # a field may be set for the whole conversation
        and not joining(message, call.arguments, call.given)
        and not (call.preview or call.shape or call.given_option("raw") or call.given_option("events"))
        and context.silence("stdin", "stdout") is None
        and not is_for_machines(call.given_option("format") or "table")
    )


class Chat:
    """A conversation at a terminal. ``call`` is the call that began it; its options hold for every message.

    Raises ConfigurationMissing at once when there is no key.
    """

    def __init__(self, call):
        self.call = call
        self.context = call.context
        self.format = call.format_name = call.given_option("format") or "table"  # the setting is for data
        call.fill_in()
        call.request(call.command["routes"][0])  # as every message will be sent: what is to be said of it is said now
        self.talk = Conversation(call.option("model"), call.option("system"))
        self.is_multiline = False
        self.is_over = False

    @property
    def columns(self):
        """The columns of the answer in the manifest."""
        return self.call.command["routes"][0]["response"]["columns"]

    @property
    def history_path(self):
        """The file of what was typed."""
        return os.path.join(folders.state_folder(self.context.environ), "chat_history")

    def run(self):
        """Take messages until it is over."""
        self.context.say(f"Conversation with {self.talk.model}; /help explains, Ctrl-D leaves.")
        self.warn_of_readers()
        keyboard, interrupted = self.keyboard(), False
        while not self.is_over:
            try:
                line = keyboard.prompt()
            except EOFError:
                break
            except KeyboardInterrupt:
                if interrupted:
                    break
                self.context.say("Ctrl-C once more leaves.")
                interrupted = True
            else:
                interrupted = False
                self.guarded(line.strip("\n"))
                self.context.print("\n" * bool(line.strip() and not self.is_over))

    def keyboard(self):
        """What asks for the next message."""
        if self.context.is_plain():
            from cometapi.terminal.plain import Plain

            return Plain(self.context, self.prompt)
        from cometapi.commands.chat.keyboard import session

        return session(self)

    def prompt(self):
        """What stands before a message that is being typed."""
        return f"{visible(self.talk.model, keep='')}{' (lines)' if self.is_multiline else ''}> "

    def guarded(self, line):
        """Do what a line says; what goes wrong is told and ends nothing."""
        try:
            self.take(line)
        except KeyboardInterrupt:
            self.context.say("Stopped.")
        except BrokenPipeError:
            raise  # the terminal is gone
        except Exception as error:
            self.tell(error)

    def take(self, line):
        """Do what a line says: a slash command, or a message to send."""
        from cometapi.commands.chat import slash

        if line.strip() in ("exit", "quit"):  # nobody pays for having this said to a model
            self.is_over = True
        elif line.lstrip().startswith("/") and not line.startswith("//"):
            slash.run(self, line.strip())
        elif line.strip():
            self.talk.say(line.removeprefix("/") if line.startswith("//") else line)
            self.answer()

    def answer(self):
        """Have the messages answered, and keep what comes of it: all of it, or as much as came before it stopped."""
        turn, parts = self.turn(), []  # of its text, as far as it came
        try:
            self.show_turn(turn, parts)
        except KeyboardInterrupt:
            came = "what came is kept" if parts else "nothing had come"
            self.context.say(f"Stopped: {came}. /retry asks again.")
        except CometError as error:
            self.tell(error)
            self.context.say("  /retry sends the message again, /undo takes it back.")
        finally:
            usage = None
            if turn.reader:
                turn.reader.reply.close()
                usage = turn.reader.usage
            self.talk.answered("".join(parts), usage)

    def turn(self):
        """The call for the next answer, with the options of the whole conversation."""
        given = {"stream": True, **self.call.given, "model": self.talk.model}
        turn = self.call.another(self.call.command, given)
        turn.fill_in()
        return turn

    def show_turn(self, turn, parts):
        """Send the messages and print the answer, whose text is added to ``parts`` as it comes."""
        developer = turn.behaviours["developer"]
        before = shaped(developer, turn.arguments, turn.values) if turn.option("developer") else []
        extra = {("body", "messages"): [*before, *self.talk.messages]}
        if turn.values[turn.command["stream"]["switch"]]:
            extra["body", "stream_options"] = {"include_usage": True}
        result = ask.prepared(turn, turn.answer(turn.command["routes"][0], extra), parts)
        self.show(result.pieces)
        for sentence in turn.afterwords():
            self.context.note(sentence)

    def show(self, pieces):
        """Print pieces of an answer as they come."""
        answer = Answer(self.columns, pieces=pieces, document=None)
        answer.is_raw = bool(self.call.option("raw_text"))
        output.write(answer, self.format, self.context)

    def tell(self, error):
        """Say what failed and what to do next."""
        trace = "".join(format_exception(error)).rstrip() if self.context.debug else None
        tell(as_error(error), self.context, trace=trace)

    def warn_of_readers(self):
        """Say when others can read the history."""
        try:
            mode = os.stat(self.history_path).st_mode
        except OSError:
            return
        if os.name != "nt" and stat.S_IMODE(mode) & 0o077:
            self.context.note(f"Others can read the history; mend it with: chmod 600 {self.history_path}")
