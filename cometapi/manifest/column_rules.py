"""Rules about the types of columns."""

from cometapi.manifest.routes import placed_routes
from cometapi.manifest.surface_columns import KINDS


def column_types_are_needed(sources):
    """Columns that say a type which their words or their format tell already, or a list of nothing."""
    formats = sources.program.data["formats"]
    for source in sources.commands.values():
        for prefix, one in placed_routes(source.data):
            for number, column in enumerate(one.get("response", {}).get("columns", [])):
                for key, sentence in type_faults(column, formats):
                    yield source.finding((*prefix, "response", "columns", number, key), sentence)


def type_faults(column, formats):
    """What is wrong with the type of a column: pairs of a key and a sentence."""
    told = "words" if "words" in column else "format"
    if "list" in column and "type" not in column:
        yield "list", "list needs type."
    if "type" in column and ("words" in column or formats.get(column.get("format"), {}).get("kind") in KINDS):
        yield "type", f"The {told} of the column already {'tell' if told == 'words' else 'tells'} the type."
