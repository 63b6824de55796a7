"""Where in the config file a key stands, as far as that can be told without reading it as TOML."""

PROFILES = "profiles"  # the table that holds the tables of the profiles


def place(path, name, table=None):
    """``file:line`` of a key, or the file alone where its line cannot be told."""
    wanted = "" if table is None else f"{PROFILES}.{table}"
    names = {(wanted, name), (PROFILES, name.removeprefix(f"{PROFILES}."))} if not wanted else {(wanted, name)}
    for number, one in enumerate(keys(path), 1):
        if one in names:
            return f"{path}:{number}"
    return path


def keys(path):
    """For each line of the file ``(header of its table, key)``: a list. The header itself is a key of the top."""
    try:
        with open(path, encoding="utf-8-sig") as file:
            lines = file.read().split("\n")
    except (OSError, TypeError, UnicodeDecodeError):  # no file, no home for one, no text
        return []
    header, found = "", []
    for line in lines:
        text = line.split("#")[0].strip()
        is_header = text.startswith("[") and text.endswith("]")
        header = plain(text.strip("[]")) if is_header else header
        found.append(("", header) if is_header else (header, plain(text.partition("=")[0])))
    return found


def plain(key):
    """A key without quotes and spaces."""
    return "".join(sign for sign in key if sign not in "\"' \t")
