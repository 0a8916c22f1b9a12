"""A Slack on loopback: Web API, Socket Mode, HTTP events, files, faults."""
