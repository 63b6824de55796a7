"""A small world on loopback in which one call after the other meets one fault: the program runs in this process."""

import atexit
import socket
import ssl
import tempfile
import threading
from contextlib import chdir, suppress
from functools import cache, partial
from itertools import count
from pathlib import Path
from unittest.mock import patch

from honest import Honest
from inprocess import Ran, call
from rawserver import RawServer

from cometapi.http import reply, transport

CERTIFICATE = Path(__file__).with_name("nobody-trusts-this.pem")
SECRETS = {"api_key": "sk-test-key-0001", "access_token": "access-token-0002"}
UNHEEDED = 1 << 20  # bytes that a reply may always grow to in this world, so that a bomb costs nobody's time


class Met(Ran):
    """What one call left behind that met a fault: also the ``requests`` that came, the ``waits`` in seconds, and what its files hold."""

    def __init__(self, ran, requests, waits, kept):
        super().__init__(ran.code, ran.out, ran.err)
        self.requests, self.waits, self.kept = requests, waits, kept


@cache
def the_world():
    """The one World of this process, made when it is first wanted."""
    made = World()
    atexit.register(made.close)
    return made


class World:
    """An honest service that commits one fault, a stranger who should get nothing, and nobody behind a port."""

    def __init__(self):
        self.service, self.stranger = RawServer(), RawServer()
        self.stranger(lambda talk: Honest(talk).whole())
        self.untrusted = untrusted()
        self.nobody = socket.socket()
        self.nobody.bind(("127.0.0.1", 0))
        self.folder = tempfile.TemporaryDirectory()
        self.homes = (Path(self.folder.name) / str(number) for number in count())
        self.places = {
            "service": self.service.url,
            "nobody": f"http://127.0.0.1:{self.nobody.getsockname()[1]}",
            "nowhere": "https://nowhere.invalid",
            "untrusted": f"https://127.0.0.1:{self.untrusted.getsockname()[1]}",
        }

    def run(self, words, fault, before=0):
        """Run the program with these words; after ``before`` honest answers the service commits the fault."""
        requests, waits = [], []

        def answer(talk):
            requests.append(talk)
            is_honest = len(requests) <= before or (fault.heals and len(requests) > before + 1)
            return Honest(talk).whole() if is_honest else fault.commit(Honest(talk), self.stranger.url)

        self.service(answer)
        self.stranger.talks.clear()
        home = next(self.homes)
        home.mkdir()
        environ = {
            "HOME": str(home),
            "COMETAPI_BASE_URL": f"{self.places[fault.place]}/v1",
            "COMETAPI_KEY": SECRETS["api_key"],
            "COMETAPI_ACCESS_TOKEN": SECRETS["access_token"],
        }
        with (
            chdir(home),  # where files are saved
            patch.object(reply, "UNHEEDED", UNHEEDED),
            patch.object(transport, "Policy", partial(transport.Policy, sleep=waits.append)),
        ):
            ran = call([*words, "--timeout", str(fault.patience)], environ)
        kept = "".join(path.read_text("utf-8", "replace") for path in home.rglob("*") if path.is_file())
        return Met(ran, requests, waits, kept)

    def close(self):
        """Let go of everything."""
        for one in (self.service, self.stranger, self.untrusted, self.nobody):
            one.close()
        self.folder.cleanup()


def untrusted():
    """A server with a certificate that nobody has signed but itself; whoever trusts it is hung up on."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    listener = socket.create_server(("127.0.0.1", 0))

    def accept():
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return  # the walk is over
            with connection, suppress(OSError):
                context.wrap_socket(connection, server_side=True).close()

    threading.Thread(target=accept, daemon=True).start()
    return listener
