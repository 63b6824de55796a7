"""--dry-run and --curl: print the request of a command without its secrets."""

import re

from cometapi import output
from cometapi.generated import program
from cometapi.http.body import Json, Multipart
from cometapi.http.shell import is_obeyed, printed, word
from cometapi.http.trace import shown_headers
from cometapi.manifest.output_formats import is_for_machines
from cometapi.output import as_json
from cometapi.output.results import Record
from cometapi.redact import within
from cometapi.terminal.visible import visible

COLUMNS = [{"name": name, "title": name.upper(), "show": "always"} for name in ("method", "url", "headers", "body")]
LOGIN = re.compile(r"Basic (.*):(\$\w+)")  # a user and the variable of a password
BASE64 = re.compile(r"(data:[^,]*;base64,)?([A-Za-z0-9+/]{200,})={0,2}")  # a file inside a JSON value
VARIABLE = re.compile(r"\$(\w+)")
REFERENCE = re.compile(r"(?:\w+ )?\$\w+")  # a credential that stands for a variable of the shell
CURL = {"connect_timeout": "--connect-timeout", "ca": "--cacert", "client_cert": "--cert", "client_key": "--key"}


def show(call, request):
    """Print a request in the way that was asked for."""
    out = output.Out(call.context)
    if call.preview == "curl":
        out.write(hidden(call, curl(request, call)))
        warn_of_variables(call, request)
    elif is_for_machines(call.format()):
        sent = None if request.body is None else request.body.shown()
        facts = (request.method, address(request), shown_headers(request, is_veiled=True), sent)
        record = dict(zip(("method", "url", "headers", "body"), facts, strict=True))
        record = within(record, lambda text: hidden(call, text))
        output.write(Record(COLUMNS, record), call.format(), call.context)
    else:
        out.write(hidden(call, text(request, out)))
    out.flush()


def warn_of_variables(call, request):
    """Say which variables the printed command reads that are not set here."""
    found = VARIABLE.findall(" ".join([*request.headers.values(), request.key[1] if request.key else ""]))
    for name in (one for one in found if one in names_of_secrets() and not call.context.environ.get(one)):
        call.context.note(f"The command reads {name} from the environment, where it is not set.")


def names_of_secrets():
    """The environment variables of the secret settings."""
    return {facts["environment"] for facts in program.SETTINGS.values() if facts.get("secret")}


def hidden(call, text):
    """The text with every secret of the settings masked, wherever it stands."""
    call.context.hide(call.settings.secrets())
    return call.context.hidden(text)


def text(request, out):
    """A request as it is written in documents: its line, its headers, a blank line, its body."""
    lines = [f"{request.method} {address(request)}"]
    lines += [f"{name}: {value}" for name, value in shown_headers(request, is_veiled=True).items()]
    sent = request.body
    if sent is not None:
        is_seen = out.context.is_terminal("stdout")
        value = shortened(sent.value) if is_seen and isinstance(sent, Json) else getattr(sent, "value", None)
        lines += ["", as_json.text(value, out) if isinstance(sent, Json) else visible(str(sent))]
    return seen("".join(f"{line}\n" for line in lines))


def shortened(value):
    """A JSON value with base64 data replaced by its size, for a terminal."""
    if isinstance(value, dict):
        return {key: shortened(part) for key, part in value.items()}
    if isinstance(value, list):
        return [shortened(part) for part in value]
    found = BASE64.fullmatch(value) if isinstance(value, str) else None
    return f"{found[1] or ''}... ({len(found[2]) * 3 // 4:,} bytes)" if found else value


def seen(text):
    """A text with an escape, the one that JSON has, for everything that a terminal obeys or does not show."""
    return "".join(as_json.escape(sign) if is_obeyed(sign) else sign for sign in text)


def address(request):
    """The URL of a request, with its veiled credential where the query holds it."""
    return f"{request.before_key}{request.key[1]}" if request.key else request.url


def curl(request, call):
    """The same request as a command for a POSIX shell."""
    first = ["curl", "--silent", "--show-error", *(["--no-buffer"] if request.is_stream else [])]
    for name, flag in CURL.items():
        value = call.wanted(name)
        first += [flag, word(str(value))] if value != program.SETTINGS[name].get("default") else []
    first += ["--globoff"] if set("[]{}") & set(request.url) else []
    first += ["--request", request.method] if request.method != "GET" or request.body else []
    parts = [" ".join([*first, word_of_address(request)])]
    is_own = isinstance(request.body, Multipart)  # whose boundary curl makes itself
    headers = shown_headers(request, is_veiled=True)
    parts += [f"  {header(*one)}" for one in headers.items() if not (is_own and one[0] == "Content-Type")]
    words, piped = request.body.curl() if request.body else ([], None)
    parts += [f"  {word}" for word in words]
    pipe = f"{printed(piped)} | " if piped else ""  # which the shell does itself, without its limit
    return pipe + " \\\n".join(parts) + "\n"


def word_of_address(request):
    """The URL as a word of the shell, the variable of a credential in the query left for the shell to fill in."""
    if request.key and REFERENCE.fullmatch(request.key[1]):
        return f'{word(request.before_key)}"{request.key[1]}"'
    return word(address(request))


def header(name, value):
    """A header as an option of curl; only a credential's variable is left for the shell to fill in."""
    login = LOGIN.fullmatch(value)
    if login:
        return f'--user {login[1] and word(login[1])}":{login[2]}"'
    if REFERENCE.fullmatch(value):
        return f'--header "{name}: {value}"'
    return f"--header {word(f'{name}: {value}' if value else f'{name};')}"
