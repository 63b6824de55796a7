"""urllib3, loaded without what a call seldom needs: a fifth of the time that its import takes is for what nobody asks for.

What is put off is loaded as soon as somebody asks for it after all, so that nothing else changes.
"""

import re
import sys
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Any

PACKAGE = "urllib3"
# Modules of which others only want something later, and a function of one that is wanted at once, but not called: by it
# urllib3 could see the version of a library for HTTP/2.
SELDOM = {
    **dict.fromkeys(("calendar", "email.header", "hmac", "mimetypes", "random", "traceback"), None),
    "importlib.metadata": "version",
}


def load():
    """Load urllib3, if nobody has yet."""
    if PACKAGE not in sys.modules:
        with late_modules(), late_patterns():
            import_module(PACKAGE)


@contextmanager
def late_modules():
    """Meanwhile stand-ins are imported in the place of modules that are not loaded yet; who imports them later gets the
    modules themselves.
    """
    put = {name: stand_in(name, function) for name, function in SELDOM.items() if name not in sys.modules}
    sys.modules.update(put)
    try:
        yield
    finally:
        for name, module in put.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


def stand_in(name, function=None):
    """A module that looks into the one of this name for what it is asked; its ``function`` does so when it is called."""
    module: Any = ModuleType(name)
    module.__getattr__ = partial(of_module, name, module)
    if function:
        setattr(module, function, partial(called, name, module, function))
    return module


def of_module(name, module, attribute):
    """What a module has under a name, loaded in the place of its stand-in; what the import of it looks for is not there."""
    if attribute.startswith("__"):
        raise AttributeError(attribute)
    if sys.modules.get(name) is module:
        del sys.modules[name]
    return getattr(import_module(name), attribute)


def called(name, module, function, *words):
    """What a function of a module gives for some words."""
    return of_module(name, module, function)(*words)


@contextmanager
def late_patterns():
    """Meanwhile urllib3's regular expressions are not compiled: some are for every spelling of an IPv6 address."""
    compiled = re.compile

    def compile_late(*words, **named):
        caller = sys._getframe(1).f_globals.get("__name__", "")
        made = partial(compiled, *words, **named)
        return Pattern(made) if caller.partition(".")[0] == PACKAGE else made()

    re.compile = compile_late
    try:
        yield
    finally:
        re.compile = compiled


class Pattern:
    """A regular expression that is compiled when it is first asked for anything."""

    def __init__(self, compiled):
        self._compiled = compiled

    def __getattr__(self, name):
        found = getattr(self._compiled(), name)  # which keeps what it has compiled
        setattr(self, name, found)
        return found
