"""A keyring for tests: a JSON file that the variable TEST_KEYRING names. Without one it is a keyring that refuses."""

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked


class Keyring(KeyringBackend):
    priority = 1

    def get_password(self, service, username):
        return held().get(f"{service} {username}")

    def set_password(self, service, username, password):
        store({**held(), f"{service} {username}": password})

    def delete_password(self, service, username):
        store({name: one for name, one in held().items() if name != f"{service} {username}"})


class Forgetful(Keyring):
    """A keyring that keeps half of what it is given."""

    def set_password(self, service, username, password):
        super().set_password(service, username, password[: len(password) // 2])


def held():
    if "TEST_KEYRING" not in os.environ:
        raise KeyringLocked("sk-not-to-be-shown-0009")
    path = Path(os.environ["TEST_KEYRING"])
    return json.loads(path.read_text()) if path.exists() else {}


def store(secrets):
    Path(os.environ["TEST_KEYRING"]).write_text(json.dumps(secrets))
