"""A paid request of a call under a cap: booked before it is sent, and settled by what its reply says."""

from cometapi.advice import advice
from cometapi.errors import CapReached, CometError
from cometapi.generated import program
from cometapi.http.layout import model_of
from cometapi.manifest.arguments import flag_of
from cometapi.manifest.select import select
from cometapi.manifest.templates import put
from cometapi.own.declared import leads_elsewhere
from cometapi.spending.bounds import NO_OUTPUT, NOTHING_SENT, bound, of_another_service, unpriced
from cometapi.spending.budget import Budget, Day
from cometapi.spending.money import number


def budget_of(call, cap):
    """The Budget that the options of a call make, and the ``cap`` of its settings in dollars a day, or None."""
    dollars, calls, until = (call.option(one) for one in ("max_cost", "max_calls", "until"))
    day = None if cap is None else day_of(call, number(cap))
    shared, tell = call.session.caps, call.context.fault
    return Budget(dollars=number(dollars), calls=calls, until=until, day=day, shared=shared, tell=tell)


def day_of(call, cap):
    """The Day of a call: the cap of a profile's own counts the calls of that profile, any other those of the key."""
    from cometapi.spending.ledger import Ledger

    settings = call.settings
    origin = next(origin for origin, value in settings.sources("max_cost_per_day") if value is not None)
    ledger = Ledger(call.context.environ, in_memory=call.session.sandbox is not None)
    return Day(ledger, cap, settings.profile, is_of_profile=origin.startswith("profile "))


class Booking:
    """What is booked for one request: its Reservation, its Bound (None without a cap in dollars), and the routes of its command."""

    def __init__(self, reservation, bound=None, routes=()):
        self.reservation, self.bound, self.routes = reservation, bound, routes

    @property
    def most(self):
        """The dollars that are booked, None without a cap in dollars."""
        return self.bound and self.bound.dollars

    def used(self, tokens):
        """Settle by the tokens of a whole reply; where they do not tell, all stays booked."""
        spent = self.bound.used(tokens) if self.bound else None
        if spent is None:
            self.reservation.leave()
        else:
            self.reservation.settle(spent)

    def broken_off(self, tokens, came):
        """Settle by what is known of an answer that nobody waited for: its ``tokens`` as far as they were told, and the bytes of
        what ``came`` of it.
        """
        if self.bound is None:
            self.reservation.leave()
        else:
            self.reservation.settle(self.bound.so_far(tokens, came))

    def told(self, document):
        """Settle by a whole document, if it is one that says what was used, or whose price is known without that."""
        found = [counts_of(one.get("response", {}), document) for one in self.routes]
        counts = max(found, key=len, default={})
        if counts or (self.bound and self.bound.prices is None):
            self.used(counts)

    def failed(self, error):
        """End by an error: what the service certainly did not take is free again, all else stays booked."""
        from cometapi.http.creating import NOT_SENT, is_refused

        if is_refused(error):
            failure = error.failure if isinstance(error, CometError) else None
            self.reservation.release(was_sent=bool(error.http_status) or failure not in NOT_SENT)
        else:
            self.reservation.leave()

    def leave(self):
        """Nothing more will be known."""
        self.reservation.leave()


def counts_of(response, document):
    """Token counts by name that a whole reply has where its ``response`` or its protocol says; what it does not tell is left out."""
    if response.get("is") == "answer":
        from cometapi.answers import picks, usage

        protocol = program.PROTOCOLS[response["protocol"]]
        found = (picks.pick(one, "usage", document) for one in protocol["reply"])
        return usage.tokens(next((one for one in found if isinstance(one, dict)), None), protocol)
    return {
        name: count
        for name, one in response.get("tokens", {}).items()
        if (count := first_count(one, document)) is not None
    }


def first_count(selectors, document):
    """The count in the first of these places that has one that is not zero, else zero; None where none has any."""
    counts = [number(select(one, document)) for one in (selectors if isinstance(selectors, list) else [selectors])]
    counts = [one for one in counts if one is not None]
    return next(filter(None, counts), counts[0]) if counts else None


def booked(call, budget, request):
    """The Booking of a request that is about to be sent. Raises CapReached, and OutputFailed, where it may not be."""
    if not budget.is_in_dollars:
        return Booking(budget.reserve())
    command, parts = command_of(call, request)
    return booked_as(call, budget, command, parts, request.secrets[0])


def booked_as(call, budget, command, parts, key):
    """The Booking of a request of a command, ``parts`` its values by place, that is sent with an API key."""
    try:
        most = bound_of(call, budget, command, parts)
        reservation = budget.reserve(most, key)
    except CapReached as error:
        raise advised(error, call, command, parts) from None
    return Booking(reservation, most, command["routes"])


def command_of(call, request):
    """``(command, parts)`` that a request is charged by: the call's own, or those of the endpoint that it goes to."""
    if request.parts is not None:
        return call.command, request.parts
    from urllib.parse import urlsplit

    from cometapi.cli.registry import command_data
    from cometapi.loopback.endpoints import find, matched

    path = urlsplit(request.url).path
    endpoint = find(request.method, path)
    if endpoint is None or "command" not in endpoint:
        raise unknown(f"{request.method} {path}")
    body = getattr(request.body, "value", None)
    values = {
        "body": body if isinstance(body, dict) else {},
        "path": matched(endpoint, path),
        "query": {},
        "header": {},
    }
    return command_data(endpoint["command"]), values


def unknown(what):
    """The error about a request of which nobody knows what it costs."""
    return CapReached(f"Nothing is known of what {what} costs, {NOTHING_SENT}")


def bound_of(call, budget, command, parts):
    """The Bound of a request by the catalog."""
    if leads_elsewhere(command["name"]):
        raise hinted(of_another_service(command), call)
    model = model_of(parts, command)
    if model is None:
        raise unpriced(None, command)
    if model not in budget.entries:
        from cometapi.answers.prices import entry

        try:
            budget.entries[model] = entry(call, model)
        except CometError as error:
            raise CapReached(f"The catalog cannot be read, {NOTHING_SENT} {error.message}") from None
    return bound(command, parts, budget.entries[model], model)


def hinted(error, call):
    """The error of a request that no cap in dollars allows, with what would let it be sent as its next step."""
    if call.option("max_cost") is not None:
        error.hint = advice("Cap the calls or the time instead, with {max_calls} or {until}.")
    else:
        error.hint = "The cap is that of the setting max_cost_per_day. If the service costs nothing, its file can say cost: free."
    return error


def advised(error, call, command, parts):
    """The error of a request that may not be sent, with what would let it be as its next step, where an option says that."""
    places = [place_of_limit(call, command, parts)]
    if error.lacking == "seconds":
        places = command["charge"].get("seconds", ())
    flags = [flag_of(facts) for facts in call.arguments.values() if facts.get("to") and facts["to"] in places]
    if error.lacking and flags:
        error.hint = f"Say it with {flags[0]} N."
    elif error.tokens and flags:
        error.hint = f"It would fit with {flags[0]} {error.tokens}."
    return error


def place_of_limit(call, command, parts):
    """The place in which a request says how many tokens are wanted at most, or would by the model's family; None without one."""
    places = command.get("charge", {}).get("output", ())
    if places == NO_OUTPUT or not places:
        return None
    there = next((one for one in places if select(one[1:], parts[one[0]]) is not None), None)
    if there:
        return there
    from cometapi.answers.limits import family

    name = call.behaviours.get("max_tokens")
    name = family(command, parts)["options"].get(name, {}).get("instead", name)
    return call.arguments[name]["to"] if name in call.arguments else None


def limit_tokens(call, parts):
    """Put the most tokens of the setting into the request of a call under a cap that names none itself."""
    most = call.settings.get("max_tokens_under_cap") if call.budget().is_in_dollars else None
    place = place_of_limit(call, call.command, parts) if most is not None else None
    if place is None:
        return
    name = next((name for name, facts in call.arguments.items() if facts.get("to") == place), None)
    said = select(place[1:], parts[place[0]])
    if said is None or (name in call.assumed and said == call.values.get(name)):
        put(parts[place[0]], list(place[1:]), most)
