"""The examples of the service's own documents (seeds 001 to 003), typed as a user would: the documented request."""

import json

import pytest

MODEL = {"name": "get_weather", "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}}
TOOLS = [{"type": "function", "function": MODEL}]
SCHEMA = {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}
TEXT = {"type": "text", "text": "What is in this image?"}


def gemini(model, text, *, stream=False, **more):
    """A request of Gemini's own protocol."""
    target = f"POST /v1beta/models/{model}:{'streamGenerateContent' if stream else 'generateContent'}"
    return target, {"alt": "sse"} if stream else {}, {"contents": [{"parts": [{"text": text}]}], **more}


def chat(*messages, model="gpt-5.4", **more):
    """A request of the chat endpoint."""
    return "POST /v1/chat/completions", {}, {"model": model, "messages": list(messages), "stream": False, **more}


def said(role, content):
    return {"role": role, "content": content}


def image(**facts):
    return {"type": "image_url", "image_url": {"url": "https://example.com/cat.png", **facts}}


GOLDEN = {
    # seed 003
    "gemini 'Explain how AI works in a few words'": gemini("gemini-2.5-flash", "Explain how AI works in a few words"),
    "gemini 'Explain quantum physics simply.' -m gemini-3.1-pro-preview --thinking-level low": gemini(
        "gemini-3.1-pro-preview",
        "Explain quantum physics simply.",
        generationConfig={"thinkingConfig": {"thinkingLevel": "LOW"}},
    ),
    "gemini 'Write a short poem about the stars' --stream": gemini(
        "gemini-2.5-flash", "Write a short poem about the stars", stream=True
    ),
    "gemini 'What is 2+2?' --system 'You are a math tutor. Always show your work.'": gemini(
        "gemini-2.5-flash",
        "What is 2+2?",
        systemInstruction={"parts": [{"text": "You are a math tutor. Always show your work."}]},
    ),
    "gemini 'List 3 planets with their distances from the sun' --json-mode": gemini(
        "gemini-2.5-flash",
        "List 3 planets with their distances from the sun",
        generationConfig={"responseMimeType": "application/json"},
    ),
    "gemini 'Who won the euro 2024?' --search": gemini(
        "gemini-2.5-flash", "Who won the euro 2024?", tools=[{"google_search": {}}]
    ),
    # seed 001
    "chat Hello! --system 'You are a helpful assistant.' -m gpt-4.1": chat(
        said("system", "You are a helpful assistant."), said("user", "Hello!"), model="gpt-4.1"
    ),
    "chat Hello! --developer 'You are a helpful assistant.'": chat(
        said("developer", "You are a helpful assistant."), said("user", "Hello!")
    ),
    "chat 'What is in this image?' --image https://example.com/cat.png --detail high": chat(
        said("user", [TEXT, image(detail="high")])
    ),
    "chat 'What is in this image?' --image https://example.com/cat.png": chat(said("user", [TEXT, image()])),
    "chat 'Who is it?' --schema schema.json": chat(
        said("user", "Who is it?"),
        response_format={"type": "json_schema", "json_schema": {"name": "answer", "strict": True, "schema": SCHEMA}},
    ),
    "chat 'As JSON' --response-format json_object": chat(
        said("user", "As JSON"), response_format={"type": "json_object"}
    ),
    "chat 'Weather in Paris?' --tools tools.json --tool-choice required": chat(
        said("user", "Weather in Paris?"), tools=TOOLS, tool_choice="required"
    ),
    "chat 'And yours?' --message 'user:My name is Ada' --message 'assistant:Hello, Ada'": chat(
        said("user", "My name is Ada"), said("assistant", "Hello, Ada"), said("user", "And yours?")
    ),
    "chat 'Think' -m o3 --reasoning-effort high --max-completion-tokens 500": chat(
        said("user", "Think"), model="o3", reasoning_effort="high", max_completion_tokens=500
    ),
    # seed 002
    "chat 'Say hello.' --model your-model-id": chat(said("user", "Say hello."), model="your-model-id"),
}


@pytest.fixture
def files(sent):
    """The files of the examples, beside those that are there."""
    for name, value in (("schema.json", SCHEMA), ("tools.json", TOOLS)):
        with open(name, "w", encoding="utf-8") as file:
            json.dump(value, file)


@pytest.mark.parametrize(("line", "golden"), GOLDEN.items(), ids=list(GOLDEN))
def test_an_example_is_the_documented_request(sent, files, line, golden):
    import shlex

    words = shlex.split(line)
    found = sent(*words, *([] if "--stream" in words else ["--no-stream"]))

    assert (found.target, found.query, found.body) == golden
    assert found.err == ""


def test_what_a_tool_answered_goes_back_with_its_call(sent):
    call = {"id": "call_1", "type": "function", "function": {"name": "get_weather", "arguments": '{"city": "Paris"}'}}
    turns = [said("user", "Weather in Paris?"), {"role": "assistant", "content": None, "tool_calls": [call]}]
    with open("turns.json", "w", encoding="utf-8") as file:
        json.dump(turns, file)
    result = {"role": "tool", "tool_call_id": "call_1", "content": "21"}

    found = sent("chat", "--messages", "turns.json", "--tool-result", "call_1=21", "--no-stream")
    assert (found.target, found.query, found.body) == chat(*turns, result)


def test_the_list_of_models_is_asked_for_as_documented(sent):
    found = sent("models", "--no-cache")

    assert (found.target, found.query, found.body) == ("GET /api/models", {}, None)
    assert "Authorization" not in found.headers
