"""What files say wrongly of replies: kinds, pages, samples, waiters, steps, and harm that nobody is asked about."""

import re
from pathlib import Path

import pytest
from project import edit, small_copy

from codegen.__main__ import press

CHAT = "commands/chat.yaml"
HELP = "commands/help.yaml"
INFO = "commands/model-info.yaml"
MODELS = "commands/models.yaml"
PROGRAM = "program.yaml"
KIND = "  is: record\n"
SAMPLES = "samples: [{file: model-info.json}]\n"
REQUEST = '/api/model/{+code}"'
PAGES = "    samples: [{file: models-openai.json}]\n"
SMALL = Path(__file__).with_name("small")
OWN_COLUMNS = re.search("  columns:\n(    - .*\n)+", (SMALL / INFO).read_text("utf-8"))[0]
CHAT_VALUES = re.findall(r'value: "?([^",}]+)', (SMALL / CHAT).read_text("utf-8").partition("columns:")[2])
PAGED = PAGES + "    pages: {by: number, to: query/p, size: query/size, largest: 10}\n"
GROUPS = '      groups: {by: --source, order: {catalog: "price:desc"}}\n'
LOOK_UP = (
    "look_up: {command: models, request_id: --search, model: --type, since: --source, until: --limit}\n\n# One number"
)
MORE = 'continue_with: "model info {id}", own_id: body/own, asks: {when: code, continue_with: "gadgets {id}"}'
WAITER = "waiters:\n  task: {command: model info, id: id, state: provider, done: [ok]}\n\n# One number"

# fault, file, (text, what stands there instead) ..., findings
FAULTS = [
    (
        "columns of a command that is none",
        INFO,
        [(OWN_COLUMNS, "  columns: modells\n")],
        [
            "model-info.yaml:14: response.columns: No command 'modells' has columns of its own; these have: chat, config get, config path, config show, models."
        ],
    ),
    (
        "columns of the command itself",
        INFO,
        [(OWN_COLUMNS, "  columns: model info\n")],
        [
            "model-info.yaml:14: response.columns: No command 'model info' has columns of its own; these have: chat, config get, config path, config show, models."
        ],
    ),
    (
        "columns of another command that the own samples lack",
        INFO,
        [(OWN_COLUMNS, "  columns: chat\n")],
        [
            f"model-info.yaml:14: response.columns.{number}.value: No record of spec/replies/model-info.json has {value}."
            for number, value in enumerate(CHAT_VALUES)
            if value != "id"
        ],
    ),
    (
        "columns of what the program knows without files, or does not know",
        INFO,
        [(OWN_COLUMNS, "  columns: [{name: a, value: call/paths}, {name: b, value: call/nothing}]\n")],
        [
            "model-info.yaml:14: response.columns.0.value: Only a record with files has columns of what the program knows of the call.",
            "model-info.yaml:14: response.columns.1.value: The program knows of a call paths, unsaved, model, input_tokens, output_tokens, cost, and no 'nothing'.",
        ],
    ),
    (
        "a response of no kind",
        INFO,
        [(KIND, "")],
        [
            "model-info.yaml:9: response: The response of a request says what it is: "
            "rows, record, answer, file, text, nothing, any."
        ],
    ),
    (
        "a kind without what it needs",
        INFO,
        [(KIND, "  is: rows\n")],
        [
            "model-info.yaml:10: response.is: A response that is rows needs rows.",
            "model-info.yaml:12: response.record: A response that is rows has no record.",
        ],
    ),
    (
        "a kind with what it does not read",
        INFO,
        [("  record: data\n", "  record: data\n  says: All is well.\n")],
        ["model-info.yaml:13: response.says: A response that is record has no says."],
    ),
    (
        "files that are nowhere",
        INFO,
        [("  record: data\n", '  record: data\n  files: {name: "image-{number}"}\n')],
        ["model-info.yaml:13: response.files: Files are in data, behind a link, or both."],
    ),
    (
        "samples that all have a condition",
        INFO,
        [("[{file:", "[{when: code, file:")],
        ["model-info.yaml:29: samples: One sample has to be without a condition."],
    ),
    (
        "a condition of a sample that does not compile",
        INFO,
        [("[{file:", "[{when: 'a[', file: model-info.json}, {file:")],
        ["model-info.yaml:29: samples.0.when: 'a[' does not compile: it goes wrong at column 3."],
    ),
    (
        "a header that no sample has",
        INFO,
        [("value: id,", "value: header/X-Id,")],
        ["model-info.yaml:15: response.columns.0.value: No sample has the header X-Id."],
    ),
    (
        "pages without a place",
        MODELS,
        [(PAGES, PAGES + "    pages: {by: cursor, size: query/s, largest: 9}\n")],
        [
            "models.yaml:52: routes.0.pages.by: Pages by cursor need to.",
            "models.yaml:52: routes.0.pages.by: Pages by cursor need next.",
        ],
    ),
    (
        "pages with a word of others",
        MODELS,
        [(PAGES, PAGES + "    pages: {by: number, to: query/p, next: a, size: query/s, largest: 9}\n")],
        ["models.yaml:52: routes.0.pages.next: Pages by number have no next."],
    ),
    (
        "a command that destroys without asking",
        HELP,
        [("effect: read", "effect: destroy")],
        ["help.yaml:3: effect: A command that destroys says what it asks before, with asks."],
    ),
    (
        "a question of a command that reads",
        HELP,
        [("effect: read", "effect: read\nasks: Really?")],
        ["help.yaml:4: asks: Only a command with effect: destroy asks."],
    ),
    (
        "a question about an unknown argument",
        HELP,
        [("effect: read", 'effect: destroy\nasks: "Delete {thing}?"')],
        ["help.yaml:4: asks: This command has no argument 'thing'."],
    ),
    (
        "a waiter that nobody declares",
        INFO,
        [(SAMPLES, SAMPLES + "wait: {for: task}\n")],
        ["model-info.yaml:30: wait.for: Unknown name 'task'; none is declared."],
    ),
    (
        "a waiter of an unknown command",
        PROGRAM,
        [("# One number", WAITER.replace("model info", "task get"))],
        [
            "program.yaml:95: waiters.task.command: There is no command 'task get'; commands are chat, config get, "
            "config path, config show, help, model info, models, sandbox."
        ],
    ),
    (
        "a command that looks up calls and is none",
        PROGRAM,
        [("# One number", LOOK_UP.replace("command: models", "command: logs"))],
        [
            "program.yaml:94: look_up.command: There is no command 'logs'; commands are chat, config get, config path, "
            "config show, help, model info, models, sandbox."
        ],
    ),
    (
        "a command that looks up calls and lacks the options",
        PROGRAM,
        [("# One number", LOOK_UP.replace("--type", "--modl"))],
        ["program.yaml:94: look_up.model: models has no option --modl."],
    ),
    (
        "a command that looks up costs and lacks the columns",
        PROGRAM,
        [("# One number", LOOK_UP.replace("--limit}", "--limit, charged: {id: id, cost: dollars}}"))],
        ["program.yaml:94: look_up.charged.cost: models has no column 'dollars'."],
    ),
    (
        "a waiter of an unknown column",
        PROGRAM,
        [("# One number", WAITER.replace("state: provider", "state: stat"))],
        ["program.yaml:95: waiters.task.state: model info has no column 'stat', which a waiter reads as state."],
    ),
    (
        "one record of a list that nothing names",
        MODELS,
        [("      is: rows", "      is: record")],
        ["models.yaml:44: routes.0.response.is: One record of rows needs an argument that finds it."],
    ),
    (
        "a command that writes and waits for no answer",
        INFO,
        [("effect: read", "effect: write"), (SAMPLES, SAMPLES + "wait: {for: task}\n")],
        [
            "model-info.yaml:30: wait.for: Unknown name 'task'; none is declared.",
            "model-info.yaml:30: wait: A command that writes waits only for an answer; let a step of then wait.",
        ],
    ),
    (
        "a step to an unknown command",
        INFO,
        [(SAMPLES, SAMPLES + "then: [{command: model rate, give: {code: id}}]\n")],
        [
            "model-info.yaml:30: then.0.command: There is no command 'model rate'; commands are chat, config get, "
            "config path, config show, help, model info, models, sandbox."
        ],
    ),
    (
        "a step with an unknown argument",
        INFO,
        [(SAMPLES, SAMPLES + "then: [{command: model info, give: {code: id}}]\n")],
        ["model-info.yaml:30: then.0.give.code: model info has no argument 'code'."],
    ),
    (
        "a step from an unknown column",
        INFO,
        [(SAMPLES, SAMPLES + "then: [{command: model info, give: {model_id: codes}}]\n")],
        ["model-info.yaml:30: then.0.give.model_id: The result before has no column 'codes'."],
    ),
    (
        "a step for an unknown option",
        INFO,
        [(SAMPLES, SAMPLES + "then: [{command: model info, give: {model_id: id}, if: --more}]\n")],
        ["model-info.yaml:30: then.0.if: This command has no option --more."],
    ),
    (
        "something created for nothing, with which nobody goes on",
        INFO,
        [(SAMPLES, SAMPLES + 'creates: {id: id, continue_with: "models wait {id} {ix}"}\n')],
        [
            "model-info.yaml:30: creates: Only a paid command whose reply is a record, rows or any value creates what a service works on.",
            "model-info.yaml:30: creates.continue_with: This command has no argument 'ix'.",
        ],
    ),
    (
        "something created with which no command goes on",
        INFO,
        [
            ("effect: read\n", "effect: write\ncost: paid\n"),
            (SAMPLES, SAMPLES + 'creates: {id: id, continue_with: "gadgets wait {id}"}\n'),
        ],
        ["model-info.yaml:31: creates.continue_with: This does not begin with the words of a command."],
    ),
    (
        "something created that asks for no command, with an id of the user's that no argument has",
        INFO,
        [
            ("effect: read\n", "effect: write\ncost: paid\n"),
            (SAMPLES, SAMPLES + f"creates: {{id: id, {MORE}}}\n"),
        ],
        [
            "model-info.yaml:31: creates.asks.continue_with: This does not begin with the words of a command.",
            "model-info.yaml:31: creates.own_id: No argument of this command goes there.",
        ],
    ),
    (
        "a waiter like none",
        PROGRAM,
        [("# One number", WAITER.replace("done: [ok]", "done: [ok], like: job"))],
        ["program.yaml:95: waiters.task.like: Unknown name 'job'; declared are task."],
    ),
    (
        "a waiter that is like itself",
        PROGRAM,
        [("# One number", "waiters:\n  task: {command: model info, like: task}\n\n# One number")],
        ["program.yaml:95: waiters.task: id is missing, here and in the one that it is like."],
    ),
    (
        "a waiter that nobody answers",
        PROGRAM,
        [("# One number", WAITER.replace("done: [ok]", "done: [ok], answered_by: gadget answer"))],
        [
            "program.yaml:95: waiters.task: There is no command 'gadget answer'; commands are chat, config get, "
            "config path, config show, help, model info, models, sandbox."
        ],
    ),
    (
        "a total without groups",
        INFO,
        [("value: provider}", "value: provider, total: sum}")],
        ["model-info.yaml:18: response.columns.3.total: Only groups have a total."],
    ),
    (
        "groups by what is no column",
        MODELS,
        [("      rows: data\n      columns:", "      rows: data\n" + GROUPS + "      columns:")],
        [
            "models.yaml:47: routes.0.response.groups.order.catalog: There is no column 'catalog'.",
            "models.yaml:47: routes.0.response.groups.order.catalog: There is no column 'price'.",
            "models.yaml:47: routes.0.response.groups.order: "
            "The order says how groups by each choice of --source are sorted, and nothing else.",
        ],
    ),
    (
        "a list without pages that is followed",
        INFO,
        [(SAMPLES, SAMPLES + "follow: {if: --more, since: query/since, time: id}\n")],
        [
            "model-info.yaml:30: follow.if: This command has no option --more.",
            "model-info.yaml:30: follow: Only a list that comes in pages can be followed.",
        ],
    ),
    (
        "a list that is followed by a time that it lacks",
        MODELS,
        [("examples:", "follow: {if: --more, since: query/since, time: born}\nexamples:"), (PAGES, PAGED)],
        [
            "models.yaml:75: follow.if: This command has no option --more.",
            "models.yaml:75: follow.time: The list has no column 'born'.",
        ],
    ),
    (
        "a body that begins with the record of an unknown command",
        INFO,
        [(REQUEST, REQUEST + ", from: {command: task get, give: {model_id: model_id}, fields: [id]}")],
        [
            "model-info.yaml:8: request.from.command: There is no command 'task get'; commands are chat, config get, "
            "config path, config show, help, model info, models, sandbox."
        ],
    ),
    (
        "a body that begins with an answer",
        INFO,
        [(REQUEST, REQUEST + ", from: {command: chat, give: {--model: model_id}, fields: [id]}")],
        ["model-info.yaml:8: request.from.command: chat does not read a record, with which a body could begin."],
    ),
    (
        "a body that begins with a record of nobody knows which",
        INFO,
        [(REQUEST, REQUEST + ", from: {command: model info, give: {code: id}, fields: [id]}")],
        [
            "model-info.yaml:8: request.from.give.code: This command has no argument 'id'.",
            "model-info.yaml:8: request.from.give.code: model info has no argument 'code'.",
        ],
    ),
]


@pytest.mark.parametrize(
    ("file", "edits", "findings"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS]
)
def test_a_fault_is_found_where_it_stands(file, edits, findings, tmp_path):
    root = small_copy(tmp_path)
    for old, new in edits:
        edit(root / "spec" / file, old, new)
    plan, found = press(root)
    said = [str(finding).removeprefix("spec/commands/").removeprefix("spec/") for finding in found]
    assert sorted(said) == sorted(findings)
    assert plan is None
