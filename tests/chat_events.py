"""Events of a chat stream, as a service writes them."""

import json


def event(value):
    """One event of a stream: JSON text or any text as a ``data:`` line."""
    return f"data: {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}\n\n"


def chunk(text=None, finish=None, **facts):
    """One event of a chat stream with a piece of text or a finish reason."""
    delta = {} if text is None else {"content": text}
    return event({"model": "gpt-5.4", "choices": [{"index": 0, "delta": delta, "finish_reason": finish}], **facts})
