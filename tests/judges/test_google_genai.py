"""Google's own client and types, pointed at the sandbox."""

import pytest
from commands_as_tools import commands_as_tools
from strictness import HELLO, REPLIES, WEATHER, Weather, events, faults, named

ASK = {"model": "gemini-2.5-flash", "contents": "Hello"}
DECLARED = {"function_declarations": [{"name": "get_weather", "parameters": {"type": "OBJECT"}}]}
SEARCH = {"google_search": {}}


def get_weather(city: str) -> int:
    """A tool that the library itself runs."""
    return {"Paris": 21}[city]


@pytest.fixture(scope="module", autouse=True)
def library():
    """The library, which takes a second or more to be loaded, for the worker that runs these tests alone."""
    global genai
    from google import genai


@pytest.fixture
def connected(connecting):
    """A client of a sandbox that was started with these words; ``headers`` are sent in place of the library's."""

    def connect(*words, headers=None):
        options = {"api_version": "v1beta", "headers": headers}
        return connecting(lambda url: genai.Client(api_key="sk-any", http_options={**options, "base_url": url}), *words)

    return connect


@pytest.fixture
def models(connected):
    return connected().models


@pytest.fixture
def asked(models):
    """The reply to a request with these settings."""
    return lambda **config: models.generate_content(**ASK, config=config)


@pytest.fixture
def streamed(models):
    """The pieces of a streamed reply to a request with these settings."""
    return lambda **config: list(models.generate_content_stream(**ASK, config=config))


def called(reply):
    return [(one.name, one.args) for one in reply.function_calls or ()]


def test_plain(asked):
    reply = asked()
    assert (reply.text, reply.candidates[0].finish_reason) == (HELLO, genai.types.FinishReason.STOP)
    used = reply.usage_metadata
    assert (used.prompt_token_count, used.candidates_token_count, used.thoughts_token_count) == (5, 28, 24)


def test_streamed(streamed):
    pieces = streamed()
    assert len(pieces) > 5
    assert "".join(one.text or "" for one in pieces) == HELLO
    assert pieces[-1].candidates[0].finish_reason == genai.types.FinishReason.STOP
    assert pieces[-1].usage_metadata.candidates_token_count == 28


def test_tools(asked, streamed):
    assert called(asked(tools=[DECLARED])) == [("get_weather", {"city": "Paris"})]
    assert [call for one in streamed(tools=[DECLARED]) for call in called(one)] == [("get_weather", {"city": "Paris"})]


def test_a_tool_that_the_library_runs_is_answered(asked):
    reply = asked(tools=[get_weather])
    assert reply.text == HELLO
    assert reply.automatic_function_calling_history[2].parts[0].function_response.response == {"result": 21}


@pytest.mark.parametrize(
    "config",
    [
        {"response_schema": Weather},
        {"response_json_schema": Weather.model_json_schema()},
        {},
    ],
)
def test_structured(asked, streamed, config):
    reply = asked(response_mime_type="application/json", **config)
    assert Weather.model_validate_json(reply.text).model_dump() == WEATHER
    pieces = streamed(response_mime_type="application/json", **config)
    assert "".join(one.text or "" for one in pieces) == reply.text


@pytest.mark.parametrize(
    "config",
    [
        {"system_instruction": "Be brief."},
        {"thinking_config": {"thinking_level": "LOW"}},
        {"thinking_config": {"thinking_budget": 128, "include_thoughts": True}},
        {"temperature": 0, "top_p": 0.5, "top_k": 3, "max_output_tokens": 9, "stop_sequences": ["x"], "seed": 1},
        {"cached_content": "cachedContents/1"},
    ],
)
def test_settings_are_taken(asked, streamed, config):
    assert asked(**config).text == HELLO
    assert "".join(one.text or "" for one in streamed(**config)) == HELLO


@pytest.mark.parametrize("tool", [SEARCH, {"google_maps": {}}])
def test_grounding(asked, streamed, tool):
    titles = [one.web.title for one in asked(tools=[tool]).candidates[0].grounding_metadata.grounding_chunks]
    assert titles == ["example.com", "example.org"]
    last = streamed(tools=[tool])[-1]
    assert [one.web.title for one in last.candidates[0].grounding_metadata.grounding_chunks] == titles


def test_images(asked):
    parts = asked(response_modalities=["TEXT", "IMAGE"]).parts
    assert [one.inline_data.mime_type for one in parts if one.inline_data] == ["image/png"]
    assert parts[-1].inline_data.data.startswith(b"\x89PNG")


@pytest.mark.parametrize(("status", "word"), [(401, "UNAUTHENTICATED"), (429, "RESOURCE_EXHAUSTED")])
def test_a_refusal_is_the_error_that_the_library_has_for_it(connected, status, word):
    with pytest.raises(genai.errors.ClientError) as caught:
        connected("--fail", str(status)).models.generate_content(**ASK)
    said = caught.value
    assert (said.code, said.status, said.message) == (status, word, "The sandbox was told to fail")


def test_a_failure_of_the_server_is_its_error(connected):
    with pytest.raises(genai.errors.ServerError) as caught:
        list(connected("--fail", "503").models.generate_content_stream(**ASK))
    assert (caught.value.code, caught.value.status) == (503, "UNAVAILABLE")


def test_without_a_key_it_is_refused(connected):
    client = connected(headers={"x-goog-api-key": ""})
    with pytest.raises(genai.errors.ClientError, match=r"401 UNAUTHENTICATED\. .*No key was sent"):
        client.models.generate_content(**ASK)


def test_the_key_may_come_as_a_bearer(connected):
    client = connected(headers={"x-goog-api-key": "", "Authorization": "Bearer sk-any"})
    assert client.models.generate_content(**ASK).text == HELLO


def test_an_unknown_path_is_not_found(models):
    with pytest.raises(genai.errors.ClientError) as caught:
        models.count_tokens(**ASK)
    assert caught.value.code == 404


@pytest.mark.parametrize("name", named("gemini*.json"))
def test_its_types_take_every_sample(name):
    kind = genai.types.GenerateContentResponse  # not strict: it wants a time where JSON has a text
    assert faults(kind, (REPLIES / name).read_text("utf-8"), strict=False) == []


@pytest.mark.parametrize("name", named("gemini*.sse"))
def test_its_types_take_every_event(name):
    kind = genai.types.GenerateContentResponse
    assert [fault for one in events(name) for fault in faults(kind, one, strict=False)] == []


def test_every_command_is_a_tool_of_its_own_type():
    for one in commands_as_tools("gemini"):
        genai.types.FunctionDeclaration.model_validate(one)  # refuses fields that the API does not have


# --- through the gateway of serve, set up by the variables that it prints


@pytest.fixture
def models_of_gateway(through):
    """The models of a client of a gateway with these words, set up by the environment alone."""
    clients = []

    def connect(*words):
        served = through(*words)
        clients.append(genai.Client())
        return served, clients[-1].models

    yield connect
    for one in clients:
        one.close()


def test_through_a_gateway(models_of_gateway):
    _, models = models_of_gateway("--sandbox")
    assert models.generate_content(**ASK).text == HELLO
    assert "".join(one.text or "" for one in models.generate_content_stream(**ASK)) == HELLO
    assert called(models.generate_content(**ASK, config={"tools": [DECLARED]})) == [("get_weather", {"city": "Paris"})]
    assert models.count_tokens(**ASK).total_tokens > 3
    assert "models/gemini-2.5-flash" in [one.name for one in models.list()]


def test_a_cap_of_a_gateway_ends_the_call_at_once(models_of_gateway):
    served, models = models_of_gateway("--sandbox", "--max-calls", "0")
    with pytest.raises(genai.errors.ClientError, match=r"The cap of 0 calls \(--max-calls\) is reached") as caught:
        models.generate_content(**ASK)
    assert (caught.value.code, caught.value.status, served.summary.refused) == (402, "FAILED_PRECONDITION", 1)
