"""Every man page is roff that nothing warns of, and says what the manifest says."""

import re
import shutil
import subprocess

import pytest
from manifest import COMMANDS, MODEL, ROOT, by_words

MAN = ROOT / "cometapi" / "share" / "man"
PAGES = sorted(MAN.glob("man*/*"))
GROFF = ["groff", "-man", "-Tutf8", "-K", "utf8"]

needs_groff = pytest.mark.skipif(not shutil.which("groff"), reason="groff is not here (Debian: apt install groff)")
needs_mandoc = pytest.mark.skipif(not shutil.which("mandoc"), reason="mandoc is not here (Debian: apt install mandoc)")


@pytest.fixture(scope="module")
def read():
    """What each page says on a wide terminal, by its name and section."""
    done = subprocess.run([*GROFF, "-rLL=300n", "-P-cbou", *PAGES], capture_output=True, check=True)
    parts = re.split(r"(?m)^([A-Z0-9-]+\([17]\))\s.*\1$", done.stdout.decode())
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_command_and_every_topic_has_a_page():
    commands = {f"man1/cometapi-{one.stem}.1" for one in COMMANDS}
    topics = {f"man7/cometapi-{one.name}.7" for one in MODEL.topics}
    assert {path.relative_to(MAN).as_posix() for path in PAGES} == {"man1/cometapi.1", *commands, *topics}


@needs_groff
def test_groff_has_nothing_to_warn_of():
    done = subprocess.run([*GROFF, "-ww", *PAGES], capture_output=True, check=True)
    assert done.stderr.decode() == ""


@needs_mandoc
def test_mandoc_finds_no_error():
    done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", *PAGES], capture_output=True, check=False)
    told = [line for line in done.stdout.decode().splitlines() if "missing date" not in line]
    assert told == []  # without a date, the page changes only when the manifest does


@needs_groff
@pytest.mark.parametrize("command", COMMANDS, ids=by_words)
def test_examples_can_be_copied_from_the_page(command, read):
    text = read[f"COMETAPI-{command.stem.upper()}(1)"]
    assert [one["run"] for one in command.examples if one["run"] not in text] == []


@needs_groff
@pytest.mark.parametrize("command", COMMANDS, ids=by_words)
def test_every_option_is_on_the_page(command, read):
    lines = {line.strip() for line in read[f"COMETAPI-{command.stem.upper()}(1)"].splitlines()}
    beginnings = {line.partition("  ")[0] for line in lines} | lines
    shown = [one.signature for one in command.arguments if not one.hidden]
    assert [one for one in shown if not any(line == one or line.startswith(f"{one} ") for line in beginnings)] == []


@needs_groff
@pytest.mark.parametrize("topic", MODEL.topics, ids=lambda one: one.name)
def test_what_a_topic_has_to_type_can_be_copied_from_the_page(topic, read):
    text = read[f"COMETAPI-{topic.name.upper()}(7)"]
    typed = [line[4:] for line in topic.text.splitlines() if line.startswith("    ")]
    typed += [line for step in topic.steps for line in step.get("run", "").splitlines()]
    assert [line for line in typed if line not in text] == []


@needs_groff
def test_a_page_refers_only_to_pages_that_exist(read):
    names = {f"{path.stem}({path.suffix[1:]})" for path in PAGES}
    text = "\n".join(read.values())
    assert set(re.findall(r"\bcometapi[a-z0-9-]*\([17]\)", text)) == names
