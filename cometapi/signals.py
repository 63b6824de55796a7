"""Signals that end or stop the program: nothing half done is left, no terminal without echo, no memory on the disk."""

import os
import signal
from contextlib import suppress

from cometapi.errors import Stopped

ENDING = ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGVTALRM", "SIGPROF", "SIGXCPU")


def heed():
    """Let signals that end the program be an exception, and give the terminal back as it was found while it is stopped."""
    with suppress(ValueError):  # not in the main thread
        for name in ENDING:
            number = getattr(signal, name, None)
            if number and signal.getsignal(number) == signal.SIG_DFL:  # not under nohup, which ignores it
                signal.signal(number, stop)
        terminal = next((number for number in range(3) if os.isatty(number)), None)
        if terminal is not None and signal.getsignal(getattr(signal, "SIGTSTP", signal.SIGTERM)) == signal.SIG_DFL:
            lend(terminal)


def stop(number, _):
    """End the call."""
    raise Stopped(number)


def lend(terminal):
    """Put the terminal into the state of now whenever the program is stopped, and into its own when it goes on."""
    import termios

    found = termios.tcgetattr(terminal)

    def suspend(number, _):
        own = termios.tcgetattr(terminal)
        termios.tcsetattr(terminal, termios.TCSANOW, found)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)  # here it stops until it is told to go on
        signal.signal(number, suspend)
        if os.tcgetpgrp(terminal) == os.getpgrp():  # in the background the terminal is somebody else's
            termios.tcsetattr(terminal, termios.TCSANOW, own)

    with suppress(termios.error):
        signal.signal(signal.SIGTSTP, suspend)


def keep_off_the_disk():
    """Let no file be made of the memory, which holds secrets, whatever ends the program."""
    try:
        import resource
    except ImportError:  # Windows
        return
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
