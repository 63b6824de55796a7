"""A Dask cluster on loopback: the scheduler in this process, each worker in one of its own."""

import logging
import os
import signal

import dask
import psutil
import pytest
from asked import KEY, Folder
from conftest import PROJECT
from distributed import LocalCluster

CONNECT = "distributed.comm.timeouts.connect"


class Workers:
    """A cluster with ``address``. ``words`` are those of a run that uses it."""

    def __init__(self, cluster):
        self.cluster, self.address = cluster, cluster.scheduler_address
        self.words = ("--engine", "dask", "--scheduler", self.address)

    def kill(self, talk):
        """Kill the process that is talking, as the system does when it is out of memory."""
        port = talk.connection.getpeername()[1]
        os.kill(next(one.pid for one in self.processes() if port in ports(one)), signal.SIGKILL)

    def processes(self):
        """The processes of the workers."""
        return [psutil.Process(nanny.pid) for nanny in self.cluster.workers.values() if nanny.pid]

    def stop_scheduler(self, _):
        """Stop the scheduler alone; from then on nobody waits for it here."""
        dask.config.set({CONNECT: "200ms"})
        self.cluster.sync(self.cluster.scheduler.close)


def ports(process):
    """The ports of a process."""
    return {one.laddr.port for one in process.net_connections("tcp") if one.laddr}


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """Two workers with two threads each, which have the key of the tests in their own environment; one that dies is started
    again.
    """
    home = str(tmp_path_factory.mktemp("home"))
    environ = {"HOME": home, "PYTHONPATH": str(PROJECT), "COMETAPI_KEY": KEY}
    quiet = {"host": "127.0.0.1", "dashboard_address": "127.0.0.1:0", "silence_logs": logging.CRITICAL}
    with (
        dask.config.set({CONNECT: dask.config.get(CONNECT)}),  # what a test sets ends with it
        LocalCluster(n_workers=2, threads_per_worker=2, env=environ, local_directory=home, **quiet) as made,
    ):
        yield Workers(made)


@pytest.fixture
def folder(process, asked, tmp_path, monkeypatch):
    """The working folder of a batch that is run in a process of its own, because Dask leaves threads behind in this one."""
    path = tmp_path / "work"
    path.mkdir()
    monkeypatch.chdir(path)
    return Folder(path, process, asked)
