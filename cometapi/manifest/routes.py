"""Routes of a command as its file says them."""


def placed_routes(data):
    """The parts of a command file that may hold request, response, pages and reply: (path, part)."""
    own = [((), data)] if "command" in data else []
    return [*own, *((("routes", number), one) for number, one in enumerate(data.get("routes", [])))]
