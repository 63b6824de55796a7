"""A Dask cluster on loopback: the scheduler in this process, each worker in one of its own."""

import json
import logging
import os
import signal
import subprocess
import sys
from contextlib import ExitStack, suppress

import psutil
import pytest
from asked import KEY, Folder
from conftest import PROJECT
from distributed import LocalCluster
from inprocess import wait_for


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

    def settle(self):
        """Wait until a killed worker is there again: a cluster that is closed before would wait for it for ever."""
        self.cluster.wait_for_workers(2, timeout=20)


class Alone:
    """A scheduler and a worker in processes of their own, without anything that starts them again."""

    def __init__(self, file, environ):
        self.file, self.environ = file, environ
        self.processes = ExitStack()
        self.scheduler = self.start("scheduler", "--scheduler-file", str(file), "--port", "0")
        assert wait_for(lambda: self.told() is not None, 20)
        self.words = ("--engine", "dask", "--scheduler", self.told())
        self.worker = self.start(
            "worker", self.told(), "--no-nanny", "--nthreads", "2", "--local-directory", str(file.parent)
        )

    def start(self, name, *words):
        """Start one of Dask's programs."""
        command = [sys.executable, "-m", f"distributed.cli.dask_{name}", "--host", "127.0.0.1", "--no-dashboard"]
        made = subprocess.Popen([*command, *words], env=self.environ, stderr=subprocess.DEVNULL)
        self.processes.enter_context(made)
        self.processes.callback(made.kill)
        return made

    def told(self):
        """The address of the scheduler, None before it has written it."""
        with suppress(OSError, ValueError):
            return json.loads(self.file.read_text())["address"]


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
    with LocalCluster(n_workers=2, threads_per_worker=2, env=environ, local_directory=home, **quiet) as made:
        yield Workers(made)


@pytest.fixture
def alone(tmp_path, environ, asked):
    """A scheduler that can be killed."""
    made = Alone(tmp_path / "scheduler.json", environ)
    with made.processes:
        yield made


@pytest.fixture
def folder(process, asked, tmp_path, monkeypatch):
    """The working folder of a batch that is run in a process of its own, because Dask leaves threads behind in this one."""
    path = tmp_path / "work"
    path.mkdir()
    monkeypatch.chdir(path)
    return Folder(path, process, asked)
