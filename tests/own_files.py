"""The files of the pet store's commands, for the tests of own commands."""

from pathlib import Path

PETSTORE = Path(__file__).parent / "own" / "petstore"
LIST = (PETSTORE / "commands" / "pets-list.yaml").read_text("utf-8")
