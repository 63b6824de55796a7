"""Values that do not fit where they go, and shapes that name what is not there."""

from project import each, refused

CHAT = "commands/chat.yaml"
INFO = "commands/model-info.yaml"
PROGRAM = "program.yaml"
PROTOCOL = "protocols/chat.yaml"

# fault, file, (text, what stands there instead) or (another file, text, ...) ..., findings
FAULTS = [
    (
        "a choice of two words",
        "commands/models.yaml",
        [("choices: [catalog, openai]", "choices: [catalog, openai, 'the list', 'a;b', '']")],
        [
            "spec/commands/models.yaml:35: arguments.5.choices: '' is not one word: no blanks, semicolons and control characters.",
            "spec/commands/models.yaml:35: arguments.5.choices: 'a;b' is not one word: no blanks, semicolons and control characters.",
            "spec/commands/models.yaml:35: arguments.5.choices: 'the list' is not one word: no blanks, semicolons and control characters.",
        ],
    ),
    (
        "a completion that is neither kept nor known to every program",
        CHAT,
        [("complete: models", "complete: $modls")],
        [
            "spec/commands/chat.yaml:12: arguments.0.complete: '$modls' must be the name of a completion, $aliases, $columns, $files, $own_commands, $profiles, $templates or $values."
        ],
    ),
    (
        "known words beside choices",
        INFO,
        [("complete: models", "choices: [a, b], known: [a]")],
        ["spec/commands/model-info.yaml:6: arguments.0.known: Tab offers the choices, so there is no known."],
    ),
    (
        "a completion beside choices",
        INFO,
        [("complete: models", "choices: [a, b], complete: models")],
        ["spec/commands/model-info.yaml:6: arguments.0.complete: Tab offers the choices, so there is no complete."],
    ),
    (
        "values of a setting that nothing names",
        CHAT,
        [("complete: models", "complete: $values")],
        [
            "spec/commands/chat.yaml:12: arguments.0.complete: $values is for the second positional, behind one whose choices are $settings."
        ],
    ),
    (
        "an unknown shape",
        CHAT,
        [("as: {role: user, content: $value}", "as: $user_mesage")],
        ["spec/commands/chat.yaml:23: arguments.2.as: Unknown name '$user_mesage'; declared are $value."],
    ),
    (
        "an unknown name in a shape",
        CHAT,
        [("as: {role: user, content: $value}", "as: {role: user, content: $valeu}")],
        ["spec/commands/chat.yaml:23: arguments.2.as: Unknown name '$valeu'; declared are $value."],
    ),
    (
        "a name inside a text",
        CHAT,
        [("as: {role: user, content: $value}", 'as: {role: user, content: "wait=$value"}')],
        [
            "spec/commands/chat.yaml:23: arguments.2.as: A name such as $value stands alone, and 'wait=$value' has more beside it."
        ],
    ),
    (
        "two names in one text",
        CHAT,
        [("as: {role: user, content: $value}", 'as: "$value$system"')],
        [
            "spec/commands/chat.yaml:23: arguments.2.as: A name such as $value stands alone, and '$value$system' has more beside it."
        ],
    ),
    (
        "a part of a value that has none",
        CHAT,
        [("as: {role: user, content: $value}", "as: {role: user, content: $value.text}")],
        ["spec/commands/chat.yaml:23: arguments.2.as: The value has no parts here, so there is no $value.text."],
    ),
    (
        "an argument with a place of its own in a shape",
        CHAT,
        [("as: {role: user, content: $value}", "as: {role: user, content: $system}")],
        [
            "spec/commands/chat.yaml:23: arguments.2.as: $system goes to body/messages/-; a shape sees only arguments without a place."
        ],
    ),
    (
        "parts of what nothing joins",
        CHAT,
        [("as: {role: user, content: $value}", "as: {role: user, content: $parts}")],
        ["spec/commands/chat.yaml:23: arguments.2.as: Unknown name '$parts'; declared are $value."],
    ),
    (
        "a choice of shapes that is no list",
        CHAT,
        [("as: {role: user, content: $value}", "as: {$first: {role: user}}")],
        ["spec/commands/chat.yaml:23: arguments.2.as: $first takes a list of shapes."],
    ),
    (
        "an unknown name in item",
        CHAT,
        [("as: {role: user, content: $value}", "as: {role: user, content: $value}\n    item: {text: $text}")],
        ["spec/commands/chat.yaml:24: arguments.2.item: Unknown name '$text'; declared are $value."],
    ),
    (
        "an unknown part in a shared shape",
        PROTOCOL,
        [("command: chat\n", "command: chat\nshapes: {link: {url: $value.lnk}}\n")],
        [
            "spec/protocols/chat.yaml:4: shapes.link: Unknown name '$value.lnk'; declared are $value.content, $value.data, $value.family, $value.format, $value.key, $value.latitude, $value.link, $value.list, $value.longitude, $value.media_type, $value.name, $value.role, $value.text, $value.url, $value.value."
        ],
    ),
    (
        "an unknown argument in a shared shape",
        PROTOCOL,
        [("command: chat\n", "command: chat\nshapes: {link: {url: $detial}}\n")],
        ["spec/protocols/chat.yaml:4: shapes.link: Unknown name '$detial'; declared are $value."],
    ),
    (
        "an unknown part in a refusal",
        PROTOCOL,
        [
            (
                "  code: [error.code, error.type, code]\n",
                "  code: [error.code, error.type, code]\n  refusal: {error: $value.text}\n",
            )
        ],
        [
            "spec/protocols/chat.yaml:9: envelope.refusal: Unknown name '$value.text'; declared are $value.status, $value.message, $value.word."
        ],
    ),
    (
        "an unknown part in a turn",
        PROTOCOL,
        [("tool_call_id: $value.id", "tool_call_id: $value.key")],
        [
            "spec/protocols/chat.yaml:41: turn.result: Unknown name '$value.key'; declared are $value.id, $value.name, $value.result."
        ],
    ),
    (
        "joins nobody",
        CHAT,
        [("    to: body/max_tokens\n", "    attach_to: promt\n")],
        ["spec/commands/chat.yaml:34: arguments.4.attach_to: Unknown name 'promt'; none is declared."],
    ),
    (
        "a place with an empty key",
        CHAT,
        [("    to: body/max_tokens\n", "    to: body//max_tokens\n")],
        ["spec/commands/chat.yaml:34: arguments.4.to: A key between two slashes is missing."],
    ),
    (
        "a header with two names",
        CHAT,
        [("    to: body/max_tokens\n", "    to: header/X-Max/Tokens\n")],
        ["spec/commands/chat.yaml:34: arguments.4.to: A header has one name, as in header/name."],
    ),
    (
        "a parameter with two names",
        CHAT,
        [("    to: body/max_tokens\n", "    to: query/max/tokens\n")],
        ["spec/commands/chat.yaml:34: arguments.4.to: A parameter of a query has one name, as in query/name."],
    ),
    (
        "an object in a header",
        CHAT,
        [
            (
                "    type: number\n    range: [0, 2]\n    to: body/temperature\n",
                "    type: pair\n    to: header/X-Pair\n",
            )
        ],
        [
            "spec/commands/chat.yaml:27: arguments.3.to: A header holds a text or a number, and this argument gives more than that."
        ],
    ),
    (
        "a place inside another",
        CHAT,
        [("to: body/temperature", "to: body/max_tokens/most")],
        [
            "spec/commands/chat.yaml:28: arguments.3.to: This is inside body/max_tokens, where another argument puts a value of its own."
        ],
    ),
    (
        "the end of a list inside another value",
        CHAT,
        [("to: body/temperature", "to: body/max_tokens/-")],
        [
            "spec/commands/chat.yaml:28: arguments.3.to: This is inside body/max_tokens, where another argument puts a value of its own."
        ],
    ),
    (
        "a header that carries the credential",
        CHAT,
        [("credential: api_key}", "credential: api_key, headers: {Authorization: none}}")],
        [
            "spec/commands/chat.yaml:41: request.headers.Authorization: Authorization carries a credential; name that with credential."
        ],
    ),
    (
        "what joins another argument and has a place",
        CHAT,
        [
            ("    to: body/max_tokens\n", "    to: body/max_tokens\n    attach_to: message\n"),
            ("as: {role: user, content: $value}", "as: {role: user, content: $value}\n    item: {text: $value}"),
        ],
        [
            "spec/commands/chat.yaml:36: arguments.4.attach_to: What joins another argument goes where that goes, so it has no to."
        ],
    ),
    (
        "an unknown part of an image",
        CHAT,
        [
            (
                "    type: number\n    range: [0, 2]\n    to: body/temperature\n",
                "    type: image\n    to: body/images/-\n    as: {url: $value.adress}\n",
            )
        ],
        [
            "spec/commands/chat.yaml:28: arguments.3.as: Unknown name '$value.adress'; declared are $value.media_type, $value.format, $value.name, $value.family, $value.url, $value.link, $value.data, $value.text."
        ],
    ),
    (
        "a part of a shared shape that another type has",
        CHAT,
        [
            (
                "    type: number\n    range: [0, 2]\n    to: body/temperature\n",
                "    type: pair\n    to: body/images/-\n    as: $link\n",
            ),
            (PROTOCOL, "command: chat\n", "command: chat\nshapes: {link: {url: $value.url}}\n"),
        ],
        [
            "spec/commands/chat.yaml:28: arguments.3.as: Unknown name '$value.url'; declared are $value.key, $value.value."
        ],
    ),
]


@each(FAULTS)
def test_a_fault_is_found_where_it_stands(file, edits, findings, tmp_path):
    assert refused(tmp_path, file, edits) == findings
