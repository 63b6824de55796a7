"""Signals that end or stop the program: nothing half done is left, no terminal without echo, no memory on the disk."""

import _thread
import atexit
import os
import signal
import sys
import time
from contextlib import suppress

from cometapi.errors import Stopped

ENDING = ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGVTALRM", "SIGPROF", "SIGXCPU")
SOON = 0.01  # seconds until a signal that got lost is raised again
NUDGE = getattr(signal, "SIGURG", None)  # a signal that does nothing but interrupt a wait of the system
BEGUN = 0.02  # seconds after which a wait that was just beginning has begun


def heed():
    """Let signals that end the program be an exception, and give the terminal back as it was found while it is stopped."""
    with suppress(ValueError):  # not in the main thread
        terminal = next((number for number in range(3) if os.isatty(number)), None)
        give_back = returning(terminal)
        for name in ENDING:
            number = getattr(signal, name, None)
            if number and signal.getsignal(number) == signal.SIG_DFL:  # not under nohup, which ignores it
                signal.signal(number, stopping(give_back))
        if give_back and signal.getsignal(getattr(signal, "SIGTSTP", signal.SIGTERM)) == signal.SIG_DFL:
            lend(terminal, give_back)
        sys.unraisablehook = noticing(sys.unraisablehook)
        interrupt_waits()


def stopping(give_back):
    """A handler that ends the call. The terminal is given back at the very end: a signal may come while it is being taken."""

    def stop(number, _):
        if give_back:
            atexit.register(give_back)
        raise Stopped(number)

    return stop


def noticing(hook):
    """A hook for exceptions where nothing can catch them, in the callbacks of the interpreter: a signal that came there is
    raised once more.
    """

    def seen(unraisable):
        end = unraisable.exc_value
        if not isinstance(end, Stopped | KeyboardInterrupt) or not hasattr(signal, "SIGALRM"):
            hook(unraisable)
            return

        def once_more(*_):
            raise end

        signal.signal(signal.SIGALRM, once_more)
        signal.setitimer(signal.ITIMER_REAL, SOON)

    return seen


def interrupt_waits():
    """Miss no signal that comes when a wait in the system is just beginning.

    Python calls its handler between two steps of its own: a signal that comes after the last one, and before ``recv``
    waits, is heeded when the wait is over, which may be never. A thread hears of every signal and interrupts the wait.
    """
    if NUDGE is None or not hasattr(signal, "pthread_kill"):  # Windows
        return
    if signal.getsignal(NUDGE) == signal.SIG_DFL:
        signal.signal(NUDGE, lambda *_: None)
        heard.extend(os.pipe())
        os.set_blocking(heard[1], False)
        _thread.start_new_thread(interrupt, (heard[0], _thread.get_ident()))  # no Thread, whose start takes a lock
    if heard:
        signal.set_wakeup_fd(heard[1], warn_on_full_buffer=False)  # anew, because an event loop takes it away


heard: list[int] = []  # the ends of the pipe that is told of signals


def interrupt(numbers, thread):
    """Interrupt the waits of a thread a moment after each signal whose number comes out of a pipe."""
    while came := os.read(numbers, 64):
        if set(came) != {NUDGE}:
            time.sleep(BEGUN)
            signal.pthread_kill(thread, NUDGE)


def returning(terminal):
    """The function that puts a terminal into the state of now; None where there is no terminal, or none that has a state."""
    if terminal is None:
        return None
    try:
        import termios
    except ImportError:  # Windows
        return None
    try:
        found = termios.tcgetattr(terminal)
    except termios.error:
        return None

    def give_back():
        if os.tcgetpgrp(terminal) == os.getpgrp():  # in the background the terminal is somebody else's
            termios.tcsetattr(terminal, termios.TCSANOW, found)

    return give_back


def lend(terminal, give_back):
    """Give the terminal back whenever the program is stopped, and put it into the program's own state when it goes on."""
    import termios

    def suspend(number, _):
        own = termios.tcgetattr(terminal)
        give_back()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)  # here it stops until it is told to go on
        signal.signal(number, suspend)
        if os.tcgetpgrp(terminal) == os.getpgrp():
            termios.tcsetattr(terminal, termios.TCSANOW, own)

    signal.signal(signal.SIGTSTP, suspend)


def deaf(function):
    """A function for a thread that gets no signals: they are for the main thread, which may be waiting for one."""

    def run(*arguments, **named):
        if hasattr(signal, "pthread_sigmask"):
            signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
        function(*arguments, **named)

    return run


def keep_off_the_disk():
    """Let no file be made of the memory, which holds secrets, whatever ends the program."""
    try:
        import resource
    except ImportError:  # Windows
        return
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
