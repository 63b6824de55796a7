"""A program that stands between its starter and this terminal as if it had been started directly: streams, signals, stops."""

import os
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager, suppress
from importlib import resources

from cometapi.errors import ProgramNotExecutable
from cometapi.signals import returning

PASSED = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGTSTP", "SIGCONT", "SIGUSR1", "SIGUSR2")
LOOK = 0.5  # seconds after which it is looked again whether the program has ended, should a signal have got lost
OF_KEYS = (signal.SIGINT, getattr(signal, "SIGQUIT", None), getattr(signal, "SIGTSTP", None))  # of a terminal
OF_PROCESSES = 0  # the code of a signal that a process has sent; one of the system, as of a terminal, is greater


@contextmanager
def heard():
    """Let signals wait to be taken, in this thread and in those that it starts: a Signals. They are handled as before at the end."""
    numbers = [getattr(signal, name) for name in (*PASSED, "SIGCHLD") if hasattr(signal, name)]
    ignored = [one for one in numbers if signal.getsignal(one) == signal.SIG_IGN]  # as under nohup
    numbers = [one for one in numbers if one not in ignored or one == signal.SIGCHLD]  # that one tells of the end
    made = Signals(numbers)
    handlers = {number: signal.signal(number, made.note) for number in numbers}
    try:
        yield made
    finally:
        made.let_go()
        for number, handler in handlers.items():
            signal.signal(number, handler if handler is not None else signal.SIG_DFL)


class Signals:
    """Signals that wait to be taken, where the system can tell who sent one. ``mask`` is what was blocked before."""

    def __init__(self, numbers):
        self.numbers = numbers
        self.early: list[int] = []  # that another thread got, so that nobody knows who sent them
        self.is_over = threading.Event()
        can_wait = hasattr(signal, "sigwaitinfo")
        self.mask = signal.pthread_sigmask(signal.SIG_BLOCK, numbers) if can_wait else None
        self.reminder = threading.Thread(target=self.remind, args=(threading.get_ident(),), daemon=True)
        if can_wait:
            self.reminder.start()

    def remind(self, thread):
        """Let a thread look now and then whether something has come that went elsewhere. Waiting with an end would be simpler,
        but Python makes up a signal when a wait was interrupted for longer than it was to last.
        """
        while not self.is_over.wait(LOOK):
            signal.pthread_kill(thread, signal.SIGCHLD)

    def note(self, number, _):
        """Remember a signal."""
        self.early.append(number)

    def next(self):
        """The next signal, and whether the system sent it and no process: a pair."""
        while not self.early:
            if self.mask is not None:
                info = signal.sigwaitinfo(self.numbers)
                return info.si_signo, info.si_code > OF_PROCESSES
            self.is_over.wait(LOOK / 10)
            self.early.append(signal.SIGCHLD)
        number = self.early.pop(0)
        return number, number in OF_KEYS and in_front() == os.getpgrp()

    def let_go(self):
        """Take no signals any more. Those that wait are dropped: they were the program's, which has ended."""
        self.is_over.set()
        if self.mask is not None:
            self.reminder.join()
            while signal.sigtimedwait(self.numbers, 0):
                pass
            signal.pthread_sigmask(signal.SIG_SETMASK, self.mask)


def in_front():
    """The process group to which the terminal sends its signals; None without a terminal."""
    try:
        terminal = os.open("/dev/tty", os.O_RDONLY | os.O_NOCTTY)
    except OSError:
        return None
    try:
        return os.tcgetpgrp(terminal)
    except OSError:
        return None
    finally:
        os.close(terminal)


class Child:
    """A program that has been started with the Signals that are its own."""

    def __init__(self, path, words, environ, streams, signals):
        self.signals, self.is_stopped = signals, False
        self.process = started(path, words, environ, streams, signals.mask or ())
        self.pid = self.process.pid

    def wait(self):
        """The exit code of the program, as a shell tells it, when it has ended. The terminal is put into the state of before
        if a signal has ended it, which lets no program do that itself.
        """
        give_back = returning(next((number for number in range(3) if os.isatty(number)), None))
        while (code := self.ended()) is None:
            number, by_system = self.signals.next()
            if number != signal.SIGCHLD:
                self.pass_on(number, by_system)
        if give_back and self.process.returncode < 0:
            with suppress(OSError):  # the terminal is gone
                give_back()
        return code

    def ended(self):
        """The exit code, None while the program runs; stops with a program that has stopped."""
        pid, status = os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)
        if not pid:
            return None
        if os.WIFSTOPPED(status):
            self.is_stopped = True
            self.stop_with_it()
            return self.ended()
        self.process.returncode = os.waitstatus_to_exitcode(status)
        return 128 + os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)

    def pass_on(self, number, by_system):
        """Pass a signal on, unless the terminal has sent it to the program as well.

        One that a process sends to the whole process group comes to the program twice: the system tells who sent it, but
        not to whom, nor what the program has got. Twice does less harm than never.
        """
        with suppress(ProcessLookupError, PermissionError):
            if not (by_system and self.shares(number)):
                os.kill(self.pid, number)
            if number == signal.SIGCONT:
                self.is_stopped = False
            elif self.is_stopped and number != signal.SIGTSTP:
                os.kill(self.pid, signal.SIGCONT)  # or it would not notice

    def shares(self, number):
        """Whether a signal of the terminal is sent to the program, too: those of keys are for the whole process group, but
        that it is closed is told to the leader of the session alone.
        """
        is_leader = os.getsid(0) == os.getpid()
        return (number in OF_KEYS or not is_leader) and os.getpgid(self.pid) == os.getpgrp()

    def stop_with_it(self):
        """Stop until this process is told to go on, where a shell may tell it that."""
        if in_front() is None:
            return
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGTSTP])
        os.kill(os.getpid(), signal.SIGTSTP)
        if self.signals.mask is not None:
            signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTSTP])
        signal.signal(signal.SIGTSTP, self.signals.note)

    def end(self):
        """See to it that the program does not outlive this process."""
        if self.process.returncode is None:
            self.process.kill()
            self.process.wait()


def descriptor(stream):
    """The descriptor of a stream; None for one that has none, so that the program gets that of this process."""
    try:
        return stream.fileno()
    except (AttributeError, OSError, ValueError):
        return None


def started(path, words, environ, streams, mask):
    """The process of a program, by way of the stub. Raises ProgramNotExecutable."""
    stub = resources.files("cometapi").joinpath("exec", "stub.py").read_text("utf-8")
    report, told = os.pipe()
    os.set_inheritable(told, True)
    own = [str(told), str(os.getpid()), ",".join(str(int(one)) for one in mask), path, *words]
    try:
        process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", stub, *own],
            env=environ,
            close_fds=False,  # what was opened for the program by who called is the program's; what we open is not handed on
            **dict(zip(("stdin", "stdout", "stderr"), map(descriptor, streams), strict=True)),
        )
    except OSError as error:
        os.close(report)
        raise ProgramNotExecutable(f"{path} cannot be run: {error.strerror}.") from None
    finally:
        os.close(told)
    with open(report, "rb") as file:
        fault = file.read().decode("utf-8", "replace")
    if fault:
        process.wait()
        raise ProgramNotExecutable(f"{path} cannot be run: {fault}.")
    return process
