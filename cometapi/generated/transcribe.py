"""cometapi transcribe, as spec/commands/transcribe.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "transcribe",
    "summary": "Turn speech into text or subtitles.",
    "description": "Uploads an audio or video file of any size and prints the transcript. --response-format prints the service's own text, subtitles or JSON unchanged. --translate prints an English translation instead.",
    "effect": "write",
    "cost": "paid",
    "charge": {},
    "arguments": {
        "model": {
            "flags": ["--model", "-m"],
            "does": "model",
            "once": True,
            "default": "whisper-1",
            "to": ("body", "model"),
            "complete": "models",
            "metavar": "MODEL",
            "help": "Transcription model.",
        },
        "file": {
            "type": "upload",
            "takes": ["audio/*", "video/mp4", "video/webm", "video/mpeg", "video/ogg"],
            "metavar": "FILE",
            "to": ("body", "file"),
            "complete": "$files",
            "help": "Audio file: flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm; - reads it from stdin.",
        },
        "language": {
            "flags": ["--language"],
            "excludes": ["translate"],
            "metavar": "CODE",
            "to": ("body", "language"),
            "help": "Language of the audio as an ISO-639-1 code, such as en or de; detected if omitted.",
        },
        "prompt": {
            "flags": ["--prompt"],
            "metavar": "TEXT",
            "to": ("body", "prompt"),
            "help": "Context for the model: the preceding text, or names and terms in the audio.",
        },
        "temperature": {
            "flags": ["--temperature", "-t"],
            "type": "number",
            "range": [0, 1],
            "to": ("body", "temperature"),
            "metavar": "NUMBER",
            "help": "Sampling temperature: lower is more focused, higher more varied.",
        },
        "response_format": {
            "flags": ["--response-format"],
            "choices": ["text", "srt", "vtt", "json", "verbose_json"],
            "excludes": ["format", "fields", "query", "raw"],
            "metavar": "FORMAT",
            "to": ("body", "response_format"),
            "help": "Print the service's reply in this format: text, subtitles (srt, vtt), json, or verbose_json with timestamps.",
        },
        "timestamp_granularities": {
            "flags": ["--timestamp-granularities"],
            "choices": ["word", "segment"],
            "repeat": True,
            "needs": {"response_format": "verbose_json"},
            "excludes": ["translate"],
            "metavar": "KIND",
            "to": ("body", "timestamp_granularities[]"),
            "help": "Add timestamps for words or segments.",
        },
        "translate": {"flags": ["--translate"], "switch": "on", "help": "Translate the speech into English."},
    },
    "use": ["output", "shape", "reply", "file", "spending", "estimate", "network", "looking", "everywhere"],
    "response": {
        "is": "record",
        "protocol": "chat",
        "plain": "text",
        "record": (),
        "columns": [{"name": "text", "title": "Text", "value": ("text",), "show": "always"}],
    },
    "samples": [
        {"file": "transcript.json", "status": 200, "media_type": "application/json"},
        {
            "file": "transcript.txt",
            "when": "response_format == 'text'",
            "status": 200,
            "media_type": "text/plain; charset=utf-8",
        },
        {
            "file": "transcript-verbose.json",
            "when": "response_format == 'verbose_json'",
            "status": 200,
            "media_type": "application/json",
        },
        {
            "file": "transcript.srt",
            "when": "response_format == 'srt'",
            "status": 200,
            "media_type": "application/x-subrip",
        },
        {
            "file": "transcript.vtt",
            "when": "response_format == 'vtt'",
            "status": 200,
            "media_type": "text/vtt; charset=utf-8",
        },
    ],
    "routes": [
        {
            "when": {"translate": True},
            "given": "response_format",
            "request": {
                "method": "POST",
                "service": "gateway",
                "path": "/audio/translations",
                "sends": "multipart",
                "credential": "api_key",
            },
            "response": {"is": "file", "protocol": "chat", "media_type": "text/*", "columns": []},
        },
        {
            "when": {"translate": True},
            "request": {
                "method": "POST",
                "service": "gateway",
                "path": "/audio/translations",
                "sends": "multipart",
                "credential": "api_key",
            },
        },
        {
            "given": "response_format",
            "request": {
                "method": "POST",
                "service": "gateway",
                "path": "/audio/transcriptions",
                "sends": "multipart",
                "credential": "api_key",
            },
            "response": {"is": "file", "protocol": "chat", "media_type": "text/*", "columns": []},
        },
        {
            "request": {
                "method": "POST",
                "service": "gateway",
                "path": "/audio/transcriptions",
                "sends": "multipart",
                "credential": "api_key",
            },
        },
    ],
    "examples": [
        {"run": "cometapi transcribe a.mp3", "help": "Transcribe an audio file."},
        {"run": "cometapi transcribe a.mp3 --response-format srt -o a.srt", "help": "Save subtitles."},
        {"run": "cometapi transcribe a.wav --translate", "help": "Translate into English."},
        {
            "run": "ffmpeg -loglevel error -i film.mkv -f mp3 - | cometapi transcribe -",
            "help": "Transcribe the audio of a video from a pipe.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
