"""A real browser, driven over two pipes: no driver, no socket and no library is needed for that."""

import contextlib
import itertools
import json
import os
import shutil
import signal

CHROMIUM = shutil.which("chromium")
SWITCHES = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


class Browser:
    """A headless Chromium with one page; what pages log and request is noted."""

    def __init__(self, folder):
        to_browser, self.commands = os.pipe()
        self.answers, from_browser = os.pipe()
        to_browser, from_browser = moved(to_browser), moved(from_browser)
        log = os.open(os.path.join(folder, "log"), os.O_WRONLY | os.O_CREAT, 0o600)
        pipes = [(os.POSIX_SPAWN_DUP2, to_browser, 3), (os.POSIX_SPAWN_DUP2, from_browser, 4)]
        pipes += [(os.POSIX_SPAWN_DUP2, log, number) for number in (1, 2)]
        words = [CHROMIUM, *SWITCHES, f"--user-data-dir={folder}/profile", "about:blank"]
        self.pid = os.posix_spawn(CHROMIUM, words, {**os.environ, "HOME": folder}, file_actions=pipes, setpgroup=0)
        for number in (to_browser, from_browser, log):
            os.close(number)
        self.numbers, self.rest, self.events = itertools.count(1), b"", []
        targets = self.send("Target.getTargets", session=False)["targetInfos"]
        target = next(one["targetId"] for one in targets if one["type"] == "page")
        self.session = self.send("Target.attachToTarget", {"targetId": target, "flatten": True}, False)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")

    def send(self, method, params=None, session=True):
        """What the browser answers to a command; events on the way are noted."""
        number = next(self.numbers)
        message = {"id": number, "method": method, "params": params or {}}
        if session:
            message["sessionId"] = self.session
        os.write(self.commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == number:
                assert "error" not in answer, (method, answer["error"])
                return answer["result"]
            self.events.append(answer)

    def read(self):
        """The next message."""
        while b"\0" not in self.rest:
            data = os.read(self.answers, 1 << 20)
            assert data, "the browser has ended"
            self.rest += data
        message, _, self.rest = self.rest.partition(b"\0")
        return json.loads(message)

    def open(self, url):
        """Show a page, and wait until it is loaded."""
        self.events.clear()
        self.send("Page.navigate", {"url": "about:blank"})  # else another place in the same page is no load
        self.wait("Page.loadEventFired")
        self.events.clear()
        self.send("Page.navigate", {"url": url})
        self.wait("Page.loadEventFired")

    def wait(self, event):
        """Wait until an event has come since the page was asked for."""
        while not any(one.get("method") == event for one in self.events):
            self.events.append(self.read())

    def resize(self, width, height=900):
        """Make the window as wide as a phone or a desktop."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.send("Emulation.setDeviceMetricsOverride", metrics)

    def theme(self, name, media=""):
        """Prefer a theme; ``media`` is ``print`` for paper."""
        features = [
            {"name": "prefers-color-scheme", "value": name},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.send("Emulation.setEmulatedMedia", {"media": media, "features": features})

    def value(self, expression):
        """The value of an expression in the page; a promise is waited for."""
        params = {"expression": expression, "returnByValue": True, "awaitPromise": True}
        answer = self.send("Runtime.evaluate", params)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def box(self, document, selector):
        """Where an element is, told without a script; None where it is not shown."""
        node = self.send("DOM.querySelector", {"nodeId": document, "selector": selector})["nodeId"]
        try:
            return self.send("DOM.getBoxModel", {"nodeId": node})["model"]["content"]
        except AssertionError:
            return None

    def press(self, key, text=""):
        """Press a key."""
        facts = {"key": key, "code": key, "windowsVirtualKeyCode": CODES.get(key, 0), "text": text}
        self.send("Input.dispatchKeyEvent", {"type": "keyDown", **facts})
        self.send("Input.dispatchKeyEvent", {"type": "keyUp", **facts})

    def type(self, text):
        """Type a text where the focus is."""
        self.send("Input.insertText", {"text": text})

    def complaints(self):
        """What the page wrote to the console, and errors."""
        told = {"Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"}
        return [one["params"] for one in self.events if one.get("method") in told]

    def requested(self):
        """The addresses that the page asked for."""
        found = [one for one in self.events if one.get("method") == "Network.requestWillBeSent"]
        return [one["params"]["request"]["url"] for one in found]

    def picture(self, path, whole=False):
        """A screenshot."""
        import base64

        params = {"format": "png", "captureBeyondViewport": whole}
        path.write_bytes(base64.b64decode(self.send("Page.captureScreenshot", params)["data"]))

    def close(self):
        """End the browser, and what it started."""
        with contextlib.suppress(OSError, AssertionError):
            self.send("Browser.close", session=False)
        os.close(self.commands)
        os.waitpid(self.pid, 0)
        os.close(self.answers)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)


CODES = {"Enter": 13, "Escape": 27, "ArrowDown": 40, "ArrowUp": 38, "Tab": 9, "/": 191, "Home": 36, "End": 35}


def moved(number):
    """A descriptor with a number that the browser's own ends do not have."""
    import fcntl

    higher = fcntl.fcntl(number, fcntl.F_DUPFD_CLOEXEC, 10)
    os.close(number)
    return higher


@contextlib.contextmanager
def opened(folder):
    """A browser with its profile in a folder."""
    browser = Browser(str(folder))
    try:
        yield browser
    finally:
        browser.close()
