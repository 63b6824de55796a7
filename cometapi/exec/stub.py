"""What a new process does before it becomes the program: it gets the signals that wait, and dies with its parent.

It is run by itself, as a text, and imports nothing of the package. Arguments: a descriptor to tell an error through, the
parent's process id, the mask of signals, the path of the program, and the words to run it with.
"""

import os
import signal
import sys

DIE_WITH_PARENT = 1  # of prctl on Linux
RESTORED = ("SIGINT", "SIGPIPE", "SIGXFSZ")  # which Python has changed for itself


def bind(parent):
    """Have the system kill this process when its parent dies, where the system can."""
    if sys.platform.startswith("linux"):
        import ctypes

        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it died before
        os._exit(1)


def restore():
    """Give signals back what they do in a program that says nothing of them; one that is ignored from outside stays so."""
    for name in RESTORED:
        if name != "SIGINT" or signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(getattr(signal, name), signal.SIG_DFL)


def become(path, words):
    """Become the program; a script that does not say what runs it is the shell's, as for a shell. Raises OSError."""
    import errno

    try:
        os.execv(path, words)
    except OSError as error:
        if error.errno != errno.ENOEXEC:
            raise
    os.execv("/bin/sh", ["sh", path, *words[1:]])


def main(report, parent, mask, path, *words):
    """Become the program, or tell why that is not possible."""
    os.set_inheritable(int(report), False)
    try:
        bind(int(parent))
        restore()
        signal.pthread_sigmask(signal.SIG_SETMASK, [int(one) for one in mask.split(",") if one])
        become(path, list(words))
    except OSError as error:
        os.write(int(report), (error.strerror or str(error)).encode())
        os._exit(126)


if __name__ == "__main__":
    main(*sys.argv[1:])
