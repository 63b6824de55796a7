"""What the press finds in the files of coding agents."""

import pytest
from project import press, shortened, small_copy

ANY = "agent: any\ntitle: Any\nprotocols: [chat]\nset: {A_URL: '{url}', A_KEY: '{token}'}\n"
ONE = "agent: one\ntitle: One\nprograms: [one]\nprotocols: [chat]\nset:\n  ONE_URL: '{url}'\n  ONE_KEY: '{token}'\n"
SERVED = "agent: one\ntitle: One\nprograms: [one]\n"
FAULTS = {
    "two credentials": (
        {"one": f"{ONE}  ONE_OTHER: '{{token}}'\n"},
        "spec/agents/one.yaml:4: protocols: Only one variable may have {token}, not ONE_KEY and ONE_OTHER.",
    ),
    "no credential": (
        {"one": ONE.replace("{token}", "none")},
        "spec/agents/one.yaml:4: protocols: No variable of this agent has {token}.",
    ),
    "a token where others see it": (
        {"one": f"{ONE}arguments: ['--key={{token}}']\n"},
        "spec/agents/one.yaml:8: arguments: Other users can see arguments, so they never have {token}.",
    ),
    "a placeholder that nothing fills": (
        {"one": ONE.replace("{url}", "{port}")},
        "spec/agents/one.yaml:5: set: Unknown name '{port}'; declared are {url}, {token}, {model}.",
    ),
    "set and removed": (
        {"one": f"{ONE}unset: [ONE_URL]\n"},
        "spec/agents/one.yaml:8: unset.0: ONE_URL is also set.",
    ),
    "a protocol that is none": (
        {"one": ONE.replace("[chat]", "[telepathy]")},
        "spec/agents/one.yaml:4: protocols.0: Unknown name 'telepathy'; declared are",
    ),
    "a setting that is none": (
        {"one": f"{ONE}default_from: best_model\n"},
        "spec/agents/one.yaml:8: default_from: Unknown name 'best_model'",
    ),
    "neither served nor not": (
        {"one": SERVED},
        "spec/agents/one.yaml:1: agent: An agent has either protocols, or unsupported with the reason.",
    ),
    "a program of two": (
        {"one": ONE, "two": ONE.replace("agent: one", "agent: two")},
        "spec/agents/two.yaml:3: programs.0: one is a program of one already.",
    ),
    "two for every other program": (
        {"other": ANY.replace("agent: any", "agent: other")},
        "spec/agents/other.yaml:1: agent: Only one agent has no programs, and any has none.",
    ),
    "none for every other program": (
        {"one": ONE, "any": None},
        "spec/agents/one.yaml:1: agent: One file needs to be without programs: the one for every other program.",
    ),
    "another name than its file": (
        {"uno": ONE},
        "spec/agents/uno.yaml:1: agent: The file of this agent is named one.yaml.",
    ),
    "a name that is no variable": (
        {"one": ONE.replace("ONE_URL", "one-url")},
        "spec/agents/one.yaml:5: set: 'one-url' must be a name such as API_KEY.",
    ),
    "a reason that is no sentence": (
        {"one": f"{SERVED}unsupported: no\n"},
        "spec/agents/one.yaml:4: unsupported: 'no' must end with a full stop.",
    ),
    "an unknown word": (
        {"one": f"{ONE}zzyzx: true\n"},
        "spec/agents/one.yaml:8: zzyzx: Unknown key; allowed here: KEYS",
    ),
}


@pytest.mark.parametrize(("files", "finding"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_found_where_it_stands(files, finding, tmp_path):
    root = small_copy(tmp_path)
    folder = root / "spec" / "agents"
    folder.mkdir(exist_ok=True)
    for name, text in {"any": ANY, **files}.items():
        if text is not None:
            (folder / f"{name}.yaml").write_text(text)
    plan, findings = press(root)

    assert plan is None
    assert [shortened(str(one))[: len(finding)] for one in findings] == [finding]
