"""``config edit`` on a pseudo-terminal, with editors that are small scripts."""

import re
import shlex
import stat
import sys

import pytest

BEFORE = '# mine\napi_key = "sk-old-key-0003"\n'
AFTER = '# mine\napi_key = "sk-old-key-0003"\noutput_format = "json"\n'


@pytest.fixture
def editor(tmp_path, environ):
    """Make EDITOR a script that writes one text after the other; ``editor.seen()`` is what it found, ``code`` its exit."""

    def write(*texts, code=0):
        queue = tmp_path / "texts.txt"
        queue.write_text("\0".join(texts))
        script = tmp_path / "an editor.py"
        script.write_text(
            "import os, pathlib, stat, sys\n"
            "path, here = pathlib.Path(sys.argv[-1]), pathlib.Path(__file__).parent\n"
            "mode = stat.S_IMODE(path.stat().st_mode) | stat.S_IMODE(path.parent.stat().st_mode)\n"
            "(here / 'found.txt').write_text(f'{sys.argv[1:-1]} {path} {mode:o}\\n' + path.read_text())\n"
            "first, *rest = (here / 'texts.txt').read_text().split('\\0')\n"
            "(here / 'texts.txt').write_text('\\0'.join(rest))\n"
            "first and path.write_text(first)\n"
            f"sys.exit({code})\n"
        )
        environ["EDITOR"] = shlex.join([sys.executable, str(script), "--wait"])

    write.seen = lambda: (tmp_path / "found.txt").read_text()
    return write


@pytest.fixture
def file(config, environ, tmp_path):
    """A config file, and a folder for temporary files that the test can look into."""
    config.write_text(BEFORE)
    config.chmod(0o600)
    (tmp_path / "temporary").mkdir()
    environ["TMPDIR"] = str(tmp_path / "temporary")
    return config


def left_over(tmp_path):
    """What lies about among the temporary files."""
    return [path.read_text() for path in (tmp_path / "temporary").rglob("*.toml")]


def test_a_sound_copy_replaces_the_file(terminal, editor, file, tmp_path):
    editor(AFTER)
    edit = terminal("config", "edit")
    assert edit.ends() == 0
    assert file.read_text() == AFTER
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert edit.text == f"cometapi: {file} was saved.\n"
    assert left_over(tmp_path) == []


def test_the_editor_gets_its_own_words_and_a_private_copy(terminal, editor, file):
    editor("")
    terminal("config", "edit").ends()
    first, rest = editor.seen().split("\n", 1)
    assert re.fullmatch(r"\['--wait'\] \S+/config\.toml 700", first)
    assert str(file) not in first
    assert rest == BEFORE


def test_visual_comes_before_editor(terminal, editor, file, environ):
    editor(AFTER)
    environ |= {"VISUAL": environ["EDITOR"], "EDITOR": "false"}
    assert terminal("config", "edit").ends() == 0
    assert file.read_text() == AFTER


def test_a_blank_variable_names_no_editor(terminal, editor, file, environ):
    editor(AFTER)
    environ |= {"VISUAL": "  "}
    assert terminal("config", "edit").ends() == 0
    assert file.read_text() == AFTER


def test_an_unchanged_copy_writes_nothing(terminal, editor, file):
    editor("")
    before = file.stat().st_ino
    edit = terminal("config", "edit")
    assert edit.ends() == 0
    assert edit.text == f"cometapi: {file} was not changed.\n"
    assert file.stat().st_ino == before


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("api_key = \n", "The config file config.toml is not valid TOML: Invalid value (at line 1, column 11)."),
        ("# mine\ndefault_model = 5\n", "config.toml:2: default_model must be text in quotes, not 5."),
        (
            'output_format = "jason"\n',
            "config.toml:1: output_format must be one of table, json, jsonl, yaml, csv, markdown",
        ),
    ],
)
def test_a_wrong_copy_can_be_edited_again(terminal, editor, file, wrong, told):
    editor(wrong, AFTER)
    edit = terminal("config", "edit").sees(told, "[e]dit again, [d]iscard: ").types("e")
    assert edit.ends() == 0
    assert file.read_text() == AFTER


def test_a_wrong_copy_can_be_discarded(terminal, editor, file, tmp_path):
    editor("api_key = \n")
    edit = terminal("config", "edit").sees("[e]dit again, [d]iscard: ").types("x").sees("[d]iscard: ").types("d")
    assert edit.ends() == 0
    assert file.read_text() == BEFORE
    assert edit.text.endswith(f"cometapi: {file} was not changed.\n")
    assert left_over(tmp_path) == []


def test_an_unknown_setting_is_saved_only_on_request(terminal, editor, file):
    editor(f'{BEFORE}defualt_model = "x"\n')
    edit = terminal("config", "edit")
    edit.sees("config.toml:3: unknown setting 'defualt_model'; did you mean default_model?")
    edit.sees("[e]dit again, [s]ave anyway, [d]iscard: ").types("s")
    assert edit.ends() == 0
    assert file.read_text().endswith('defualt_model = "x"\n')


def test_a_broken_file_can_be_mended(terminal, editor, file):
    file.write_text("api_key = \n")
    editor(AFTER)
    assert terminal("config", "edit").ends() == 0
    assert file.read_text() == AFTER


def test_a_failing_editor_leaves_the_file(terminal, editor, file, tmp_path):
    editor("", code=3)
    edit = terminal("config", "edit")
    assert edit.ends() == 1
    assert "ended with exit code 3; the config file was not changed." in edit.text
    assert file.read_text() == BEFORE
    assert left_over(tmp_path) == []


def test_a_failing_editor_loses_nothing_that_was_written(terminal, editor, file, tmp_path):
    editor(AFTER, code=3)
    edit = terminal("config", "edit")
    assert edit.ends() == 1
    assert file.read_text() == BEFORE
    assert left_over(tmp_path) == [AFTER]
    assert "Your changes are kept in" in edit.text


def test_ctrl_c_at_the_question_loses_nothing_that_was_written(terminal, editor, file, tmp_path):
    editor("api_key = \n")
    edit = terminal("config", "edit").sees("[d]iscard: ").types("\x03", end="")
    assert edit.ends() == 130
    assert file.read_text() == BEFORE
    assert left_over(tmp_path) == ["api_key = \n"]


def test_a_change_by_somebody_else_is_not_overwritten(terminal, editor, file, tmp_path):
    editor("api_key = \n", AFTER)
    edit = terminal("config", "edit").sees("[d]iscard: ")
    file.write_text('api_key = "sk-their-key-0007"\n')
    edit.types("e")
    assert edit.ends() == 1
    assert "was changed by another program in the meantime; it was not overwritten." in edit.text
    assert file.read_text() == 'api_key = "sk-their-key-0007"\n'
    assert left_over(tmp_path) == [AFTER]


def test_a_new_file_begins_with_what_could_be_set(terminal, editor, home):
    editor('default_model = "gpt-5.4"\n')
    assert terminal("config", "edit").ends() == 0
    path = home / ".config" / "cometapi" / "config.toml"
    assert path.read_text() == 'default_model = "gpt-5.4"\n'
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    offered = editor.seen()
    assert '# base_url = "https://api.cometapi.com/v1"\n' in offered
    assert '(table, json, jsonl, yaml, csv, markdown)\n# output_format = "table"\n' in offered


def test_an_editor_that_does_not_exist(terminal, file, environ):
    environ["EDITOR"] = "no-such-editor --wait"
    edit = terminal("config", "edit")
    assert edit.ends() == 1
    assert "The editor 'no-such-editor --wait' cannot be opened: No such file or directory." in edit.text
    assert "Set VISUAL or EDITOR." in edit.text
    assert file.read_text() == BEFORE


def test_without_a_terminal_it_is_refused(cli, file):
    ran = cli("config", "edit", env={"EDITOR": "true"})
    assert (ran.code, ran.out) == (2, "")
    assert "there is none; use config set instead." in ran.err
    assert file.read_text() == BEFORE


def test_the_editor_sees_no_secret_of_the_environment(terminal, file, environ, tmp_path):
    script = tmp_path / "look.sh"
    script.write_text(f'#!/bin/sh\necho "$COMETAPI_KEY$COMETAPI_ACCESS_TOKEN.$OTHER" > {tmp_path}/seen\n')
    script.chmod(0o755)
    env = {"COMETAPI_KEY": "sk-test-key-0001", "COMETAPI_ACCESS_TOKEN": "token-0002", "OTHER": "kept"}

    assert terminal("config", "edit", env={**env, "EDITOR": str(script)}).ends() == 0
    assert (tmp_path / "seen").read_text() == ".kept\n"
