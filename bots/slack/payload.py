"""A payload: the JSON object that Slack sends or takes."""

from typing import Any, TypeAlias

Payload: TypeAlias = dict[str, Any]
