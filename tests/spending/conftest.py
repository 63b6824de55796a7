"""The service with prices."""

from priced import priced  # noqa: F401 - a fixture
