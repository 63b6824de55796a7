"""The PowerShell script, by its text alone: there is no pwsh where these tests run."""

import re

import shells

from codegen import completions
from cometapi.manifest.compile import model
from cometapi.manifest.load import load

QUOTE = "'"


def test_names_every_command_topic_option_and_choice():
    text = shells.script("powershell").read_text("utf-8")
    sources, _ = load(shells.PROJECT)
    pressed = model(sources, "0")
    arguments = [one for command in pressed.commands for one in command.arguments]
    for command in pressed.commands:
        assert f"'{command.words}' = @(" in text
    for words, summary in pressed.group_summaries.items():
        assert f"'{words}' = '{summary.replace(QUOTE, 2 * QUOTE)}'" in text
    for topic in pressed.topics:
        assert f"'help {topic.name}' = '" in text
    for flag in [flag for one in arguments for flag in one.shown]:
        assert f"{flag};" in text or f"{flag} -" in text
    for one in arguments:
        assert one.help.replace(QUOTE, 2 * QUOTE) in text


def arguments(command):
    """Everything that a command accepts, as Tab offers it."""
    return [*completions.positionals(command), *command.options]


def test_every_value_says_what_completes_it():
    """Each argument's row has the same kind of values as in bash, and each kind is one that the script answers."""
    text, bash = (shells.script(shell).read_text("utf-8") for shell in ("powershell", "bash"))
    sources, _ = load(shells.PROJECT)
    pressed = model(sources, "0")
    kinds = set()
    for one in [one for command in pressed.commands for one in arguments(command) if not one.hidden]:
        kind = completions.kind(pressed, one)
        kinds.add(kind)
        row = f"{' '.join(one.shown)};{kind};"
        assert f"'{row}" in text
        assert re.search(rf"^ {' '.join(one.shown) or '#[0-9]( #)?'} ;{re.escape(kind)};", bash, re.MULTILINE)
    named = {kind for kind in kinds if "$" in kind}
    assert named == {"$columns", ",$columns", "$files", "$folders", "$own_commands", "$profiles", "$values"}
    assert all(f"'{kind.removeprefix(',')}'" in text.partition("function Show-Values")[2] for kind in named)
    for one in completions.settings(pressed):
        assert f"        '{one.dest}' = '{completions.kind(pressed, one)}'\n" in text


def test_own_commands_are_asked_for_as_the_hook_wants_it():
    """Behind the first word of an own command, and for its name, the program answers: every variable that it reads is set."""
    text = shells.script("powershell").read_text("utf-8")
    hook = (shells.PROJECT / "cometapi" / "cli" / "hook.py").read_text("utf-8")
    read = set(re.findall(r'"((?:COMP|_ARGCOMPLETE)[A-Z_]*)"', hook)) - {"_ARGCOMPLETE_COMP_WORDBREAKS"}  # bash's alone
    answer = text.partition("function Show-Answer {")[2].partition("\n    }\n")[0]
    assert set(re.findall(r"\b([A-Z_]+) = ", answer)) == read
    assert text.count("return Show-Answer") == 2
    assert "Get-Kept 'own-files'" in text


def test_settings_of_own_commands_stand_beside_the_programs():
    text = shells.script("powershell").read_text("utf-8")
    rows = re.findall(r"^ +';(\+own-settings [^;]*);", text, re.MULTILINE)
    assert [row.split()[:3] for row in rows] == [["+own-settings", "profile", "api_key"]] * 3
    assert "if ($kind[0] -eq '+')" in text


def test_brackets_are_closed():
    """Outside of texts in quotes, and of comments."""
    opened, pairs = [], {")": "(", "}": "{", "]": "["}
    for line in shells.script("powershell").read_text("utf-8").splitlines():
        code = re.sub(r"'[^']*'|\"[^\"]*\"|\[char\]", "", line)
        for sign in re.sub(r"(^|\s)#.*", "", code):
            if sign in pairs.values():
                opened.append(sign)
            elif sign in pairs:
                assert opened.pop() == pairs[sign], line
    assert opened == []


def test_quotes_are_closed():
    lines = shells.script("powershell").read_text("utf-8").splitlines()
    data = [line for line in lines if line.startswith("            '")]
    assert data
    assert all(line.endswith("'") and line.count("'") % 2 == 0 for line in data)
