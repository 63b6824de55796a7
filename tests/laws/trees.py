"""The syntax trees of the program's files, each of which is parsed once for all laws about Python."""

import ast
from functools import cache


@cache
def tree_of(path):
    """The syntax tree of a file."""
    return ast.parse(path.read_text("utf-8"))


@cache
def nodes_of(path):
    """Every node of it: a tuple."""
    return tuple(ast.walk(tree_of(path)))
