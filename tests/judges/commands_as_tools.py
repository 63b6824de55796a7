"""Every command as a tool of a form, for the vendors' own types to judge."""

import json

from conftest import PROJECT

from cometapi.manifest.tools import tools


def commands_as_tools(form):
    """The tools that ``schema --tools`` prints in this form."""
    document = json.loads((PROJECT / "cometapi/share/surface.json").read_text("utf-8"))
    return tools(document["commands"], form)
