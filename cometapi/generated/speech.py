"""cometapi speech, as spec/commands/speech.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "speech",
    "summary": "Turn text into speech.",
    "description": "Saves the audio to a file (--output or --save) and prints its path, plays it (--play), or writes it to a pipe. A saved file is kept even if it cannot be played.",
    "effect": "write",
    "cost": "paid",
    "charge": {},
    "arguments": {
        "model": {
            "flags": ["--model", "-m"],
            "does": "model",
            "once": True,
            "default": "gpt-4o-mini-tts",
            "to": ("body", "model"),
            "complete": "models",
            "metavar": "MODEL",
            "help": "Speech model.",
        },
        "text": {
            "does": "message",
            "optional": True,
            "stdin": True,
            "longest": 4096,
            "to": ("body", "input"),
            "metavar": "TEXT",
            "help": "Text to speak, at most 4,096 characters; read from stdin if omitted.",
        },
        "voice": {
            "flags": ["--voice"],
            "known": ["alloy", "ash", "ballad", "coral", "echo", "fable", "onyx", "nova", "sage", "shimmer"],
            "default": "alloy",
            "to": ("body", "voice"),
            "metavar": "VOICE",
            "help": "Voice: alloy, ash, ballad, coral, echo, fable, onyx, nova, sage or shimmer.",
        },
        "response_format": {
            "flags": ["--response-format"],
            "choices": ["mp3", "opus", "aac", "flac", "wav", "pcm"],
            "metavar": "FORMAT",
            "to": ("body", "response_format"),
            "help": "Audio format; mp3 if not given.",
        },
        "speed": {
            "flags": ["--speed"],
            "type": "number",
            "range": [0.25, 4],
            "metavar": "FACTOR",
            "to": ("body", "speed"),
            "help": "Speed of the speech; 1 is normal.",
        },
        "instructions": {
            "flags": ["--instructions"],
            "metavar": "TEXT",
            "to": ("body", "instructions"),
            "help": "How to speak, such as 'cheerful' or 'in a whisper'. Not supported by tts-1 and tts-1-hd.",
        },
        "play": {
            "flags": ["--play"],
            "group": "Output",
            "does": "play",
            "withheld": "runs other programs",
            "switch": "on",
            "help": "Play the audio with a player on this system, such as afplay, mpv or ffplay.",
        },
    },
    "use": ["file", "media", "spending", "estimate", "network", "looking", "everywhere"],
    "routes": [
        {
            "when": {"response_format": "pcm"},
            "request": {"method": "POST", "service": "gateway", "path": "/audio/speech", "credential": "api_key"},
            "response": {
                "is": "file",
                "protocol": "chat",
                "media_type": "audio/pcm",
                "name": "speech-{number}",
                "columns": [],
            },
            "samples": [{"file": "speech.pcm", "status": 200, "media_type": "audio/pcm"}],
        },
        {
            "request": {"method": "POST", "service": "gateway", "path": "/audio/speech", "credential": "api_key"},
            "response": {
                "is": "file",
                "protocol": "chat",
                "media_type": "audio/*",
                "name": "speech-{number}",
                "columns": [],
            },
            "samples": [
                {"file": "speech.mp3", "status": 200, "media_type": "audio/mpeg"},
                {"file": "speech.wav", "when": "response_format == 'wav'", "status": 200, "media_type": "audio/wav"},
                {"file": "speech.flac", "when": "response_format == 'flac'", "status": 200, "media_type": "audio/flac"},
                {"file": "speech.pcm", "when": "response_format == 'pcm'", "status": 200, "media_type": "audio/pcm"},
            ],
        },
    ],
    "checks": [
        {
            "when": "instructions && (model == 'tts-1' || model == 'tts-1-hd')",
            "says": "The models tts-1 and tts-1-hd do not support --instructions.",
            "refuse": True,
        },
    ],
    "examples": [
        {"run": 'cometapi speech "Good morning!" -o morning.mp3', "help": "Save the speech as an MP3 file."},
        {"run": 'cometapi speech "Dinner is ready" --voice nova --play', "help": "Play the speech."},
        {
            "run": "cat news.txt | cometapi speech --response-format wav > news.wav",
            "help": "Read text from stdin, write WAV to stdout.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
