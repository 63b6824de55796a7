"""How a file cannot be read as YAML, said to the person who wrote it."""

from project import each, refused

CHAT = "commands/chat.yaml"
MODELS = "commands/models.yaml"

# fault, file, (text, what stands there instead) or (another file, text, ...) ..., findings
FAULTS = [
    (
        "a line indented too far",
        CHAT,
        [("cost: paid", "  cost: paid")],
        ["spec/commands/chat.yaml:7: file: The indentation of this line fits none of the keys above it."],
    ),
    (
        "a line indented too little",
        CHAT,
        [("    default_from: default_model", "   default_from: default_model")],
        ["spec/commands/chat.yaml:10: file: The indentation of this line fits none of the keys above it."],
    ),
    (
        "a line between two depths",
        MODELS,
        [("    metavar: SOURCE", "     metavar: SOURCE")],
        ["spec/commands/models.yaml:37: file: The indentation of this line fits none of the keys above it."],
    ),
    (
        "a tab",
        CHAT,
        [("    metavar: N", "\tmetavar: N")],
        ["spec/commands/chat.yaml:33: file: This line is indented with a tab; use spaces."],
    ),
    (
        "a comma inside braces",
        MODELS,
        [("help: All model ids.", "help: All, model ids.")],
        [
            "spec/commands/models.yaml:77: examples.2.model ids.: A comma ends a value inside { }; put the text in quotes."
        ],
    ),
    (
        "a colon inside braces",
        MODELS,
        [("help: All model ids.", "help: All: model ids.")],
        ["spec/commands/models.yaml:77: file: A colon has a special meaning inside { }; put the text in quotes."],
    ),
    (
        "a number sign inside braces",
        MODELS,
        [("help: All model ids.", "help: All #1 model ids.")],
        ["spec/commands/models.yaml:77: file: What follows # is a comment; put the text in quotes."],
    ),
    (
        "a question mark inside braces",
        MODELS,
        [("help: All model ids.", "help: All? model ids.")],
        [
            "spec/commands/models.yaml:77: file: A question mark has a special meaning inside { }; put the text in quotes."
        ],
    ),
    (
        "a question mark and quotes inside braces",
        MODELS,
        [
            (
                "run: cometapi models --search claude --limit 5, help",
                'run: cometapi models --search "What?" --limit 5, help',
            )
        ],
        [
            "spec/commands/models.yaml:75: file: A question mark has a special meaning inside { }; put the text in quotes."
        ],
    ),
    (
        "a colon in a text",
        CHAT,
        [("help: Model that answers.", "help: Model: the one that answers.")],
        ["spec/commands/chat.yaml:13: file: A colon and a space end a key; put the text in quotes."],
    ),
    (
        "braces that are never closed",
        CHAT,
        [("as: {role: user, content: $value}", "as: {role: user, content: $value")],
        ["spec/commands/chat.yaml:23: file: This { is not closed."],
    ),
    (
        "brackets that are never closed",
        CHAT,
        [("use: [output]", "use: [output")],
        ["spec/commands/chat.yaml:40: file: This [ is not closed."],
    ),
    (
        "a quote that is never closed",
        CHAT,
        [
            (
                'help: "Sampling temperature: low is focused, high is varied."',
                'help: "Sampling temperature: low is focused, high is varied.',
            )
        ],
        ["spec/commands/chat.yaml:29: file: This quote is not closed."],
    ),
    (
        "text after a quote",
        CHAT,
        [("help: Model that answers.", 'help: "Model" that answers.')],
        ["spec/commands/chat.yaml:13: file: Text follows a closing quote or bracket; put all of it in quotes."],
    ),
    (
        "no colon after a key",
        CHAT,
        [("effect: write", "effect write")],
        ["spec/commands/chat.yaml:6: file: There is no colon and space after the key of this line."],
    ),
    (
        "no space after a colon",
        CHAT,
        [("effect: write", "effect:write")],
        ["spec/commands/chat.yaml:6: file: There is no colon and space after the key of this line."],
    ),
    (
        "a text that begins with a sign",
        CHAT,
        [("help: Model that answers.", "help: @ model that answers.")],
        ["spec/commands/chat.yaml:13: file: A text cannot begin with @; put the text in quotes."],
    ),
    (
        "a text that begins with a star",
        CHAT,
        [("help: Model that answers.", "help: *.txt files.")],
        ["spec/commands/chat.yaml:13: file: A text cannot begin with *; put the text in quotes."],
    ),
    (
        "a tag",
        CHAT,
        [("help: Model that answers.", "help: !text Model that answers.")],
        ["spec/commands/chat.yaml:13: !text: Anchors, aliases and tags are not supported; write the value out."],
    ),
]


@each(FAULTS)
def test_a_fault_is_found_where_it_stands(file, edits, findings, tmp_path):
    assert refused(tmp_path, file, edits) == findings
