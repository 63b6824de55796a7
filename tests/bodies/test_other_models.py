"""A model that the kept catalog knows to be no model for a command is told before anything is sent."""

import pytest

TOLD = "By the catalog gpt-image-2 is of the type image, and may not answer here; its endpoints: cometapi model info gpt-image-2."


@pytest.fixture
def kept(home):
    """What the last list of models left on this machine."""
    path = home / ".cache" / "cometapi" / "model_types.tsv"
    path.parent.mkdir(parents=True)
    path.write_text("gpt-image-2\timage\ngpt-5.4\ttext\n")


@pytest.mark.parametrize("command", ["chat", "messages", "responses"])
def test_a_model_of_another_type_is_told_and_refused_if_strict(cli, raw, kept, command):
    words = [command, "hi", "--set", "model=gpt-image-2"]
    dry, strict = cli(*words, "--dry-run"), cli(*words, "--strict")

    assert (dry.code, dry.err) == (0, f"cometapi: {TOLD}\n")
    assert (strict.code, strict.err.splitlines()[0], raw.talks) == (2, f"cometapi: {TOLD}", [])


@pytest.mark.parametrize("words", ["chat hi -m gpt-5.4", "chat hi -m unknown", "gemini hi -m gpt-image-2"])
def test_a_model_that_fits_or_is_unknown_is_not(cli, kept, words):
    assert cli(*words.split(), "--dry-run").err == ""


def test_the_types_are_kept_from_the_list_of_models(cli, service, home):
    service.expect_request("/api/models").respond_with_json(
        {"success": True, "data": [{"id": "gpt-image-2", "model_type": "image"}]}
    )
    cli("models")

    assert (home / ".cache" / "cometapi" / "model_types.tsv").read_text() == "gpt-image-2\timage\n"


@pytest.mark.parametrize("command", ["chat", "messages", "responses", "gemini"])
def test_a_model_that_no_channel_has_points_to_the_catalog(cli, raw, command):
    error = {"message": "No available channel for model x", "type": "new_api_error", "code": "model_not_found"}
    raw(lambda talk: talk.whole({"error": error}, 503))
    ran = cli(command, "hi")

    assert (ran.code, len(raw.talks)) == (1, 1)
    assert ran.err.splitlines() == [
        "cometapi: The service does not have this model (HTTP 503): No available channel for model x.",
        "  All models: cometapi models",
    ]
