"""A service on loopback that gives the answers it was told to, in the order in which they were told."""

import json
import threading
from http.server import BaseHTTPRequestHandler

from chat_events import chunk, event

from cometapi.loopback.server import Server, start


class Scripted:
    """A service whose ``answers`` are given one after the other; ``requests`` are those that came, ``handler`` makes the
    class that answers them.
    """

    def __init__(self, handler):
        self.requests = []
        self.answers = []
        self.go_on = threading.Event()  # what an answer that holds waits for
        self.server = Server(("127.0.0.1", 0), handler(self))
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/v1"
        start(self.server)

    def stop(self):
        """Stop serving."""
        self.go_on.set()
        self.server.shutdown()
        self.server.server_close()


class Talker(Scripted):
    """``requests`` are the bodies that came, as JSON values."""

    def __init__(self):
        super().__init__(handler)

    def say(self, *pieces, usage=None, holds=False, finish="stop"):
        """Stream these pieces as the next answer; ``holds`` keeps the stream open after them until ``go_on`` is set."""
        self.answers.append({"pieces": pieces, "usage": usage, "holds": holds, "finish": finish})

    def refuse(self, status, message):
        """Refuse the next request."""
        self.answers.append({"status": status, "message": message})


def handler(talker):
    """The class that answers the requests of one talker."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_):
            """Keep stderr for pytest."""

        def do_POST(self):
            talker.requests.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            answer = talker.answers.pop(0)
            if "status" in answer:
                self.reply(answer["status"], {"error": {"message": answer["message"]}})
            elif not talker.requests[-1]["stream"]:
                message = {"role": "assistant", "content": "".join(answer["pieces"])}
                choice = {"index": 0, "message": message, "finish_reason": answer["finish"]}
                self.reply(200, {"model": "gpt-5.4", "choices": [choice], "usage": answer["usage"]})
            else:
                self.stream(answer)

        def reply(self, status, document):
            data = json.dumps(document).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def stream(self, answer):
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Connection", "close")
            self.end_headers()
            self.close_connection = True
            for piece in answer["pieces"]:
                self.wfile.write(chunk(piece).encode())
                self.wfile.flush()
            if answer["holds"]:
                talker.go_on.wait()
            if answer["finish"]:
                self.wfile.write(chunk(finish=answer["finish"]).encode())
                if answer["usage"]:
                    self.wfile.write(event({"choices": [], "usage": answer["usage"]}).encode())
                self.wfile.write(event("[DONE]").encode())

    return Handler
