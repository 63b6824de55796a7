"""Commands of the user's own: they run, are trusted once, and can take nothing that is the program's (K5, K11, K12)."""

import json
import os
import shutil
import stat
import subprocess
import sys
import time
from types import ModuleType

import pytest
from inprocess import Context, Stream
from own_files import LIST, PETSTORE

from cometapi.cli.registry import command_data
from cometapi.generated import index
from cometapi.main import outcome

PETS = {"items": [{"id": 7, "name": "Ada"}]}
SENDS = (
    "It sends GET https://pets.example.com/v1/pets, or to where PETS_URL leads, with your pet store key "
    "(setting pets_key, variable PETS_KEY)."
)


def placed(own_folder, text=LIST, name="pets-list"):
    """Put a file into the config folder by hand, as its user would."""
    for kind in ("commands", "replies"):
        (own_folder / kind).mkdir(mode=0o700, exist_ok=True)
    shutil.copy(PETSTORE / "replies" / "pets.json", own_folder / "replies")
    path = own_folder / "commands" / f"{name}.yaml"
    path.write_text(text, "utf-8")
    path.chmod(0o600)
    (own_folder / "replies" / "pets.json").chmod(0o600)
    return path


def test_an_added_command_runs_as_any_other(with_pets, pet_store):
    pet_store.expect_oneshot_request(
        "/v1/pets", query_string={"status": "sold"}, headers={"X-Api-Key": "pets-key-0001"}
    ).respond_with_json(PETS)
    ran = with_pets("pets", "list", "--status", "sold", "-f", "csv")
    assert (ran.code, ran.out, ran.err) == (0, "id,name\n7,Ada\n", "")


def test_the_programs_credentials_stay_where_they_are(with_pets, pet_store, environ):
    environ |= {"COMETAPI_KEY": "sk-test-key-0001", "COMETAPI_ACCESS_TOKEN": "access-token-0002"}
    pet_store.expect_request("/v1/pets").respond_with_json(PETS)
    with_pets("pets", "list")
    sent = str(dict(pet_store.log[0][0].headers)) + pet_store.log[0][0].url
    assert "sk-test" not in sent
    assert "access-token" not in sent


def test_a_missing_key_is_told_with_its_own_setting(with_pets):
    ran = with_pets("pets", "list")
    assert (ran.code, ran.err) == (
        64,
        "cometapi: No pet store key is set.\n"
        "  Run: cometapi config set pets_key, or set PETS_KEY; --sandbox needs none\n",
    )


def test_its_key_is_a_setting(with_pets, config):
    assert with_pets("config", "set", "pets_key", "-", stdin="pets-key-0001").code == 0
    ran = with_pets("config", "get", "pets_key", "--json")
    assert json.loads(ran.out)["value"] == "…0001"
    assert with_pets("models", "--sandbox", "-l1").err.count("unknown setting") == 0


def test_the_sandbox_answers_with_its_sample(with_pets):
    ran = with_pets("pets", "list", "--sandbox", "--json")
    assert (ran.code, json.loads(ran.out)) == (0, [{"id": 1, "name": "Rex"}, {"id": 2, "name": "Tom"}])


def test_help_of_the_command_of_its_group_and_of_the_program(with_pets):
    assert with_pets("pets", "list", "--help").out == with_pets("help", "pets", "list").out
    assert "Needs a pet store key for GET https://pets.example.com/v1/pets.\n" in with_pets("pets", "list", "-h").out
    assert "  pets list       List the pets of the store.\n" in with_pets("pets").out
    assert "  pets list       List the pets of the store.\n" in with_pets("help").out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["pets", "lost"], "Unknown command 'pets lost'; did you mean list?"),
        (["pets", "list", "--statu", "sold"], "Unknown option --statu; did you mean --status?"),
        (["pets", "list", "--status", "gone"], "--status must be one of available, sold, not 'gone'."),
    ],
)
def test_wrong_words_are_told_as_of_any_command(words, sentence, with_pets):
    ran = with_pets(*words)
    assert (ran.code, ran.err.splitlines()[0]) == (2, f"cometapi: {sentence}")


@pytest.mark.parametrize(("status", "code"), [(401, 77), (402, 1), (429, 69)])
def test_what_another_service_refuses_is_told_without_advice_about_this_one(status, code, with_pets, pet_store):
    pet_store.expect_request("/v1/pets").respond_with_json({"message": "No."}, status=status)
    ran = with_pets("pets", "list", "--retries", "0")
    assert (ran.code, ran.out) == (code, "")
    assert f"(HTTP {status}): No." in ran.err
    assert "cometapi " not in ran.err


# --- trust


def test_a_file_that_was_put_there_is_refused_with_what_it_may_do(cli, own_folder):
    path = placed(own_folder)
    ran = cli("pets", "list", "--sandbox")
    assert ran.code == 2
    assert ran.err.startswith("cometapi: pets list is not trusted yet, and nobody can be asked here. " + SENDS)
    digest = ran.err.rsplit(" ", 1)[1].strip()
    assert ran.err.endswith(f"\n  If you agree: cometapi command add {path} --digest {digest}\n")

    assert cli("command", "add", str(path), "--digest", "0" * 16).code == 2
    assert cli("command", "add", str(path), "--digest", digest).code == 0
    assert cli("pets", "list", "--sandbox").code == 0


def asked(environ, words, answer):
    """A call at a terminal, with the answer to its question: ``(code, stderr)``."""
    streams = [Stream(terminal=True) for _ in range(3)]
    streams[0].write(answer)
    streams[0].seek(0)
    code = outcome(Context(words, environ, *streams))
    return code, streams[2].text()


ARGUMENT = "arguments:\n  - {{flags: [--photo], {}, help: Pictures of it.}}\n"
SETTING = "settings:\n  pets_other: {environment: GITHUB_TOKEN, help: Other things.}\n"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"arguments:\n": ARGUMENT.format("environment: GITHUB_TOKEN, to: query/q")},
            "the value of the variable GITHUB_TOKEN.",
        ),
        (
            {"settings:\n": SETTING, "arguments:\n": ARGUMENT.format("default_from: pets_other, to: query/q")},
            "It sends what you have set (setting pets_other, variable GITHUB_TOKEN).",
        ),
        (
            {"arguments:\n": ARGUMENT.format("default_from: default_model, to: query/q")},
            "It sends what you have set (setting default_model, variable COMETAPI_DEFAULT_MODEL).",
        ),
        (
            {"settings:\n": SETTING, "setting: pets_key, header: X-Api-Key": "user: pets_other, password: pets_key"},
            "with your pets other (setting pets_other, variable GITHUB_TOKEN) and your pet store key (setting pets_key, variable PETS_KEY).",
        ),
        *(
            (
                {"arguments:\n": ARGUMENT.format(f"type: {kind}, to: query/q")},
                "It reads the files that you name with --photo.",
            )
            for kind in ("lines", "every_line", "json_object", "json_list", "messages", "schema")
        ),
        (
            {
                LIST[
                    LIST.index("response:") : LIST.index("samples:")
                ]: "response: {is: file, protocol: account, name: 'pet-{number}'}\n"
            },
            "It saves the files that it gets in the working folder, or where --output or --save says.",
        ),
        ({"path: /pets": f"path: /{'p' * 3000}"}, "p (3,028 characters), or to where PETS_URL leads, with your"),
    ],
)
def test_what_it_may_do_is_told_whatever_says_it(changes, sentence, cli, pet_file):
    text = LIST
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new, 1)
    ran = cli("command", "add", pet_file(text))
    assert ran.code == 2
    assert sentence in ran.err


def test_a_file_of_many_options_is_soon_read(cli, pet_file):
    many = "".join(f"  - {{flags: [--f{number}], to: query/f{number}, help: An option.}}\n" for number in range(1500))
    begun = time.process_time()
    assert cli("command", "check", pet_file(LIST.replace("arguments:\n", f"arguments:\n{many}"))).code == 0
    assert time.process_time() - begun < 8


@pytest.mark.parametrize(
    "title", ["x. It sends nothing", "key, which is sent nowhere", "key)", "a b c d e f g h i", "key\\nIt only reads"]
)
def test_a_title_is_no_sentence_of_the_question(title, cli, pet_file):
    ran = cli("command", "add", pet_file(LIST.replace("title: pet store key", f'title: "{title}"')))
    assert ran.code == 2
    assert "pets_key.title: A title is a few words" in ran.err


def test_it_is_asked_once_and_again_when_the_file_or_a_sample_has_changed(cli, own_folder, environ):
    path = placed(own_folder)
    code, told = asked(environ, ["pets", "list", "--sandbox"], "n\n")
    assert code == 2
    assert "pets list is not trusted yet." in told
    assert "Trust pets list? [y/N]" in told

    assert asked(environ, ["pets", "list", "--sandbox"], "y\n")[0] == 0
    assert cli("pets", "list", "--sandbox").code == 0

    (own_folder / "replies" / "pets.json").write_text('{"items": [{"id": 1, "name": "Eve"}]}', "utf-8")
    assert "pets list has changed since you agreed to it" in cli("pets", "list", "--sandbox").err
    assert asked(environ, ["pets", "list", "--sandbox"], "y\n")[0] == 0
    path.write_text(LIST + "# more\n", "utf-8")
    assert cli("pets", "list", "--sandbox").code == 2


def test_what_is_kept_is_private(with_pets, home, own_folder):
    kept = [own_folder / "commands" / "pets-list.yaml", home / ".local/state/cometapi/trusted-commands.json"]
    assert [stat.S_IMODE(path.stat().st_mode) for path in kept] == [0o600, 0o600]


@pytest.mark.parametrize("place", ["commands/pets-list.yaml", "commands", "replies/pets.json", "."])
def test_what_others_may_write_is_refused_and_told(place, with_pets, own_folder):
    path = (own_folder / place).resolve()
    path.chmod(path.stat().st_mode | 0o020)
    ran = with_pets("pets", "list", "--sandbox")
    assert (ran.code, ran.err) == (
        78,
        f"cometapi: {path} can be written by others, so no command of it is run.\n  Fix it with: chmod go-w {path}\n",
    )


def test_a_link_out_of_the_config_folder_is_not_read(cli, own_folder, pet_file):
    (own_folder / "commands").mkdir()
    (own_folder / "commands" / "pets-list.yaml").symlink_to(pet_file())
    ran = cli("pets", "list", "--sandbox")
    assert ran.code == 78
    assert "is a link that leads out of" in ran.err


def test_nothing_is_read_from_the_working_folder(cli, pet_file, tmp_path, monkeypatch):
    for place in ("commands", ".config/cometapi/commands"):
        (tmp_path / "work" / place).mkdir(parents=True)
        shutil.copy(pet_file(), tmp_path / "work" / place)
    monkeypatch.chdir(tmp_path / "work")
    assert "Unknown command 'pets'" in cli("pets", "list").err
    assert "Unknown command 'pets'" in cli("pets", "list", env={"XDG_CONFIG_HOME": ".config"}).err


def test_an_alias_does_not_take_the_first_word_of_an_own_command(with_pets):
    ran = with_pets("alias", "set", "pets", "chat")
    assert (ran.code, ran.err.splitlines()[0]) == (
        2,
        "cometapi: pets begins a command of your own; an alias needs a name of its own.",
    )


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir], ids=["a pipe", "a folder"])
def test_what_is_no_file_holds_nothing_up(make, cli, own_folder):
    (own_folder / "commands").mkdir(mode=0o700)
    make(own_folder / "commands" / "pets-list.yaml", 0o600)
    assert cli("models", "--sandbox", "-l1").code == 0
    assert cli("pets", "list").code == 78
    assert cli("command", "list").code == 0


# --- what it may not be


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("chat", "chat is a command of the program; give yours another name."),
        ("config set", "config set is a command of the program; give yours another name."),
        ("config mine", "config is a word of the program's own commands; begin with another word."),
        ("batch", "batch is a word of the program's own commands; begin with another word."),
        ("help", "help is a command of the program; give yours another name."),
        ("--version", "'--version' must be words of small letters, digits and hyphens."),
    ],
)
def test_a_name_of_the_program_is_refused(words, sentence, cli, pet_file):
    path = pet_file(LIST.replace("command: pets list", f"command: {words}"), "mine.yaml")
    ran = cli("command", "add", path, "--yes")
    assert (ran.code, ran.err.splitlines()[0]) == (2, f"{path}:1: command: {sentence}")


def test_the_name_of_an_alias_is_refused(cli, pet_file):
    cli("alias", "set", "pets", "chat --model m")
    assert cli("command", "add", pet_file(), "--yes").err.startswith("cometapi: pets is your alias; ")


KEYS = "settings:\n  pets_url: {type: url, environment: PETS_URL, "
HARM = [
    ("credential: pets}", "credential: api_key}", "request.credential: api_key is the program's credential and never goes to your service pets."),
    ("setting: pets_key,", "setting: api_key,", "credentials.pets.setting: A credential of your own needs settings of this file; api_key is none."),
    ("setting: pets_url}", "setting: base_url}", "services.pets.setting: A service of your own needs a setting of this file with type: url."),
    ("environment: PETS_KEY", "environment: COMETAPI_KEY", "settings.pets_key.environment: The variable COMETAPI_KEY is the program's; give yours another name."),
    ("https://pets.example.com/v1", "http://pets.example.com/v1", "settings.pets_url.default: The URL must begin with https://; http:// is only for this machine itself."),
    ("secret: true,", "secret: true, default: abc,", "settings.pets_key.default: A secret has no default: it would stand in this file."),
    ("method: GET", "method: DELETE", "effect: DELETE changes something: the effect is destroy."),
    ("method: GET", "method: POST", "effect: POST changes something: the effect is write or destroy."),
    ("effect: read", "effect: read\nrun: config:set_value", "run: A command of your own runs no function of the program."),
    ("to: query/status", "default_from: api_key, to: query/status", "arguments.0.default_from: The setting api_key is secret, so no argument has it for a default."),
    ("to: query/status", "environment: COMETAPI_KEY, to: query/status", "arguments.0.environment: The variable COMETAPI_KEY is the program's; give yours another name."),
    ("pets of the store.", "pets\\e[2J of the store.", "summary: This holds control characters; write them out, or leave them out."),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "finding"), HARM, ids=[one[1] for one in HARM])
def test_a_file_that_would_take_more_than_its_own_is_refused(old, new, finding, cli, pet_file):
    text = LIST.replace("summary: List the pets of the store.", 'summary: "List the pets of the store."')
    path = pet_file(text.replace(old, new, 1))
    ran = cli("command", "add", path, "--yes")
    assert ran.code == 2
    assert finding in [line.split(": ", 1)[1] for line in ran.err.splitlines()[:-1]], ran.err


def test_a_request_that_may_cost_money_says_so(cli, pet_file):
    paid = LIST.replace("method: GET, service: pets", "method: POST, service: root").replace(
        "credential: pets}", "credential: api_key}"
    )
    path = pet_file(paid.replace("effect: read", "effect: write"))
    assert "cost: POST with the credential api_key may cost money: say cost: paid." in cli("command", "check", path).out


def test_a_command_that_destroys_asks_first(cli, pet_store, pet_file):
    text = LIST.replace("effect: read", 'effect: destroy\nasks: "Delete the pets?"').replace(
        "method: GET", "method: DELETE"
    )
    assert cli("command", "add", pet_file(text), "--yes").code == 0
    ran = cli("pets", "list")
    assert (ran.code, ran.err.splitlines()[0]) == (
        2,
        "cometapi: Delete the pets? Confirm with --yes: nobody can be asked here.",
    )
    pet_store.expect_oneshot_request("/v1/pets", method="DELETE").respond_with_json(PETS)
    assert cli("pets", "list", "--yes").code == 0


def test_an_upgrade_that_brings_the_name_wins_and_is_told_once(with_pets, own_folder, monkeypatch):
    module = ModuleType("cometapi.generated.pets_list")
    module.COMMAND = {**command_data("models"), "name": "pets list"}
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setitem(index.COMMANDS, "pets list", ("pets_list", "List pets."))
    monkeypatch.setitem(index.GROUPS, "pets", "")
    first, second = with_pets("pets", "list", "--sandbox", "-l1"), with_pets("pets", "list", "--sandbox", "-l1")
    assert "Rex" not in first.out
    assert (
        "pets is a command of cometapi, so your own command pets list is not used; its file is untouched" in first.err
    )
    assert "not used" not in second.err
    rows = json.loads(with_pets("command", "list", "--json").out)
    assert [one["state"] for one in rows] == ["hidden"]
    assert (own_folder / "commands" / "pets-list.yaml").read_text("utf-8") == LIST


def test_a_broken_file_costs_only_itself(with_pets, own_folder):
    placed(own_folder, "command: pets show\nsummary: [", "pets-show")
    assert with_pets("pets", "list", "--sandbox").code == 0
    ran = with_pets("pets", "show")
    assert ran.code == 78
    assert ran.err.startswith(f"cometapi: {own_folder}/commands/pets-show.yaml:2: file: ")
    states = {one["command"]: one["state"] for one in json.loads(with_pets("command", "list", "--json").out)}
    assert states == {"pets list": "trusted", "pets show": "broken"}


def test_a_missing_sample_is_found(with_pets, own_folder):
    (own_folder / "replies" / "pets.json").unlink()
    ran = with_pets("command", "check")
    assert (ran.code, ran.out) == (
        1,
        f"{own_folder}/commands/pets-list.yaml:21: samples.0.file: There is no replies/pets.json.\n",
    )


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        ("cometapi pets lst", "This example does not call pets list."),
        ("cometapi pets list --staus sold", "The command refuses this example: Unknown option --staus; did you mean --status?"),
        ("cometapi pets list --status gone", "The command refuses this example: --status must be one of available, sold, not 'gone'."),
    ],
)  # fmt: skip
def test_an_example_that_does_not_work_is_found_and_stops_no_call(line, finding, cli, pet_file, own_folder, environ):
    text = LIST.replace("cometapi pets list --status sold", line)
    path = pet_file(text)
    assert cli("command", "check", path).out == f"{path}:23: examples.0.run: {finding}\n"
    assert cli("command", "add", path, "--yes").code == 2

    placed(own_folder, text)
    assert asked(environ, ["pets", "list", "--sandbox"], "y\n")[0] == 0
    assert cli("pets", "list", "--sandbox").code == 0
    assert finding in cli("command", "check").out


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("-", "A command is a file, with its samples beside it; it does not come through a pipe."),
        ("https://pets.example.com/c.yaml", "https://pets.example.com/c.yaml is not read: nothing is fetched here. Save it, and name the file."),
    ],
)  # fmt: skip
def test_what_is_no_file_cannot_be_added(source, sentence, cli):
    ran = cli("command", "add", source, stdin=LIST)
    assert (ran.code, ran.err) == (2, f"cometapi: {sentence}\n")


# --- the cache


def kept(home):
    """The file of ``pets list`` in the cache folder."""
    return home / ".cache" / "cometapi" / "commands" / "pets-list.json"


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "",
        lambda text: text[:200],
        lambda text: "[]",
        lambda text: "{}",
        lambda text: text.replace("pets list", "pets lost"),
        lambda text: text.replace("pets.example.com", "evil.example.com"),
        lambda text: text.replace("(surface", "(sur"),
        lambda text: "[" * 100_000,
    ],
)
def test_a_broken_or_foreign_cache_is_made_anew(change, with_pets, home):
    whole = kept(home).read_text("utf-8")
    kept(home).write_text(change(whole), "utf-8")
    assert with_pets("pets", "list", "--sandbox", "-f", "csv").out == "id,name\n1,Rex\n2,Tom\n"
    assert kept(home).read_text("utf-8") == whole


def test_a_cache_that_others_may_write_is_made_anew(with_pets, home):
    kept(home).chmod(0o666)
    assert with_pets("pets", "list", "--sandbox").code == 0
    assert stat.S_IMODE(kept(home).stat().st_mode) == 0o600


ONCE = """
import sys
from cometapi.main import main
code = main(sys.argv[1:])
print([one for one in ("yaml", "jsonschema", "referencing", "jmespath", "cometapi.manifest.rules") if one in sys.modules])
"""


def test_a_later_call_parses_no_yaml_and_checks_no_rule(with_pets, environ):
    command = [sys.executable, "-c", ONCE, "pets", "list", "--dry-run", "--json"]
    done = subprocess.run(
        command, env={**environ, "PETS_KEY": "pets-key-0001"}, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]", done.stderr


@pytest.mark.parametrize("words", [["pets", "list", "--help"], ["pets"]], ids=" ".join)
def test_help_loads_nothing_that_a_short_call_can_do_without(words, with_pets, environ):
    script = ONCE.replace('"yaml"', '"json", "yaml"')
    done = subprocess.run(
        [sys.executable, "-S", "-c", script, *words], env=environ, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("Usage: cometapi pets ")
    assert done.stdout.splitlines()[-1] == "[]", done.stderr


def test_removing_takes_the_file_its_sample_and_the_trust(with_pets, home, own_folder):
    assert with_pets("command", "remove", "pets", "list").code == 2
    assert (
        with_pets("command", "remove", "pets", "list", "--yes").err == "cometapi: The command pets list was removed.\n"
    )
    assert [os.listdir(own_folder / kind) for kind in ("commands", "replies")] == [[], []]
    assert (home / ".local/state/cometapi/trusted-commands.json").read_text() == "{}"
    assert not kept(home).exists()
    assert "Unknown command 'pets'" in with_pets("pets", "list").err


def test_another_file_of_the_name_is_not_replaced_unasked(with_pets, pet_file):
    path = pet_file(LIST.replace("the pets of the store", "all pets"))
    assert (
        with_pets("command", "add", path, "--yes")
        .err.splitlines()[0]
        .endswith("pets-list.yaml exists already, and is another file.")
    )
    assert with_pets("command", "add", path, "--yes", "--force").code == 0
    assert (
        with_pets("command", "list", "-f", "csv")
        .out.splitlines()[1]
        .startswith("pets list,List all pets.,read,free,pets.example.com,trusted,")
    )
