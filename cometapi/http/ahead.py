"""What is asked for before it is needed, in threads, while what came before it is printed."""

import threading
from collections import deque
from functools import partial


class Ahead:
    """The result of a function that is called at once, in a thread; calling it waits for the result, or raises its error.

    Nobody waits for the thread when the result is not wanted any more: it ends with the program.
    """

    def __init__(self, function):
        self.function = function
        self.result = self.error = None
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()

    def run(self):
        """Keep what the function gives back or raises."""
        try:
            self.result = self.function()
        except BaseException as error:
            self.error = error

    def __call__(self):
        self.thread.join()
        return self.found()

    def is_running(self):
        """Whether the result is not there yet."""
        return self.thread.is_alive()

    def found(self):
        """The result that is there, or its error raised."""
        if self.error is not None:
            raise self.error
        return self.result


def in_order(function, items, ahead):
    """Yield each item and the Ahead of ``function`` of it, in order, while those of up to ``ahead()`` later ones are begun."""
    begun: deque = deque()
    for item in items:
        while len(begun) > ahead():
            yield begun.popleft()
        begun.append((item, Ahead(partial(function, item))))
    while begun:
        yield begun.popleft()
