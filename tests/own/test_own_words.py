"""Own commands under every way of calling them: mistyped, with options between their words, behind aliases, in the repl."""

import json

import pytest

WRONG = [
    (["pets-lst"], "Unknown command 'pets-lst'; did you mean pets list?", "--help"),
    (["petz", "list"], "Unknown command 'petz'; did you mean pets?", "--help"),
    (["pet"], "Unknown command 'pet'; did you mean pets?", "--help"),
    (["sld"], "Unknown command 'sld'; did you mean sold?", "--help"),
    (["pets", "lst"], "Unknown command 'pets lst'; did you mean list?", "pets --help"),
    (["pets", "buy"], "Unknown command 'pets buy'; after pets comes one of list.", "pets --help"),
    (["pets", "-x"], "Unknown option -x.", "--help"),
    (["modls"], "Unknown command 'modls'; did you mean models?", "--help"),
    (["help", "pets", "lst"], "There is no help about 'pets lst'; did you mean pets list?", None),
    (["schema", "petz"], "Unknown command 'petz'; did you mean pets?", None),
    (["alias", "set", "a", "petz list"], "'petz list' is neither a model nor begins with a command; did you mean pets?", "alias set --help"),
    (["batch", "run", "rows.txt", "-o", "out.jsonl", "--", "pets", "lst"], "Unknown command 'pets lst'; did you mean list?", "batch run --help"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "sentence", "way"), WRONG, ids=[" ".join(one[0]) for one in WRONG])
def test_names_of_ones_own_are_offered_as_the_programs_are(words, sentence, way, with_pets, tmp_path, monkeypatch):
    (tmp_path / "rows.txt").write_text("a\n")
    monkeypatch.chdir(tmp_path)
    with_pets("alias", "set", "sold", "pets list --status sold")
    ran = with_pets(*words)
    assert (ran.code, ran.out, ran.err.splitlines()[0]) == (2, "", f"cometapi: {sentence}")
    if way:
        assert ran.err.splitlines()[1] == f"  Try: cometapi {way}"


@pytest.mark.parametrize(
    "words",
    [["--sandbox", "pets", "list"], ["pets", "--sandbox", "list"], ["pets", "list", "--sandbox"]],
    ids=" ".join,
)
def test_options_stand_before_between_and_behind_its_words(words, with_pets):
    ran = with_pets(*words, "-f", "csv")
    assert (ran.code, ran.out) == (0, "id,name\n1,Rex\n2,Tom\n")


def url(ran):
    """The URL of the request that a dry run shows as JSON."""
    assert ran.code == 0, ran
    return json.loads(ran.out)["url"].rpartition("/")[2]


def test_an_alias_stands_for_an_own_command_and_gives_way_to_what_is_typed(with_pets):
    ran = with_pets("alias", "set", "sold", "pets list --status sold")
    assert (ran.code, ran.err) == (0, "cometapi: sold is now an alias for pets list --status sold.\n")
    show = ["--dry-run", "--json"]
    assert url(with_pets("sold", *show)) == "pets?status=sold"
    assert url(with_pets("sold", "--status", "available", *show)) == "pets?status=available"
    assert with_pets("sold", "--help").out == with_pets("pets", "list", "--help").out
    assert "sold   command  pets list --status sold\n" in with_pets("alias", "list").out
    assert "  sold            pets list --status sold\n" in with_pets("help").out


def test_an_alias_stands_for_the_words_that_open_own_commands(with_pets):
    assert with_pets("alias", "set", "p", "pets").code == 0
    assert url(with_pets("p", "list", "--dry-run", "--json")) == "pets"
    assert with_pets("p").out == with_pets("pets").out
    assert with_pets("p", "lst").err.startswith("cometapi: Unknown command 'pets lst'; did you mean list?\n")


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("pets list --stat sold", "Unknown option --stat; did you mean --status?"),
        ("pets lst", "'pets lst' does not begin with a command of cometapi, or with one of yours."),
    ],
)
def test_an_alias_of_an_own_command_that_is_wrong_is_refused(value, sentence, with_pets):
    ran = with_pets("alias", "set", "x", value)
    assert (ran.code, ran.err.splitlines()[0]) == (2, f"cometapi: {sentence}")


def test_an_alias_of_a_command_that_is_gone_says_what_is_missing(with_pets):
    with_pets("alias", "set", "sold", "pets list --status sold")
    with_pets("command", "remove", "pets", "list", "--yes")
    ran = with_pets("sold")
    assert (ran.code, ran.err.splitlines()[0]) == (2, "cometapi: Unknown command 'pets'.")


def test_lines_of_the_repl_are_own_commands_and_their_aliases(with_pets):
    lines = ["pets list", 'alias set sold "pets list --status sold"', "sold --json", "pets lst", "pets list -f csv"]
    ran = with_pets("repl", "--sandbox", stdin="\n".join(lines))
    assert ran.code == 0
    assert ran.out.endswith("id,name\n1,Rex\n2,Tom\n")
    assert '"name": "Rex"' in ran.out
    assert "Unknown command 'pets lst'; did you mean list?" in ran.err


def test_an_own_command_is_trusted_before_an_alias_or_the_repl_runs_it(with_pets, own_folder):
    with_pets("alias", "set", "sold", "pets list --status sold")
    path = own_folder / "commands" / "pets-list.yaml"
    path.write_text(path.read_text() + "# more\n")
    for ran in (with_pets("sold", "--sandbox"), with_pets("repl", "--sandbox", stdin="pets list\n")):
        assert ran.code == 2
        assert "pets list has changed since you agreed to it, and nobody can be asked here." in ran.err
