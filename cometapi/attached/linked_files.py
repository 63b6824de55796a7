"""Files to send that are given as links: downloaded without a credential before anything is sent to the service."""

from cometapi.attached.page import Visit, check
from cometapi.cli.uploads import LinkedUpload
from cometapi.errors import ReplyNotUnderstood, ServiceUnavailable, UsageError
from cometapi.http.service_errors import facts_of
from cometapi.manifest.arguments import flag_of


def fetch(call):
    """Download the linked files of a call, each once. Raises like ``page.fetched``."""
    for name, value in call.values.items():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, LinkedUpload) and not one.content:
                one.content = content(call, name, one.link)


def content(call, name, url):
    """The bytes behind a link; raises UsageError for a link with a password or without content."""
    visit = None
    try:
        check(url)
        visit = Visit(call, url)
        reply = visit.followed(url)
        if not 200 <= reply.status < 300:
            reply.close()
            raise ServiceUnavailable(f"it answered with HTTP {reply.status}.", **facts_of(reply))
        found = visit.content(reply)
    except ValueError as error:
        raise UsageError(f"{flag_of(call.arguments[name])} {error}.") from None
    except (ReplyNotUnderstood, ServiceUnavailable) as error:
        if url not in error.message:
            error.message = f"{url} could not be read: {error.message}"
        raise
    finally:
        if visit:
            visit.pool.close()
    if not found:
        raise UsageError(f"{flag_of(call.arguments[name])}: the file at {url} is empty.")
    return found
