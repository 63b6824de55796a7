"""Whether a request may go to the service: what the manifest says of its path, and the models that are served."""

from fnmatch import fnmatchcase

from cometapi.errors import UsageError


class NotServed(UsageError):
    """A request that is not passed on; ``status`` is the one that it is refused with."""

    def __init__(self, message, status):
        super().__init__(message)
        self.status = status


def check(incoming):
    """Raise NotServed for a path whose replies hold secrets, and for what would delete something."""
    facts = incoming.facts
    is_open = incoming.endpoint is not None and incoming.endpoint["credential"] is None
    if facts.get("private") and not is_open:
        raise NotServed(f"{incoming.path} belongs to the account, which is not served here.", 404)
    if incoming.method not in ("GET", "HEAD", "POST", "PUT", "PATCH"):
        raise NotServed(f"{incoming.method} is not served here.", 405)


class Models:
    """The models that are served: names and patterns of them, None for all. ``meant`` gives what a name means."""

    def __init__(self, patterns, meant=lambda name: name):
        self.patterns = None if patterns is None else [meant(one).lower() for one in patterns]
        self.meant = meant

    def has(self, model):
        """Whether a model is served."""
        return self.patterns is None or any(fnmatchcase(model.lower(), one) for one in self.patterns)

    def admit(self, incoming):
        """Let a request name the model that it means; raises NotServed for one that is not served."""
        model = incoming.model
        if model is not None and self.meant(model) != model:
            incoming.rename(self.meant(model))
        if self.patterns is None or incoming.is_read:
            return
        if incoming.model is None:
            raise NotServed("The request names no model, and only some models are served here.", 403)
        if not self.has(incoming.model):
            raise NotServed(f"{incoming.model} is not served here; {self.told()}", 403)

    def told(self):
        """Which models are served, as the end of a sentence."""
        names = self.patterns or []
        return f"only {', '.join(names)} {'is' if len(names) == 1 else 'are'}."
