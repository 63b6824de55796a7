"""The site in a real browser: search, keys, looks, and what axe-core finds; one page of each kind, one start of Chromium."""

import http.server
import json
import os
import threading
from itertools import product

import pytest
from browser import CHROMIUM, opened
from sites import ROOT, leads_nowhere, pages

AXE = ROOT / "build" / "npm" / "node_modules" / "axe-core" / "axe.min.js"
KINDS = [
    "index.html",
    "all.html",
    "commands/index.html",
    "commands/chat.html",
    "commands/tokens-delete.html",
    "groups/config.html",
    "topics/batch.html",
    "topics/guide-tools.html",
    "reference/exit-codes.html",
    "manifest/topic.html",
    "manifest/write-a-cli.html",
]
SIZES = [(1280, "light"), (390, "dark")]
# What is asked, and the place that the first result leads to.
SEARCHES = {
    "--max-tokens": "commands/chat.html#option-max-tokens",
    "max tokens": "commands/chat.html#option-max-tokens",
    "maxtokens": None,
    "chat max tokens": "commands/chat.html#option-max-tokens",
    "compare max tokens": "commands/compare.html#option-max-tokens",
    "-o": "commands/chat.html#option-output",
    "-F": "commands/chat.html#option-file",
    "-f": "commands/chat.html#option-format",
    "--no-stream": "commands/chat.html#option-stream",
    "--OUTPUT": "commands/chat.html#option-output",
    "--max": "commands/chat.html#option-max-cost",
    "429": "reference/exit-codes.html#exit-69",
    "69": "reference/exit-codes.html#exit-69",
    '"exit 69"': "reference/exit-codes.html#exit-69",
    "exit code 2": "reference/exit-codes.html#exit-2",
    "what does exit code 3 mean": "reference/exit-codes.html#exit-3",
    "COMETAPI_KEY": "reference/environment.html#variable-COMETAPI_KEY",
    "cometapi_key": "reference/environment.html#variable-COMETAPI_KEY",
    "COMETAPI_SANDBOX_CLOCK": "reference/environment.html#variable-COMETAPI_SANDBOX_CLOCK",
    "default_model": "reference/settings.html#setting-default_model",
    "default model": "reference/settings.html#setting-default_model",
    "max_cost_per_day": "reference/settings.html#setting-max_cost_per_day",
    "budgets": "topics/budgets.html",
    "exit codes": "reference/exit-codes.html",
    "environment variables": "reference/environment.html",
    "chat": "commands/chat.html",
    "config set": "commands/config-set.html",
    "cometapi model info": "commands/model-info.html",
    "batch": "topics/batch.html",
    "context_length": "commands/models.html#column-context_length",
    "finish_reason": "commands/chat.html#column-finish_reason",
    "needs_input": "manifest/program.html#word-waiters.NAME.needs_input",
    "waiters.NAME.state": "manifest/program.html#word-waiters.NAME.state",
    "fails_when": "manifest/protocol.html#word-envelope.fails_when",
    "end_timestamp": "manifest/values.html#type-end_timestamp",
    "$value.url": "manifest/values.html#part-image.url",
    "how do I cap spending": "topics/guide-budgets.html",
    "where is history stored": None,
    "save image": "commands/image.html#option-save",
    "shell completion": "groups/completion.html",
    "uninstall": "index.html#install",
    "proxy certificate": "topics/network.html",
    "cancel a running batch": "commands/batch-cancel.html",
    "retry": None,
    "timeout": "reference/settings.html#setting-timeout",
    "json schema": None,
    "write a cli": None,
    "price": None,
    "pdf": None,
    "stream": None,
    "temperature": "commands/chat.html#option-temperature",
    "<script>alert(1)</script>": None,
    "[": None,
    "$(": None,
    "\\": None,
    "你好": None,
}
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="chromium is not here (Debian: apt install chromium)")


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with opened(tmp_path_factory.mktemp("browser")) as one:
        yield one


@pytest.fixture(scope="module")
def found(site):
    return pages(site)


@pytest.fixture(scope="module")
def served(site, tmp_path_factory):
    """The address of the same site below /docs/ of a server, where nothing else is."""
    root = tmp_path_factory.mktemp("served")
    os.symlink(site, root / "docs")

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *words):
            super().__init__(*words, directory=str(root))

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/docs"
    server.shutdown()
    server.server_close()


def look(browser, address, width, theme, media=""):
    browser.resize(width)
    browser.theme(theme, media)
    browser.open(address)


def search(browser, text):
    """Type into the search as a reader does, from anywhere in the page."""
    browser.press("/", "/")
    browser.type(text)
    browser.value(SEARCHED)


SEARCHED = """new Promise((done) => {
  const list = document.querySelector('#search-results');
  const look = () => (window.searchIndex && !list.hidden) ? done(true) : requestAnimationFrame(look);
  look();
})"""


# Of a long list the beginning is judged.
FAULTS = """document.querySelectorAll('.thing:nth-child(n+8), .menu li:nth-child(n+3)').forEach((one) => one.remove());
axe.run({preload: false, resultTypes: ['violations']}).then((found) =>
  found.violations.map((one) => [one.id, one.nodes.slice(0, 3).map((node) => node.html.slice(0, 200))]))"""


def test_searches_find_what_was_meant_and_lead_to_elements_that_are_there(browser, site, found):
    look(browser, f"file://{site}/commands/chat.html", 1280, "light")
    search(browser, "x")
    asked = json.dumps(list(SEARCHES))
    results = browser.value(f"{asked}.map((one) => siteSearch(one).map((r) => r.places.map((p) => p.address)))")
    first = {one: places[0][0] for one, places in zip(SEARCHES, results, strict=True) if places}
    expected = {one: place for one, place in SEARCHES.items() if place}
    assert {one: first.get(one) for one in expected} == expected
    lost = {
        one: leads_nowhere(found, "", [a for some in all_ for a in some])
        for one, all_ in zip(SEARCHES, results, strict=True)
    }
    assert {one: some for one, some in lost.items() if some} == {}
    assert len(SEARCHES) >= 50


@pytest.mark.parametrize("way", ["disk", "server"])
def test_search_works_by_keyboard_from_disk_and_below_a_path(browser, site, request, way):
    base = f"file://{site}" if way == "disk" else request.getfixturevalue("served")
    look(browser, f"{base}/topics/batch.html", 1280, "light")
    search(browser, "max tokens")
    assert browser.value("document.activeElement.id") == "search"
    assert "arrow keys" in browser.value("document.querySelector('[role=status]').textContent")
    browser.press("ArrowDown")
    assert browser.value("document.activeElement.closest('#search-results') !== null")
    browser.press("ArrowUp")
    assert browser.value("document.activeElement.id") == "search"
    browser.press("Escape")
    assert browser.value("document.querySelector('#search-results').hidden")

    browser.type(" ")
    browser.value(SEARCHED)
    browser.events.clear()
    browser.press("Enter", "\r")
    browser.wait("Page.loadEventFired")
    assert browser.value("location.href") == f"{base}/commands/chat.html#option-max-tokens"
    assert "--max-tokens" in browser.value("document.querySelector(':target').textContent")
    assert browser.complaints() == []
    assert [one for one in browser.requested() if not one.startswith(base)] == []


def test_nothing_found_is_said_with_a_way_on(browser, site):
    look(browser, f"file://{site}/index.html", 390, "light")
    search(browser, "xyzzy <b>")
    assert browser.value("document.querySelector('[role=status]').textContent") == "Nothing found for xyzzy <b>."
    assert browser.value("document.querySelector('#search-results a').href").endswith("/all.html")
    assert browser.value("document.querySelectorAll('#search-results b').length") == 0


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not here (make axe)")
@pytest.mark.parametrize("page", KINDS if os.environ.get("PAGES") != "all" else ["all"])
def test_pages_are_clean_for_axe_and_the_console_at_two_widths_and_themes(browser, site, page):
    script = AXE.read_text("utf-8")
    some = pages(site) if page == "all" else [page]
    for page, (width, theme) in product(some, SIZES):
        look(browser, f"file://{site}/{page}", width, theme)
        assert browser.complaints() == []
        assert [one for one in browser.requested() if not one.startswith(f"file://{site}/")] == []
        assert browser.value("document.documentElement.scrollWidth") <= width
        browser.value(script + ";0")
        assert browser.value(FAULTS) == []


def test_a_dark_page_is_light_on_paper_and_shows_only_its_text(browser, site):
    look(browser, f"file://{site}/commands/chat.html", 1280, "dark", "print")
    colours = browser.value(
        "[document.body, document.querySelector('pre')].map((one) => getComputedStyle(one).backgroundColor)"
    )
    assert colours == ["rgb(255, 255, 255)", "rgb(246, 248, 250)"]
    assert browser.value("getComputedStyle(document.querySelector('.menu')).display") == "none"


def test_a_theme_is_chosen_and_kept(browser, site):
    look(browser, f"file://{site}/index.html", 1280, "dark")
    dark = browser.value("getComputedStyle(document.body).backgroundColor")
    browser.value("document.querySelector('#theme').click()")
    look(browser, f"file://{site}/all.html", 1280, "dark")
    assert browser.value("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)" != dark
    browser.value("localStorage.clear()")


def test_without_script_a_page_is_read_and_its_menu_opens(browser, site):
    browser.send("Emulation.setScriptExecutionDisabled", {"value": True})
    look(browser, f"file://{site}/commands/chat.html#menu", 390, "light")
    document = browser.send("DOM.getDocument")["root"]["nodeId"]
    shown = {one: browser.box(document, one) for one in (".menu", "h1", ".search")}
    browser.send("Emulation.setScriptExecutionDisabled", {"value": False})
    assert {one: bool(box) for one, box in shown.items()} == {".menu": True, "h1": True, ".search": False}


def test_tab_reaches_the_content_first(browser, site):
    look(browser, f"file://{site}/commands/chat.html", 1280, "light")
    browser.press("Tab")
    assert browser.value("document.activeElement.textContent") == "Skip to content"
    assert browser.value("document.activeElement.getBoundingClientRect().left") >= 0
    assert browser.value("getComputedStyle(document.activeElement).outlineStyle") == "solid"
