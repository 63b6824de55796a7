"""TLS: whom the program trusts, which certificate it shows, and what it says when that does not go."""

import pytest

LIST = ("models", "--source", "openai", "--retries", "0", "--query", "[].id")
MODELS = {"data": [{"id": "gpt-5.4"}]}
HINT = "  Check the system's certificates, --ca, --client-cert and SSL_CERT_FILE, and any proxy in between.\n"
SEE = "  See where it is set: cometapi config show\n"


@pytest.fixture
def trusted(encrypted):
    """A service whose certificate only the test's authority vouches for."""
    encrypted.expect_request("/v1/models").respond_with_json(MODELS)
    return encrypted


def test_a_certificate_that_nobody_knows_is_not_trusted(cli, trusted):
    ran = cli(*LIST)

    assert (ran.out, ran.code, trusted.log) == ("", 69, [])
    assert ran.err == (
        f"cometapi: No trusted TLS connection to {trusted.url_for('')[:-1]}: "
        f"unable to get local issuer certificate.\n{HINT}"
    )


@pytest.mark.parametrize("way", ["option", "COMETAPI_CA", "SSL_CERT_FILE", "file"])
def test_an_authority_is_trusted_by(cli, trusted, pem, config, way):
    if way == "file":
        config.write_text(f'ca = "{pem["ca"]}"\n')
    words = ["--ca", pem["ca"]] if way == "option" else []
    ran = cli(*LIST, *words, env={way: pem["ca"]} if way.isupper() else None)

    assert (ran.out, ran.err, ran.code) == ("gpt-5.4\n", "", 0)


@pytest.mark.parametrize("scheme", ["HTTPS", "Https"])
@pytest.mark.parametrize("way", ["variable", "file"])
def test_capitals_of_a_scheme_change_nothing_of_whom_to_trust(
    cli, trusted, pem, config, environ, tmp_path, scheme, way
):
    import trustme

    url = environ.pop("COMETAPI_BASE_URL").replace("https", scheme)
    config.write_text(f'base_url = "{url}"\n' if way == "file" else "")
    env = {"COMETAPI_BASE_URL": url} if way == "variable" else None
    other = tmp_path / "other.pem"
    trustme.CA().cert_pem.write_to_path(str(other))

    assert (cli(*LIST, "--ca", pem["ca"], env=env).out, cli(*LIST, "--ca", pem["ca"], env=env).code) == ("gpt-5.4\n", 0)
    seen = len(trusted.log)
    refused = cli(*LIST, "--ca", other, env={**(env or {}), "SSL_CERT_FILE": pem["ca"]})
    assert (refused.code, len(trusted.log)) == (69, seen)


def test_what_is_trusted_stands_for_the_system_s_and_not_beside_it(cli, trusted, pem, tmp_path):
    import trustme

    other = tmp_path / "other.pem"
    trustme.CA().cert_pem.write_to_path(str(other))
    ran = cli(*LIST, "--ca", other, env={"SSL_CERT_FILE": pem["ca"]})

    assert (ran.out, ran.code, trusted.log) == ("", 69, [])


@pytest.mark.parametrize(
    "words", [["--client-cert", "cert", "--client-key", "key"], ["--client-cert", "both"]], ids=["two", "one"]
)
def test_a_client_certificate_is_shown_to_who_wants_one(cli, wary, pem, words):
    wary.expect_request("/v1/models").respond_with_json(MODELS)
    ran = cli(*LIST, "--ca", pem["ca"], *(pem.get(word, word) for word in words))

    assert (ran.out, ran.err, ran.code) == ("gpt-5.4\n", "", 0)


def test_without_a_client_certificate_nothing_is_sent(cli, wary, pem):
    ran = cli(*LIST, "--ca", pem["ca"])

    assert (ran.out, ran.code, wary.log) == ("", 69, [])
    assert ran.err.startswith(f"cometapi: No trusted TLS connection to {wary.url_for('')[:-1]}: ")
    assert ran.err.endswith(HINT)


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["--ca", "wrong"], 78, "The file of trusted certificates {wrong} cannot be used: it is not a valid PEM file."),
        (["--client-cert", "wrong"], 78, "The client certificate {wrong} cannot be used: it is not a valid PEM file."),
        (
            ["--client-cert", "cert", "--client-key", "locked"],
            78,
            "The client certificate {cert} with {locked} cannot be used: its key is encrypted, which is not supported.",
        ),
        (["--client-key", "key"], 78, "A client key is set without a client certificate."),
        (["--ca", "/nowhere"], 2, "--ca must be a file, but there is none at '/nowhere'."),
    ],
)
def test_a_file_that_cannot_be_used_is_named(cli, trusted, pem, words, code, sentence):
    ran = cli(*LIST, *(pem.get(word, word) for word in words))

    assert (ran.out, ran.code, trusted.log) == ("", code, [])
    assert ran.err == f"cometapi: {sentence.format(**pem)}\n" + (
        SEE if code == 78 else "  Try: cometapi models --help\n"
    )


def test_a_setting_that_names_no_file_is_told_with_its_line(cli, config, trusted):
    config.write_text('ca = "~/company.pem"\n')
    ran = cli(*LIST)

    assert (ran.out, ran.code) == ("", 78)
    assert ran.err == (
        f"cometapi: {config}:1: ca must be a file, but there is none at '{config.parent.parent.parent}/company.pem'.\n"
        "  Set it with: cometapi config set ca VALUE\n"
    )
