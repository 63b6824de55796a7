"""What the service says when it is asked for somebody who is waiting: through the commands, so the manifest says where."""

from cometapi.generated import account, models, program

# The cheapest command for each credential, and what has to be given to it.
ASKED = {"api_key": (models.COMMAND, {"source": "openai"}), "access_token": (account.COMMAND, {})}

# How it is asked when nothing else was given: once and not for long, because somebody is waiting.
PATIENCE = {"retries": 0, "timeout": program.SETTINGS["connect_timeout"]["default"]}


def ask(call, credential, settings):
    """Ask the service with the credential of these settings; raises what the command itself would when it is refused."""
    command, given = ASKED[credential]
    records(call, command, given, settings)


def catalog(call):
    """The models of the catalog: a dict from id to provider."""
    return {one["id"]: one["provider"] or "" for one in records(call, models.COMMAND, {}, call.settings) if one["id"]}


def records(call, command, given, settings):
    """The records that a command gives, all of them."""
    patience = {one: least for one, least in PATIENCE.items() if call.given_option(one) is None}
    asking = call.another(command, given, doing=patience)
    asking.settings = settings
    result = asking.result()
    return list(result.records) if hasattr(result, "records") else [result.record]
