"""What the tests of commands share: a pseudo-terminal, and a service on loopback that knows one key and one token."""

import json
import shlex
import sys

import pytest
from terminal import KEY, TOKEN, Terminal
from werkzeug.wrappers import Response


@pytest.fixture
def terminal(environ):
    """Run ``cometapi`` with these words on a terminal; stdout goes into the file ``out`` if one is named."""
    started = []

    def run(*words, env=None, columns=200, out=None):
        variables = {name: value for name, value in {**environ, **(env or {})}.items() if value is not None}
        command = [sys.executable, "-m", "cometapi", *map(str, words)]
        if out:
            command = ["/bin/sh", "-c", f"exec {shlex.join(command)} > {shlex.quote(str(out))}"]
        started.append(Terminal(command, variables, columns))
        return started[-1]

    yield run
    for one in started:
        one.child.close(force=True)


@pytest.fixture
def gateway(httpserver, environ):
    """A service that accepts KEY and TOKEN; no credential is set."""
    environ["COMETAPI_BASE_URL"] = httpserver.url_for("/v1")

    def guarded(secret, document, refusal):
        def answer(request):
            is_right = request.headers.get("Authorization") == f"Bearer {secret}"
            return Response(
                json.dumps(document if is_right else refusal), 200 if is_right else 401, content_type="application/json"
            )

        return answer

    models = {"object": "list", "data": [{"id": "gpt-5.4", "object": "model", "created": 1, "owned_by": "openai"}]}
    account = {"success": True, "message": "", "data": {"id": 7, "username": "demo", "group": "default"}}
    catalog = [{"id": "gpt-5.4", "provider": "OpenAI"}, {"id": "claude-opus-4-6", "provider": "Anthropic"}]
    httpserver.expect_request("/v1/models").respond_with_handler(
        guarded(KEY, models, {"error": {"message": "Invalid key", "type": "comet_api_error"}})
    )
    httpserver.expect_request("/api/user/self").respond_with_handler(
        guarded(TOKEN, account, {"success": False, "message": "Invalid token"})
    )
    httpserver.expect_request("/api/models").respond_with_json({"success": True, "data": catalog})
    return httpserver
