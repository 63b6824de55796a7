"""What Tab offers in real shells, with the checked-in scripts. Each shell starts once for the whole table."""

import pytest
import shells

SETTINGS = (
    "profile api_key access_token api_key_command access_token_command secret_store base_url plain_http default_model image_model"
    " video_model output_format timeout max_cost_per_day max_tokens_under_cap connect_timeout retries retry_max_wait ca client_cert client_key plain history"
    " history_max_age history_max_size"
)
FORMATS = "table json jsonl yaml csv markdown"
MODELS = "gpt-5.4 qwen:max claude-x"

# The line typed so far, and all that Tab then offers.
EXACTLY = {
    "c": "chat command compare completion config",
    "mod": "model models",
    "model ": "info",
    "config ": "edit get path profile set show unset",
    "config s": "set show",
    "config profile ": "list remove show use",
    "--json mod": "model models",
    "--format json mod": "model models",
    "--timeout 3 config ": "edit get path profile set show unset",
    "config --json g": "get",
    "help exit": "exit-codes",
    "help config ": "edit get path profile set show unset",
    "help model ": "info",
    "help chat ": "",
    "config get ": SETTINGS,
    "--format json config get ": SETTINGS,
    "config get --json ": SETTINGS,
    "config get --format json a": "api_key access_token api_key_command access_token_command",
    "config set api_key a": "",
    "--format ": FORMATS,
    "models --format ": FORMATS,
    "models -f ": FORMATS,
    "models --format=": FORMATS,
    "models --format=j": "json jsonl",
    "models --source ": "catalog openai",
    "models --limit ": "",
    "chat --model ": MODELS,
    "chat -m ": MODELS,
    "chat --model=g": "gpt-5.4",
    "chat --system config g": "",
    "chat hello -m c": "claude-x",
    "model info ": MODELS,
    "model info cl": "claude-x",
    "models --provider ": "openai google",
    "models --source openai --pro": "--profile",
    "models --source=openai --pro": "--profile",
    "models --source catalog --pro": "--provider --profile",
    "models --json --form": "",
    "models --format csv --j": "",
    "models -f csv --j": "",
    "chat --stream --no-s": "",
    "chat --model x --mod": "",
    "chat -m x --mod": "",
    "chat -- --m": "",
    "nothing ": "",
}
# The line, what is among the words offered, and what is not.
AMONG = {
    "": ("chat config help model models sandbox", "get info authentication"),
    "help ": ("authentication chat config exit-codes help model models", "get info"),
    "--": ("--format --json --debug --sandbox --help --version", "--model --search"),
    "--json --": ("--debug --help --version", "--json --format"),
    "config --": ("--debug --help", "--version"),
    "config set --": ("--debug --help", "--format"),
    "logs --limit 1 --": ("--page --format", "--all --request-id --export"),
    "logs --export --": ("--model --debug", "--format --limit"),
    "chat --": ("--model --system --stream --no-stream --format --debug --help", "--version --search --limit"),
    "models --": ("--search --provider --type --modality --limit --help", "--model --version"),
    "sandbox --port 1 --": ("--fail --cut-after --help", "--port"),
}
# The line, and what it is after Tab.
BECOMES = {
    "chat --model=qw": "chat --model=qwen:max ",
    "chat --model qwen:": "chat --model qwen:max ",
    "chat --model=qwen:m": "chat --model=qwen:max ",
    "model info qwen:m": "model info qwen:max ",
    "models --format=ya": "models --format=yaml ",
    "config ge": "config get ",
}


@pytest.fixture(scope="module", params=["bash", "zsh", "fish"])
def shell(request):
    shells.need(request.param)
    return request.param


@pytest.fixture(scope="module")
def tab(shell, tmp_path_factory):
    lines = [*EXACTLY, *AMONG, *BECOMES]
    return shells.offers(shell, shells.script(shell), lines, tmp_path_factory.mktemp(shell))


def values(line, offered):
    """The words offered, without the ``--option=`` that fish repeats in front of a value."""
    start = line.rpartition(" ")[2].partition("=")[0] + "="
    return {word.removeprefix(start) for word in offered.words}


@pytest.mark.parametrize("line", EXACTLY)
def test_offers_exactly(shell, tab, line):
    offered = values(line, tab[line])
    if shell == "bash" and not EXACTLY[line]:  # bash shows the options where no word is known
        offered = {word for word in offered if not word.startswith("-")}
    assert offered == set(EXACTLY[line].split())


@pytest.mark.parametrize("line", AMONG)
def test_offers_among_others(shell, tab, line):
    wanted, impossible = (set(words.split()) for words in AMONG[line])
    offered = values(line, tab[line])
    assert wanted <= offered
    assert not impossible & offered


@pytest.mark.parametrize("shell", ["bash", "zsh"], indirect=True)  # of fish, `complete -C` shows no line
@pytest.mark.parametrize("line", BECOMES)
def test_inserts_what_was_meant(tab, line):
    assert tab[line].line == BECOMES[line]


@pytest.mark.parametrize("shell", ["zsh", "fish"], indirect=True)  # bash shows no descriptions
def test_shows_what_words_mean(tab):
    assert tab["config "].words["get"] == "Print the value of one setting."
    assert tab["help exit"].words["exit-codes"] == "What each exit code means."
    assert tab["mod"].words["model"] == "Show one model."
    assert tab["models --source catalog --pro"].words["--provider"].startswith("Only models of these providers")


@pytest.mark.parametrize("shell", ["zsh", "fish"], indirect=True)  # bash shows no descriptions
def test_shows_what_a_list_says_of_its_words(tab):
    assert tab["chat -m "].words == {
        "gpt-5.4": 'OpenAI: the "big" one',
        "qwen:max": "Alibaba [$HOME]",
        "claude-x": r"Anthropic \o/",
    }


def test_offers_nothing_without_lists(shell, tmp_path):
    lines = ["chat -m ", "model info x"]
    tab = shells.offers(shell, shells.script(shell), lines, tmp_path, XDG_CACHE_HOME=str(tmp_path / "nowhere"))
    assert [answer.words for answer in tab.values()] == [{}, {}]


def test_reads_lists_in_home_without_xdg(shell, tmp_path):
    (tmp_path / ".cache").symlink_to(tmp_path / "cache")
    tab = shells.offers(shell, shells.script(shell), ["model info g"], tmp_path, XDG_CACHE_HOME="")
    assert list(tab["model info g"].words) == ["gpt-5.4"]


def test_zsh_also_loads_by_source(tmp_path):
    shells.need("zsh")
    tab = shells.zsh(shells.script("zsh"), ["config ge"], tmp_path, shells.home(tmp_path), by="source")
    assert tab["config ge"].words == {"get": "Print the value of one setting."}
