"""Columns in the words of a command line: a name that is no plain one, such as ``First Name``, can stand in braces, too."""

import re

from cometapi.batch.rows import ID, Row, read
from cometapi.own.filling import is_name

BRACES = 3  # how many may stand around a name


def of_file(path, kind, id_column):
    """The names of the columns of a file's first row, that of the IDs last; none where it has no row."""
    found = next((list(row.data) for row in read(path, kind, id_column) if isinstance(row, Row)), [])
    return sorted(found, key=(id_column or ID).__eq__)


def aliased(words, columns):
    """``(words, columns by alias)``: in the words, plain names stand for those columns in braces whose own name is none.

    An alias is the same in every run, since the request of a row must not change with it.
    """
    odd = sorted((name for name in columns if not is_name(name)), key=len, reverse=True)
    if not odd:
        return words, {}
    place = re.compile(rf"(\{{{{1,{BRACES}}})({'|'.join(map(re.escape, odd))})(\}}{{1,{BRACES}}})")
    used = {}

    def one_aliased(found):
        before, name, after = found.groups()
        if before + after == "{{}}":
            return f"{{{name}}}"  # the name in braces as text
        if len(before) != len(after):
            return found[0]
        alias = f"column_{name.encode('utf-8', 'surrogatepass').hex()}"
        used[alias] = name
        return f"{before}{alias}{after}"

    return [place.sub(one_aliased, word) for word in words], used
