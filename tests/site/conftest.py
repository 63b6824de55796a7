"""The site of this project, built once for all tests."""

import pytest
from sites import once

from codegen.__main__ import main


@pytest.fixture(scope="session")
def site(tmp_path_factory, worker_id):
    """The folder of the built site."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent

    def build(folder):
        assert main(["--site", str(folder)]) == 0

    return once(shared / "reference-site", build)
