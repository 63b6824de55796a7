"""One config file for this program and the vendor's `cometapi-cli`, which has the same name and the same place for it.

The vendor's client knows five keys at the top of the file. It leaves the others and the tables as they are when it stores
one, and drops comments (seen with cometapi-cli 0.3.10).
"""

THEIRS = """\
api_key = "sk-vendor-key-0001"
access_token = "vendor-token-0002"
default_model = "claude-sonnet-4-6"
output_format = "json"
base_url = "https://api.example.com/v1"
"""
OURS = 'secret_store = "file"\ntimeout = 30\nplain = "on"\n'
PROFILE = '\n[profiles.work]\napi_key = "sk-work-key-0003"\n'
SETTINGS = {
    "api_key": "sk-…0001",
    "access_token": "…0002",
    "default_model": "claude-sonnet-4-6",
    "output_format": "json",
    "base_url": "https://api.example.com/v1",
}


def test_the_settings_of_the_vendors_client_count(cli, config):
    config.write_text(THEIRS)
    config.chmod(0o600)
    told = {name: cli("config", "get", name, "--format", "table") for name in SETTINGS}

    assert {name: ran.out.strip() for name, ran in told.items()} == SETTINGS
    assert {ran.err for ran in told.values()} == {""}


def test_a_key_that_only_the_vendors_client_knows_is_told_and_stays(cli, config):
    config.write_text(THEIRS + 'organization = "acme"\n')
    config.chmod(0o600)
    ran = cli("config", "set", "default_model", "gpt-5.4")

    assert ran.code == 0
    assert ran.err.splitlines()[0] == f"cometapi: {config}:6: unknown setting 'organization'."
    assert config.read_text() == THEIRS.replace("claude-sonnet-4-6", "gpt-5.4") + 'organization = "acme"\n'


def test_what_this_program_adds_stands_below_the_vendors_keys_and_in_tables(cli, config):
    """So the vendor's client, which reads the top of the file as TOML, finds its keys with the same names and types."""
    config.write_text(THEIRS)
    config.chmod(0o600)
    for name, value in (("secret_store", "file"), ("timeout", "30"), ("plain", "on")):
        assert cli("config", "set", name, value).code == 0
    assert cli("config", "set", "api_key", "-", "--profile", "work", stdin="sk-work-key-0003").code == 0

    assert config.read_text() == THEIRS + OURS + PROFILE


def test_a_file_that_the_vendors_client_has_written_anew_is_read_with_its_profiles(cli, config):
    config.write_text(THEIRS + OURS + PROFILE)
    config.chmod(0o600)
    ran = cli("config", "get", "api_key", "--profile", "work", "--format", "table")

    assert (ran.out, ran.err, ran.code) == ("sk-…0003\n", "", 0)
