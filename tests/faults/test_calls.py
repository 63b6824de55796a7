"""The calls of the matrix themselves: none is missing, each sends its own credential, the program does what ``main`` does."""

import pytest
from calls import CALLS, load
from cell import Cell
from faults import FAULTS, HONEST
from honest import Honest
from world import SECRETS, the_world

from cometapi.generated import index, program
from cometapi.sandbox.fixtures import LINKED

HEADERS = {facts["header"].lower() for facts in program.CREDENTIALS.values()}
SENDING_OTHERS = {"api", "doctor", "run"}  # whose requests no route of the manifest has
FAULTS_BY_NAME = {str(fault): fault for fault in FAULTS}
CALLS_BY_NAME = {str(call): call for call in CALLS}


def test_every_command_with_a_request_is_in_the_matrix():
    sending = {name for name in index.COMMANDS if any("request" in route for route in load(name)["routes"])}
    assert {call.command for call in CALLS} == sending | SENDING_OTHERS


def credential(name):
    """The header that carries a credential, as a dict; an empty one for none."""
    if name is None:
        return {}
    facts = program.CREDENTIALS[name]
    secret = SECRETS[facts["setting"]]
    return {facts["header"].lower(): f"{facts['scheme']} {secret}" if "scheme" in facts else secret}


@pytest.mark.parametrize("call", [call for call in CALLS if call.result != "checks"], ids=str)
def test_each_call_sends_the_one_credential_that_it_needs(call):
    ran = the_world().run(call.words, HONEST, before=99)

    asked = [talk for talk in ran.requests if not talk.path.startswith(LINKED)]
    sent = [{name: talk.headers[name] for name in HEADERS if talk.headers.get(name)} for talk in asked]
    wanted = credential(call.credential)
    assert sent[-1] == wanted
    assert all(one in (wanted, {}) for one in sent)  # what is looked up on the way needs none
    assert not any(name in talk.headers for name in HEADERS for talk in ran.requests if talk not in asked)


@pytest.mark.parametrize("fault", ["401", "503", "200 with a page", "200, success: false"])
@pytest.mark.parametrize("call", ["account", "chat --stream"])
def test_the_installed_program_does_the_same(raw, cli, call, fault):
    cell = Cell(the_world(), CALLS_BY_NAME[call], FAULTS_BY_NAME[fault])
    raw(lambda talk: cell.fault.commit(Honest(talk), the_world().stranger.url))
    ran = cli(*cell.call.words, "--retries=0", env={"COMETAPI_ACCESS_TOKEN": SECRETS["access_token"]})

    assert (ran.code, ran.out) == (cell.end.code, cell.stdout())
