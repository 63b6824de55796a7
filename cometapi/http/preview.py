"""Looking before sending: the request that a command would send, printed for people, scripts or curl, without a secret."""

import json
import re
from shlex import quote

from cometapi import output
from cometapi.generated import program
from cometapi.http.trace import shown_headers
from cometapi.manifest.output_formats import is_for_machines
from cometapi.output import as_json
from cometapi.output.results import Record
from cometapi.redact import mask

COLUMNS = [{"name": name, "title": name.upper(), "show": "always"} for name in ("method", "url", "headers", "body")]
REFERENCE = re.compile(r"(?:\w+ )?\$\w+")  # a credential that stands for a variable of the shell
CURL = {"connect_timeout": "--connect-timeout", "ca": "--cacert", "client_cert": "--cert", "client_key": "--key"}
LONGEST_WORD = 100_000  # bytes that fit into one word of a command line; Linux takes 131071


def reference(declared, value=None):
    """A secret setting as a reference to its environment variable."""
    return f"${declared['environment']}"


def masked(declared, value):
    """A secret by its last four characters; without one, its variable."""
    return mask(value) or reference(declared)


# What stands in place of a secret, by the way in which a request is seen: a function of its setting and its value.
WAYS = {"dry_run": masked, "curl": reference}


def show(call, request):
    """Print a request in the way that was asked for."""
    out = output.Out(call.context)
    if call.preview == "curl":
        out.write(hidden(call, curl(request, call)))
    elif is_for_machines(call.format()):
        facts = (request.method, request.url, shown_headers(request, is_veiled=True), body(request))
        record = dict(zip(("method", "url", "headers", "body"), facts, strict=True))
        record = json.loads(hidden(call, json.dumps(record)))
        output.write(Record(COLUMNS, record), call.format(), call.context)
    else:
        out.write(hidden(call, text(request, out)))
    out.flush()


def hidden(call, text):
    """The text with every secret of the settings masked, wherever it stands."""
    call.context.hide(call.settings.secrets())
    return call.context.hidden(text)


def body(request):
    """The body as a JSON value, as text where it is none; None without one."""
    if request.body is None:
        return None
    try:
        return json.loads(request.body)
    except ValueError:
        return request.body.decode("utf-8", "replace")


def text(request, out):
    """A request as it is written in documents: its line, its headers, a blank line, its body."""
    lines = [f"{request.method} {request.url}"]
    lines += [f"{name}: {value}" for name, value in shown_headers(request, is_veiled=True).items()]
    content = body(request)
    if content is not None:
        lines += ["", content if isinstance(content, str) else as_json.text(content, out)]
    return "".join(f"{line}\n" for line in lines)


def curl(request, call):
    """The same request as a command for a POSIX shell."""
    first = ["curl", *(["--no-buffer"] if request.is_stream else [])]
    for name, flag in CURL.items():
        value = call.wanted(name)
        first += [flag, quote(str(value))] if value != program.SETTINGS[name].get("default") else []
    first += ["--globoff"] if set("[]{}") & set(request.url) else []
    first += ["--request", request.method] if request.method != "GET" or request.body else []
    parts = [" ".join([*first, quote(request.url)])]
    parts += [f"  --header {header(name, value)}" for name, value in shown_headers(request, is_veiled=True).items()]
    pipe = ""
    if request.body is not None:
        content = quote(request.body.decode("utf-8"))
        is_long = len(content) > LONGEST_WORD
        pipe = f"printf %s {content} | " if is_long else ""  # which the shell does itself, without its limit
        parts.append("  --data-binary @-" if is_long else f"  --data-raw {content}")
    return pipe + " \\\n".join(parts) + "\n"


def header(name, value):
    """A header as a word of the shell; only a credential's variable is left for the shell to fill in."""
    if REFERENCE.fullmatch(value):
        return f'"{name}: {value}"'
    return quote(f"{name}: {value}" if value else f"{name};")
