"""``cometapi gemini``: words after ``gemini hi``, and what they add to the body."""

from inprocess import FILES
from rows import FIELD, data

COMMAND = "gemini"
TARGET = "POST /v1beta/models/{model}:streamGenerateContent"
PLAIN = {"contents": [{"parts": [{"text": "hi"}]}]}


def parts(*more):
    return {"contents": [{"parts": [{"text": "hi"}, *more]}]}


def inline(media_type, content):
    return {"inlineData": {"mimeType": media_type, "data": data(content)}}


def hosted(media_type, uri):
    return {"fileData": {"mimeType": media_type, "fileUri": uri}}


def before(*found):
    return {"contents": [{"parts": [*found, {"text": "hi"}]}]}


def config(**facts):
    return {"generationConfig": facts}


def thinking(**facts):
    return config(thinkingConfig=facts)


def tools(*found):
    return {"tools": list(found)}


SCHEMA = {"type": "object", "properties": {"city": {"type": "string"}}}
DECLARED = {"functionDeclarations": [{"name": "now"}]}
HARASSMENT = {"category": "HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_ONLY_HIGH"}
HATE = {"category": "HARM_CATEGORY_HATE_SPEECH", "threshold": "OFF"}
VIENNA = {"latitude": 48.2, "longitude": 16.37}

ORDERED = {**FIELD, "propertyOrdering": ["a"]}

ROWS = {
    "": {},
    "-m gemini-2.5-flash": {},
    "--stream": {},
    "-s s": {"systemInstruction": {"parts": [{"text": "s"}]}},
    "--messages turns.json": {
        "contents": [
            {"role": "user", "content": "a"},
            {"role": "assistant", "content": "b"},
            {"role": "user", "parts": [{"text": "hi"}]},
        ]
    },
    "--image cat.png": parts(inline("image/png", FILES["cat.png"])),
    "--image cat.webp --image cat.jpg": parts(
        inline("image/webp", FILES["cat.webp"]), inline("image/jpeg", FILES["cat.jpg"])
    ),
    "--image https://h/cat.gif": parts(hosted("image/gif", "https://h/cat.gif")),
    "--audio a.mp3": parts(inline("audio/mpeg", FILES["a.mp3"])),
    "--audio a.wav": parts(inline("audio/wav", FILES["a.wav"])),
    "--audio https://h/a.mp3": parts(hosted("audio/mpeg", "https://h/a.mp3")),
    "--video a.mp4": parts(inline("video/mp4", FILES["a.mp4"])),
    "--video https://h/a.mp4": parts(hosted("video/mp4", "https://h/a.mp4")),
    "--file a.pdf": before(inline("application/pdf", FILES["a.pdf"])),
    "-F a.mp4 -F a.mp3": before(inline("video/mp4", FILES["a.mp4"]), inline("audio/mpeg", FILES["a.mp3"])),
    "--file https://h/a.pdf --link https://h/b": before(
        hosted("application/pdf", "https://h/a.pdf"), hosted("application/octet-stream", "https://h/b")
    ),
    "--file notes.md": {"contents": [{"parts": [{"text": "File: notes.md\n```\nmd\n```\n\nhi"}]}]},
    "-t 0.5": config(temperature=0.5),
    "--top-p 0.2 --top-k 4": config(topP=0.2, topK=4),
    "--max-tokens 7": config(maxOutputTokens=7),
    "--candidates 2": config(candidateCount=2),
    "--stop a --stop b": config(stopSequences=["a", "b"]),
    "--seed 5": config(seed=5),
    "--thinking-budget -1": thinking(thinkingBudget=-1),
    "--thinking-budget 0": thinking(thinkingBudget=0),
    "--thinking-budget 128 --include-thoughts": thinking(thinkingBudget=128, includeThoughts=True),
    "-m gemini-3-flash-preview --thinking-level minimal": thinking(thinkingLevel="MINIMAL"),
    "-m gemini-3-flash-preview --thinking-level low": thinking(thinkingLevel="LOW"),
    "-m gemini-3-flash-preview --thinking-level medium": thinking(thinkingLevel="MEDIUM"),
    "-m gemini-3-flash-preview --thinking-level HIGH": thinking(thinkingLevel="HIGH"),
    "--search": tools({"google_search": {}}),
    "--maps --lat-lng 48.2,16.37": {
        **tools({"googleMaps": {}}),
        "toolConfig": {"retrievalConfig": {"latLng": VIENNA}},
    },
    "--code-execution --search": tools({"google_search": {}}, {"codeExecution": {}}),
    "--json-mode": config(responseMimeType="application/json"),
    "--schema 'a int'": config(responseMimeType="application/json", responseSchema=ORDERED),
    "--schema-multi 'a int' --repairs 2": config(
        responseMimeType="application/json", responseSchema={"type": "array", "items": ORDERED}
    ),
    "--schema schema.json": config(responseMimeType="application/json", responseSchema=SCHEMA),
    "--modality text --modality image": config(responseModalities=["TEXT", "IMAGE"]),
    "--modality image": config(responseModalities=["IMAGE"]),
    "--aspect-ratio 16:9 --image-size 2K": config(imageConfig={"aspectRatio": "16:9", "imageSize": "2K"}),
    "--safety HARM_CATEGORY_HARASSMENT=BLOCK_ONLY_HIGH": {"safetySettings": [HARASSMENT]},
    "--safety HARM_CATEGORY_HARASSMENT=BLOCK_ONLY_HIGH --safety HARM_CATEGORY_HATE_SPEECH=OFF": {
        "safetySettings": [HARASSMENT, HATE]
    },
    "--tools tools.json": tools(DECLARED),
    "--tools one.json --search --tool-mode any": {
        **tools({"google_search": {}}, DECLARED),
        "toolConfig": {"functionCallingConfig": {"mode": "ANY"}},
    },
    "--tool-mode auto": {"toolConfig": {"functionCallingConfig": {"mode": "AUTO"}}},
    "--tool-mode none": {"toolConfig": {"functionCallingConfig": {"mode": "NONE"}}},
    "-m a/b": {},
    "--cached-content cachedContents/1": {"cachedContent": "cachedContents/1"},
    "--set generationConfig.mediaResolution=MEDIA_RESOLUTION_LOW --seed 5": config(
        mediaResolution="MEDIA_RESOLUTION_LOW", seed=5
    ),
}

TURNS = [{"role": "user", "parts": [{"text": "a"}]}, {"role": "model", "parts": [{"text": "b"}]}]

BODIES = [
    ({"model": "gemini-3-flash-preview"}, "hi", PLAIN),
    ({"contents": TURNS}, "", {"contents": TURNS}),
    ({"contents": TURNS}, "hi", {"contents": [*TURNS, {"role": "user", "parts": [{"text": "hi"}]}]}),
    (
        {"contents": [{"parts": []}]},
        "hi",
        {"contents": [{"role": "user", "parts": []}, {"role": "user", "parts": [{"text": "hi"}]}]},
    ),
    ({"generationConfig": {"topK": 1, "seed": 2}}, "hi --seed 3", {**PLAIN, **config(topK=1, seed=3)}),
    ({"tools": [{"urlContext": {}}]}, "hi --search", {**PLAIN, **tools({"urlContext": {}}, {"google_search": {}})}),
    (
        {"systemInstruction": {"parts": [{"text": "r"}]}},
        "hi",
        {**PLAIN, "systemInstruction": {"parts": [{"text": "r"}]}},
    ),
]
