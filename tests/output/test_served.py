"""Which command serves a model of the catalog."""

import pytest

from cometapi.output.served import commands


@pytest.mark.parametrize(
    ("model", "served"),
    [
        ({"endpoints": {"chat": {"path": "/v1/chat/completions", "method": "POST"}}}, ["chat"]),
        ({"endpoints": {"a": {"path": "/v1/messages"}, "b": {"path": "/v1/chat/completions"}}}, ["messages", "chat"]),
        ({"endpoints": {"gemini": {"path": "/v1beta/models/{id}:generateContent"}}, "model_type": "image"}, ["gemini"]),
        ({"endpoints": ["/v1/responses", "/v1/unheard-of", 7]}, ["responses"]),
        ({"endpoints": {"chat": {"path": None}}, "model_type": "text"}, ["chat"]),
        ({"id": "x", "model_type": "text"}, ["chat"]),
        ({"endpoints": "no json: messages", "model_type": "hologram"}, []),
        ({"endpoints": {"images": {"path": "/v1/unheard-of"}}, "model_type": None}, []),
    ],
)
def test_a_model_is_served_by_its_endpoints_else_by_its_type(model, served):
    assert commands(model) == served
