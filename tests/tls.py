"""Certificates of an authority that no system knows, and services on loopback that show them."""

import ssl

import pytest
import trustme
from pytest_httpserver import HTTPServer


@pytest.fixture(scope="session")
def authority():
    """The authority; ``issue_cert`` makes certificates, ``cert_pem`` is its own."""
    return trustme.CA()


@pytest.fixture(scope="session")
def certificate(authority):
    """The certificate, with its key, of 127.0.0.1 and api.example."""
    return authority.issue_cert("127.0.0.1", "api.example")


@pytest.fixture(scope="session")
def pem(tmp_path_factory, authority):
    """Paths of PEM files by name: ``ca``, and a client's ``cert``, ``key``, ``both`` and ``locked`` key."""
    from cryptography.hazmat.primitives.serialization import (
        BestAvailableEncryption,
        Encoding,
        PrivateFormat,
        load_pem_private_key,
    )

    client = authority.issue_cert("me@example.org")
    cert, key = client.cert_chain_pems[0].bytes(), client.private_key_pem.bytes()
    locked = load_pem_private_key(key, None).private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"secret")
    )
    texts = {"ca": authority.cert_pem.bytes(), "cert": cert, "key": key, "both": key + cert, "locked": locked}
    texts["wrong"] = b"no certificate\n"
    folder = tmp_path_factory.mktemp("pem")
    for name, text in texts.items():
        (folder / name).write_bytes(text)
    return {name: str(folder / name) for name in texts}


class Service(HTTPServer):
    """A service that notices within 10 ms that its test is over; usually it takes half a second."""

    def thread_target(self):
        self.server.serve_forever(poll_interval=0.01)


def context_for(certificate):
    """What a server needs that shows this certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


@pytest.fixture
def encrypted(certificate, environ):
    """A service that speaks TLS, which the program takes for CometAPI, with an API key set."""
    with Service("127.0.0.1", 0, ssl_context=context_for(certificate)) as server:
        environ |= {"COMETAPI_BASE_URL": server.url_for("/v1"), "COMETAPI_KEY": "sk-test-key-0001"}
        yield server


@pytest.fixture
def wary(certificate, authority, environ):
    """The same, of a service that wants a certificate of its client."""
    context = context_for(certificate)
    context.verify_mode = ssl.CERT_REQUIRED
    authority.configure_trust(context)
    with Service("127.0.0.1", 0, ssl_context=context) as server:
        environ |= {"COMETAPI_BASE_URL": server.url_for("/v1"), "COMETAPI_KEY": "sk-test-key-0001"}
        yield server
