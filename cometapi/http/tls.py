"""Which certificates are trusted and shown."""

import os
import ssl

from cometapi.advice import advice
from cometapi.errors import ConfigurationError

SEE = advice("See where it is set: {program} config show")


def tls_context(ca=None, client_cert=None, client_key=None):
    """A context that verifies, with what the paths of PEM files say: ``ca`` to trust, ``client_cert`` to show.

    Where the system keeps its roots in a hashed folder only the one needed is read. Raises ConfigurationError for a file
    that does not hold what it should.
    """
    context = trusting(ca)
    context.set_alpn_protocols(["http/1.1"])
    if client_key and not client_cert:
        raise ConfigurationError("A client key is set without a client certificate.", hint=SEE)
    if client_cert:
        try:
            context.load_cert_chain(client_cert, client_key, password=locked)
        except (OSError, ValueError) as error:
            raise unfit(
                "client certificate", f"{client_cert} with {client_key}" if client_key else client_cert, error
            ) from None
    return context


def locked():
    """What OpenSSL asks for the password of a key; it would ask on the terminal, in CI too."""
    raise ValueError("its key is encrypted, which is not supported")


def trusting(ca):
    """A context that trusts the certificates of a file, or the system's."""
    if ca:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        try:
            context.load_verify_locations(cafile=ca)
        except OSError as error:
            raise unfit("file of trusted certificates", ca, error) from None
        return context
    paths = ssl.get_default_verify_paths()
    named = os.environ.get(paths.openssl_cafile_env) or os.environ.get(paths.openssl_capath_env)
    folder = paths.capath
    if named or not folder or not any(name.endswith(".0") for name in os.listdir(folder)):
        return ssl.create_default_context()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(capath=folder)
    return context


def unfit(what, path, error):
    """The ConfigurationError of a file that OpenSSL does not take."""
    from cometapi.http.failures import plain

    reason = "it is not a valid PEM file" if isinstance(error, ssl.SSLError) else plain(error)
    return ConfigurationError(f"The {what} {path} cannot be used: {reason}.", hint=SEE)
