"""OpenAI's own client and types, pointed at the sandbox."""

from base64 import b64decode
from urllib.request import urlopen

import pytest
from commands_as_tools import commands_as_tools
from strictness import HELLO, REPLIES, SCHEMA, WEATHER, Weather, events, faults, named

ASK = {"model": "gpt-5.4", "messages": [{"role": "user", "content": "Hello"}]}
ASK_RESPONSES = {"model": "gpt-5.4", "input": "Hello"}
FUNCTION = {"name": "get_weather", "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}}
TOOLS = [{"type": "function", "function": FUNCTION}]
FLAT_TOOLS = [{"type": "function", "strict": False, **FUNCTION}]
FORMAT = {"type": "json_schema", "json_schema": {"name": "answer", "strict": True, "schema": SCHEMA}}
TEXT = {"format": {"type": "json_schema", "name": "answer", "strict": True, "schema": SCHEMA}}
CALLED = [("call_sandbox1", "get_weather", '{"city": "Paris"}')]
USED = (9, 28, 37)


@pytest.fixture(scope="module", autouse=True)
def library():
    """The library, which takes a second or more to be loaded, for the worker that runs these tests alone."""
    global openai
    import openai


@pytest.fixture
def connected(connecting):
    """A client of a sandbox that was started with these words; ``headers`` are sent in place of the library's."""

    def connect(*words, **headers):
        options = {"api_key": "sk-any", "max_retries": 0, "default_headers": headers}
        return connecting(lambda url: openai.OpenAI(base_url=f"{url}/v1", **options), *words)

    return connect


@pytest.fixture
def client(connected):
    return connected()


def counts(usage):
    return usage.prompt_tokens, usage.completion_tokens, usage.total_tokens


def test_chat_plain(client):
    reply = client.chat.completions.create(**ASK)
    choice = reply.choices[0]
    assert (choice.message.content, choice.finish_reason, counts(reply.usage)) == (HELLO, "stop", USED)


def test_chat_streamed_without_usage_which_was_not_asked_for(client):
    chunks = list(client.chat.completions.create(**ASK, stream=True))
    assert "".join(one.choices[0].delta.content or "" for one in chunks) == HELLO
    assert chunks[-1].choices[0].finish_reason == "stop"
    assert [one.usage for one in chunks if one.usage] == []


def test_chat_streamed_with_usage(client):
    *_, last = client.chat.completions.create(**ASK, stream=True, stream_options={"include_usage": True})
    assert (last.choices, counts(last.usage)) == ([], USED)


def test_chat_tools(client):
    choice = client.chat.completions.create(**ASK, tools=TOOLS).choices[0]
    calls = [(one.id, one.function.name, one.function.arguments) for one in choice.message.tool_calls]
    assert (choice.message.content, choice.finish_reason, calls) == (None, "tool_calls", CALLED)


def test_chat_tools_streamed_and_answered(client):
    with client.chat.completions.stream(**ASK, tools=TOOLS) as stream:
        said = stream.until_done().get_final_completion().choices[0].message
    assert [(one.id, one.function.name, one.function.arguments) for one in said.tool_calls] == CALLED
    answered = [*ASK["messages"], said, {"role": "tool", "tool_call_id": said.tool_calls[0].id, "content": "21"}]
    reply = client.chat.completions.create(model="gpt-5.4", messages=answered, tools=TOOLS)
    assert reply.choices[0].message.content == HELLO


def test_chat_structured(client):
    reply = client.chat.completions.create(**ASK, response_format=FORMAT)
    assert Weather.model_validate_json(reply.choices[0].message.content).model_dump() == WEATHER
    reply = client.chat.completions.parse(**ASK, response_format=Weather)
    assert reply.choices[0].message.parsed == Weather(**WEATHER)


def test_chat_structured_streamed(client):
    with client.chat.completions.stream(**ASK, response_format=Weather) as stream:
        assert stream.get_final_completion().choices[0].message.parsed == Weather(**WEATHER)


def test_responses_plain_and_retrieved(client):
    reply = client.responses.create(**ASK_RESPONSES)
    assert (reply.output_text, reply.status) == (HELLO, "completed")
    assert (reply.usage.input_tokens, reply.usage.output_tokens, reply.usage.total_tokens) == USED
    assert client.responses.retrieve(reply.id) == reply


def test_responses_streamed(client):
    found = list(client.responses.create(**ASK_RESPONSES, stream=True))
    assert "".join(one.delta for one in found if one.type == "response.output_text.delta") == HELLO
    assert [one.sequence_number for one in found] == list(range(len(found)))
    assert (found[0].type, found[-1].type) == ("response.created", "response.completed")
    assert found[-1].response == client.responses.create(**ASK_RESPONSES)


def test_responses_tools(client):
    found = client.responses.create(**ASK_RESPONSES, tools=FLAT_TOOLS).output
    assert [(one.call_id, one.name, one.arguments) for one in found] == CALLED


def test_responses_tools_streamed_and_answered(client):
    with client.responses.stream(**ASK_RESPONSES, tools=FLAT_TOOLS) as stream:
        found = stream.until_done().get_final_response()
    assert [(one.call_id, one.name, one.arguments) for one in found.output] == CALLED
    result = {"type": "function_call_output", "call_id": "call_sandbox1", "output": "21"}
    reply = client.responses.create(
        model="gpt-5.4", input=[result], tools=FLAT_TOOLS, previous_response_id="resp_sandbox1"
    )
    assert reply.output_text == HELLO


def test_responses_structured(client):
    reply = client.responses.create(**ASK_RESPONSES, text=TEXT)
    assert Weather.model_validate_json(reply.output_text).model_dump() == WEATHER
    assert client.responses.parse(**ASK_RESPONSES, text_format=Weather).output_parsed == Weather(**WEATHER)
    with client.responses.stream(**ASK_RESPONSES, text_format=Weather) as stream:
        assert stream.until_done().get_final_response().output_parsed == Weather(**WEATHER)


def test_the_models_are_listed(client):
    assert "gpt-5.4" in [one.id for one in client.models.list()]


CALLS = {
    "chat": lambda client: client.chat.completions.create(**ASK),
    "chat streamed": lambda client: client.chat.completions.create(**ASK, stream=True),
    "responses": lambda client: client.responses.create(**ASK_RESPONSES),
    "models": lambda client: client.models.list(),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_a_refusal_is_the_error_that_the_library_has_for_it(connected, call):
    with pytest.raises(openai.AuthenticationError, match="No key was sent"):
        call(connected(Authorization="Bearer"))
    with pytest.raises(openai.AuthenticationError) as caught:
        call(connected("--fail", "401"))
    assert caught.value.type == "authentication_error"
    with pytest.raises(openai.RateLimitError) as caught:
        call(connected("--fail", "429"))
    assert (caught.value.message, caught.value.request_id) == (
        "Error code: 429 - The sandbox was told to fail",
        None,
    )


@pytest.mark.filterwarnings("ignore:The Sora API:DeprecationWarning")  # OpenAI's own; the gateway has other models, too
def test_videos(client, tmp_path):
    picture = tmp_path / "a.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    video = client.videos.create(prompt="A fox", model="sora-2", seconds="4", size="1280x720", input_reference=picture)
    assert (video.status, video.model, video.seconds) == ("queued", "sora-2", "4")
    seen = [client.videos.retrieve(video.id).status for _ in range(3)]
    assert seen == ["queued", "in_progress", "completed"]
    content = client.videos.download_content(video.id).read()
    assert (content[4:8], content) == (b"ftyp", (REPLIES / "video.mp4").read_bytes())
    assert client.videos.remix(video.id, prompt="At night").status == "queued"
    failed = client.videos.retrieve("video_failed")
    assert (failed.status, failed.error.code) == ("failed", "moderation_blocked")
    with pytest.raises(openai.BadRequestError) as caught:
        client.videos.retrieve("video_missing")
    assert caught.value.code == "task_not_exist"


def test_an_unknown_path_is_not_found(client):
    with pytest.raises(openai.NotFoundError, match=r"Invalid URL \(POST /v1/nothing\)"):
        client.post("/nothing", cast_to=object)


def test_a_stream_that_is_cut_fails(connected):
    with pytest.raises(openai.APIError):
        list(connected("--cut-after", "3").chat.completions.create(**ASK, stream=True))


IMAGE = b"\x89PNG\r\n\x1a\n"


def test_images_are_made(client):
    reply = client.images.generate(model="gpt-image-2", prompt="A fox", size="1024x1024", quality="low")
    assert b64decode(reply.data[0].b64_json).startswith(IMAGE)
    assert (reply.usage.input_tokens, reply.usage.output_tokens, reply.size) == (14, 208, "1024x1024")
    several = client.images.generate(model="gpt-image-2", prompt="A fox", n=3)
    assert [b64decode(one.b64_json)[:8] for one in several.data] == [IMAGE] * 3


def test_the_link_of_an_image_leads_to_it(client):
    reply = client.images.generate(model="dall-e-3", prompt="A fox", response_format="url")
    with urlopen(reply.data[0].url) as file:
        assert file.read(3) == b"\xff\xd8\xff"


@pytest.mark.parametrize("count", [1, 2])
def test_images_are_changed(client, count):
    files = [(f"{number}.png", IMAGE, "image/png") for number in range(count)]
    given = {"image": files[0] if count == 1 else files, "mask": ("mask.png", IMAGE, "image/png")}
    reply = client.images.edit(model="gpt-image-2", prompt="Pink", **given)
    assert b64decode(reply.data[0].b64_json).startswith(IMAGE)
    assert len(client.images.edit(model="gpt-image-2", prompt="Pink", n=3, **given).data) == 3


@pytest.mark.parametrize(
    "name", [one for one in named("image*.json") if "link" not in one]
)  # whose usage is Seedream's
def test_its_types_take_every_image(name):
    known = {"/model", "/data/size", "/usage/generated_images", "/usage/prompt_tokens", "/usage/completion_tokens"}
    assert {
        one.replace("/data/0", "/data")
        for one in faults(openai.types.ImagesResponse, (REPLIES / name).read_text("utf-8"))
    } <= known


KNOWN = {"/store", "/response/store", "/name"}  # fields of the fact sheet, and of other versions of the library


@pytest.mark.parametrize("name", [*named("chat*.json"), *named("responses*.json")])
def test_its_types_take_every_sample(name):
    types = openai.types
    kind = types.chat.ChatCompletion if name.startswith("chat") else types.responses.Response
    assert set(faults(kind, (REPLIES / name).read_text("utf-8"))) <= KNOWN


@pytest.mark.parametrize("name", [*named("chat*.sse"), *named("responses*.sse")])
def test_its_types_take_every_event(name):
    types = openai.types
    kind = types.chat.ChatCompletionChunk if name.startswith("chat") else types.responses.ResponseStreamEvent
    assert set().union(*(faults(kind, one) for one in events(name))) <= KNOWN


def test_its_types_take_every_model(client):
    assert [faults(openai.types.Model, one.model_dump_json()) for one in client.models.list()] == [[]] * 4


def test_speech_is_a_sound_that_others_read(client, tmp_path):
    import wave

    words = {"model": "gpt-4o-mini-tts", "voice": "alloy", "input": "Good morning"}
    assert client.audio.speech.create(**words).content[:2] == b"\xff\xfb"
    client.audio.speech.create(**words, response_format="wav").write_to_file(tmp_path / "a.wav")
    with wave.open(str(tmp_path / "a.wav")) as sound:
        assert (sound.getframerate(), sound.getnframes()) == (8000, 4000)
    assert client.audio.speech.create(**words, response_format="flac").content[:4] == b"fLaC"
    assert len(client.audio.speech.create(**words, response_format="pcm").content) == 8000


SAID = "The quick brown fox jumps over the lazy dog."


@pytest.mark.filterwarnings("ignore:deprecated:DeprecationWarning")
def test_transcripts_and_translations(client):
    sound = ("a.mp3", b"\xff\xfb\x10\xc0" + bytes(100), "audio/mpeg")
    for route in (client.audio.transcriptions, client.audio.translations):
        assert route.create(model="whisper-1", file=sound).text == SAID
        verbose = route.create(model="whisper-1", file=sound, response_format="verbose_json")
        assert (verbose.text, [one.start for one in verbose.segments]) == (SAID, [0.0, 1.2])
        assert route.create(model="whisper-1", file=sound, response_format="srt").startswith("1\n00:00:00,000 --> ")
        assert route.create(model="whisper-1", file=sound, response_format="vtt").startswith("WEBVTT\n")
        assert route.create(model="whisper-1", file=sound, response_format="text") == f"{SAID}\n"


@pytest.mark.parametrize("words", [{}, {"encoding_format": "float"}, {"encoding_format": "base64"}])
def test_embeddings_have_a_vector_for_each_text(words, client):
    reply = client.embeddings.create(model="text-embedding-3-small", input=["a", "b", "c", "d"], **words)

    assert [one.index for one in reply.data] == [0, 1, 2, 3]
    if words.get("encoding_format") != "base64":
        assert [round(number, 6) for number in reply.data[1].embedding] == [0.0311, 0.0222, -0.0645, 0.0408]


def test_every_command_is_a_tool_of_its_own_type():
    from pydantic import TypeAdapter

    TypeAdapter(list[openai.types.chat.ChatCompletionToolParam]).validate_python(
        commands_as_tools("openai"), strict=True
    )


# --- through the gateway of serve, set up by the variables that it prints


@pytest.fixture
def client_of_gateway(through):
    """A client of a gateway with these words, set up by the environment alone."""
    clients = []

    def connect(*words, retries=0):
        served = through(*words)
        clients.append(openai.OpenAI(max_retries=retries))
        return served, clients[-1]

    yield connect
    for one in clients:
        one.close()


def test_through_a_gateway(client_of_gateway):
    _, client = client_of_gateway("--sandbox")
    assert client.chat.completions.create(**ASK).choices[0].message.content == HELLO
    chunks = client.chat.completions.create(**ASK, stream=True, stream_options={"include_usage": True})
    assert "".join(one.choices[0].delta.content or "" for one in chunks if one.choices) == HELLO
    assert client.chat.completions.create(**ASK, tools=TOOLS).choices[0].finish_reason == "tool_calls"
    assert client.responses.create(**ASK_RESPONSES).output_text == HELLO
    assert list(client.responses.create(**ASK_RESPONSES, stream=True))[-1].response.output_text == HELLO
    assert len(client.embeddings.create(model="text-embedding-3-small", input=["a", "b"]).data) == 2
    assert "gpt-5.4" in [one.id for one in client.models.list()]


def test_a_cap_of_a_gateway_ends_the_call_at_once(client_of_gateway):
    served, client = client_of_gateway("--sandbox", "--max-calls", "0", retries=3)
    for ask in (client.chat.completions.create, client.responses.create):
        with pytest.raises(openai.APIStatusError, match=r"The cap of 0 calls \(--max-calls\) is reached") as caught:
            ask(**(ASK if ask == client.chat.completions.create else ASK_RESPONSES))
        assert caught.value.status_code == 402
    assert served.summary.refused == 2
