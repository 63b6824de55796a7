"""SHA-256 as the interpreter has it itself: ``hashlib`` loads OpenSSL first, which takes longer than the rest of a short call."""

import sys

BUILT_IN = "_sha2" if sys.version_info >= (3, 12) else "_sha256"


def sha256(data=b""):
    """A SHA-256 object that can be updated."""
    try:
        return __import__(BUILT_IN).sha256(data)
    except ImportError:  # another interpreter
        from hashlib import sha256 as usual

        return usual(data)
