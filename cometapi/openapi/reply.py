"""The reply of an endpoint as a response with columns, and a sample of it."""

import re

from cometapi.advice import flag
from cometapi.openapi.naming import Names, snake, words_of
from cometapi.openapi.schemas import properties_of, sample, type_of, whole

PROTOCOL = "account"  # whose envelope is the plainest: a message, and a code
SHOWN, MOST = 7, 40  # columns of a table, and columns at all
LISTS = (
    "data",
    "items",
    "results",
    "records",
    "rows",
    "list",
    "content",
    "values",
    "entries",
)  # of the reply to a list
INNER = ("name", "title", "id")  # what stands for an object in a table
NO_CONTENT = (204, 205)  # statuses of replies that have no body


def reply_of(document, operation, place, path):
    """``(response, samples, sample)``: what the command file says, and the value of the sample file, None without one."""
    status, answer, at = success(document, operation, place)
    content = contents(document, operation, answer)
    kind = next((one for one in content if "json" in one), None)
    if status in NO_CONTENT:
        return {"is": "nothing", "protocol": PROTOCOL, "says": "Done."}, [{"status": status}], None
    if not content:  # whatever comes all the same is printed
        return {"is": "any", "protocol": PROTOCOL}, sample_files(status), {"ok": True}
    if kind is None:
        return other(next(iter(content)))
    schema, inside = whole(document, content[kind], f"{at}/schema")
    value = example_of(answer, kind)
    made = sample(document, {**schema, **({"example": value} if value is not None else {})}, inside)
    return shaped(document, (schema, inside), made, status, path)


def success(document, operation, place):
    """``(status, response, place)`` of the reply of a request that went well."""
    found = operation.get("responses")
    found = {str(status): one for status, one in found.items()} if isinstance(found, dict) else {}
    good = sorted(status for status in found if re.fullmatch(r"2\d\d", status)) or [
        one for one in ("2XX", "default") if one in found
    ]
    if not good:
        document.gap(
            f"{place}/responses", "No reply of a request that went well is described, so it is printed as it is."
        )
        return 200, {}, f"{place}/responses"
    answer, at = document.resolved(found[good[0]], f"{place}/responses/{good[0]}")
    return (int(good[0]) if good[0].isdecimal() else 200), answer, at


def contents(document, operation, answer):
    """The schemas of a reply by media type."""
    if document.is_swagger:
        kinds = operation.get("produces") or document.data.get("produces") or ["application/json"]
        return (
            {str(kinds[0] if not any("json" in str(one) for one in kinds) else "application/json"): answer["schema"]}
            if "schema" in answer
            else {}
        )
    found = answer.get("content")
    found = found if isinstance(found, dict) else {}
    return {str(kind): (one.get("schema", {}) if isinstance(one, dict) else {}) for kind, one in found.items()}


def example_of(answer, kind):
    """The example that a reply has beside its schema; None without one."""
    content = answer.get("content")
    facts = content.get(kind, {}) if isinstance(content, dict) else {"examples": answer.get("examples")}
    if not isinstance(facts, dict):
        return None
    if "example" in facts:
        return facts["example"]
    several = facts.get("examples")
    first = next(iter(several.values()), None) if isinstance(several, dict) else None
    return first.get("value") if isinstance(first, dict) and "value" in first else None


def other(kind):
    """The response of a reply that is no JSON."""
    plain = kind.partition(";")[0].strip().lower()
    if plain.startswith("text/") or plain.endswith(("xml", "yaml")):
        return {"is": "text", "protocol": PROTOCOL}, [{"file": "", "media_type": plain}], "A text.\n"
    return (
        {"is": "file", "protocol": PROTOCOL},
        [{"file": "", "media_type": plain if "*" not in plain else "application/octet-stream"}],
        "A file.\n",
    )


def shaped(document, described, made, status, path):
    """The response of a JSON reply: rows of a list, or of the one list in an object; a record; else anything."""
    samples = sample_files(status)
    (schema, place), usual = described, {*LISTS, *words_of(path.rstrip("/").rpartition("/")[2])}
    lists = [one for one, value in made.items() if is_rows(value) and one in usual] if isinstance(made, dict) else []
    if is_rows(made):
        return {"is": "rows", "protocol": PROTOCOL, "rows": "@", "columns": columns(made[0])}, samples, made
    if len(lists) == 1 and any(name == lists[0] for name in properties_of(schema)):
        rows = {"is": "rows", "protocol": PROTOCOL, "rows": quoted(lists[0]), "columns": columns(made[lists[0]][0])}
        beside = [name for name, value in made.items() if name != lists[0] and not isinstance(value, dict | list)]
        if beside:
            document.gap(
                place,
                f"Beside the list {lists[0]}, {', '.join(beside[:6])} {'is' if len(beside) == 1 else 'are'} not shown; "
                f"{flag('raw')} prints the whole reply.",
            )
        return rows, samples, made
    if isinstance(made, dict) and made and type_of(schema) == "object":
        return {"is": "record", "protocol": PROTOCOL, "record": "@", "columns": columns(made)}, samples, made
    return {"is": "any", "protocol": PROTOCOL}, samples, made


def sample_files(status):
    """The one sample of a reply, whose file has no name yet."""
    return [{"file": "", **({"status": status} if status != 200 else {})}]


def is_rows(value):
    """Whether a sample is a list of objects."""
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict) and bool(value[0])


def columns(record):
    """The columns of a record, the first ones in tables too."""
    names, found = Names(), []
    plain = [name for name, value in record.items() if not isinstance(value, dict | list)]
    for name in [*plain, *(name for name in record if name not in plain)][:MOST]:
        value, place = record[name], quoted(name)
        if isinstance(value, dict):
            inner = next((one for one in INNER if one in value and not isinstance(value[one], dict | list)), None)
            place = f"{place}.{inner}" if inner else place
            is_table = inner is not None
        else:
            is_table = not isinstance(value, list)
        facts = {"name": names.free(snake(name), "other_"), "value": place}
        shown = is_table and sum("show" not in one for one in found) < SHOWN
        found.append(facts if shown or not found else {**facts, "show": "machines"})
    return found


def quoted(name):
    """The name of a field as a selection has it."""
    if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name):
        return name
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
