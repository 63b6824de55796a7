"""How a help text is laid out: paragraphs, sections and columns, for any width."""

WIDTH = 80  # columns where no terminal says how many it has
WIDEST = 100  # a longer line is hard to read
NARROWEST = 30
HANGING = 2  # columns by which the second line of a message stands further in
BEFORE = ("with:", "it:", "run:")  # words that a command follows
LONGEST_NOTE = 36  # characters that are kept on one line
STEP, BULLET, EXAMPLE = 3, 2, 4  # columns by which steps, entries of lists and what is typed stand further in
JOINERS = "\u200d\ufe0f"  # signs that only change the one before them
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
        """Paragraphs in lines, the entries of a list each on its own; what is indented is an example and stays as it is."""
        return "\n\n".join(self.block(*one) for one in blocks(text))

    def block(self, kind, lines):
        """One block of a text."""
        if kind == "example":
            return "\n".join(lines)
        if kind == "list":
            return "\n".join(self.hung("-", one, BULLET) for one in lines)
        return self.spoken(wrap(" ".join(lines), self.width))

    def hung(self, mark, text, column):
        """A paragraph behind a mark, all its lines as far in as the first."""
        lines = wrap(text, self.width - column).split("\n")
        return self.spoken(f"{mark:<{column}}" + f"\n{' ' * column}".join(lines))

    def spoken(self, text):
        """Text in which words in backticks stand out where something can."""
        if self.bold is str:
            return text
        parts = text.split("`")
        if len(parts) % 2 == 0 or "" in parts[1::2]:  # a backtick that is alone, or two of them
            return text
        return "".join("\n".join(map(self.bold, one.split("\n"))) if at % 2 else one for at, one in enumerate(parts))

    def step(self, number, text, run=""):
        """A numbered step: its text, and below what is typed, as it stands."""
        typed = "\n".join(f"{' ' * (STEP + EXAMPLE)}{line}" if line else "" for line in run.split("\n"))
        return self.hung(f"{number}.", text, STEP) + (f"\n\n{typed}" if run else "")

    def usage(self, text):
        """The line that shows how something is called, before everything else."""
        mark = "Usage:"
        return self.hung(mark, text, len(mark) + 1).replace(mark, self.bold(mark), 1)

    def section(self, title, text):
        """A titled block."""
        return f"{self.bold(f'{title}:')}\n{text}"

    def columns(self, rows, column=COLUMN):
        """Rows of (left, right) in two columns, the right one wrapped; a long left one has its line to itself."""
        column = min(column, max(6, self.width * 35 // 100))
        lines = []
        for left, right in rows:
            wrapped = wrap(right, self.width - column).split("\n")
            room = column - 2 - columns_of(left)
            lines += [f"  {self.bold(left)}", " " * column] if room < 2 else [f"  {self.bold(left)}{' ' * room}"]
            lines[-1] += wrapped[0]
            lines.extend(" " * column + line for line in wrapped[1:])
        return "\n".join(lines)

    def names(self, rows):
        """Rows of names and what they stand for, each beside its name where the width allows that."""
        return self.columns(rows, max(NAME_COLUMN, max(columns_of(name) for name, _ in rows) + 4))

    def calls(self, examples):
        """Examples, each on a line with what it does where the width allows that for all of them."""
        wide = max(len(one["run"]) for one in examples) + 4
        lines = [f"  {one['run']:<{wide}}# {one['help']}" for one in examples]
        return "\n".join(lines) if max(map(len, lines)) <= self.width else self.examples(examples)

    def examples(self, examples):
        """Examples with their sentence above."""
        return "\n".join(f"  # {one['help']}\n  {one['run']}" for one in examples)


def blocks(text):
    """The blocks of a text, split at blank lines: pairs of their kind and their lines; those of a list are its entries.

    An ``example`` is what is indented, a ``list`` begins its lines with ``- ``, all else is a ``paragraph``.
    """
    for part in filter(None, (one.strip("\n") for one in text.split("\n\n"))):
        lines = part.split("\n")
        if part.startswith("    "):
            yield "example", lines
        elif part.startswith("- "):
            yield "list", entries(lines)
        else:
            yield "paragraph", lines


def entries(lines):
    """The entries of a list, each as one line."""
    found: list[str] = []
    for line in lines:
        if line.startswith("- "):
            found.append(line[2:])
        else:
            found[-1] += f" {line.strip()}"
    return found


def wrap(text, width=WIDTH):
    """A paragraph in lines, cut between words; not by textwrap, whose import costs more than all help texts."""
    return "\n".join(filled(whole(text.split(), width), width))


def columns_of(text):
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(2 if east_asian_width(one) in "WF" else 0 if combining(one) or one in JOINERS else 1 for one in text)


def filled(units, width):
    """Lines of units that are never cut, as many on each as fit."""
    lines, line = [], ""
    for unit in units:
        if line and columns_of(line) + 1 + columns_of(unit) > width:
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
