"""``cometapi balance``: which of the two limits is meant when the user does not say."""


def run(call):
    """The account's balance when an access token is set, else the key's; never one for the other when it was asked for."""
    if "source" not in call.values:
        call.values["source"] = "account" if call.settings.get("access_token") else "key"
    return call.result()
