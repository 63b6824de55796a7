"""The command that CONTRIBUTING.md shows how to add can be added as it stands there."""

import shutil
from pathlib import Path
from textwrap import dedent

from project import ROOT, small_copy

from codegen.__main__ import press

REPLY = Path(__file__).with_name("added") / "replies" / "embeddings.json"


def test_the_example_of_contributing_is_a_command(tmp_path):
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    block = text.partition("## Add a command")[2].partition("```yaml\n")[2].partition("   ```\n")[0]
    root = small_copy(tmp_path)
    (root / "spec" / "commands" / "embeddings.yaml").write_text(dedent(block), "utf-8")
    shutil.copy(REPLY, root / "spec" / "replies" / REPLY.name)
    plan, findings = press(root)

    assert ([str(one) for one in findings], "cometapi/generated/embeddings.py" in plan) == ([], True)
