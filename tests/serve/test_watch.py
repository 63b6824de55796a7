"""Who looks at the connections of all clients waits for none of them."""

import socket

from cometapi.serve.watch import has_ended


def test_a_connection_is_looked_at_without_waiting():
    ours, theirs = socket.socketpair()
    ours.settimeout(600)
    with ours, theirs:
        assert not has_ended(ours)  # nothing has come, or it was read by its own thread
        theirs.send(b"x")
        assert not has_ended(ours)
        assert ours.recv(1) == b"x"
        theirs.close()
        assert has_ended(ours)
        assert ours.gettimeout() == 600
    assert has_ended(ours)
