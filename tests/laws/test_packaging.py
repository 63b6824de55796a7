"""What pyproject.toml says of the distribution, and what the texts say of installing it."""

import re
import tomllib

import pytest
from manifest import ROOT
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
INSTALLED = [Requirement(line) for line in [*PROJECT["dependencies"], *EXTRAS["keyring"]]]
PIN = re.compile(r"^(\S+)==(\S+)(?: ;.*)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)
PINS = {name: version for name, version, _ in PIN.findall((ROOT / "constraints.txt").read_text("utf-8"))}

FOLDERS = ("cometapi", "codegen", "spec", "docs", ".ci")
TEXTS = sorted(
    path
    for path in [*ROOT.glob("*.md"), ROOT / "Makefile", *(one for name in FOLDERS for one in (ROOT / name).rglob("*"))]
    if path.is_file() and "__pycache__" not in path.parts and "replies" not in path.parts
)
INSTALL = re.compile(r"\b(?:pipx?|uv tool|uv pip) install((?:[ \n]+[^\s;)&|`]+)+)")


def hints():
    """Each place in a text where something is installed: (path, the words after ``install``, without quotes)."""
    for path in TEXTS:
        text = path.read_text("utf-8", "replace")
        plain = text.replace("\\(aq", "'").replace("\\-", "-") if "install" in text else ""
        for found in INSTALL.finditer(plain):
            yield path.relative_to(ROOT).as_posix(), [word.strip("'\"`.,\\") for word in found[1].split()]


HINTS = list(hints())


def test_the_distribution_has_a_name_of_its_own():
    assert PROJECT["name"] == "cometapi-manifest-cli"
    assert PROJECT["scripts"] == {"cometapi": "cometapi.main:entry"}


def test_what_is_installed_beside_the_package_lies_where_the_system_looks():
    target = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    shared = {source: place for source, place in target["shared-data"].items() if (ROOT / source).exists()}
    assert shared == target["shared-data"]
    assert shared["cometapi/share/man"] == "share/man"  # which has a folder for each section


def test_the_extras_refer_to_this_distribution():
    own = [Requirement(line) for lines in EXTRAS.values() for line in lines if line.startswith("cometapi")]
    assert [(one.name, one.extras <= EXTRAS.keys()) for one in own] == [(PROJECT["name"], True)] * len(own)


def test_the_texts_say_how_it_is_installed():
    assert {"README.md", "spec/topics/authentication.yaml", "cometapi/settings/secrets.py"} <= {
        path for path, _ in HINTS
    }


@pytest.mark.parametrize(("path", "words"), HINTS, ids=[path for path, _ in HINTS])
def test_it_is_installed_from_the_checkout_and_not_by_the_vendors_name(path, words):
    assert [word for word in words if re.split(r"[\[=<>~!]", word)[0] in ("cometapi", "cometapi-cli")] == []
    asked = [extra for word in words for extra in re.findall(r"^\[([\w,]+)\]$", word.removeprefix("."))]
    assert {extra for extras in asked for extra in extras.split(",")} <= EXTRAS.keys()


@pytest.mark.parametrize("requirement", INSTALLED, ids=lambda requirement: requirement.name)
def test_what_is_installed_with_it_is_pinned_with_hashes(requirement):
    assert PINS[canonicalize_name(requirement.name)] in requirement.specifier


@pytest.mark.parametrize("requirement", INSTALLED, ids=lambda requirement: requirement.name)
def test_every_dependency_has_a_floor(requirement):
    assert [one.operator for one in requirement.specifier] == [">="]
