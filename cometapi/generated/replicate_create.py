"""cometapi replicate create, as spec/commands/replicate-create.yaml says. Made by `python -m codegen` from spec/. Do not edit."""

from cometapi.generated.options import SETS
from cometapi.manifest.arguments import whole

DATA = {
    "name": "replicate create",
    "summary": "Run a model on Replicate.",
    "description": "The model's page on Replicate lists its input fields; set those without an option with --set input.KEY=VALUE.",
    "effect": "write",
    "cost": "paid",
    "run": "steps:run",
    "charge": {},
    "creates": {"id": [("id",), ("task_id",)], "continue_with": "replicate wait {id}"},
    "then": [
        {
            "command": "replicate wait",
            "give": [
                {"to": "task", "value": ("id",)},
                {"to": "interval", "option": "interval"},
                {"to": "max_wait", "option": "max_wait"},
            ],
            "if": "wait",
        },
    ],
    "arguments": {
        "model": {
            "metavar": "OWNER/NAME",
            "known": [
                "black-forest-labs/flux-schnell",
                "stability-ai/sdxl",
                "stability-ai/stable-diffusion-3.5-medium",
            ],
            "to": ("path", "model"),
            "help": "Model to run, such as black-forest-labs/flux-schnell.",
        },
        "prompt": {
            "optional": True,
            "stdin": True,
            "to": ("body", "input", "prompt"),
            "metavar": "PROMPT",
            "help": "Prompt; read from stdin if omitted.",
        },
        "aspect_ratio": {
            "flags": ["--aspect-ratio"],
            "metavar": "RATIO",
            "to": ("body", "input", "aspect_ratio"),
            "help": "Aspect ratio, such as 16:9.",
        },
        "input_image": {
            "flags": ["--input-image"],
            "type": "url",
            "metavar": "URL",
            "to": ("body", "input", "input_image"),
            "help": "Input image.",
        },
        "input_images": {
            "flags": ["--input-images"],
            "type": "url",
            "repeat": True,
            "metavar": "URL",
            "to": ("body", "input", "input_images", "-"),
            "help": "Input image, for models that take several.",
        },
        "num_outputs": {
            "flags": ["--num-outputs"],
            "type": "integer",
            "range": [1, None],
            "metavar": "N",
            "to": ("body", "input", "num_outputs"),
            "help": "Number of outputs.",
        },
        "output_format": {
            "flags": ["--output-format"],
            "metavar": "FORMAT",
            "to": ("body", "input", "output_format"),
            "help": "Output format, such as webp, jpg or png.",
        },
        "output_quality": {
            "flags": ["--output-quality"],
            "type": "integer",
            "range": [0, 100],
            "metavar": "N",
            "to": ("body", "input", "output_quality"),
            "help": "Quality of compressed images.",
        },
    },
    "use": [
        "made",
        "more",
        "output",
        "shape",
        "reply",
        "file",
        "spending",
        "estimate",
        "network",
        "looking",
        "everywhere",
    ],
    "request": {
        "method": "POST",
        "service": "root",
        "path": "/replicate/v1/models/{+model}/predictions",
        "credential": "api_key",
    },
    "response": {
        "is": "record",
        "protocol": "tasks",
        "record": (),
        "columns": [
            {"name": "id", "title": "ID", "value": "id || task_id", "show": "always"},
            {"name": "model", "title": "Model", "value": ("model",), "show": "always"},
            {"name": "status", "title": "Status", "value": ("status",), "show": "always"},
            {
                "name": "created",
                "title": "Created",
                "value": ("created_at",),
                "show": "always",
                "format": {"kind": "time", "never": [0]},
            },
        ],
    },
    "samples": [{"file": "replicate-begun.json", "status": 201, "media_type": "application/json"}],
    "examples": [
        {
            "run": 'cometapi replicate create black-forest-labs/flux-schnell "a red fox"',
            "help": "Start a task and print its ID.",
        },
        {
            "run": 'cometapi replicate create black-forest-labs/flux-schnell "a red fox" --num-outputs 2 --wait',
            "help": "Make two images, wait for them and save them.",
        },
    ],
}

COMMAND = whole(DATA, SETS)
