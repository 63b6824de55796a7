"""Errors: one class for each exit of the manifest, with facts as attributes.

A class carries the *name* of its exit; the number stands once, in ``spec/program.yaml``.
Rooms raise the most exact class whose fact they know, and only ``main`` turns one into words.
"""


class Stopped(SystemExit):
    """A signal asked the program to end; ``number`` is the signal's. Like Ctrl-C it passes whatever catches errors, event
    loops too, which take any other exception for one of theirs.
    """

    def __init__(self, number):
        super().__init__(128 + number)  # as a shell tells of a program that a signal has ended
        self.number = number


class CometError(Exception):
    """A failure with a sentence for the user and, where there is one, the next step.

    ``message`` and ``hint`` are sentences; ``http_status`` is the status of the reply, ``request_id`` the service's
    own id of the request, ``code`` and ``service_message`` the service's words for the fault, ``retryable`` whether the same call may
    succeed later, ``retry_after`` the seconds that the service asks to wait until then, ``failure`` the manifest's word for
    what kept a request from getting a reply. None stands for "not known".
    """

    exit = "general_error"

    def __init__(
        self,
        message,
        *,
        hint=None,
        http_status=None,
        request_id=None,
        code=None,
        service_message=None,
        retryable=False,
        retry_after=None,
        failure=None,
    ):
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.http_status = http_status
        self.request_id = request_id
        self.code = code
        self.service_message = service_message
        self.retryable = retryable
        self.retry_after = retry_after
        self.failure = failure

    @property
    def sentence(self):
        """The message, with the request id behind it where it does not tell it itself."""
        is_told = self.request_id is None or self.request_id in self.message
        return self.message if is_told else f"{self.message} (request id: {self.request_id})"


class Partial(CometError):
    """Some of several calls failed, and the others' results are there."""

    exit = "partial"


class Refused(CometError):
    """The service understood the request and said no."""


class ReplyNotUnderstood(CometError):
    """The reply is not what the service's protocol promises: HTML, broken JSON, an empty body. ``is_garbled`` tells that it
    is no data at all, as when something between here and the service answers in its place.
    """

    is_garbled = False


class AnswerRefused(CometError):
    """The model's answer was withheld or filtered, though the request itself succeeded."""


def is_refusal(error):
    """Whether the service read what it was sent and will not answer it, so that sending it again brings no answer either."""
    status = getattr(error, "http_status", None) or 0
    return isinstance(error, AnswerRefused) or (400 <= status < 500 and status not in (408, 429))


class OutputFailed(CometError):
    """The result could not be written: a full disk, a folder that refuses."""


class UsageError(CometError):
    """The words of the command line do not fit the command."""

    exit = "invalid_arguments"


class ConfigurationMissing(CometError):
    """A setting that this command needs has no value."""

    exit = "configuration_missing"


class CapReached(CometError):
    """A cap on what may be spent, or a time, forbids a request, which was not sent. ``tokens`` is the most output with which
    it would fit, ``lacking`` what the request would have to say (a word of the manifest's ``charge``), each None where nothing helps.
    """

    exit = "cap"
    tokens = None
    lacking = None


class ServiceUnavailable(CometError):
    """The service could not be reached, or could not answer now. ``is_open`` tells that nobody knows whether it took the
    request: the connection broke, or nothing came in time.
    """

    exit = "service_unavailable"
    is_open = False

    def __init__(self, message, **facts):
        facts.setdefault("retryable", True)
        super().__init__(message, **facts)


class StreamCut(ServiceUnavailable):
    """A streamed answer ended before the service said that it was whole."""


class AuthenticationError(CometError):
    """The service does not accept the credential, or not for this request."""

    exit = "authentication_error"


class ProgramNotFound(CometError):
    """A program to run is not there."""

    exit = "not_found"


class ProgramNotExecutable(CometError):
    """A program to run is there, and cannot be run."""

    exit = "not_executable"


class ConfigurationError(CometError):
    """The config file, or a value in it or in the environment, is unreadable or wrong."""

    exit = "configuration_error"


class ConfigFileBroken(ConfigurationError):
    """The config file is there, and nothing can be read from it."""
