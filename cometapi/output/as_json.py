"""JSON: two spaces, text as it is, one record after the other."""

import json
import re

from cometapi.output.formats import finite, machine_record

# A terminal obeys some of these, others cannot be seen, and a lone surrogate cannot be encoded: as escapes they mean the
# same to a parser. Those that join or part the letters of a word and the parts of an emoji stay.
_UNSAFE = re.compile(
    "[\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)


def write_rows(columns, records, out):
    """Print an array; it is closed even when reading breaks off, so stdout holds what was complete."""
    begun = False
    try:
        for record in records:
            item = text(machine_record(columns, record), out).replace("\n", "\n  ")
            out.write(f",\n  {item}" if begun else f"[\n  {item}")
            begun = True
    finally:
        if begun:
            out.write("\n]\n")
    if not begun:
        out.write("[]\n")


def write_lines_of(columns, records, out):
    """Print one object a line, for a list that has no end."""
    for record in records:
        line = json.dumps(finite(machine_record(columns, record)), ensure_ascii=not out.is_unicode, allow_nan=False)
        out.write(harmless(line) + "\n")


def write_record(columns, record, out):
    """Print one object."""
    out.write(text(machine_record(columns, record), out) + "\n")


def write_answer(answer, columns, out):
    """Print the service's whole reply."""
    out.write(text(answer.document(), out) + "\n")


def text(value, out):
    """A JSON value, indented, harmless to a terminal."""
    return harmless(json.dumps(finite(value), indent=2, ensure_ascii=not out.is_unicode, allow_nan=False))


def harmless(made):
    """JSON text in which what a terminal obeys, or what cannot be encoded, stands as an escape of the same meaning."""
    return _UNSAFE.sub(lambda found: escape(found[0]), made)


def escape(sign):
    """A character as JSON spells it in ASCII."""
    return json.dumps(sign)[1:-1]


def error_object(error, hint, exit_code, trace=None):
    """An error as one line of JSON, for whoever reads stderr by program; ``trace`` is its traceback where that is wanted."""
    told = {} if trace is None else {"traceback": trace.splitlines()}
    return json.dumps(
        {"error": {**error_facts(error), "hint": hint, "exit_code": exit_code, **told}}, ensure_ascii=True
    )


def error_facts(error):
    """What is known of an error, by the names of the error envelope."""
    return {
        "code": error.code or error.exit,
        "message": error.message,
        "service_message": error.service_message,
        "hint": error.hint,
        "http_status": error.http_status,
        "request_id": error.request_id,
        "retryable": error.retryable,
        "retry_after": error.retry_after,
    }
