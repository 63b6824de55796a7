"""What the built site has, and where its links lead; nothing of it needs a browser."""

import re

import pytest
from read_manifest import COMMANDS, MODEL, SOURCES
from sites import ROOT, leads_nowhere, pages

from codegen import manifest_reference
from codegen.site import kept
from codegen.site.language import word_anchor
from codegen.site.names import escaped, file_name, flag_anchor
from codegen.site.options import option_address
from codegen.site.places import command_path, language_path, topic_path


@pytest.fixture(scope="module")
def found(site):
    return pages(site)


def test_every_command_has_a_page_in_both_forms(found, site):
    paths = [command_path(one) for one in COMMANDS]
    assert [one for one in paths if f"{one}.html" not in found] == []
    assert [one for one in paths if not (site / f"{one}.md").is_file()] == []


def test_every_option_has_an_anchor_for_each_of_its_flags(found):
    lost = []
    for command in COMMANDS:
        ids = set(found[f"{command_path(command)}.html"].ids)
        flags = [flag for one in command.options if not one.hidden for flag in one.shown]
        names = [option_address({"positional": True, "name": one.dest})[0] for one in command.positionals]
        lost += [(command.words, flag) for flag in flags if flag_anchor(flag) not in ids]
        lost += [(command.words, name) for name in names if name not in ids]
    assert lost == []


def test_every_option_of_every_command_is_in_the_index(found):
    links = set(found["all.html"].links)
    lost = [
        (command.words, one.flag)
        for command in COMMANDS
        for one in command.options
        if not one.hidden and f"{command_path(command)}.html#{option_address({'flags': one.shown})[0]}" not in links
    ]
    assert lost == []


def test_topics_settings_variables_and_exit_codes_have_their_places(found):
    assert [one.name for one in MODEL.topics if f"{topic_path(one.name)}.html" not in found] == []
    places = {
        "reference/settings": [f"setting-{name}" for name in MODEL.program["settings"]],
        "reference/exit-codes": [f"exit-{one['code']}" for one in MODEL.program["exits"].values()],
        "reference/environment": [
            f"variable-{one['environment']}" for one in MODEL.program["settings"].values() if "environment" in one
        ],
    }
    assert [(page, one) for page, some in places.items() for one in some if one not in found[f"{page}.html"].ids] == []


def test_every_word_of_the_manifest_has_an_anchor(found):
    words = [
        (language_path(kind), word_anchor(section.title, word.name))
        for kind, (_, sections) in zip(
            manifest_reference.FILES, manifest_reference.reference(SOURCES.schemas), strict=True
        )
        for section in sections
        for word in section.words
    ]
    assert len(words) > 400
    assert [one for one in words if one[1] not in found[f"{one[0]}.html"].ids] == []


def test_ids_are_unique_and_never_numbered_by_place(found):
    doubled = [(name, one) for name, page in found.items() for one in page.ids if page.ids.count(one) > 1]
    assert doubled == []
    prefixes = re.compile(r"(heading|section|id|anchor|item|example)-?\d+$")
    assert [(name, one) for name, page in found.items() for one in page.ids if prefixes.match(one)] == []


def test_every_link_leads_to_an_element_that_is_there(found):
    lost = {name: some for name, page in found.items() if (some := leads_nowhere(found, name, page.links))}
    assert lost == {}


def test_links_between_markdown_pages_lead_to_files(site):
    lost = []
    for path in sorted(site.rglob("*.md")):
        text = re.sub(r"^( *)(```+).*?^\1\2$", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
        for link in re.findall(r"(?<!`)\]\(([^)\s]+)\)", text):
            if "://" not in link and not (path.parent / link).is_file():
                lost.append((path.name, link))
    assert lost == []


def test_llms_txt_leads_to_every_command_and_topic(site):
    listed = re.findall(r"\]\(([^)]+)\)", (site / "llms.txt").read_text("utf-8"))
    assert [one for one in listed if not (site / one).is_file()] == []
    assert {f"{command_path(one)}.md" for one in COMMANDS} <= set(listed)
    assert {f"{topic_path(one.name)}.md" for one in MODEL.topics} <= set(listed)


def test_nothing_is_loaded_from_elsewhere_and_all_of_it_is_there(found, site):
    for name, page in found.items():
        folder = (site / name).parent
        assert [one for one in page.loads if not (folder / one).is_file()] == []


def test_no_anchor_of_an_earlier_release_is_lost(found):
    before = kept.read(ROOT)
    assert before
    assert [(page, one) for page, some in before.items() for one in some if one not in found[f"{page}.html"].ids] == []


def test_file_names_are_distinct_where_case_does_not_count(site):
    names = [path.relative_to(site).as_posix().lower() for path in site.rglob("*") if path.is_file()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("made", [escaped, file_name, flag_anchor])
def test_odd_names_become_distinct_addresses(made):
    odd = [
        "-1",
        "--1",
        "--no-x",
        "--no--x",
        "x[]",
        "x",
        "x[",
        "x]",
        "<FILE>",
        "FILE",
        "file",
        "a.b",
        "a b",
        "a~b",
        "~",
        "é",
    ]
    addresses = [made(one) for one in odd]
    assert len(set(addresses)) == len(odd)
    assert all(re.fullmatch(r"[\w.~-]+", one, re.ASCII) for one in addresses)


def test_file_names_are_distinct_without_case():
    odd = ["Chat", "chat", "CHAT", "con", "a/b", "a-b"]
    assert len({file_name(one).lower() for one in odd}) == len(odd)
    assert file_name("con") != "con"
