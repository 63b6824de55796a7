"""How a run gets on: a line that is redrawn on a terminal, one JSON object every few seconds elsewhere."""

import json
import time

EVERY = 5.0  # seconds between two lines where nothing is redrawn
OFTEN = 0.25


class Progress:
    """Tells on stderr how a run gets on; ``status`` gives the numbers of now."""

    def __init__(self, context, status, clock=time.monotonic):
        self.context, self.status, self.clock = context, status, clock
        self.is_drawn = context.is_terminal("stderr") and not (context.is_plain() or context.debug or context.verbose)
        self.last = clock()
        self.is_shown = False

    def tick(self):
        """Tell what there is to tell, if it is time."""
        if self.context.quiet or self.clock() - self.last < (OFTEN if self.is_drawn else EVERY):
            return
        self.last = self.clock()
        facts = self.status()
        if self.is_drawn:
            self.draw(sentence(facts))
        else:
            self.context.put(
                json.dumps({name: value for name, value in facts.items() if name not in ("process", "at")})
            )

    def draw(self, text):
        """Redraw the line, as far as the terminal has room."""
        width = (self.context.width("stderr") or 80) - 1
        self.write(f"\r\x1b[K{text[:width]}")
        self.is_shown = True

    def clear(self):
        """Remove the line, so that something else can be said."""
        if self.is_shown:
            self.write("\r\x1b[K")
            self.is_shown = False

    def write(self, text):
        """Write to stderr, if somebody still reads it."""
        try:
            self.context.stderr.write(text)
            self.context.stderr.flush()
        except (OSError, ValueError):
            self.is_drawn = False


def sentence(facts):
    """The numbers as one line for people."""
    told = [f"{facts['done']:,} of {facts['rows']:,} rows", f"{facts['rows_per_second']:g}/s"]
    told += [f"{facts['in_progress']} in progress"]
    told += [f"{facts[name]:,} {name}" for name in ("failed", "unknown") if facts[name]]
    if facts["cost_usd_estimate"] is not None:
        total = facts["cost_usd_estimate_at_end"]
        told += [f"${facts['cost_usd_estimate']:.4f}{f' of about ${total:.4f}' if total else ''}"]
    if facts["seconds_left"] is not None:
        told += [f"{duration(facts['seconds_left'])} left"]
    return " · ".join(told)


def duration(seconds):
    """Seconds in words: 42 s, 3 min, 2 h 5 min."""
    if seconds < 100:
        return f"{seconds} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 100 else f"{minutes // 60} h {minutes % 60} min"
