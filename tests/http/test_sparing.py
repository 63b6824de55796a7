"""urllib3 is loaded without what a call seldom needs, and nobody can tell but by what is loaded."""

import ast
import subprocess
import sys

import pytest
from conftest import chunk

UNNEEDED = {"importlib.metadata", "zipfile", "csv", "tempfile", "lzma", "bz2", "linecache", "tokenize", "textwrap"}
UNNEEDED |= {"traceback", "random", "calendar", "mimetypes", "hmac", "email.header"}
NEVER_READ = {f"cometapi.answers.{name}" for name in ("assembler", "ways", "prices", "media", "tools")}
NEVER_READ |= {f"cometapi.http.{name}" for name in ("listing", "pages", "page_of", "filters")}
NEVER_READ |= {f"cometapi.output.{name}" for name in ("as_table", "cells", "formats", "kinds", "records", "new_files")}
COLD = "import sys\nfrom cometapi.http import sparing\nsparing.load()\n"
PATTERNS = """
import re, urllib3
url = sys.modules["urllib3.util.url"]
late = {name: getattr(url, name) for name in dir(url) if name.endswith("_RE")}
assert len(late) > 5 and {type(one) for one in late.values()} == {sparing.Pattern}
known = {name: re.compile(one.pattern, one.flags) for name, one in late.items()}
texts = ["http://a.example/b?c#d", "[::1]:80", "::1", "1:2::3%eth0", "[fe80::1%25eth0]", "10.0.0.1:65535", "/a?b", "%41", ""]
for name, one in known.items():
    for text in texts:
        for found in ("match", "search", "fullmatch"):
            was, now = getattr(one, found)(text), getattr(late[name], found)(text)
            assert (was and was.groups(), was and was.span()) == (now and now.groups(), now and now.span()), (name, text)
print(urllib3.util.parse_url("http://[::1]:80/a"))
"""
LATER = """
import re, random, traceback, threading
import logging, email._policybase, email.utils
assert logging.traceback is not sys.modules["traceback"] and logging.traceback.format_exc is traceback.format_exc
assert "email.header" not in sys.modules and email._policybase.header.Header("a").encode() == "a"
assert email.utils.make_msgid().startswith("<") and "email.header" in sys.modules
assert type(re.compile("a")) is re.Pattern and random.random() < 1
try:
    1 / 0
except ZeroDivisionError:
    assert traceback.format_exc().endswith("division by zero\\n")
from importlib.metadata import version, distributions
assert callable(distributions) and version.__module__ == "importlib.metadata"
assert sys.modules["urllib3"].http2.version("urllib3") == version("urllib3") == sys.modules["urllib3"].__version__
sparing.load()
print("done")
"""
CALL = """
import sys
sys.argv = ["cometapi", "chat", "-m", "m", "hi", {switch!r}]
from cometapi.main import main
code = main()
sys.stderr.write(repr((code, sorted(sys.modules))))
"""


def ran(code, environ):
    """What a fresh interpreter writes, as ``(stdout, stderr)``; it fails the test where it fails."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", env=environ, input="")
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr


def test_what_nobody_asks_for_is_not_loaded(environ):
    out, _ = ran(f"{COLD}print(sorted(sys.modules))", environ)
    loaded = set(ast.literal_eval(out))
    assert "urllib3.poolmanager" in loaded
    assert loaded & UNNEEDED == set()


def test_patterns_find_what_they_would_have_found(environ):
    assert ran(COLD + PATTERNS, environ) == ("http://[::1]:80/a\n", "")


def test_what_was_put_off_is_there_when_it_is_asked_for(environ):
    assert ran(COLD + LATER, environ) == ("done\n", "")


def test_what_is_loaded_already_stays(environ):
    code = f"import traceback, random, importlib.metadata as before\n{COLD}"
    check = 'assert sys.modules["importlib.metadata"] is before and sys.modules["traceback"] is traceback'
    assert ran(code + check, environ) == ("", "")


@pytest.mark.parametrize("switch", ["--stream", "--no-stream"])
def test_a_call_loads_what_it_uses(environ, raw, switch):
    whole = {"choices": [{"index": 0, "message": {"content": "Hi"}, "finish_reason": "stop"}]}
    raw(
        lambda talk: (
            talk.stream(chunk("Hi"), chunk(finish="stop"), "data: [DONE]\n\n").end()
            if switch == "--stream"
            else talk.whole(whole)
        )
    )
    out, err = ran(CALL.format(switch=switch), environ)
    code, loaded = ast.literal_eval(err)

    assert (out, code) == ("Hi\n", 0)
    assert set(loaded) & (UNNEEDED | NEVER_READ) == set()
