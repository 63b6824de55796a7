"""``python -m codegen.site.dry_runs``: runs calls of the program whose folder comes first on the path.

stdin is a JSON object of names to ``{"words", "stdin"}``; stdout is one of the same names to what each printed, without those that failed.
"""

import io
import json
import os
import sys
import time

from cometapi.context import Context
from cometapi.main import outcome

NOW = 1774413300.0  # so that dates such as 7d are the same on every day


def printed(call):
    """What a call printed; None when it failed."""
    streams = [io.TextIOWrapper(io.BytesIO(data), "utf-8") for data in (call["stdin"].encode(), b"", b"")]
    code = outcome(Context(call["words"], dict(os.environ), *streams))
    streams[1].flush()
    return streams[1].buffer.getvalue().decode("utf-8") if code == 0 else None


def main():
    """Run all calls, one after another."""
    time.time = lambda: NOW
    calls = json.load(sys.stdin)
    found = {name: text for name, call in calls.items() if (text := printed(call))}
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
