"""What is asked for before it is needed: one request at a time, in a thread, while what came before it is printed."""

import threading


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
        if self.error is not None:
            raise self.error
        return self.result
