"""cometapi transcribe, as spec/commands/transcribe.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "transcribe",
    "summary": "Turn speech into text or subtitles.",
    "description": "Sends a sound or video of any size, straight from the disk, and prints what is said in it. With --response-format the service's own text, subtitles or JSON is printed as it came. With --translate the text is in English.",
    "effect": "write",
    "cost": "paid",
    "arguments": {
        "model": {
            "flags": ["--model", "-m"],
            "does": "model",
            "once": True,
            "default": "whisper-1",
            "to": ("body", "model"),
            "complete": "models",
            "metavar": "MODEL",
            "help": "Model that listens.",
        },
        "file": {
            "type": "upload",
            "takes": ["audio/*", "video/mp4", "video/webm", "video/mpeg", "video/ogg"],
            "metavar": "FILE",
            "to": ("body", "file"),
            "complete": "$files",
            "help": "The sound: flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm; - reads it from a pipe.",
        },
        "language": {
            "flags": ["--language"],
            "excludes": ["translate"],
            "metavar": "CODE",
            "to": ("body", "language"),
            "help": "Language that is spoken, such as en or de; found out when left out.",
        },
        "prompt": {
            "flags": ["--prompt"],
            "metavar": "TEXT",
            "to": ("body", "prompt"),
            "help": "Text that comes before, or names and words to expect.",
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
            "choices": ["json", "text", "srt", "verbose_json", "vtt"],
            "excludes": ["format", "fields", "query", "raw"],
            "metavar": "FORMAT",
            "to": ("body", "response_format"),
            "help": "Print what the service sends in this format: text, subtitles (srt, vtt), json, or verbose_json with times.",
        },
        "timestamp_granularities": {
            "flags": ["--timestamp-granularities"],
            "choices": ["word", "segment"],
            "repeat": True,
            "needs": {"response_format": "verbose_json"},
            "excludes": ["translate"],
            "metavar": "KIND",
            "to": ("body", "timestamp_granularities[]"),
            "help": "Tell the times of words or of segments.",
        },
        "translate": {"flags": ["--translate"], "switch": "on", "help": "Translate what is said into English."},
    },
    "use": ["output", "shape", "reply", "file", "network", "looking", "everywhere"],
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
        {"run": "cometapi transcribe a.mp3", "help": "What is said in a sound."},
        {"run": "cometapi transcribe a.mp3 --response-format srt -o a.srt", "help": "Subtitles."},
        {"run": "cometapi transcribe a.wav --translate", "help": "In English."},
        {"run": "ffmpeg -loglevel error -i film.mkv -f mp3 - | cometapi transcribe -", "help": "From a pipe."},
    ],
}

COMMAND = whole(DATA, SETS)
