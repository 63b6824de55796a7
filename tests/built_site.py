"""The reference site of this project, built once for all tests."""

import fcntl

import pytest

from codegen.__main__ import main


@pytest.fixture(scope="session")
def site(tmp_path_factory, worker_id):
    """The folder of the built site."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "reference-site"
    with folder.with_suffix(".lock").open("w") as lock:  # the first process builds it, the others wait
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            assert main(["--site", str(folder)]) == 0
    return folder
