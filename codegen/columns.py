"""The tables of columns in the document of a command."""


def tables(command):
    """The columns of a command's results: (heading or None, columns), one for all routes that have the same."""
    found = [(heading(route), route["response"]["columns"]) for route in command.routes if columns_of(route)]
    is_one = all(columns == found[0][1] for _, columns in found)
    return [(None, found[0][1])] if found and is_one else found


def columns_of(route):
    """The columns of a route, empty without any."""
    return route.get("response", {}).get("columns", [])


def heading(route):
    """When a route is taken, as a heading."""
    if "credential" in route and not {"when", "given"} & route.keys():
        return f"With the credential `{route['credential']}`:"
    wanted = route.get("when", dict.fromkeys([route["given"]], True) if "given" in route else {})
    words = [name if value is True else f"{name} {value}" for name, value in wanted.items()]
    told = ["`--" + one.replace("_", "-") + "`" for one in words]
    return f"With {' '.join(told)}:" if told else "Otherwise:"
