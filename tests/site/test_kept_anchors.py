"""A released anchor stays when what it led to is removed, and a folder with other files is left alone."""

from sites import pages, petstore, press_site

from codegen.__main__ import main


def test_anchors_of_removed_options_and_pages_of_removed_commands_stay(tmp_path):
    root = petstore(tmp_path)
    folder = root / "build" / "site"
    assert main(["--root", str(root), "--site", str(folder), "--keep-anchors"]) == 0
    before = {name: set(page.ids) for name, page in pages(folder).items()}

    listing = root / "spec" / "commands" / "pets-list.yaml"
    text = listing.read_text("utf-8").replace("[--kind, -t]", "[--species]").replace("--kind cat", "--species cat")
    listing.write_text(text, "utf-8")
    (root / "spec" / "commands" / "pets-add.yaml").unlink()
    (root / "spec" / "replies" / "pets-add.json").unlink()
    press_site(root)
    after = pages(folder)

    assert {"option-kind", "letter-t"} <= before["commands/pets-list.html"] <= set(after["commands/pets-list.html"].ids)
    assert before["commands/pets-add.html"] - {"menu", "search", "search-status", "search-results", "theme"} <= set(
        after["commands/pets-add.html"].ids
    )
    assert "Removed or renamed" in after["commands/pets-list.html"].texts["option-kind"]
    assert "No longer here" not in after["commands/pets-show.html"].texts["content"]


def test_kept_anchors_only_grow(tmp_path):
    root = petstore(tmp_path)
    site, kept = str(root / "build" / "site"), root / "spec" / "released" / "anchors.txt"
    assert main(["--root", str(root), "--site", site, "--keep-anchors"]) == 0
    first = kept.read_text("utf-8")
    assert main(["--root", str(root), "--site", site, "--keep-anchors"]) == 0
    assert kept.read_text("utf-8") == first
    assert "commands/pets-list argument" not in first
    assert "option-kind" in first


def test_a_folder_with_something_else_is_not_emptied(tmp_path, capsys):
    (tmp_path / "notes.txt").write_text("mine")
    assert main(["--site", str(tmp_path)]) == 1
    assert [one.name for one in tmp_path.iterdir()] == ["notes.txt"]
    assert "is not empty" in capsys.readouterr().err
