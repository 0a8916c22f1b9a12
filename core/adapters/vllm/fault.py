"""Faults: why the endpoint did not answer, and whose they are."""

from enum import StrEnum
from typing import Final

import openai


class Fault(StrEnum):
    """What went wrong with a request."""

    REFUSED = "refused"  # the key is wrong
    UNKNOWN = "unknown"  # no such model, or no such endpoint
    INVALID = "invalid"  # the request is not understood
    BUSY = "busy"  # the queue is full
    LIMITED = "limited"  # too many requests
    FAILED = "failed"  # the server made a mistake
    UNREACHABLE = "unreachable"  # no connection, or it broke off
    SLOW = "slow"  # no answer in time
    UNREADABLE = "unreadable"  # an answer that is no completion, or is longer than any can be
    RESTING = "resting"  # it failed too often just now

    @property
    def is_transient(self) -> bool:
        """Whether a second attempt may go better; a full queue is left alone, for a person waits."""
        return self in (Fault.LIMITED, Fault.FAILED, Fault.UNREACHABLE)

    @property
    def trips_breaker(self) -> bool:
        """Whether the service is at fault, and not what was asked of it or our set-up."""
        return self in (Fault.BUSY, Fault.FAILED, Fault.UNREACHABLE, Fault.SLOW, Fault.UNREADABLE)


class AnswerTooLong(ValueError):  # noqa: N818 - says what is the matter, not what it is
    """More bytes came than an answer can have."""


_BY_STATUS: Final = {
    400: Fault.INVALID,
    401: Fault.REFUSED,
    403: Fault.REFUSED,
    404: Fault.UNKNOWN,
    422: Fault.INVALID,
    429: Fault.LIMITED,
    503: Fault.BUSY,
}
_SERVER_ERRORS: Final = 500


def fault_of(error: Exception) -> Fault:
    """Return the fault behind an error of the openai library, a time that ran out, or an answer that cannot be read."""
    match error:
        case TimeoutError() | openai.APITimeoutError():
            return Fault.SLOW
        case openai.APIConnectionError(__cause__=cause):
            return Fault.UNREADABLE if isinstance(cause, AnswerTooLong | MemoryError) else Fault.UNREACHABLE
        case openai.APIStatusError(status_code=status) if status in _BY_STATUS:
            return _BY_STATUS[status]
        case openai.APIStatusError(status_code=status):
            return Fault.FAILED if status >= _SERVER_ERRORS else Fault.INVALID
        case openai.APIError():  # told in the midst of an answer, when the status was long sent
            return Fault.FAILED
    return Fault.UNREADABLE
