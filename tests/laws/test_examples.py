"""Every example of the manifest prints what the documents show, or says why they show nothing."""

import pytest
from manifest import ROOT, SOURCES

from codegen import transcripts
from codegen.record import recorded
from codegen.service import Service

SHOWN = transcripts.examples(SOURCES)
GUIDES = transcripts.guides(SOURCES)
KEPT = transcripts.in_order(ROOT)
EVERY = [one for source in (SOURCES.program, *SOURCES.commands.values()) for one in source.data["examples"]]
NONE = {  # examples of which the documents show nothing
    "cometapi completion fish | source",
    "cometapi completion powershell | Out-String | Invoke-Expression",
    "source <(cometapi completion zsh)",
    "EDITOR='code --wait' cometapi config edit",
    "cometapi config edit",
    "cometapi template edit review",
    "cometapi exec -- claude",
    'cometapi exec --max-cost 2 -- codex exec "Fix the failing test"',
    "cometapi exec --model claude-opus-4-6 -- opencode",
    "cometapi exec --max-calls 100 -- ./my-agent.py --task 7",
    "cometapi mcp serve",
    "cometapi mcp serve --max-cost 5",
    "cometapi mcp serve --sandbox --max-cost 1",
    "cometapi serve --port 8765 --max-cost 5",
    "cometapi serve --port 8765 --models 'claude-*,gpt-5.4-mini'",
    "cometapi serve --sandbox --port 8765",
}


@pytest.fixture(scope="module")
def world_service():
    service = Service()
    yield service
    service.close()


@pytest.mark.parametrize("stem", [*SHOWN, *GUIDES])
def test_examples_and_steps_of_guides_print_what_the_documents_show(stem, world_service):
    calls = {**SHOWN, **GUIDES}[stem]
    assert recorded(world_service, stem, calls, is_guide=stem in GUIDES) == KEPT[stem]


def test_every_example_is_shown_but_the_few_that_say_why_not():
    assert {one["run"] for one in EVERY if not transcripts.is_shown(one)} == NONE
    assert sum(len(KEPT[stem]) for stem in SHOWN) == len(EVERY) - len(NONE)


def test_what_is_kept_is_what_is_shown():
    assert list(transcripts.faults(SOURCES, ROOT)) == []
