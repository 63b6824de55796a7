"""How a help text is laid out: paragraphs, sections and columns, for any width."""

WIDTH = 80  # columns where no terminal says how many it has
WIDEST = 100  # a longer line is hard to read
NARROWEST = 30
HANGING = 2  # columns by which the second line of a message stands further in
BEFORE = ("with:", "it:", "run:")  # words that a command follows
LONGEST_NOTE = 36  # characters that are kept on one line
STEP = 3  # columns by which the text of a numbered step stands further in
COLUMN = 28  # where the explanation of an option begins
NAME_COLUMN = 18  # where the explanation of a command or topic begins


class Page:
    """Lays out texts of ``width`` columns; ``bold`` makes of a text what stands out on the terminal."""

    def __init__(self, width=WIDTH, bold=str):
        self.width = min(max(width or WIDTH, NARROWEST), WIDEST)
        self.bold = bold

    def wrap(self, text):
        """A paragraph in lines."""
        return wrap(text, self.width)

    def prose(self, text):
        """Paragraphs in lines; what is indented is an example and stays as it is."""
        return "\n\n".join(one if one.startswith("    ") else self.wrap(one) for one in text.strip("\n").split("\n\n"))

    def step(self, number, text, run=""):
        """A numbered step: its text, and below what is typed, as it stands."""
        pad = " " * STEP
        lines = wrap(text, self.width - STEP).split("\n")
        head = f"{f'{number}.':<{STEP}}"
        told = "\n".join([f"{self.bold(head)}{lines[0]}", *(f"{pad}{line}" for line in lines[1:])])
        typed = "\n".join(f"{pad}    {line}" if line else "" for line in run.split("\n"))
        return f"{told}\n\n{typed}" if run else told

    def usage(self, text):
        """The line that shows how something is called, before everything else."""
        return self.wrap(f"Usage: {text}").replace("Usage:", self.bold("Usage:"), 1)

    def section(self, title, text):
        """A titled block."""
        return f"{self.bold(f'{title}:')}\n{text}"

    def columns(self, rows, column=COLUMN):
        """Rows of (left, right) in two columns, the right one wrapped; a long left one has its line to itself."""
        column = min(column, max(6, self.width * 35 // 100))
        lines = []
        for left, right in rows:
            wrapped = wrap(right, self.width - column).split("\n")
            if len(left) + 4 > column:
                lines.append(f"  {self.bold(left)}")
                lines.append(f"{' ' * column}{wrapped[0]}")
            else:
                lines.append(f"  {self.bold(left)}{' ' * (column - 2 - len(left))}{wrapped[0]}")
            lines.extend(" " * column + line for line in wrapped[1:])
        return "\n".join(lines)

    def names(self, rows):
        """Rows of names and what they stand for, each beside its name where the width allows that."""
        return self.columns(rows, max(NAME_COLUMN, max(len(name) for name, _ in rows) + 4))

    def calls(self, examples):
        """Examples, each on a line with what it does where the width allows that for all of them."""
        wide = max(len(one["run"]) for one in examples) + 4
        lines = [f"  {one['run']:<{wide}}# {one['help']}" for one in examples]
        return "\n".join(lines) if max(map(len, lines)) <= self.width else self.examples(examples)

    def examples(self, examples):
        """Examples with their sentence above."""
        return "\n".join(f"  # {one['help']}\n  {one['run']}" for one in examples)


def wrap(text, width=WIDTH):
    """A paragraph in lines, cut between words; not by textwrap, whose import costs more than all help texts."""
    return "\n".join(filled(whole(text.split(), width), width))


def filled(units, width):
    """Lines of units that are never cut, as many on each as fit."""
    lines, line = [], ""
    for unit in units:
        if line and len(line) + 1 + len(unit) > width:
            lines.append(line)
            line = unit
        else:
            line = f"{line} {unit}" if line else unit
    return [*lines, line]


def whole(words, width):
    """What a line may end between: words, and short notes in brackets, such as ``[default: 10]``, which stay together."""
    held: list[str] = []
    if not any("[" in word for word in words):
        yield from words
        return
    for word in words:
        held.append(word)
        note = " ".join(held)
        if len(note) > min(width, LONGEST_NOTE):
            yield from held
        elif held[0][0] != "[" or "]" in word:
            yield note
        else:
            continue
        held = []
    yield from held


def fitted(line, width, program):
    """A line in lines of at most ``width`` columns, those that follow further in; a command of ``program`` stays whole."""
    pad = " " * (len(line) - len(line.lstrip(" ")))
    lines = filled(with_commands(line.split(), program), width - len(pad) - HANGING)
    return "\n".join([f"{pad}{lines[0]}", *(f"{pad}{' ' * HANGING}{one}" for one in lines[1:])])


def is_begun(word, program):
    """Whether a command begins with this word: the program's name, or a variable before it."""
    return word == program or "=" in word


def with_commands(words, program):
    """Words, those of a command that a sentence tells behind a colon as one, because it is there to be copied."""
    units: list[str] = []
    is_command = False
    for word in words:
        if is_command:
            units[-1] += f" {word}"
        else:
            is_command = bool(units) and (units[-1] in BEFORE or (units[-1].endswith(":") and is_begun(word, program)))
            units.append(word)
        is_command = is_command and not word.endswith((",", ";", "."))
    return units
