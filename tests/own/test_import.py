"""Documents of OpenAPI made into commands (K13): what is written passes the check, and what cannot be said is named."""

import json
from pathlib import Path

import pytest
import yaml

PETSTORE = Path(__file__).with_name("petstore.openapi")
ENDPOINTS = [
    ("/pets", "get", "petstore list-pets"),
    ("/pets", "post", "petstore create-pet"),
    ("/pets/{petId}", "get", "petstore show-pet"),
    ("/pets/{petId}", "delete", "petstore delete-pet"),
    ("/pets/{petId}/photo", "put", "petstore set-photo"),
    ("/health", "get", "petstore get-health"),
]


@pytest.fixture
def document(tmp_path):
    """A function that writes a document and returns its path; ``parts`` are laid over a small one."""

    def write(operation=None, path="/things", method="get", name="api.json", **parts):
        data = {
            "openapi": "3.1.0",
            "info": {"title": "Shop", "version": "1"},
            "servers": [{"url": "https://shop.example.com/v1"}],
            "paths": {path: {method: {"operationId": "things", "responses": {}, **(operation or {})}}},
            **parts,
        }
        place = tmp_path / name
        place.write_text(json.dumps({key: value for key, value in data.items() if value is not None}))
        return str(place)

    return write


@pytest.fixture
def imported(cli, tmp_path):
    """A function that imports an endpoint; returns the data of its file and what was told. The file has passed the check."""

    def run(document, path="/things", method="get", *more):
        ran = cli("command", "import", document, path, method, *more)
        assert ran.code == 0, ran
        return yaml.safe_load(ran.out), ran.err

    return run


@pytest.mark.parametrize(("path", "method", "words"), ENDPOINTS)
def test_what_is_written_passes_the_check_and_answers_in_the_sandbox(path, method, words, cli, tmp_path):
    (tmp_path / "out").mkdir()
    assert cli("command", "import", str(PETSTORE), path, method, "-o", str(tmp_path / "out")).code == 0
    file = tmp_path / "out" / f"{words.replace(' ', '-')}.yaml"
    assert (cli("command", "check", str(file)).code, cli("command", "add", str(file), "--yes").code) == (0, 0)
    run = yaml.safe_load(file.read_text())["examples"][0]["run"].split()[1:]
    if words.endswith("delete-pet"):
        run.append("--yes")
    ran = cli(*run, "--sandbox")
    assert ran.code == 0, ran


def test_a_days_tasks_at_the_pet_store(cli, httpserver, environ, tmp_path):
    for path, method, _ in ENDPOINTS:
        assert cli("command", "import", str(PETSTORE), path, method, "--add", "--yes").code == 0
    environ["PETSTORE_URL"] = httpserver.url_for("/v1")
    assert cli("config", "set", "petstore_api_key", "-", stdin="store-key-0001").code == 0
    key = {"X-Api-Key": "store-key-0001"}
    pet = {"id": 7, "name": "Ada", "status": "sold", "owner": {"name": "Eve"}, "tags": ["a"], "friends": []}

    httpserver.expect_oneshot_request(
        "/v1/pets",
        query_string={"filter[status]": "sold", "tags": "a,b", "limit": "5"},
        headers={**key, "X-Trace": "t1"},
    ).respond_with_json({"total": 1, "pets": [pet]})
    words = ["--filter-status", "sold", "--tags", "a", "--tags", "b", "--api-limit", "5", "--x-trace", "t1"]
    listed = cli("petstore", "list-pets", *words, "--fields", "id,name,owner", "-f", "csv")
    assert (listed.code, listed.out, listed.err) == (0, "id,name,owner\n7,Ada,Eve\n", "")

    sent = {"name": "Ada", "tags": ["a", "b"], "vaccinated": False, "owner": {"city": "Bern"}}
    httpserver.expect_oneshot_request("/v1/pets", method="POST", json=sent, headers=key).respond_with_json(
        pet, status=201
    )
    made = cli(
        "petstore",
        "create-pet",
        "--name",
        "Ada",
        "--tags=a",
        "--tags=b",
        "--no-vaccinated",
        "--owner",
        '{"city": "Bern"}',
        "--json",
    )
    assert (made.code, json.loads(made.out)["id"]) == (0, 7)

    httpserver.expect_oneshot_request("/v1/pets/7", method="GET", headers=key).respond_with_json(pet)
    assert "Ada" in cli("petstore", "show-pet", "7").out
    httpserver.expect_oneshot_request("/v1/pets/8", method="GET").respond_with_json(
        {"code": 1, "message": "Pet not found"}, status=404
    )
    missing = cli("petstore", "show-pet", "8")
    assert (missing.code, missing.out) == (1, "")
    assert "Pet not found" in missing.err

    assert cli("petstore", "delete-pet", "7").err.startswith("cometapi: Send DELETE /pets/7? Confirm with --yes: ")
    httpserver.expect_oneshot_request("/v1/pets/7", method="DELETE", headers=key).respond_with_data("", status=204)
    assert cli("petstore", "delete-pet", "7", "--yes").code == 0

    (tmp_path / "ada.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    httpserver.expect_oneshot_request("/v1/pets/7/photo", method="PUT").respond_with_data("", status=204)
    login = {"PETSTORE_USER": "ann", "PETSTORE_PASSWORD": "pass-word-0001"}
    assert cli("petstore", "set-photo", "7", "--photo", str(tmp_path / "ada.png"), env=login).code == 0
    assert httpserver.log[-1][0].headers["Authorization"] == "Basic YW5uOnBhc3Mtd29yZC0wMDAx"

    httpserver.expect_oneshot_request("/v1/health").respond_with_data("fine", content_type="text/plain")
    assert cli("petstore", "get-health").out == "fine\n"
    assert "X-Api-Key" not in httpserver.log[-1][0].headers


def test_what_cannot_be_said_is_named_with_its_place(cli):
    told = cli("command", "import", str(PETSTORE), "/pets", "get").err
    assert told.splitlines() == [
        "cometapi: #/servers: The server's variable region is 'eu'; the setting of the URL can say another one.",
        "cometapi: #/servers: The first of 2 servers is taken; the others are https://staging.pets.example.com/v1.",
        "cometapi: #/paths/~1pets/get/parameters/4: The cookie session cannot be sent.",
        "cometapi: #/paths/~1pets/get/responses/200/schema: Beside the list pets, total is not shown; --raw prints the whole reply.",
    ]


def test_a_secret_that_is_a_default_is_not_taken(cli):
    ran = cli("command", "import", str(PETSTORE), "/pets", "post")
    assert "secret-default" not in ran.out + ran.err


def test_swagger_2(imported, tmp_path):
    data = {
        "swagger": "2.0",
        "info": {"title": "Old shop API"},
        "host": "old.example.com",
        "basePath": "/api",
        "schemes": ["http", "https"],
        "securityDefinitions": {"q": {"type": "apiKey", "in": "query", "name": "key"}},
        "security": [{"q": []}],
        "paths": {
            "/orders/{order.id}": {
                "parameters": [{"name": "order.id", "in": "path", "type": "string", "required": True}],
                "post": {
                    "parameters": [
                        {"name": "tags", "in": "query", "type": "array", "items": {"type": "string"}},
                        {"name": "body", "in": "body", "required": True, "schema": {"$ref": "#/definitions/Order"}},
                    ],
                    "responses": {"200": {"schema": {"$ref": "#/definitions/Order"}}},
                },
            }
        },
        "definitions": {
            "Order": {"properties": {"count": {"type": "integer"}, "next": {"$ref": "#/definitions/Order"}}}
        },
    }
    (tmp_path / "old.json").write_text(json.dumps(data))
    made, _ = imported(str(tmp_path / "old.json"), "/orders/{order.id}", "post")
    assert made["settings"]["old_shop_url"]["default"] == "https://old.example.com/api"
    assert made["credentials"] == {"old_shop_q": {"setting": "old_shop_q", "query": "key"}}
    assert made["request"]["path"] == "/orders/{order_id}"
    assert [one.get("to") for one in made["arguments"]] == ["path/order_id", "query/tags", "body/count", "body/next"]
    assert made["arguments"][1]["join"] == ","


REFERENCES = [
    ("other.yaml#/Pet", "other.yaml#/Pet is in another document, which is not read."),
    (
        "https://evil.example.com/pet.json",
        "https://evil.example.com/pet.json is in another document, which is not read.",
    ),
    ("#/components/schemas/Circle", "These references lead in a circle."),
    ("#/nowhere", "Nothing is there."),
]


@pytest.mark.parametrize(("target", "sentence"), REFERENCES)
def test_references_that_lead_elsewhere_are_named_and_not_followed(target, sentence, imported, document):
    body = {
        "content": {"application/json": {"schema": {"properties": {"a": {"$ref": target}, "b": {"type": "string"}}}}}
    }
    path = document(
        {"requestBody": body, "responses": {"204": {}}},
        method="post",
        components={"schemas": {"Circle": {"$ref": "#/components/schemas/Circle"}}},
    )
    made, told = imported(path, "/things", "post")
    assert sentence in told
    assert "body/b" in [one["to"] for one in made["arguments"]]


UNUSABLE = [
    ({"servers": [{"url": "/v1"}]}, "its server is '/v1', relative to where the document was; say where it is with --url."),
    ({"servers": None}, "it names no server; say where it is with --url."),
    ({"servers": [{"url": "http://shop.example.com"}]}, "its server is http://shop.example.com, where everybody on the way reads keys; say where it is with --url, with https://."),
    ({"openapi": None}, "it is no OpenAPI document: there is no openapi: 3.x and no swagger: 2.x at its top."),
    ({"paths": []}, "it has no paths."),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "sentence"), UNUSABLE, ids=[next(iter(one[0])) for one in UNUSABLE])
def test_a_document_that_cannot_be_used(parts, sentence, cli, document):
    path = document(**parts)
    ran = cli("command", "import", path, "/things", "get")
    assert (ran.code, ran.err.splitlines()[0]) == (2, f"cometapi: {path} cannot be used: {sentence}")


def test_a_relative_server_with_its_url(imported, document):
    made, _ = imported(document(servers=[{"url": "/v1"}]), "/things", "get", "--url", "https://shop.example.com/v1/")
    assert made["settings"]["shop_url"]["default"] == "https://shop.example.com/v1"


KEYS = {
    "cookie": {"type": "apiKey", "in": "cookie", "name": "session"},
    "bearer": {"type": "http", "scheme": "bearer"},
    "oauth": {"type": "oauth2", "flows": {}},
    "header": {"type": "apiKey", "in": "header", "name": "X-Key"},
}
SECURITY = [
    ([{"bearer": []}], {"shop_bearer": {"setting": "shop_bearer", "header": "Authorization", "scheme": "Bearer"}}, ""),
    ([], None, ""),
    ([{}, {"header": []}], {"shop_header": {"setting": "shop_header", "header": "X-Key"}}, "A key is optional here; the command sends one."),
    ([{"cookie": []}], None, "A key of the type apiKey cookie cannot be sent."),
    ([{"bearer": [], "header": []}], None, "The request needs bearer and header, which cannot be said; it is sent without a key."),
    ([{"oauth": ["read"]}], {"shop_oauth": {"setting": "shop_oauth", "header": "Authorization", "scheme": "Bearer"}}, "The program gets no token of oauth2; the setting shop_oauth holds one, which is sent as Bearer."),
]  # fmt: skip


@pytest.mark.parametrize(("security", "credentials", "sentence"), SECURITY)
def test_security_is_that_of_the_operation_and_nothing_is_guessed(security, credentials, sentence, imported, document):
    path = document({"security": security}, components={"securitySchemes": KEYS}, security=[{"header": []}])
    made, told = imported(path)
    assert made.get("credentials") == credentials
    assert sentence in told


NAMES = ["filter[status]", "a.b", "x-y", "--help", "format", "json", "Limit", "limit", "1st", "$top", "ünïcode", "a b"]


def test_odd_names_are_words_of_a_command_each_its_own(imported, document):
    parameters = [{"name": name, "in": "query", "schema": {"type": "string"}} for name in [*NAMES, "a/b"]]
    made, told = imported(document({"parameters": parameters}))
    flags = [one["flags"][0] for one in made["arguments"]]
    assert len(set(flags)) == len(flags) == len(NAMES)
    assert [one["to"] for one in made["arguments"]] == [f"query/{name}" for name in NAMES]
    assert "The name 'a/b' cannot be the key of a place." in told


def test_signs_that_a_terminal_would_obey_are_left_out(imported, document):
    made, _ = imported(document({"summary": "Red \x1b[31m\u202ething", "description": "x"}))
    assert made["summary"] == "Red [31m thing."


@pytest.mark.parametrize("depth", [3, 2000])
def test_schemas_that_hold_themselves_and_deep_ones_end(depth, imported, document):
    schema: dict = {"type": "string"}
    for _ in range(min(depth, 300)):
        schema = (
            {"type": "object", "properties": {f"p{number}": schema for number in range(3 if depth > 3 else 2)}}
            if depth == 3
            else {"type": "array", "items": schema}
        )
    responses = {"200": {"content": {"application/json": {"schema": schema}}}}
    assert imported(document({"responses": responses}))[0]["response"]["protocol"] == "account"


def test_aliases_that_unfold_without_end_are_refused(cli, tmp_path):
    lines = ["openapi: 3.0.0", "a0: &a0 [x, x]"]
    lines += [f"a{number}: &a{number} [{', '.join([f'*a{number - 1}'] * 9)}]" for number in range(1, 12)]
    (tmp_path / "bomb.yaml").write_text("\n".join(lines))
    ran = cli("command", "import", str(tmp_path / "bomb.yaml"), "/x", "get")
    assert ran.code == 2
    assert "its aliases unfold to more than anybody writes" in ran.err


def test_a_document_that_is_too_large(cli, tmp_path):
    with (tmp_path / "large.json").open("wb") as file:
        file.truncate(20_000_001)
    assert "is larger than 20,000,00" in cli("command", "import", str(tmp_path / "large.json"), "/x", "get").err


def test_a_file_that_is_there_is_not_replaced_unasked(cli, document, tmp_path):
    path, target = document(), tmp_path / "mine.yaml"
    target.write_text("mine")
    assert cli("command", "import", path, "/things", "get", "-o", str(target)).err.count(
        f"cometapi: {target} exists already"
    )
    assert target.read_text() == "mine"
    assert cli("command", "import", path, "/things", "get", "-o", str(target), "--force").code == 0


def test_a_name_of_the_program_is_told(cli, document):
    ran = cli("command", "import", document(), "/things", "get", "--name", "chat")
    assert (ran.code, ran.out) == (2, "")
    assert "chat is a command of the program; give yours another name." in ran.err


def test_the_title_of_the_best_known_document_makes_a_short_name(imported, document):
    made, _ = imported(document(info={"title": "Swagger Petstore - OpenAPI 3.0", "version": "1.0.27"}))
    assert made["command"] == "petstore things"


def test_endpoints_in_another_document_are_told(cli, document):
    path = document(paths={"/things": {"$ref": "paths/things.yaml"}})
    ran = cli("command", "import", path, "/things", "get")
    assert (ran.code, ran.err.splitlines()[0]) == (
        2,
        f"cometapi: {path} cannot be used: the endpoints of /things are not in it: paths/things.yaml is in another "
        "document, which is not read.",
    )


def test_a_document_is_not_fetched(cli):
    ran = cli("command", "import", "https://shop.example.com/openapi.json", "/things", "get")
    assert (ran.code, ran.err.splitlines()[0]) == (
        2,
        "cometapi: https://shop.example.com/openapi.json is not read: nothing is fetched here. Save it, and name the file.",
    )


def test_a_document_comes_through_a_pipe(cli, document):
    ran = cli("command", "import", "-", "/things", "get", stdin=Path(document()).read_text())
    assert (ran.code, yaml.safe_load(ran.out)["command"]) == (0, "shop things")


def test_what_is_missing_is_told_in_one_sentence(cli, document):
    ran = cli("command", "import", document())
    assert (ran.code, ran.err.splitlines()[0]) == (2, "cometapi: PATH and METHOD are missing.")


def with_body(schema):
    """An operation with a body of JSON, and no reply that is described."""
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}, "responses": {}}


LIST_OF_OBJECTS = {"type": "array", "items": {"type": "object", "properties": {"id": {"type": "integer"}}}}
SHAPES = [
    ("objects", LIST_OF_OBJECTS, ["--objects", '{"id": 1}', "--objects", '{"id": 2}'], [{"id": 1}, {"id": 2}], ""),
    ("either", {"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}, ["--either", "a"], ["a"], "Of several forms, a list is taken."),
    ("id", {"anyOf": [{"type": "string"}, {"type": "integer"}]}, ["--id", "7"], "7", "Of several forms, a text is taken."),
    ("maybe", {"anyOf": [{"type": "integer"}, {"type": "null"}]}, ["--maybe", "7"], 7, ""),
    ("pet", {"oneOf": [{"type": "object"}, {"type": "object"}]}, ["--pet", '{"a": 1}'], {"a": 1}, "Of several forms, any JSON object is taken."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "schema", "words", "sent", "told"), SHAPES, ids=[one[0] for one in SHAPES])
def test_a_field_is_sent_in_its_form(name, schema, words, sent, told, cli, document):
    path = document(with_body({"type": "object", "properties": {name: schema}}), method="post")
    added = cli("command", "import", path, "/things", "post", "--add", "--yes")
    assert told in added.err
    ran = cli("shop", "things", *words, "--dry-run", "--json")
    assert (ran.code, json.loads(ran.out)["body"]) == (0, {name: sent}), ran


def test_a_list_of_lists_is_named_and_left_out(imported, document):
    schema = {"type": "object", "properties": {"grid": {"type": "array", "items": {"type": "array"}}}}
    made, told = imported(document(with_body(schema), method="post"), "/things", "post")
    assert "arguments" not in made
    assert "A list of lists cannot be said; it is left out." in told


def test_a_body_that_is_a_list_comes_from_a_file(cli, document, tmp_path):
    path = document(with_body(LIST_OF_OBJECTS), method="post")
    assert cli("command", "import", path, "/things", "post", "--add", "--yes").code == 0
    (tmp_path / "list.json").write_text('[{"id": 1}, {"id": 2}]')
    ran = cli("shop", "things", "--json-body", str(tmp_path / "list.json"), "--dry-run", "--json")
    assert json.loads(ran.out)["body"] == [{"id": 1}, {"id": 2}]


PASSWORDS = [
    ({"name": "password", "in": "query"}, True),
    ({"name": "X-Shop-Api-Key", "in": "header"}, True),
    ({"name": "accessToken", "in": "query"}, True),
    ({"name": "pin", "in": "query", "schema": {"type": "string", "format": "password"}}, True),
    ({"name": "page_token", "in": "query"}, False),
    ({"name": "sort_key", "in": "query"}, False),
]


@pytest.mark.parametrize(("parameter", "is_secret"), PASSWORDS, ids=[one[0]["name"] for one in PASSWORDS])
def test_a_password_is_no_word_of_the_command_line(parameter, is_secret, imported, document):
    made, _ = imported(document({"parameters": [{"schema": {"type": "string"}, **parameter}]}))
    assert made["arguments"][0].get("secret", False) is is_secret


def test_a_password_comes_through_a_pipe_or_from_a_variable(cli, document):
    parameter = {"name": "password", "in": "query", "required": True, "schema": {"type": "string"}}
    assert cli("command", "import", document({"parameters": [parameter]}), "/things", "get", "--add", "--yes").code == 0
    typed = cli("shop", "things", "--password", "hunter2-0001", "--dry-run")
    assert (typed.code, typed.err.splitlines()[1]) == (2, "  Pipe it in with --password -, or set SHOP_PASSWORD.")
    for ran in (
        cli("shop", "things", "--password", "-", "--dry-run", stdin="hunter2-0001"),
        cli("shop", "things", "--dry-run", env={"SHOP_PASSWORD": "hunter2-0001"}),
    ):
        assert ran.code == 0
        assert "hunter2" not in ran.out + ran.err


@pytest.mark.parametrize("responses", [{}, {"405": {"description": "Invalid"}}, {"200": {"description": "Fine"}}])
def test_a_reply_that_is_not_described_is_not_lost(responses, cli, document, httpserver, environ):
    path = document({"responses": responses}, method="post")
    assert cli("command", "import", path, "/things", "post", "--add", "--yes").code == 0
    environ["SHOP_URL"] = httpserver.url_for("/v1")
    httpserver.expect_oneshot_request("/v1/things", method="POST").respond_with_json({"id": 7})
    assert json.loads(cli("shop", "things", "--json").out) == {"id": 7}
    httpserver.expect_oneshot_request("/v1/things", method="POST").respond_with_data("")
    empty = cli("shop", "things")
    assert (empty.code, empty.err) == (0, "cometapi: The service accepted the request and returned nothing.\n")


def test_examples_of_the_document_are_those_of_the_command(imported, document):
    parameters = [
        {"name": "id", "in": "path", "required": True, "example": 42, "schema": {"type": "integer"}},
        {"name": "name", "in": "query", "required": True, "schema": {"type": "string", "example": "Miss Piggy"}},
        {"name": "tags", "in": "query", "required": True, "schema": {"type": "array", "items": {"type": "string"}, "example": ["small", "brown"]}},
    ]  # fmt: skip
    made, _ = imported(document({"parameters": parameters}, path="/things/{id}"), "/things/{id}")
    assert made["examples"][0]["run"] == "cometapi shop things 42 --name 'Miss Piggy' --tags small"


def test_who_cannot_be_asked_is_told_how_to_agree(cli, document):
    ran = cli("command", "import", document(), "/things", "get", "--add")
    assert (ran.code, ran.err.splitlines()[-1]) == (2, "  If you agree, add --yes.")


@pytest.mark.parametrize(
    ("header", "sentence"),
    [
        ("X-Api-Key", "The header X-Api-Key carries a key, which only its security can say; it is left out."),
        ("Content-Length", "The header Content-Length is the program's to send."),
    ],
)
def test_headers_that_no_option_can_send_are_named(header, sentence, imported, document):
    made, told = imported(document({"parameters": [{"name": header, "in": "header", "schema": {"type": "string"}}]}))
    assert "arguments" not in made
    assert sentence in told
