"""Runs other programs with limits on output and time; they are ended when the wait ends."""

import os
import selectors
import signal
import subprocess
import time
from contextlib import contextmanager, suppress

PIECE = 65536  # bytes read or written at most at a time
ENDING = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT") if hasattr(signal, name)]
LOOK = 0.02  # seconds after which it is looked again whether a program has ended that is silent


class Ended:
    """A program that has ended: its exit ``code``, what it said as ``out`` and ``err``, and whether ``out`` was cut."""

    def __init__(self, code, out, err, is_cut=False):
        self.code = code
        self.out = out
        self.err = err
        self.is_cut = is_cut


def run(command, *, seconds, most, text=b"", environ=None, is_asking=False):
    """The Ended of a command that gets ``text`` on stdin, of whose output ``most`` bytes are read.

    Raises OSError, and TimeoutExpired. It gets a process group of its own, which is killed as a whole when it takes too
    long, or when the waiting ends for another reason, Ctrl-C for one; with ``is_asking`` the terminal is its own
    meanwhile. What it starts in the background and leaves behind is not waited for.
    """
    pipe, end = subprocess.PIPE, time.monotonic() + seconds
    terminal = terminal_of_ours() if is_asking else None
    own = {"process_group": 0, "preexec_fn": taking(terminal)} if is_asking else {"start_new_session": True}
    try:
        process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=environ, **own)  # type: ignore[call-overload]
    except BaseException:
        if terminal is not None:
            os.close(terminal)
        raise
    try:
        with in_front(process.pid, terminal):
            found = whole(process, text, seconds, most) if os.name == "nt" else gathered(process, text, end, most)
            process.wait(max(0.0, end - time.monotonic()))
    except BaseException:
        kill(process)
        raise
    finally:
        close(process)
    if is_asking and process.returncode == -signal.SIGINT:
        raise KeyboardInterrupt  # the terminal told it, and not us
    return Ended(process.returncode, *found)


def waited_for(command, **named):
    """The exit code of a command that is started like ``subprocess.Popen`` does, once it has ended; raises OSError.

    It is killed when the waiting ends for another reason. A signal that comes while it is being started counts when it
    can be killed.
    """
    started: list[subprocess.Popen] = []
    with late_signals(lambda: bool(started)) as raise_early_ones:
        try:
            started.append(subprocess.Popen(command, **named))
            raise_early_ones()
            return started[0].wait()
        except BaseException:
            for process in started:
                process.kill()
                process.wait()
            raise


@contextmanager
def late_signals(is_ready):
    """Let signals that end the program wait until ``is_ready``; gives a function that raises those that came before."""
    early: list[int] = []
    handlers = {number: signal.getsignal(number) for number in ENDING}
    handlers = {number: handler for number, handler in handlers.items() if callable(handler)}

    def handle(number, frame):
        if not is_ready():
            early.append(number)
            return
        handlers[number](number, frame)

    def raise_early_ones():
        for number in early:
            handlers[number](number, None)

    with suppress(ValueError):  # not in the main thread, where no signal arrives
        for number in handlers:
            signal.signal(number, handle)
    try:
        yield raise_early_ones
    finally:
        with suppress(ValueError):
            for number, handler in handlers.items():
                signal.signal(number, handler)


def whole(process, text, seconds, most):
    """What a program says, where only threads can read from two pipes."""
    out, err = process.communicate(text, seconds)
    return out[:most], err[-most:], len(out) > most


def gathered(process, text, end, most):
    """``(stdout, stderr, whether stdout was cut)`` of a program, until it closes both or has ended."""
    found = {process.stdout: bytearray(), process.stderr: bytearray()}
    with selectors.DefaultSelector() as open_ends:
        for stream in (*found, process.stdin):
            os.set_blocking(stream.fileno(), False)
            open_ends.register(stream, selectors.EVENT_WRITE if stream is process.stdin else selectors.EVENT_READ)
        left = memoryview(text)
        while any(stream in found for stream in opened(open_ends)):
            if time.monotonic() > end:
                raise subprocess.TimeoutExpired(process.args, 0)
            is_over = process.poll() is not None
            ready = [key.fileobj for key, _ in open_ends.select(0 if is_over else LOOK)]
            if is_over and not ready:
                break  # all that it said has been read; a child of it keeps the pipe
            for stream in ready:
                if stream is process.stdin:
                    left = written(open_ends, stream, left)
                else:
                    read(open_ends, stream, found[stream], most, is_kept=stream is process.stdout)
    out, err = found.values()
    return bytes(out[:most]), bytes(err), len(out) > most


def opened(open_ends):
    """The streams that are waited for."""
    return [key.fileobj for key in open_ends.get_map().values()]


def written(open_ends, stream, left):
    """What is left of a text when as much of it is written as fits; the stream is closed when nothing is."""
    try:
        left = left[os.write(stream.fileno(), left[:PIECE]) :]
    except BlockingIOError:
        return left
    except OSError:  # nobody reads it
        left = left[:0]
    if not left:
        open_ends.unregister(stream)
        stream.close()
    return left


def read(open_ends, stream, kept, most, is_kept):
    """Read a piece of a stream. Of one that ``is_kept`` the beginning counts, and the program learns that nobody reads on; of
    another one the end.
    """
    try:
        data = os.read(stream.fileno(), PIECE)
    except BlockingIOError:
        return
    kept += data
    if not data or (is_kept and len(kept) > most):
        open_ends.unregister(stream)
        stream.close()
    elif not is_kept:
        del kept[:-most]


def taking(terminal):
    """What a new process does before it becomes another program: it takes the terminal, so that it can ask at once."""
    if terminal is None:
        return None

    def take():
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTTOU})  # which stops who is not in front
        with suppress(OSError):
            os.tcsetpgrp(terminal, os.getpid())
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTTOU})

    return take


@contextmanager
def in_front(group, terminal):
    """Let a process group have the terminal meanwhile, if there is one: else nothing could be typed for it."""
    if terminal is None:
        yield
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTTOU})  # who gives the terminal away may not take it back else
    try:
        give(terminal, group)
        yield
    finally:
        give(terminal, os.getpgrp())
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTTOU})
        os.close(terminal)


def terminal_of_ours():
    """A descriptor of the terminal that this process group has, None without one."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    except OSError:
        return None
    with suppress(OSError):
        if os.tcgetpgrp(terminal) == os.getpgrp():
            return terminal
    os.close(terminal)
    return None


def give(terminal, group):
    """Give the terminal to a process group, and wake it if it has asked for it too early."""
    with suppress(OSError):
        os.tcsetpgrp(terminal, group)
        if group != os.getpgrp():
            os.killpg(group, signal.SIGCONT)


def kill(process):
    """End a program and what it has started, but for what has left its process group."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except AttributeError:  # Windows
        process.kill()
    except (ProcessLookupError, PermissionError):
        pass  # it is over already
    process.wait()


def close(process):
    """Let go of the pipes."""
    for stream in (process.stdin, process.stdout, process.stderr):
        with suppress(OSError):
            stream.close()
