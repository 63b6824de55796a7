"""``cometapi init``: prompts on stderr; the file is written once, at the end."""

import shutil
import textwrap

from cometapi.advice import flag
from cometapi.commands import check_credential
from cometapi.commands.config import came_from, entry
from cometapi.errors import AuthenticationError, CometError, ConfigurationError, UsageError
from cometapi.generated import program
from cometapi.generated.index import PROGRAM
from cometapi.redact import mask
from cometapi.settings import store
from cometapi.settings.folders import needed
from cometapi.settings.types import valid
from cometapi.settings.values import Settings
from cometapi.suggest import meant

ASKED = [name for name, facts in program.SETTINGS.items() if facts.get("ask")]
BASE = next(iter(program.SERVICES.values()))["setting"]  # of the service that keys are checked with


def run(call):
    """Prompt for each setting, check the answers, store them at the end, and suggest the next step."""
    reason = call.context.silence()
    if reason:
        told = ", ".join(map(without_asking, ASKED))
        raise UsageError(f"init needs a terminal, and {reason}; use instead: {told}.")
    conversation = Conversation(call)
    answers = {name: conversation.answer(name) for name in ASKED}
    conversation.end({name: value for name, value in answers.items() if value})


def without_asking(name):
    """How a setting is set where nobody can answer."""
    return f"config set {name} {'-' if program.SETTINGS[name].get('secret') else name.split('_')[-1].upper()}"


class Conversation:
    """The questions of one call. A broken config file ends it before it begins."""

    def __init__(self, call):
        self.call = call
        self.path = needed(call.settings.path)
        # Without what --sandbox puts before every source, so that the user's own settings are told.
        self.settings = Settings(program.SETTINGS, call.context.environ, profile=call.settings.chosen)
        self.settings.file = call.settings.file
        self.settings.is_open = call.settings.is_open = True
        self.prompts = Prompts(call.context)
        url = entry(call.settings, BASE)["value"]
        self.say(
            f"{len(ASKED)} questions. Press Enter to keep the current value, Ctrl-C to quit without changing {self.path}."
        )
        self.say(f"Keys are checked against {url}{came_from(call.settings, BASE)}.")

    def say(self, line):
        """Write to the user, in lines as wide as the terminal."""
        indent = " " * (len(line) - len(line.lstrip(" ")))
        columns = shutil.get_terminal_size().columns
        wrapped = textwrap.wrap(line, columns, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
        for one in wrapped or [""]:
            self.call.context.say(one)

    def end(self, answers):
        """Write the answers, and say which are new and what to type next."""
        self.say("")
        if self.call.session.sandbox:
            self.say(f"This is the sandbox, so nothing was stored in {self.path}.")
            return
        changed = store.store(self.settings, answers)
        where = "the keyring and " if any(store.is_in_keyring(self.settings, name) for name in changed) else ""
        told = f"Stored in {where}{self.path}{self.settings.in_profile()}: {', '.join(changed)}."
        self.say(told if changed else f"{self.path} was not changed.")
        wanted = [name for name in ASKED if program.SETTINGS[name].get("needed")]
        is_ready = all(name in answers or entry(self.settings, name)["origin"] for name in wanted)
        if program.START_WITH:
            told = self.settings.option() if is_ready else f" {flag('sandbox')}"
            self.say(f"Next: {PROGRAM}{told} {program.START_WITH}{'' if is_ready else ', which needs no key'}")

    def answer(self, name):
        """The user's answer to the question for a setting, checked; empty to keep what is there."""
        declared = program.SETTINGS[name]
        choices = f" One of {', '.join(declared['choices'])}." if "choices" in declared else ""
        self.say("")
        self.say(f"{list(ASKED).index(name) + 1}. {declared['help']}{choices}")
        now = entry(self.settings, name)["value"]
        self.say(
            f"  Current value: {now}{came_from(self.settings, name)}." if now else "  Not set; press Enter to skip."
        )
        variable = declared.get("environment")
        if variable and self.call.context.environ.get(variable, "").strip():
            self.say(f"  {variable} is set and overrides what is stored here.")
        return self.credential(name) if declared.get("secret") else self.word(name)

    def credential(self, name):
        """A secret that the service accepts or cannot check, or that the user keeps anyway."""
        value = self.fitting(name, lambda: self.prompts.unseen(f"{name} (hidden): "))
        while value and self.is_refused(name, value):
            question = f"New {name} (hidden; Enter keeps {mask(value)}): "
            another = self.fitting(name, lambda question=question: self.prompts.unseen(question))
            if not another:
                break
            value = another
        return value

    def is_refused(self, name, value):
        """Whether the service refuses a credential; says how it went."""
        self.say("  Checking ...")
        try:
            check_credential.ask(self.call, name, self.call.settings.having({name: value}))
        except AuthenticationError as error:
            self.say(f"  {error.message}")
            return True
        except CometError as error:
            self.say(f"  Could not be checked: {error.message}")
        else:
            self.say("  Accepted.")
        return False

    def word(self, name):
        """A valid value; one that is not in the catalog only after confirmation."""
        offered = self.offered(name)
        while value := self.fitting(name, lambda: self.prompts.word(f"{name}: ", offered)):
            if value in offered or not offered:
                break
            self.say(f"  {value!r} is not among the {program.SETTINGS[name]['complete']}{meant(value, offered)}")
            if self.prompts.word("Use it anyway? (y/N): ").lower() in ("y", "yes"):
                break
        return value

    def offered(self, name):
        """Words for a setting, each with a remark; none when the catalog cannot be had."""
        if "choices" in program.SETTINGS[name]:
            return dict.fromkeys(program.SETTINGS[name]["choices"], "")
        completion = program.SETTINGS[name].get("complete")
        if completion not in program.COMPLETIONS:
            return {}
        try:
            return check_credential.offered(self.call, completion)
        except CometError as error:
            self.say(f"  The {completion} could not be fetched, so any name is accepted: {error.message}")
            return {}

    def fitting(self, name, ask):
        """What ``ask`` gives, once it fits the setting; empty when nothing is typed."""
        while value := ask():
            try:
                return valid(program.SETTINGS[name], name, value, "value")
            except ConfigurationError as error:
                self.say(f"  {error.message.removeprefix('value: ')}")
        return ""


class Prompts:
    """Lines that are typed on the terminal. The end of the input (Ctrl-D) ends the conversation as Ctrl-C does."""

    def __init__(self, context):
        self.context = context
        self.session = None  # made for the first word, because prompt_toolkit takes a while to load

    def unseen(self, prompt):
        """A line that is not shown."""
        from getpass import getpass

        return self.typed(lambda: getpass(prompt, self.context.stderr))

    def word(self, prompt, offered=None):
        """A line, completed from the words ``offered`` where the terminal is one that can show them."""
        if self.context.is_plain():
            from cometapi.terminal.plain import Plain

            return self.typed(lambda: Plain(self.context).prompt(prompt))
        from prompt_toolkit import PromptSession
        from prompt_toolkit.completion import WordCompleter
        from prompt_toolkit.output import create_output

        if self.session is None:
            self.session = PromptSession(output=create_output(self.context.stderr), reserve_space_for_menu=5)
        words = WordCompleter(
            list(offered or ()), meta_dict=offered, ignore_case=True, sentence=True, match_middle=True
        )
        return self.typed(lambda: self.session.prompt(prompt, completer=words))

    def typed(self, ask):
        """What ``ask`` gives, without spaces around it."""
        try:
            return ask().strip()
        except EOFError:
            raise KeyboardInterrupt from None
