"""A conversation with a model at a terminal, in whichever protocol the command speaks that began it."""

import os
import stat
from contextlib import ExitStack

from cometapi import output, signals
from cometapi.advice import also
from cometapi.answers import answer, ask, turns
from cometapi.answers.prices import at_hand
from cometapi.answers.remembering import NOTHING
from cometapi.answers.usage import added, cost, told_cost
from cometapi.attached.room import tokens_of
from cometapi.commands.chat.conversation import Conversation
from cometapi.commands.chat.keeping import Keeping
from cometapi.context import misread
from cometapi.errors import CometError, UsageError, is_refusal
from cometapi.http.credentials import credential
from cometapi.output.results import Text
from cometapi.report import as_error, frames, tell
from cometapi.settings import folders
from cometapi.terminal.visible import visible


class Chat:
    """A conversation at a terminal. ``call`` is the call that began it; its options hold for every message.

    Raises ConfigurationMissing at once when there is no key.
    """

    def __init__(self, call):
        self.call = call
        self.context = call.context
        self.format = call.format_name = call.given_option("format") or "table"  # the setting is for data
        asked = ask.Ask(call, past=NOTHING)
        asked.check()
        credential(asked.route["request"]["credential"], call.settings)
        self.protocol = asked.protocol
        self.talk = Conversation(asked.protocol, call.option("model"), call.option("system"))
        self.attached = []  # pieces that go with the next message
        self.keeping = Keeping(call)
        if call.given_option("continue"):
            self.keeping.resume(self.talk, call.given_option("continue"))
        self.is_multiline = False
        self.is_over = False

    @property
    def history_path(self):
        """The file of what was typed, None without a home."""
        return folders.state_file(self.context.environ, "chat_history")

    def run(self):
        """Take messages until it is over."""
        self.context.say(f"Conversation with {self.talk.model}; type /help for help, Ctrl-D to exit.")
        self.warn_of_readers()
        if self.keeping.conversation:
            from cometapi.commands.chat.past import show_end

            show_end(self)
        keyboard, interrupted = self.keyboard(), False
        while not self.is_over:
            try:
                line = keyboard.prompt()
            except EOFError:
                break
            except KeyboardInterrupt:
                if interrupted:
                    break
                self.context.say("Press Ctrl-C again to exit.")
                interrupted = True
            else:
                interrupted = False
                signals.interrupt_waits()
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
        return "You (lines)> " if self.is_multiline else "You> "

    def state(self):
        """What stands below what is being typed: the model, and what was used so far."""
        tokens, dollars, unpriced = self.talk.spent
        parts = [visible(self.talk.model, keep="")]
        if self.talk.usages:
            parts += [f"{tokens:,} tokens", told_cost(dollars, unpriced, len(self.talk.usages))]
        return " · ".join(part for part in parts if part)

    def guarded(self, line):
        """Run a line; errors are printed and do not end the conversation."""
        try:
            self.take(line)
        except KeyboardInterrupt:
            self.context.say("Stopped.")
        except BrokenPipeError:
            raise  # the terminal is gone
        except Exception as error:
            self.tell(error)

    def take(self, line):
        """Run a line: a slash command, or a message to send."""
        from cometapi.commands.chat import slash

        if line.strip() in ("exit", "quit"):  # nobody pays for having this said to a model
            self.is_over = True
        elif line.lstrip().startswith("/") and not line.startswith("//"):
            slash.run(self, line.strip())
        elif misread(line):
            raise UsageError(f"The message {misread(line)}.")
        elif line.strip():
            self.send(line.removeprefix("/") if line.startswith("//") else line)

    def send(self, message):
        """Send a message of the user, and show the answer."""
        self.talk.leave_out_refused()
        self.say(message)
        self.answer()

    def attach(self, word):
        """Let what a word names (a path, a folder, a pattern, a URL) go with the next message; gives back about how many
        tokens its text is.

        Raises UsageError for what cannot be sent, and like ``page.fetched``.
        """
        from cometapi.attached.pieces import check_size, pieces

        found = pieces(self.call, word)
        check_size(self.call, [*self.attached, *found], 0)
        self.attached += found
        return tokens_of(one.get("text", "") for one in found)

    def say(self, text):
        """Add a message of the user, with what is attached to it."""
        from cometapi.attached.pieces import turn

        self.talk.say(text, [turn(self.call, text, self.attached)] if self.attached else None)
        self.attached = []

    def answer(self):
        """Get an answer to the messages and keep it, or as much as arrived before it stopped."""
        asked, texts, own = None, [], None  # texts of the answer, as far as it came
        try:
            past = self.keeping.past(self.talk)
            asked = ask.Ask(self.turn(), self.talk.turns_after(self.talk.kept()), counts=True, past=past)
            asked.check_room()
            with asked.call.endings:
                own = self.show_answer(asked, texts)
        except KeyboardInterrupt:
            came = "the partial answer is kept" if texts else "no answer had arrived"
            self.context.say(f"Stopped: {came}. /retry sends the message again.")
        except CometError as error:
            self.talk.is_refused = is_refusal(error) and not texts
            self.tell(error)
            self.context.say("  /retry sends the message again, /undo removes it.")
        finally:
            readers = asked.readers if asked else []
            for reader in readers:
                reader.reply.close()
            tokens = added([reader.tokens() for reader in readers])
            dollars = cost(tokens, at_hand(asked.call, self.talk.model)) if tokens else None
            self.talk.answered("".join(texts), own, tokens, dollars)
            self.keeping.keep(self.talk, asked and asked.recording)

    def turn(self):
        """The call for the next answer, with the options of the whole conversation."""
        given = {self.call.command["stream"]["switch"]: True, **self.call.given}
        given.pop(self.call.behaviours.get("system"), None)  # it may have been dropped
        given.pop(self.call.behaviours["model"], None)
        doing = {"model": self.talk.model, "system": self.talk.system}
        made = self.call.another(self.call.command, given, doing)
        made.endings = ExitStack()  # its own, because an answer ends before the conversation does
        return made

    def show_answer(self, asked, texts):
        """Print the answer, whose texts are added to ``texts`` as they come.

        Gives back the turns that it adds to the conversation, None where the model called a tool that nobody ran.
        """
        before = len(asked.added)
        reading = asked.answered().keeping()
        result = answer.answer(asked, reading, texts)
        self.show(result.pieces, reading.reader)
        for sentence in asked.call.afterwords():
            self.context.note(sentence)
        if reading.reader.called:
            self.context.note(f"The model called a tool, but it was not run{also(': see {run_tools}')}.")
            return None
        return [*asked.added[before:], *turns.remembered(self.protocol["turn"], reading.reply(), "".join(texts))]

    def heading(self, role):
        """Print who said what follows."""
        text = role.capitalize()
        self.context.print(f"\x1b[1m{text}\x1b[0m\n" if self.context.has_color("stdout") else f"{text}\n")

    def show(self, pieces, reader=None):
        """Print pieces of an answer as they come, from its reader where one reads them."""
        output.write(Text(pieces, reader=reader, is_raw=bool(self.call.option("raw_text"))), self.format, self.context)

    def tell(self, error):
        """Say what failed and what to do next."""
        trace = frames(error) if self.context.debug else None
        tell(as_error(error), self.context, trace=trace)

    def warn_of_readers(self):
        """Warn if others can read the history."""
        try:
            mode = os.stat(self.history_path or "").st_mode
        except OSError:
            return
        if os.name != "nt" and stat.S_IMODE(mode) & 0o077:
            self.context.note(f"Others can read the history; fix it with: chmod 600 {self.history_path}")
