"""Where other processes reach one in HTTP mode, and what is passed on to the wrong one."""

import socket
from typing import NoReturn, Self

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestClient, TestServer

from bots.shared.process_presence import Presence
from bots.slack import http
from bots.slack.http import EVENTS
from bots.slack.routing import Router
from core.ports.processes import BotProcess, Deal

_BODY = b"user_id=U1&command=%2Fpromptgen"
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Others:
    """The processes that share the database, this one aside."""

    def __init__(self, *addresses: str) -> None:
        self._others = tuple(BotProcess(f"other{number}", address) for number, address in enumerate(addresses))

    def meet(self, _platform: str, me: BotProcess, _deal: Deal) -> tuple[BotProcess, ...]:
        return me, *self._others

    def leave(self, _platform: str, _process_id: str) -> None:
        pass


class NoRoute:
    """A socket of a machine that is connected to nothing."""

    def __init__(self, *_kind: int) -> None:
        pass

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        pass

    def connect(self, _to: object) -> NoReturn:
        raise OSError


@pytest.mark.parametrize("host", ["", "0.0.0.0", "::"])  # noqa: S104 - what an operator writes
def test_a_machine_whose_name_is_unknown_is_reached_all_the_same(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_args: object) -> NoReturn:
        raise socket.gaierror

    monkeypatch.setattr(socket, "gethostbyname", unknown)
    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    monkeypatch.setattr(socket, "socket", NoRoute)
    assert http._address(host, 80) == f"http://127.0.0.1:80{EVENTS}"


@pytest.mark.parametrize(
    ("named", "reached"),
    [(["127.0.1.1", "10.0.0.7"], "10.0.0.7"), (["127.0.1.1"], "127.0.0.1"), (["fe80::1%eth0", "fd00::7"], "[fd00::7]")],
)
def test_debians_loopback_for_a_name_is_told_to_nobody(
    named: list[str], reached: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "gethostbyname", lambda _name: named[0])
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: [(0, 0, 0, "", (each, 0)) for each in named])
    monkeypatch.setattr(socket, "socket", NoRoute)
    assert http._address("0.0.0.0", 80) == f"http://{reached}:80{EVENTS}"  # noqa: S104 - as above


async def _answered(router: Router, headers: dict[str, str]) -> int:
    async def events(request: web.Request) -> web.Response:
        return await router.answer_of_another(request) or web.Response(status=202)

    application = web.Application()
    application.router.add_post(EVENTS, events)
    async with TestClient(TestServer(application)) as client, client.post(EVENTS, data=_BODY, headers=headers) as got:
        return got.status


async def test_what_is_meant_for_another_process_is_sent_back() -> None:
    presence = Presence(Others(), "slack", "http://127.0.0.1:1/slack/events")
    async with ClientSession() as session:
        router = Router(presence, session)
        assert await _answered(router, _FORM | {"X-Promptgen-Passed-On": "other0"}) == 421
        assert await _answered(router, _FORM | {"X-Promptgen-Passed-On": presence.me.id}) == 202


async def test_what_another_machine_listens_at_is_passed_over() -> None:
    """Six processes of other machines say 127.0.0.1, and here somebody else listens there: none of them is asked."""

    async def stranger(_request: web.Request) -> web.Response:
        return web.Response(status=421)

    application = web.Application()
    application.router.add_post(EVENTS, stranger)
    async with TestServer(application) as server, ClientSession() as session:
        presence = Presence(Others(*[str(server.make_url(EVENTS))] * 6), "slack", "http://127.0.0.1:1/slack/events")
        await presence.meet()
        assert await _answered(Router(presence, session), _FORM) == 202
