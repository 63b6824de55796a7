"""What options of one command say wrongly of each other, of families of models, and of who they are for."""

import pytest
from project import edit, small_copy

from codegen.__main__ import press

CHAT = "spec/commands/chat.yaml"
OPTION = "  - flags: [--max-tokens]\n"  # of chat, which has --temperature and --stream besides; line 30, arguments.4
STREAM = "    switch: pair\n"  # of --stream; line 37, arguments.5
RULES = "use: [output]\n"  # line 40
CONTEXT = "    type: integer\n    range: [1, null]\n    metavar: N\n    to: body/max_tokens\n"  # of --max-tokens
ITEM = "    item: {text: $value}\n"
MEDIA = "    media: {as: {image: $value.ur1}, takes: [image/*], links: [image/png]}\n"


def option(text):
    """An edit that gives --max-tokens another line."""
    return [(OPTION, f"{OPTION}    {text}\n")]


def stream(text):
    """An edit that gives the switch --stream another line."""
    return [(STREAM, f"{STREAM}    {text}\n")]


def command(text):
    """An edit that gives the command another key."""
    return [(RULES, f"{text}\n{RULES}")]


def limits(text):
    """An edit that gives the command limits for one family."""
    return command(f"limits:\n  - {{models: [a-*], provider: A, options: {{{text}}}}}")


# fault, edits of spec/commands/chat.yaml, findings there without the file
FAULTS = [
    (
        "needs as a list of an unknown flag",
        option("needs: [--n]"),
        ["31: arguments.4.needs: This command has no option --n."],
    ),
    (
        "an option that needs itself",
        option("needs: [--max-tokens]"),
        ["31: arguments.4.needs: An option cannot name itself here."],
    ),
    (
        "an option that excludes itself",
        option("excludes: [--max-tokens]"),
        ["31: arguments.4.excludes: An option cannot name itself here."],
    ),
    (
        "an option that needs and excludes the same",
        option("needs: [--stream]\n    excludes: [--stream]"),
        ["31: arguments.4.needs: --stream cannot be both needed and excluded."],
    ),
    (
        "a flag by its short name",
        option("needs: [-m]"),
        ["31: arguments.4.needs: Name this option by its first long flag, --model."],
    ),
    (
        "a switch with a word",
        option("needs: {--stream: yes}"),
        ["31: arguments.4.needs: --stream is a switch, which is true or false and never 'yes'."],
    ),
    (
        "a number with a word",
        stream("needs: {--max-tokens: many}"),
        ["38: arguments.5.needs: --max-tokens is of type integer and never the text 'many'."],
    ),
    (
        "an unknown flag in less_than",
        option("less_than: --n"),
        ["31: arguments.4.less_than: This command has no option --n."],
    ),
    (
        "a number less than a text",
        option("less_than: --model"),
        ["31: arguments.4.less_than: Only two dates or two numbers have an order."],
    ),
    (
        "required with a default",
        option("required: true\n    default: 5"),
        ["31: arguments.4.required: An option with default cannot be required."],
    ),
    (
        "a switch that is required",
        stream("required: true"),
        ["38: arguments.5.required: An option with switch cannot be required."],
    ),
    (
        "once and repeat",
        option("once: true\n    repeat: true"),
        ["31: arguments.4.once: An option with repeat may stand several times."],
    ),
    (
        "a switch with a variable",
        stream("environment: STREAM"),
        ["38: arguments.5.environment: A variable gives one value, so an option with switch has none."],
    ),
    (
        "a variable of a setting",
        option("environment: COMETAPI_KEY"),
        ["30: arguments.4: COMETAPI_KEY is the setting api_key's; say default_from: api_key."],
    ),
    (
        "a variable in small letters",
        option("environment: n"),
        ["31: arguments.4.environment: 'n' must be a name such as API_KEY."],
    ),
    (
        "a secret number",
        option("secret: true"),
        [
            "31: arguments.4.secret: A secret is one text, so it has no range.",
            "31: arguments.4.secret: A secret is one text, so it has no type.",
        ],
    ),
    (
        "a hidden flag of another option",
        option("hidden: [--stream]"),
        ["31: arguments.4.hidden: This option has no flag --stream."],
    ),
    (
        "another spelling of an option that the command lacks",
        command("spellings: {--fields: [--only]}"),
        ["40: spellings.--fields: This command has no option --fields."],
    ),
    (
        "another spelling of an option of the file",
        command("spellings: {--max-tokens: [--most]}"),
        [
            "40: spellings.--max-tokens: --max-tokens is an option of this file; give it these flags there, and hide them."
        ],
    ),
    (
        "another spelling that is an option",
        command("spellings: {--format: [--max-tokens]}"),
        ["41: use: --max-tokens is taken by another argument of this command."],
    ),
    (
        "a letter whose KEY=VALUE goes to a number",
        [("flags: [--model, -m]", "flags: [--model, -m]\n    assignments_to: --max-tokens")],
        ["10: arguments.0.assignments_to: --max-tokens is not of the type assignment, so it takes no KEY=VALUE."],
    ),
    (
        "an option without a letter whose KEY=VALUE goes to another",
        [
            (OPTION, f"{OPTION}    assignments_to: --set\n"),
            ("arguments:\n", "arguments:\n  - {flags: [--set], type: assignment, help: A field.}\n"),
        ],
        ["32: arguments.5.assignments_to: Only behind a letter is it taken so, and this has none."],
    ),
    (
        "an option that the command lacks for KEY=VALUE",
        [("flags: [--model, -m]", "flags: [--model, -m]\n    assignments_to: --set")],
        ["10: arguments.0.assignments_to: This command has no option --set."],
    ),
    (
        "the main flag hidden",
        option("hidden: [--max-tokens]"),
        [
            "31: arguments.4.hidden: --max-tokens is what the option is known by; hide the whole option with true, or another flag."
        ],
    ),
    (
        "an unknown option to use instead",
        option("deprecated: {use: --n, since: 0.1.0}"),
        ["31: arguments.4.deprecated: This command has no option --n."],
    ),
    (
        "a removal before its time",
        option("deprecated: {since: 0.10.0, remove: 0.9.0}"),
        ["31: arguments.4.deprecated: 0.9.0 is no later than 0.10.0."],
    ),
    (
        "a date for a version",
        option("deprecated: {since: 2026-01-01}"),
        ["31: arguments.4.deprecated.since: '2026-01-01' must be a version such as 1.0.0."],
    ),
    (
        "an unknown command to use instead",
        command("deprecated: {use: talk, since: 0.1.0}"),
        ["40: deprecated.use: There is no other command 'talk'."],
    ),
    (
        "an unknown flag in choose",
        command("choose: [{one: [--stream, --n]}]"),
        [
            "40: choose.0.one: This command has no option --n.",
        ],
    ),
    (
        "a repeated flag in choose",
        command("choose: [{one: [--stream, --stream]}]"),
        ["40: choose.0.one: Duplicates are not allowed here."],
    ),
    (
        "a flag of a set in choose",
        command("choose: [{most_one: [--stream, --format]}]"),
        ["40: choose.0.most_one: --format is no option of this file, so it cannot be chosen here."],
    ),
    (
        "a choice that a need forbids",
        [*option("needs: [--stream]"), *command("choose: [{most_one: [--stream, --max-tokens]}]")],
        ["31: arguments.4.needs: choose says the opposite of --max-tokens and --stream."],
    ),
    (
        "two rules that forbid each other",
        command("choose: [{one: [--stream, --max-tokens]}, {all: [--max-tokens, --stream]}]"),
        ["40: choose.1.all: Another rule keeps two of these apart."],
    ),
    (
        "a choice of what is required",
        [*option("required: true"), *command("choose: [{some: [--stream, --max-tokens]}]")],
        ["41: choose.0.some: --max-tokens is required, so there is nothing to choose."],
    ),
    (
        "an unknown flag in limits",
        limits("--n: {unsupported: true}"),
        ["41: limits.0.options.--n: This command has no option --n."],
    ),
    (
        "an unknown flag that is taken instead",
        limits("--max-tokens: {instead: --n}"),
        ["41: limits.0.options.--max-tokens.instead: This command has no option --n."],
    ),
    (
        "a limit of what is sent elsewhere",
        limits("--max-tokens: {instead: --temperature, range: [0, 1]}"),
        ["41: limits.0.options.--max-tokens.instead: What goes to another option has no other limits."],
    ),
    (
        "the pixels of a picture that an unknown flag gives",
        limits("--max-tokens: {pixels: --n}"),
        [
            "41: limits.0.options.--max-tokens.pixels: Only a picture of the type upload has pixels.",
            "41: limits.0.options.--max-tokens.pixels: This command has no option --n.",
        ],
    ),
    (
        "a check that does not compile",
        command('checks: [{when: "a &&", says: A.}]'),
        ["40: checks.0.when: 'a &&' does not compile: it goes wrong at column 5."],
    ),
    (
        "a check that calls a function",
        command('checks: [{when: "length(a)", says: A.}]'),
        ["40: checks.0.when: 'length(a)' calls a function; selections only point."],
    ),
    (
        "a check without a sentence",
        command("checks: [{when: a, says: no end}]"),
        ["40: checks.0.says: 'no end' must end with a full stop."],
    ),
    (
        "limits with capitals",
        [*command("limits: [{models: [Claude-*], provider: C, options: {--stream: {unsupported: true}}}]")],
        ["40: limits.0.models.0: 'Claude-*' must be in small letters."],
    ),
    (
        "a range of a switch in limits",
        limits("--stream: {range: [0, 1]}"),
        ["41: limits.0.options.--stream.range: Only integers and numbers have a range."],
    ),
    (
        "items of what does not repeat",
        limits("--max-tokens: {max_items: 2}"),
        ["41: limits.0.options.--max-tokens.max_items: Only what may be repeated has a number of items."],
    ),
    (
        "choices of what has none",
        limits("--max-tokens: {choices: [few]}"),
        ["41: limits.0.options.--max-tokens.choices: 'few' is not one of the option's choices."],
    ),
    (
        "a family's default of another type",
        limits("--max-tokens: {default: many}"),
        ["41: limits.0.options.--max-tokens.default: 'many' is not of type integer."],
    ),
    (
        "a family's default outside its range",
        limits("--max-tokens: {range: [1, 5], default: 6}"),
        ["41: limits.0.options.--max-tokens.default: 6 is outside the range."],
    ),
    (
        "limits of what is unsupported",
        limits("--max-tokens: {unsupported: true, range: [1, 5]}"),
        ["41: limits.0.options.--max-tokens.unsupported: What is not supported has no other limits."],
    ),
    (
        "an entry that never counts",
        command(
            "limits:\n  - {models: [a-*], provider: A, options: {--stream: {unsupported: true}}}\n"
            "  - {models: [a-*], provider: B, options: {--stream: {unsupported: true}}}"
        ),
        ["42: limits.1.models: An earlier entry has all of these; the first that fits counts."],
    ),
    (
        "limits without a model",
        [("to: body/model", "to: body/engine"), *limits("--stream: {unsupported: true}")],
        ["40: limits: No argument goes to body/model, path/model, query/model, so no model is known."],
    ),
    (
        "an unknown flag in or_from",
        [("    stdin: true\n", "    stdin: true\n    or_from: [--bdy]\n")],
        ["22: arguments.2.or_from: This command has no option --bdy."],
    ),
    (
        "a window without a model",
        [("to: body/model", "to: body/engine"), *command("window: models")],
        ["40: window: No argument goes to body/model, path/model, query/model, so no model is known."],
    ),
    (
        "an unknown completion in window",
        command("window: modles"),
        ["40: window: Unknown name 'modles'; declared are models, providers."],
    ),
    (
        "context without media",
        [
            (CONTEXT, "    type: context\n    attach_to: message\n"),
            ("role: user, content: $value}\n    help", f"role: user, content: $value}}\n{ITEM}    help"),
        ],
        [
            "31: arguments.4: --max-tokens is sent as the media of a positional say: it has no as, and joins one with media."
        ],
    ),
    (
        "media that name no part",
        [("role: user, content: $value}\n    help", f"role: user, content: $value}}\n{ITEM}{MEDIA}    help")],
        [
            "25: arguments.2.media.as: Unknown name '$value.ur1'; declared are $value.media_type, $value.format, "
            "$value.name, $value.family, $value.url, $value.link, $value.data."
        ],
    ),
    (
        "an unknown positional in attach_to",
        option("attach_to: promt"),
        [
            "31: arguments.4.attach_to: Unknown name 'promt'; none is declared.",
            "31: arguments.4.attach_to: What joins another argument goes where that goes, so it has no to.",
        ],
    ),
]


@pytest.mark.parametrize(("edits", "findings"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS])
def test_a_fault_is_found_where_it_stands(edits, findings, tmp_path):
    root = small_copy(tmp_path)
    for old, new in edits:
        edit(root / CHAT, old, new)
    plan, found = press(root)
    assert [str(finding) for finding in found] == [f"{CHAT}:{finding}" for finding in findings]
    assert plan is None


def test_a_letter_may_mean_what_the_program_says(tmp_path):
    root = small_copy(tmp_path)
    edit(root / CHAT, "[--max-tokens]", "[--max-tokens, -l]")
    edit(
        root / "spec" / "program.yaml",
        "{-s: [--system, --search]}",
        "{-s: [--system, --search], -l: [--limit, --max-tokens]}",
    )
    assert press(root)[1] == []


def test_an_option_of_a_set_has_no_group(tmp_path):
    root = small_copy(tmp_path)
    edit(root / "spec" / "program.yaml", "{flags: [--format, -f], ", "{flags: [--format, -f], group: Output, ")
    sentence = "Options of a set stand together; only a command's own have groups."
    assert [finding.sentence for finding in press(root)[1]] == [sentence]


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("{--refresh: yes}", "--refresh is a switch, which is true or false and never 'yes'."),
        ("{--refresh: false}", "--refresh is on or not given, so it is never false."),
        ("{--source: true}", "--source takes a value, which is never true."),
    ],
)
def test_a_route_for_a_value_that_never_comes(word, sentence, tmp_path):
    root = small_copy(tmp_path)
    edit(root / "spec" / "commands" / "models.yaml", "when: {--source: openai}", f"when: {word}")
    assert [str(finding) for finding in press(root)[1]] == [f"spec/commands/models.yaml:41: routes.0.when: {sentence}"]
