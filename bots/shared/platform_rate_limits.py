"""Counting how often a platform tells us to slow down, by what was asked of it."""

import re
from types import SimpleNamespace
from typing import Final

from aiohttp import ClientSession, TraceConfig, TraceRequestEndParams

from bots.ops import log
from bots.ops.metric_specs import Meter, MetricSpec

_TOO_MANY_REQUESTS: Final = 429
_ID: Final = re.compile(r"/(?:[0-9]{5,}|[^/]{40,})")
"""Ids and tokens in a path: a figure for each would be endless, and a token has no place in one."""


def count_rate_limits(meter: Meter, platform: str) -> TraceConfig:
    """Return what an HTTP session is traced with; a method is `chat.postMessage`, or `POST /channels/*/messages`."""

    async def on_request_end(_: ClientSession, __: SimpleNamespace, ended: TraceRequestEndParams) -> None:
        if ended.response.status == _TOO_MANY_REQUESTS:
            method = _method(ended.method, ended.url.path)
            log.rate_limited(platform, method)
            meter.note(MetricSpec.RATE_LIMITED, platform, method)

    trace = TraceConfig()
    trace.on_request_end.append(on_request_end)
    return trace


def _method(verb: str, path: str) -> str:
    _, api, rest = path.partition("/api/")
    rest = re.sub(r"^v[0-9]+", "", rest) if api else path
    return f"{verb} {_ID.sub('/*', rest)}" if "/" in rest else rest
