"""Texts of the manifest as spans and blocks: what is typed becomes code, and what has a place here becomes a link."""

import re

from codegen.site.blocks import Bullets, Heading, Listing, Paragraph, Span
from codegen.site.names import heading_anchor

RUN_IN = re.compile(r"([A-Z][\w'’-]*(?: [\w'’-]+){0,2})\. (?=[A-Z`\"$(-])")
NO_TITLES = ("Without", "With", "To")  # words that begin a short sentence rather than a title


class Prose:
    """Turns texts into spans; ``places`` maps what may be named to addresses.

    ``places`` has the dicts ``commands``, ``topics``, ``options``, ``variables``, ``settings`` and ``exits``.
    """

    def __init__(self, program, places):
        self.program = program
        self.places = places
        name = re.escape(program)
        variables = "|".join(map(re.escape, sorted(places["variables"], key=len, reverse=True))) or r"(?!)"
        settings = [re.escape(one) for one in sorted(places["settings"], key=len, reverse=True) if "_" in one]
        self.pattern = re.compile(
            r"`(?P<code>[^`\n]+)`"
            r"|(?P<url>https?://[^\s<>\"'`]*[^\s<>\"'`.,;:!?)\]])"
            rf"|(?<![\w/.~-])(?P<call>{name}(?: --?[a-z][\w-]*)* [a-z][\w-]*(?: [a-z][\w-]*)*)"
            r"|(?<![\w/-])(?P<help>help [a-z][\w-]*(?: [a-z][\w-]*)*)"
            r"|(?P<endpoint>\b(?:GET|POST|PUT|PATCH|DELETE) /[^\s,;]*[^\s,;.)])"
            r"|(?<![\w-])(?P<flag>--[a-zA-Z][\w-]*|-[a-zA-Z])(?![\w-])"
            rf"|(?<!\w)(?P<variable>{variables})(?!\w)"
            rf"|(?<![\w./-])(?P<setting>{'|'.join(settings) or r'(?!)'})(?![\w./-])"
            r"|(?<=\bexits with )(?P<exits>\d+)|(?<=\bexit code )(?P<exit>\d+)"
        )

    def spans(self, text, options=None):
        """A text as spans; ``options`` are addresses of flags that come before those that all pages know."""
        found, end = [], 0
        for match in self.pattern.finditer(" ".join(text.split())):
            text = match.string
            made = getattr(self, f"of_{match.lastgroup.rstrip('s')}")(match[match.lastgroup], options or {})
            if made:
                found += [Span(text[end : match.start()]), *made]
                end = match.end()
        return [one for one in [*found, Span(text[end:] if found else " ".join(text.split()))] if one.text]

    def of_code(self, text, options):
        """What stands between backticks."""
        target = self.command_target(text) or self.flag_target(text, options) or self.places["settings"].get(text, "")
        return [Span(text, "code", target)]

    def of_url(self, text, _options):
        """An address of the web."""
        return [Span(text, "", text)]

    def of_call(self, text, _options):
        """A call of the program in running text, as far as it is surely one; the words behind it are left."""
        words = text.split(" ")
        for length in range(len(words), 1, -1):
            target = self.command_target(" ".join(words[:length]))
            if target:
                rest = " ".join(words[length:])
                return [Span(" ".join(words[:length]), "code", target), *([Span(f" {rest}")] if rest else [])]
        return None

    def of_help(self, text, _options):
        """``help TOPIC``, as messages name a topic."""
        words = text.split(" ")
        for length in range(len(words), 1, -1):
            name = " ".join(words[1:length])
            target = self.places["topics"].get(name) or self.places["commands"].get(name)
            if target:
                rest = " ".join(words[length:])
                return [Span(f"help {name}", "code", target), *([Span(f" {rest}")] if rest else [])]
        return None

    def of_endpoint(self, text, _options):
        """A method and a path."""
        return [Span(text, "code")]

    def of_flag(self, text, options):
        """An option."""
        return [Span(text, "code", self.flag_target(text, options))]

    def of_variable(self, text, _options):
        """A variable of the environment."""
        return [Span(text, "code", self.places["variables"][text])]

    def of_setting(self, text, _options):
        """A setting."""
        return [Span(text, "code", self.places["settings"][text])]

    def of_exit(self, text, _options):
        """An exit code."""
        return [Span(text, "", self.places["exits"][text])] if text in self.places["exits"] else None

    def flag_target(self, flag, options):
        """Where an option is explained: on the page itself, or where all are listed."""
        return options.get(flag) or self.places["options"].get(flag, "")

    def command_target(self, line):
        """Where the command is explained that a line calls; empty for what calls none."""
        words = [one for one in line.split(" ") if not one.startswith("-")]
        if words[:1] != [self.program]:
            return ""
        if words[1:2] == ["help"] and len(words) > 2:
            name = " ".join(words[2:])
            return self.places["topics"].get(name) or self.places["commands"].get(name, "")
        return next(
            (
                self.places["commands"][name]
                for length in range(len(words), 1, -1)
                if (name := " ".join(words[1:length])) in self.places["commands"]
            ),
            "",
        )

    def blocks(self, text):
        """A text of paragraphs, lists and indented examples as blocks; titles that run in become headings."""
        found = []
        for part in text.strip("\n").split("\n\n"):
            if part.startswith("    "):
                self.add_listing(found, part)
            elif part.startswith("- "):
                found.append(Bullets([self.spans(one) for one in re.split(r"\n- |^- ", part) if one.strip()]))
            else:
                found += self.paragraph(part)
        return found

    def add_listing(self, found, part):
        """An example, joined with the one just before it."""
        lines = "\n".join(line.removeprefix("    ") for line in part.rstrip().split("\n"))
        if found and isinstance(found[-1], Listing):
            found[-1].text += f"\n\n{lines}"
        else:
            found.append(Listing(lines, "sh" if self.is_shell(lines) else ""))

    def is_shell(self, lines):
        """Whether an example is for a shell."""
        return bool(re.search(rf"(^|[\s(]){re.escape(self.program)} ", lines))

    def paragraph(self, text):
        """A paragraph, its run-in title before it."""
        text = " ".join(text.split())
        match = RUN_IN.match(text)
        if match and not text.startswith(NO_TITLES):
            return [Heading(match[1], heading_anchor(match[1])), Paragraph(self.spans(text[match.end() :]))]
        return [Paragraph(self.spans(text))]
