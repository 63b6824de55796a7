"""What files say wrongly of each other: names, flags, places, selections, samples."""

from project import each, refused

CHAT = "commands/chat.yaml"
HELP = "commands/help.yaml"
INFO = "commands/model-info.yaml"
MODELS = "commands/models.yaml"
PROGRAM = "program.yaml"
PROTOCOL = "protocols/chat.yaml"
SANDBOX = "commands/sandbox.yaml"

# fault, file, (text, what stands there instead) ..., findings
FAULTS = [
    (
        "an unknown setting",
        CHAT,
        [("default_from: default_model", "default_from: model")],
        [
            "spec/commands/chat.yaml:10: arguments.0.default_from: Unknown name 'model'; declared are api_key, access_token, base_url, default_model, output_format, profile, secret_store, plain_http, timeout, connect_timeout, retries, retry_max_wait, ca, client_cert, client_key, plain, history, history_max_age, history_max_size, max_cost_per_day, max_tokens_under_cap."
        ],
    ),
    (
        "an output format of the setting that nothing prints",
        PROGRAM,
        [("    choices: [table, json, yaml, csv, markdown]\n", "    choices: [table, json, jsonx]\n")],
        [
            "spec/program.yaml:29: settings.output_format.choices: There is no output format 'jsonx'; the formats are table, json, jsonl, yaml, csv, markdown."
        ],
    ),
    (
        "an output format of the option that nothing prints",
        PROGRAM,
        [("does: format, choices: [table, json, yaml,", "does: format, choices: [table, json, xml, yaml,")],
        [
            "spec/program.yaml:75: options.output.arguments.0.choices: There is no output format 'xml'; the formats are table, json, jsonl, yaml, csv, markdown."
        ],
    ),
    (
        "an output format of a stream that nothing prints",
        CHAT,
        [("default_in: [table, markdown]", "default_in: [table, html]")],
        [
            "spec/commands/chat.yaml:42: stream.default_in: There is no output format 'html'; the formats are table, json, jsonl, yaml, csv, markdown.",
        ],
    ),
    (
        "a default that is no output format",
        PROGRAM,
        [
            (
                "    choices: [table, json, yaml, csv, markdown]\n    default: table",
                "    choices: $formats\n    default: tabel",
            )
        ],
        ["spec/program.yaml:30: settings.output_format.default: 'tabel' is not one of the choices."],
    ),
    (
        "an unknown setting of a service",
        PROGRAM,
        [("gateway: {setting: base_url", "gateway: {setting: url")],
        [
            "spec/program.yaml:45: services.gateway.setting: Unknown name 'url'; declared are api_key, access_token, base_url, default_model, output_format, profile, secret_store, plain_http, timeout, connect_timeout, retries, retry_max_wait, ca, client_cert, client_key, plain, history, history_max_age, history_max_size, max_cost_per_day, max_tokens_under_cap."
        ],
    ),
    (
        "an unknown setting of a credential",
        PROGRAM,
        [("api_key: {setting: api_key", "api_key: {setting: key")],
        [
            "spec/program.yaml:49: credentials.api_key.setting: Unknown name 'key'; declared are api_key, access_token, base_url, default_model, output_format, profile, secret_store, plain_http, timeout, connect_timeout, retries, retry_max_wait, ca, client_cert, client_key, plain, history, history_max_age, history_max_size, max_cost_per_day, max_tokens_under_cap."
        ],
    ),
    (
        "an unknown setting of an option set",
        PROGRAM,
        [("default_from: output_format", "default_from: format")],
        [
            "spec/program.yaml:75: options.output.arguments.0.default_from: Unknown name 'format'; declared are api_key, access_token, base_url, default_model, output_format, profile, secret_store, plain_http, timeout, connect_timeout, retries, retry_max_wait, ca, client_cert, client_key, plain, history, history_max_age, history_max_size, max_cost_per_day, max_tokens_under_cap."
        ],
    ),
    (
        "a setting that supplies another which there is not",
        PROGRAM,
        [("    complete: models\n", "    supplies: model\n")],
        [
            "spec/program.yaml:26: settings.default_model.supplies: Unknown name 'model'; declared are api_key, access_token, base_url, default_model, output_format, profile, secret_store, plain_http, timeout, connect_timeout, retries, retry_max_wait, ca, client_cert, client_key, plain, history, history_max_age, history_max_size, max_cost_per_day, max_tokens_under_cap."
        ],
    ),
    (
        "a range of a setting that is no number",
        PROGRAM,
        [("    complete: models\n", "    range: [0, 1]\n")],
        ["spec/program.yaml:26: settings.default_model.range: Only integers and numbers have a range."],
    ),
    (
        "a default of a setting that is none of its choices",
        PROGRAM,
        [("    default: table\n", "    default: tables\n")],
        ["spec/program.yaml:30: settings.output_format.default: 'tables' is not one of the choices."],
    ),
    (
        "a default of a setting of another type",
        PROGRAM,
        [("    default: gpt-5.4\n", "    default: 5\n")],
        ["spec/program.yaml:25: settings.default_model.default: 5 is not of type text."],
    ),
    (
        "an unknown completion of a setting",
        PROGRAM,
        [("    complete: models\n", "    complete: model\n")],
        [
            "spec/program.yaml:26: settings.default_model.complete: Unknown name 'model'; declared are models, providers."
        ],
    ),
    (
        "an unknown service",
        CHAT,
        [("service: gateway", "service: gatway")],
        ["spec/commands/chat.yaml:41: request.service: Unknown name 'gatway'; declared are gateway, root."],
    ),
    (
        "an unknown credential",
        CHAT,
        [("credential: api_key", "credential: key")],
        ["spec/commands/chat.yaml:41: request.credential: Unknown name 'key'; declared are api_key, access_token."],
    ),
    (
        "an unknown credential of a route",
        MODELS,
        [("  - when: {--source: openai}", "  - credential: key")],
        ["spec/commands/models.yaml:41: routes.0.credential: Unknown name 'key'; declared are api_key, access_token."],
    ),
    (
        "an unknown protocol",
        INFO,
        [("protocol: account", "protocol: openai")],
        ["spec/commands/model-info.yaml:11: response.protocol: Unknown name 'openai'; declared are account, chat."],
    ),
    (
        "two protocols of one name",
        "protocols/account.yaml",
        [("protocol: account", "protocol: chat")],
        ["spec/protocols/account.yaml:2: protocol: The file of this protocol is named chat.yaml."],
    ),
    (
        "a protocol whose command is not there",
        PROTOCOL,
        [("command: chat", "command: talk")],
        ["spec/protocols/chat.yaml:3: command: There is no command talk."],
    ),
    (
        "a protocol whose command speaks another",
        PROTOCOL,
        [("command: chat", "command: model info")],
        ["spec/protocols/chat.yaml:3: command: The command model info does not speak this protocol."],
    ),
    (
        "an answer in a protocol that reads none",
        CHAT,
        [("protocol: chat", "protocol: account")],
        [
            "spec/commands/chat.yaml:44: response.is: The protocol account reads no answers.",
            "spec/protocols/chat.yaml:3: command: The command chat does not speak this protocol.",
        ],
    ),
    (
        "a shape that no protocol has",
        CHAT,
        [("as: {role: system, content: $value}", "as: $medum")],
        ["spec/commands/chat.yaml:17: arguments.1.as: Unknown name '$medum'; declared are $value."],
    ),
    (
        "a number in a place that does not compile",
        PROTOCOL,
        [("choices/{index}/message", "choices/{index number}/message")],
        ["spec/protocols/chat.yaml:29: assemble.1.at: 'index number' does not compile: it goes wrong at column 7."],
    ),
    (
        "an unknown format",
        CHAT,
        [("format: count", "format: number")],
        [
            "spec/commands/chat.yaml:50: response.columns.3.format: Unknown name 'number'; declared are datetime, count, usd, price, list, yes_no, excerpt."
        ],
    ),
    (
        "an unknown option set",
        CHAT,
        [("use: [output]", "use: [outputs]")],
        [
            "spec/commands/chat.yaml:40: use.0: Unknown name 'outputs'; declared are everywhere, network, output, cache, limit, paging."
        ],
    ),
    (
        "an unknown completion",
        CHAT,
        [("complete: models", "complete: modles")],
        ["spec/commands/chat.yaml:12: arguments.0.complete: Unknown name 'modles'; declared are models, providers."],
    ),
    (
        "an option set that stands twice",
        CHAT,
        [("use: [output]", "use: [output, output]")],
        ["spec/commands/chat.yaml:40: use.1: Duplicate output."],
    ),
    (
        "two options with one word",
        CHAT,
        [("[--max-tokens]", "[--max-tokens, --model]")],
        ["spec/commands/chat.yaml:30: arguments.4: --model is taken by another argument of this command."],
    ),
    (
        "an option with a word of an option set",
        CHAT,
        [("[--max-tokens]", "[--max-tokens, --format]")],
        ["spec/commands/chat.yaml:40: use: --format is taken by another argument of this command."],
    ),
    (
        "two options with one word in an option set",
        PROGRAM,
        [("{flags: [--no-cache]", "{flags: [--refresh]")],
        [
            "spec/commands/model-info.yaml:7: use: --refresh is taken by another argument of this command.",
            "spec/commands/models.yaml:39: use: --refresh is taken by another argument of this command.",
        ],
    ),
    (
        "an option with the word of a pair",
        CHAT,
        [("[--max-tokens]", "[--max-tokens, --no-stream]")],
        ["spec/commands/chat.yaml:36: arguments.5: --no-stream is taken by another argument of this command."],
    ),
    (
        "an option named like a positional",
        CHAT,
        [("[--max-tokens]", "[--message]")],
        ["spec/commands/chat.yaml:30: arguments.4: message is taken by another argument of this command."],
    ),
    (
        "an option that is the program's",
        CHAT,
        [("[--max-tokens]", "[--max-tokens, -h]")],
        ["spec/commands/chat.yaml:30: arguments.4: -h belongs to the program itself."],
    ),
    (
        "two options with one place",
        CHAT,
        [("to: body/max_tokens", "to: body/temperature")],
        ["spec/commands/chat.yaml:34: arguments.4.to: Another argument already goes to body/temperature."],
    ),
    (
        "a letter with two meanings",
        CHAT,
        [("[--max-tokens]", "[--max-tokens, -l]")],
        ["spec/commands/models.yaml:39: use: -l means --max-tokens in another command."],
    ),
    (
        "a wrong file name",
        HELP,
        [("command: help", "command: helps")],
        ["spec/commands/help.yaml:1: command: The file of this command is named helps.yaml."],
    ),
    (
        "a wrong name of a topic's file",
        "topics/formats.yaml",
        [("topic: formats", "topic: format")],
        ["spec/topics/formats.yaml:1: topic: The file of this topic is named format.yaml."],
    ),
    (
        "positionals beside longer commands",
        "commands/config-path.yaml",
        [("command: config path", "command: config get value")],
        [
            "spec/commands/config-get.yaml:1: command: Its positionals are ambiguous with longer commands, such as config get value.",
            "spec/commands/config-path.yaml:1: command: The file of this command is named config-get-value.yaml.",
        ],
    ),
    (
        "an unknown flag in needs",
        MODELS,
        [("needs: {--source: catalog}", "needs: {--sauce: catalog}")],
        ["spec/commands/models.yaml:14: arguments.1.needs: This command has no option --sauce."],
    ),
    (
        "an unknown choice in needs",
        MODELS,
        [("needs: {--source: catalog}", "needs: {--source: catalogue}")],
        [
            "spec/commands/models.yaml:14: arguments.1.needs: --source has no choice 'catalogue'; its choices are catalog, openai."
        ],
    ),
    (
        "an unknown flag in excludes",
        MODELS,
        [("    filter: {in: [model_type]}", "    filter: {in: [model_type]}\n    excludes: [--kind]")],
        ["spec/commands/models.yaml:23: arguments.2.excludes: This command has no option --kind."],
    ),
    (
        "an unknown flag in at_most",
        MODELS,
        [("    filter: {in: [model_type]}", "    filter: {in: [model_type]}\n    at_most: --end")],
        ["spec/commands/models.yaml:23: arguments.2.at_most: This command has no option --end."],
    ),
    (
        "an order of what has none",
        MODELS,
        [("    filter: {in: [model_type]}", "    filter: {in: [model_type]}\n    at_most: --limit")],
        ["spec/commands/models.yaml:23: arguments.2.at_most: Only two dates or two numbers have an order."],
    ),
    (
        "an unknown flag in when",
        MODELS,
        [("when: {--source: openai}", "when: {--sauce: openai}")],
        ["spec/commands/models.yaml:41: routes.0.when: This command has no option --sauce."],
    ),
    (
        "an unknown choice in when",
        MODELS,
        [("when: {--source: openai}", "when: {--source: open}")],
        [
            "spec/commands/models.yaml:41: routes.0.when: --source has no choice 'open'; its choices are catalog, openai."
        ],
    ),
    (
        "an unknown flag in given",
        MODELS,
        [("when: {--source: openai}", "given: --sauce")],
        ["spec/commands/models.yaml:41: routes.0.given: This command has no option --sauce."],
    ),
    (
        "an unknown flag in stands_for",
        PROGRAM,
        [("stands_for: {--format: json}", "stands_for: {--formats: json}")],
        [
            "spec/program.yaml:76: options.output.arguments.1.stands_for: No command has an option --formats.",
        ],
    ),
    (
        "an unknown flag in stream",
        CHAT,
        [("switch: --stream", "switch: --live")],
        ["spec/commands/chat.yaml:42: stream.switch: This command has no option --live."],
    ),
    (
        "an unknown flag in words",
        CHAT,
        [("value: model}", "value: model, words: --type}")],
        ["spec/commands/chat.yaml:47: response.columns.0.words: This command has no option --type."],
    ),
    (
        "words of an option without raw values",
        MODELS,
        [("{name: owned_by, value: owned_by, title: Owner}", "{name: owned_by, value: owned_by, words: --source}")],
        [
            "spec/commands/models.yaml:49: routes.0.response.columns.1.words: No option --source of this file has choices that map words to values."
        ],
    ),
    (
        "a switch with a type",
        SANDBOX,
        [("type: failure\n", "type: failure\n    switch: on\n")],
        [
            "spec/commands/sandbox.yaml:12: arguments.1.type: An option with switch takes no value, so it has no type.",
            "spec/commands/sandbox.yaml:14: arguments.1.metavar: An option with switch takes no value, so it has no metavar.",
        ],
    ),
    (
        "a pair without long flag",
        CHAT,
        [
            (
                "- flags: [--max-tokens]\n    type: integer\n    range: [1, null]\n    metavar: N\n",
                "- flags: [-x]\n    switch: pair\n",
            )
        ],
        ["spec/commands/chat.yaml:31: arguments.4.switch: A pair needs a long flag to make its --no- form of."],
    ),
    (
        "a range on text",
        CHAT,
        [("type: number\n", "type: text\n")],
        ["spec/commands/chat.yaml:27: arguments.3.range: Only integers and numbers have a range."],
    ),
    (
        "a range that ends before it begins",
        CHAT,
        [("range: [0, 2]", "range: [2, 0]")],
        ["spec/commands/chat.yaml:27: arguments.3.range: The start of the range is larger than its end."],
    ),
    (
        "a default outside the choices",
        MODELS,
        [("default: catalog", "default: list")],
        ["spec/commands/models.yaml:36: arguments.5.default: 'list' is not one of the choices."],
    ),
    (
        "a default outside the range",
        SANDBOX,
        [("default: 0", "default: 70000")],
        ["spec/commands/sandbox.yaml:10: arguments.0.default: 70000 is outside the range."],
    ),
    (
        "a default that is text for a number",
        SANDBOX,
        [("default: 0", "default: none")],
        ["spec/commands/sandbox.yaml:10: arguments.0.default: 'none' is not of type integer."],
    ),
    (
        "a default that would need reading",
        SANDBOX,
        [("type: failure\n", "type: failure\n    default: '429'\n")],
        [
            "spec/commands/sandbox.yaml:13: arguments.1.default: A default is sent as it stands here, so an option of type failure cannot have one."
        ],
    ),
    (
        "choices of words",
        MODELS,
        [("    filter: {in: [model_type]}", "    filter: {in: [model_type]}\n    choices: [text, image]")],
        [
            "spec/commands/models.yaml:23: arguments.2.choices: Words are any words in one value, separated by commas, so they have no choices."
        ],
    ),
    (
        "a name in a path without source",
        INFO,
        [('path: "/api/model/{+code}"', 'path: "/api/model/{+id}"')],
        [
            "spec/commands/model-info.yaml:6: arguments.0.to: No path of this command has {code}.",
            "spec/commands/model-info.yaml:8: request.path: No argument goes to path/id.",
        ],
    ),
    (
        "a name in a path that may stay unfilled",
        INFO,
        [("{name: model_id,", "{name: model_id, optional: true,")],
        [
            "spec/commands/model-info.yaml:8: request.path: {code} may stay unfilled: "
            "what goes there is optional, and no later route does without."
        ],
    ),
    (
        "a selector that does not compile",
        MODELS,
        [("value: pricing.input", "value: pricing..input")],
        [
            "spec/commands/models.yaml:66: routes.1.response.columns.7.value: 'pricing..input' does not compile: it goes wrong at column 9."
        ],
    ),
    (
        "rows that do not compile",
        MODELS,
        [("      rows: data\n", "      rows: data[\n")],
        ["spec/commands/models.yaml:46: routes.0.response.rows: 'data[' does not compile: it goes wrong at column 6."],
    ),
    (
        "a filter that does not compile",
        MODELS,
        [("filter: {in: [model_type]}", "filter: {in: ['model_type[']}")],
        [
            "spec/commands/models.yaml:22: arguments.2.filter.in: 'model_type[' does not compile: it goes wrong at column 12."
        ],
    ),
    (
        "a selector with a function",
        MODELS,
        [("value: pricing.input", 'value: "length(pricing)"')],
        [
            "spec/commands/models.yaml:66: routes.1.response.columns.7.value: 'length(pricing)' calls a function; selections only point."
        ],
    ),
    (
        "an envelope that does not compile",
        PROTOCOL,
        [("[error.message, error, message]", "[error..message, error, message]")],
        ["spec/protocols/chat.yaml:7: envelope.message: 'error..message' does not compile: it goes wrong at column 7."],
    ),
    (
        "a reading that does not compile",
        PROTOCOL,
        [("finish: finish_reason", 'finish: "finish reason"')],
        ["spec/protocols/chat.yaml:17: events.0.finish: 'finish reason' does not compile: it goes wrong at column 8."],
    ),
    (
        "neither request nor run",
        "commands/config-path.yaml",
        [("run: config:path\n", "")],
        ["spec/commands/config-path.yaml:1: command: A command has a request or says what to run."],
    ),
    (
        "a request without reply",
        INFO,
        [("samples: [{file: model-info.json}]\n", "")],
        ["spec/commands/model-info.yaml:8: request: A request needs samples."],
    ),
    (
        "a request without response",
        MODELS,
        [
            (
                "    response:\n      is: rows\n      protocol: chat\n      rows: data\n      columns:\n        - {name: id, value: id, title: ID}\n        - {name: owned_by, value: owned_by, title: Owner}\n        - {name: created, value: created, format: datetime, show: detail}\n",
                "",
            )
        ],
        ["spec/commands/models.yaml:42: routes.0.request: A request needs a response."],
    ),
    (
        "a reply that is no file",
        INFO,
        [("file: model-info.json", "file: model.json")],
        ["spec/commands/model-info.yaml:29: samples.0.file: There is no spec/replies/model.json."],
    ),
    (
        "a response without protocol",
        INFO,
        [("  protocol: account\n", "")],
        ["spec/commands/model-info.yaml:9: response: The response of a request names its protocol."],
    ),
    (
        "a response of two kinds",
        INFO,
        [("  record: data\n", "  record: data\n  rows: data\n")],
        [
            "spec/commands/model-info.yaml:9: response: It selects no record of spec/replies/model-info.json.",
            "spec/commands/model-info.yaml:10: response.is: A response that is record needs either record or rows.",
        ],
    ),
    (
        "a stream without sample",
        CHAT,
        [(", stream: chat.sse", "")],
        ["spec/commands/chat.yaml:53: samples.0: A command that streams needs a sample stream."],
    ),
    (
        "pages of no rows",
        INFO,
        [("samples: [", "pages: {by: number, to: query/p, size: query/s, largest: 9}\nsamples: [")],
        ["spec/commands/model-info.yaml:29: pages: Only rows come in pages."],
    ),
    (
        "routes out of order",
        MODELS,
        [("  - when: {--source: openai}\n    request", "  - request")],
        ["spec/commands/models.yaml:40: routes: Only the last route may fit without a condition."],
    ),
    (
        "a room that is not there",
        HELP,
        [("run: help:run", "run: hilfe:run")],
        ["spec/commands/help.yaml:4: run: There is no cometapi/commands/hilfe.py."],
    ),
    (
        "a function that is not there",
        HELP,
        [("run: help:run", "run: help:walk")],
        ["spec/commands/help.yaml:4: run: cometapi/commands/help.py has no function walk."],
    ),
    (
        "variables of clients without an address",
        PROTOCOL,
        [("command: chat\n", 'command: chat\nclient: {set: {A: "{url}/v1", B: "{address}", C: "x"}}\n')],
        [
            "spec/protocols/chat.yaml:4: client.set.B: The value must contain {url} or {token}, and nothing else in braces.",
            "spec/protocols/chat.yaml:4: client.set.C: The value must contain {url} or {token}, and nothing else in braces.",
        ],
    ),
    (
        "a list of models without their names",
        PROTOCOL,
        [
            (
                "command: chat\n",
                "command: chat\nlisting: {path: /v1/models, rows: data, name: id, item: {name: $value}}\n",
            )
        ],
        ["spec/protocols/chat.yaml:4: listing.item: The item does not have the field id, which is its name."],
    ),
    (
        "requests of others through a single request",
        CHAT,
        [("cost: paid\n", "cost: paid\non_behalf: true\n")],
        ["spec/commands/chat.yaml:8: on_behalf: Only a paid command with run passes requests of others on."],
    ),
    (
        "a column that the sample lacks",
        MODELS,
        [("value: context_length", "value: context_size")],
        [
            "spec/commands/models.yaml:64: routes.1.response.columns.5.value: No record of spec/replies/models.json has context_size."
        ],
    ),
    (
        "a deep column that the sample lacks",
        CHAT,
        [("value: usage.total_tokens", "value: usage.totals")],
        ["spec/commands/chat.yaml:52: response.columns.5.value: No record of spec/replies/chat.json has usage.totals."],
    ),
    (
        "rows that the sample lacks",
        MODELS,
        [("      rows: data\n", "      rows: data.items\n")],
        ["spec/commands/models.yaml:43: routes.0.response: It selects no record of spec/replies/models-openai.json."],
    ),
]


@each(FAULTS)
def test_a_fault_is_found_where_it_stands(file, edits, findings, tmp_path):
    assert refused(tmp_path, file, edits) == findings
