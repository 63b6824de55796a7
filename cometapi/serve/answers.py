"""What the gateway answers by itself, or makes of what the service says: counts of tokens, and lists of models."""

from urllib.parse import unquote

from cometapi.generated import program
from cometapi.http import service_errors
from cometapi.loopback import endpoints
from cometapi.manifest.templates import fill
from cometapi.serve import counting
from cometapi.serve.admission import NotServed
from cometapi.serve.incoming import Incoming

MISSING = (404, 405, 501)  # statuses of a service that does not have a list in some form


class Answered:
    """A whole reply: status, headers (pairs), and body, bytes or a JSON value."""

    def __init__(self, status, document=None, headers=(), data=None):
        self.status, self.document, self.headers, self.data = status, document, headers, data


def counted(incoming):
    """The Answered count of the tokens of a request; None for what does not ask for it. The body has been read."""
    for one in program.PROTOCOLS.values():
        facts = one.get("counting")
        if facts and incoming.method == "POST" and endpoints.is_path(facts["path"], incoming.path):
            count = counting.tokens(incoming.value, facts.get("times", 1), facts.get("tools", 0))
            return Answered(200, fill(facts["reply"], count))
    return None


class Lists:
    """The lists of models in the forms of the protocols. ``ask`` gives the Answered reply of the service to an Incoming, whole;
    ``models`` are those that are served.
    """

    def __init__(self, ask, models):
        self.ask, self.models = ask, models

    def of(self, incoming):
        """The Answered reply to a request for the models, or for one of them; None for any other request."""
        facts = program.PROTOCOLS[incoming.protocol].get("listing")
        if not (facts and incoming.is_read and (incoming.path + "/").startswith(facts["path"] + "/")):
            return None
        name = unquote(incoming.path.removeprefix(facts["path"]).strip("/"))
        return self.one(incoming, facts, name) if name else self.all(incoming, facts)

    def all(self, incoming, facts):
        """The list, as the service gives it where that is all of it, and in the form that is wanted."""
        reply = self.ask(incoming)
        if 200 <= reply.status < 300 and is_in_form(reply.document, facts):
            return reply if self.models.patterns is None else self.filtered(reply, facts)
        if 200 <= reply.status < 300 or reply.status in MISSING:
            names = names_in(reply.document) or self.names(incoming)
            if names is not None:
                return Answered(200, self.made(names, facts))
        return reply

    def one(self, incoming, facts, name):
        """One model."""
        if not self.models.has(name):
            raise NotServed(f"{name} is not served here; {self.models.told()}", 404)
        reply = self.ask(incoming)
        if reply.status in MISSING and name in (self.names(incoming) or ()):
            return Answered(200, fill(facts["item"], name))
        return reply

    def names(self, incoming):
        """The names of the models by the list in any form that the service has; None without one."""
        for name, one in program.PROTOCOLS.items():
            if "listing" in one and name != incoming.protocol:
                reply = self.ask(Incoming("GET", one["listing"]["path"], incoming.headers, name))
                found = names_in(reply.document) if 200 <= reply.status < 300 else None
                if found:
                    return found
        return None

    def made(self, names, facts):
        """A list in a form, of the names that are served."""
        rows = [fill(facts["item"], name) for name in names if self.models.has(name)]
        return {**facts.get("beside", {}), facts["rows"]: rows}

    def filtered(self, reply, facts):
        """A list of the service without the models that are not served."""
        rows = [one for one in reply.document[facts["rows"]] if self.models.has(name_of(one, facts))]
        return Answered(reply.status, {**reply.document, facts["rows"]: rows}, reply.headers)


def is_in_form(document, facts):
    """Whether a document is a list of models in a form."""
    rows = document.get(facts["rows"]) if isinstance(document, dict) else None
    wanted = set(facts["item"]) if "type" in facts["item"] else {facts["name"]}
    return isinstance(rows, list) and all(isinstance(one, dict) and wanted <= one.keys() for one in rows)


def names_in(document):
    """The names of the models in a list of any form, None for what is no list."""
    for one in program.PROTOCOLS.values():
        facts = one.get("listing")
        if facts and is_in_form(document, {**facts, "item": {}}):
            return [name_of(row, facts) for row in document[facts["rows"]]]
    return None


def name_of(row, facts):
    """The name of a model in a row of a list."""
    found = row.get(facts["name"])
    before = str(facts["item"][facts["name"]]).partition("{value}")[0] if isinstance(found, str) else ""
    return found.removeprefix(before) if before and before != "$value" else str(found)


def of_bytes(status, headers, data):
    """The Answered of a reply of the service, which is sent as it came unless it is made anew."""
    return Answered(status, service_errors.json_or_none(data), headers, data)
