"""Which of several HTTP processes carries out what a person did: always the same one, in the order in which it came.

Slack, a balancer, or the system where processes share a port, gives each request to any of them, and nothing outside
its body says whose it is. So who gets a request passes it on to the process that all agree on, by a digest of the
person. One that does not answer is passed over; what reached two processes so is told by its id.
"""

import asyncio
import json
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from http import HTTPStatus
from typing import Final
from urllib.parse import parse_qs

from aiohttp import ClientConnectionError, ClientError, ClientSession, ClientTimeout, web

from bots.shared.process_presence import Presence
from bots.slack import log
from core.ports.processes import BotProcess

_PASSED_ON: Final = "X-Promptgen-Passed-On"
_KEPT: Final = ("Content-Type", "X-Slack-Request-Timestamp", "X-Slack-Signature", "X-Slack-Retry-Num")
"""What the other process needs to see for itself that the request is Slack's, and which one."""
_PATIENCE: Final = ClientTimeout(total=10, sock_connect=0.5)  # Slack waits for three seconds, and sends events again
_REST_S: Final = 10.0  # as long as the lease of a process that is gone


class Router:
    """Passes on what is another process's."""

    def __init__(self, presence: Presence, session: ClientSession) -> None:
        self._presence: Final = presence
        self._session: Final = session
        self._resting: Final[dict[str, float]] = {}

    async def answer_of_another(self, request: web.Request) -> web.Response | None:
        """Return the answer of the process whose request it is; None for one that is to be carried out here."""
        if passed_on := request.headers.get(_PASSED_ON):
            # One that listens on its machine's loopback address is reached from another machine by a wrong name.
            is_meant = passed_on == self._presence.me.id
            return None if is_meant else web.Response(status=HTTPStatus.MISDIRECTED_REQUEST)
        body = await request.read()
        person = person_in(body, request.content_type)
        for process in self._in_order(person) if person else ():
            if process.id == self._presence.me.id:
                return None
            answer = await self._asked(process, request.headers, body)
            if answer:
                return answer
        return None

    def _in_order(self, person: str) -> Iterator[BotProcess]:
        """Yield the processes in the order in which they are asked; who leaves changes nothing for the others'."""
        now = asyncio.get_running_loop().time()
        there = (self._presence.me, *self._presence.others)
        awake = [one for one in there if one.address and self._resting.get(one.id, 0) <= now]
        yield from sorted(awake, key=lambda one: blake2b(f"{one.id} {person}".encode(), digest_size=8).digest())

    async def _asked(self, process: BotProcess, headers: Mapping[str, str], body: bytes) -> web.Response | None:
        passed = {name: headers[name] for name in _KEPT if name in headers} | {_PASSED_ON: process.id}
        try:
            async with self._session.post(process.address, data=body, headers=passed, timeout=_PATIENCE) as answer:
                if answer.status == HTTPStatus.MISDIRECTED_REQUEST:
                    raise ClientConnectionError  # what is there is not the process that was meant
                kind = answer.headers.get("Content-Type", "text/plain")
                return web.Response(status=answer.status, body=await answer.read(), headers={"Content-Type": kind})
        except ClientError as error:  # it is gone, or cannot be reached
            log.handler_failed("passed_on", error)
            self._resting[process.id] = asyncio.get_running_loop().time() + _REST_S
            return None
        except TimeoutError:  # it is at it, and to carry it out here would put it before what came sooner
            return web.Response(status=HTTPStatus.GATEWAY_TIMEOUT)


def person_in(body: bytes, content_type: str) -> str:
    """Return whose request it is, before anything of it is believed; empty for nobody's."""
    try:
        if content_type == "application/json":
            person = json.loads(body)["event"]["user"]
        else:
            form = parse_qs(body.decode())
            person = json.loads(form["payload"][0])["user"]["id"] if "payload" in form else form["user_id"][0]
    except (ValueError, LookupError, TypeError):
        return ""
    return person if isinstance(person, str) else ""
