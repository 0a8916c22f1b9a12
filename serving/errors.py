"""What can be wrong before a server starts: one sentence each, for the operator."""


class ServingError(Exception):
    """The server cannot be started as it is set up; the message says why, and what helps."""
