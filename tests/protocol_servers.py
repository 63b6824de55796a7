"""The four protocols as a service speaks them: events of streams, and whole replies, made of texts and reasons."""

# ruff: noqa: RUF012 - facts of a protocol

import json

import pytest


def event(value):
    """One event of a stream."""
    return f"data: {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}\n\n"


DONE = event("[DONE]")


def delta(finish=None, **more):
    """One event of a chat stream, of which only the delta matters."""
    return event({"id": "c1", "model": "m", "choices": [{"index": 0, "delta": more, "finish_reason": finish}]})


def named(value):
    """An event with its type as the name, as Responses and Messages have it."""
    return f"event: {value['type']}\n{event(value)}"


class Chat:
    command, path, envelope = "chat", "/v1/chat/completions", "gateway"
    mark = [DONE]
    reasons = {"whole": "stop", "short": "length", "refused": "content_filter", "calls": "tool_calls"}
    usage = {"prompt_tokens": 9, "completion_tokens": 3, "total_tokens": 12}

    @property
    def begin(self):
        return [self.delta(role="assistant", content="")]

    def delta(self, finish=None, index=0, **delta):
        choice = {"index": index, "delta": delta, "finish_reason": finish}
        return event({"id": "c1", "object": "chat.completion.chunk", "model": "m", "choices": [choice]})

    def text(self, piece, index=0):
        return self.delta(content=piece, index=index)

    def reasoning(self, piece):
        return self.delta(reasoning_content=piece)

    def call(self, key, number, name, *pieces):
        head = {"index": number, "id": key, "type": "function", "function": {"name": name, "arguments": ""}}
        rest = [{"index": number, "function": {"arguments": piece}} for piece in pieces]
        return [self.delta(tool_calls=[one]) for one in (head, *rest)]

    def finish(self, reason):
        return [self.delta(reason), event({"id": "c1", "choices": [], "usage": self.usage})]

    def whole(self, text, reason="stop", calls=()):
        made = [
            {"id": key, "type": "function", "function": {"name": name, "arguments": said}} for key, name, said in calls
        ]
        message = {"role": "assistant", "content": text, **({"tool_calls": made} if made else {})}
        choice = {"index": 0, "message": message, "finish_reason": reason}
        return {"id": "c1", "object": "chat.completion", "model": "m", "choices": [choice], "usage": self.usage}

    def error(self, message, kind="server_error"):
        return event({"error": {"message": message, "type": kind}})


class Gemini:
    command, path, envelope = "gemini", "/v1beta/models/m:streamGenerateContent", "gemini"
    begin, mark = [], []
    reasons = {"whole": "STOP", "short": "MAX_TOKENS", "refused": "SAFETY", "calls": "STOP"}
    usage = {"promptTokenCount": 9, "candidatesTokenCount": 3, "totalTokenCount": 12}

    def parts(self, *parts, index=0, **more):
        candidate = {"content": {"role": "model", "parts": list(parts)}, "index": index, **more}
        return event({"candidates": [candidate], "modelVersion": "m", "responseId": "c1"})

    def text(self, piece, index=0):
        return self.parts({"text": piece}, index=index)

    def reasoning(self, piece):
        return self.parts({"text": piece, "thought": True})

    def call(self, key, number, name, *pieces):
        return [self.parts({"functionCall": {"id": key, "name": name, "args": json.loads("".join(pieces))}})]

    def finish(self, reason):
        candidate = {"index": 0, "finishReason": reason}
        return [event({"candidates": [candidate], "usageMetadata": self.usage})]

    def whole(self, text, reason="STOP", calls=()):
        parts = [{"text": text}] if text is not None else []
        parts += [{"functionCall": {"id": key, "name": name, "args": json.loads(said)}} for key, name, said in calls]
        candidate = {"content": {"role": "model", "parts": parts}, "index": 0, "finishReason": reason}
        return {"candidates": [candidate], "modelVersion": "m", "responseId": "c1", "usageMetadata": self.usage}

    def error(self, message, kind="UNAVAILABLE"):
        return event({"error": {"code": 503, "message": message, "status": kind}})


class Responses:
    command, path, envelope = "responses", "/v1/responses", "responses"
    mark = []
    reasons = {"whole": "completed", "short": "max_output_tokens", "refused": "content_filter", "calls": "completed"}
    usage = {"input_tokens": 9, "output_tokens": 3, "total_tokens": 12}

    @property
    def begin(self):
        self.said, self.items = "", []
        return [named({"type": "response.created", "response": {"id": "c1", "status": "in_progress", "output": []}})]

    def text(self, piece, index=0):
        self.said += piece
        return named({"type": "response.output_text.delta", "output_index": 0, "delta": piece})

    def reasoning(self, piece):
        return named({"type": "response.reasoning_summary_text.delta", "output_index": 0, "delta": piece})

    def call(self, key, number, name, *pieces):
        item = {"type": "function_call", "id": f"f{key}", "call_id": key, "name": name, "arguments": ""}
        self.items.append({**item, "arguments": "".join(pieces)})
        added = {"type": "response.output_item.added", "output_index": number, "item": item}
        kind = "response.function_call_arguments.delta"
        return [
            named(one) for one in (added, *({"type": kind, "output_index": number, "delta": part} for part in pieces))
        ]

    def finish(self, reason):
        document = self.whole(self.said or None, reason)
        document["output"] += self.items
        return [named({"type": f"response.{document['status']}", "response": document})]

    def whole(self, text, reason="completed", calls=()):
        is_whole = reason == "completed"
        content = [{"type": "output_text", "text": text, "annotations": []}]
        output = [] if text is None else [{"type": "message", "id": "m1", "role": "assistant", "content": content}]
        made = [("function_call", f"f{key}", key, name, said) for key, name, said in calls]
        output += [dict(zip(("type", "id", "call_id", "name", "arguments"), one, strict=True)) for one in made]
        document = {"id": "c1", "object": "response", "model": "m", "status": "completed" if is_whole else "incomplete"}
        details = None if is_whole else {"reason": reason}
        return {**document, "incomplete_details": details, "error": None, "output": output, "usage": self.usage}

    def error(self, message, kind="server_error"):
        return named({"type": "error", "code": kind, "message": message, "param": None})


class Messages:
    command, path, envelope = "messages", "/v1/messages", "messages"
    reasons = {"whole": "end_turn", "short": "max_tokens", "refused": "refusal", "calls": "tool_use"}
    usage = {"input_tokens": 9, "output_tokens": 3}
    mark = [named({"type": "message_stop"})]

    @property
    def begin(self):
        self.blocks = []
        head = {"id": "c1", "type": "message", "role": "assistant", "model": "m", "content": [], "stop_reason": None}
        return [named({"type": "message_start", "message": {**head, "usage": {"input_tokens": 9, "output_tokens": 1}}})]

    def delta(self, start, delta):
        opening = []
        if start["type"] == "tool_use" or not self.blocks or self.blocks[-1] != start["type"]:
            self.blocks.append(start["type"])
            index = len(self.blocks) - 1
            opening = [named({"type": "content_block_start", "index": index, "content_block": start})]
        change = {"type": "content_block_delta", "index": len(self.blocks) - 1, "delta": delta}
        return "".join([*opening, *([named(change)] if delta else [])])

    def text(self, piece, index=0):
        return self.delta({"type": "text", "text": ""}, {"type": "text_delta", "text": piece})

    def reasoning(self, piece):
        return self.delta({"type": "thinking", "thinking": ""}, {"type": "thinking_delta", "thinking": piece})

    def call(self, key, number, name, *pieces):
        first = self.delta({"type": "tool_use", "id": key, "name": name, "input": {}}, None)
        place = len(self.blocks) - 1
        kind = "content_block_delta"
        deltas = [{"type": "input_json_delta", "partial_json": piece} for piece in pieces]
        return [first, *(named({"type": kind, "index": place, "delta": delta}) for delta in deltas)]

    def finish(self, reason):
        delta = {"stop_reason": reason, "stop_sequence": None}
        return [named({"type": "message_delta", "delta": delta, "usage": {"output_tokens": 3}})]

    def whole(self, text, reason="end_turn", calls=()):
        content = [] if text is None else [{"type": "text", "text": text}]
        made = [("tool_use", key, name, json.loads(said)) for key, name, said in calls]
        content += [dict(zip(("type", "id", "name", "input"), one, strict=True)) for one in made]
        head = {"id": "c1", "type": "message", "role": "assistant", "model": "m"}
        return {**head, "content": content, "stop_reason": reason, "stop_sequence": None, "usage": self.usage}

    def error(self, message, kind="overloaded_error"):
        return named({"type": "error", "error": {"type": kind, "message": message}})


PROTOCOLS = [Chat(), Gemini(), Responses(), Messages()]


def said(speech, *texts, reason="whole", calls=()):
    """The events of a whole stream."""
    events = [*speech.begin, *(speech.text(text) for text in texts)]
    for number, (key, name, arguments) in enumerate(calls, len(events)):
        events += speech.call(key, number, name, *arguments)
    return [*events, *speech.finish(speech.reasons.get(reason, reason)), *speech.mark]


def streamed(*events, **facts):
    """An answer of the raw server: these events and a proper end."""
    return lambda talk: talk.stream(*events, **facts).end()


def reader(speech):
    """A reader of the protocol."""
    from cometapi.answers.reader import Reader
    from cometapi.generated import program

    return Reader(program.PROTOCOLS[speech.command])


def sent(raw):
    """The bodies that reached the server."""
    return [json.loads(talk.body) for talk in raw.talks]


@pytest.fixture(params=PROTOCOLS, ids=lambda one: one.command)
def speech(request):
    """One protocol after the other: a test that wants it runs in each of the four."""
    return request.param
