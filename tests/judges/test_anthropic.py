"""Anthropic's own client and types, pointed at the sandbox."""

import pytest
from commands_as_tools import commands_as_tools
from strictness import HELLO, REPLIES, WEATHER, Weather, events, faults, named

ASK = {"model": "claude-sonnet-4-6", "max_tokens": 4096, "messages": [{"role": "user", "content": "Hello"}]}
TOOLS = [{"name": "get_weather", "input_schema": {"type": "object", "properties": {"city": {"type": "string"}}}}]
THINKING = {"type": "enabled", "budget_tokens": 1024}


@pytest.fixture(scope="module", autouse=True)
def library():
    """The library, which takes a second or more to be loaded, for the worker that runs these tests alone."""
    global anthropic
    import anthropic


@pytest.fixture
def connected(connecting):
    """A client of a sandbox that was started with these words; ``headers`` are sent in place of the library's."""

    def connect(*words, **headers):
        options = {"api_key": "sk-any", "max_retries": 0, "default_headers": headers}
        return connecting(lambda url: anthropic.Anthropic(base_url=url, **options), *words)

    return connect


@pytest.fixture
def client(connected):
    return connected()


def streamed(client, **more):
    """``(text, what the message holds)`` of a stream."""
    with client.messages.stream(**ASK, **more) as stream:
        return "".join(stream.text_stream), held(stream.get_final_message())


def held(message):
    """What a message holds, whichever class it has."""
    return message.model_dump(exclude_none=True)


def called(message):
    return [(one.id, one.name, one.input) for one in message.content if one.type == "tool_use"]


def test_plain(client):
    message = client.messages.create(**ASK)
    assert ([one.text for one in message.content], message.stop_reason) == ([HELLO], "end_turn")
    assert (message.usage.input_tokens, message.usage.output_tokens) == (9, 28)


def test_streamed(client):
    assert streamed(client) == (HELLO, held(client.messages.create(**ASK)))
    assert [one.type for one in client.messages.create(**ASK, stream=True)][-1] == "message_stop"


def test_tools(client):
    message = client.messages.create(**ASK, tools=TOOLS)
    assert (called(message), message.stop_reason) == (
        [("toolu_sandbox1", "get_weather", {"city": "Paris"})],
        "tool_use",
    )


def test_tools_streamed_and_answered(client):
    message = client.messages.create(**ASK, tools=TOOLS)
    assert streamed(client, tools=TOOLS) == ("", held(message))
    result = {"type": "tool_result", "tool_use_id": "toolu_sandbox1", "content": "21"}
    turns = [*ASK["messages"], {"role": "assistant", "content": message.content}, {"role": "user", "content": [result]}]
    assert client.messages.create(**{**ASK, "messages": turns}, tools=TOOLS).content[-1].text == HELLO


def test_structured(client):
    assert client.messages.parse(**ASK, output_format=Weather).parsed_output == Weather(**WEATHER)
    with client.messages.stream(**ASK, output_format=Weather) as stream:
        assert stream.get_final_message().parsed_output == Weather(**WEATHER)


def test_thinking(client):
    message = client.messages.create(**ASK, thinking=THINKING)
    assert [one.type for one in message.content] == ["thinking", "text"]
    assert streamed(client, thinking=THINKING) == (HELLO, held(message))


def test_a_refusal_is_the_error_that_the_library_has_for_it(connected):
    with pytest.raises(anthropic.AuthenticationError, match="No key was sent"):
        connected(**{"Authorization": anthropic.Omit(), "X-Api-Key": anthropic.Omit()}).messages.create(**ASK)
    with pytest.raises(anthropic.AuthenticationError):
        connected("--fail", "401").messages.create(**ASK)
    with pytest.raises(anthropic.RateLimitError) as caught:
        connected("--fail", "429").messages.create(**ASK)
    error = {"type": "rate_limit_error", "message": "The sandbox was told to fail"}
    assert caught.value.body == {"type": "error", "error": error}


@pytest.mark.parametrize("headers", [{"X-Api-Key": "k", "Authorization": None}, {"Authorization": "Bearer k"}])
def test_the_key_may_come_in_either_header(connected, headers):
    headers = {name: value or anthropic.Omit() for name, value in headers.items()}
    assert connected(**headers).messages.create(**ASK).content[0].text == HELLO


def test_an_unknown_path_is_not_found(client):
    with pytest.raises(anthropic.NotFoundError):
        client.messages.count_tokens(model="claude-sonnet-4-6", messages=ASK["messages"])


@pytest.mark.parametrize("name", named("messages*.json"))
def test_its_types_take_every_sample(name):
    assert faults(anthropic.types.Message, (REPLIES / name).read_text("utf-8")) == []


@pytest.mark.parametrize("name", named("messages*.sse"))
def test_its_types_take_every_event(name):
    said = [one for one in events(name) if one != '{"type":"ping"}']  # which the client steps over
    assert [fault for one in said for fault in faults(anthropic.types.RawMessageStreamEvent, one)] == []


def test_every_command_is_a_tool_of_its_own_type():
    from pydantic import TypeAdapter

    TypeAdapter(list[anthropic.types.ToolParam]).validate_python(commands_as_tools("anthropic"), strict=True)


# --- through the gateway of serve, set up by the variables that it prints


@pytest.fixture
def client_of_gateway(through):
    """A client of a gateway with these words, set up by the environment alone."""
    clients = []

    def connect(*words, retries=0):
        served = through(*words)
        clients.append(anthropic.Anthropic(max_retries=retries))
        return served, clients[-1]

    yield connect
    for one in clients:
        one.close()


def test_through_a_gateway(client_of_gateway):
    _, client = client_of_gateway("--sandbox")
    assert client.messages.create(**ASK).content[0].text == HELLO
    assert streamed(client)[0] == HELLO
    assert called(client.messages.create(**ASK, tools=TOOLS))[0][1] == "get_weather"
    assert client.beta.messages.create(**ASK).content[0].text == HELLO
    counted = {"model": ASK["model"], "messages": ASK["messages"]}
    plain = client.messages.count_tokens(**counted).input_tokens
    assert 5 < plain < client.beta.messages.count_tokens(**counted, tools=TOOLS, system="Be brief.").input_tokens
    assert "claude-sonnet-4-6" in [one.id for one in client.models.list()]
    assert client.models.retrieve("claude-sonnet-4-6").display_name == "claude-sonnet-4-6"


def test_a_cap_of_a_gateway_ends_the_call_at_once(client_of_gateway):
    served, client = client_of_gateway("--sandbox", "--max-calls", "0", retries=3)
    with pytest.raises(anthropic.APIStatusError, match=r"The cap of 0 calls \(--max-calls\) is reached") as caught:
        client.messages.create(**ASK)
    assert (caught.value.status_code, caught.value.body["error"]["type"]) == (402, "billing_error")
    assert served.summary.refused == 1
