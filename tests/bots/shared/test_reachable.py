"""Every control that is offered can be reached on every platform: by its word, or by an element of the platform."""

import json
from collections.abc import Callable, Iterator

import pytest
from rich.console import Console

from bots.discord.render import render as render_discord
from bots.discord.render_context import RenderContext
from bots.slack.render import Render as RenderSlack
from bots.terminal.render import Render as RenderTerminal
from core.conversation.control_names import Control, Where
from core.conversation.events import Resumed
from core.conversation.questions import Key
from core.conversation.replies import Reply
from core.conversation.session import Phase, State
from core.conversation.surroundings import Surroundings
from core.conversation.texts import TEXTS
from core.features.registry import CONTROLS, advance
from core.messages import Outgoing, Place, Revealed
from core.values.choices import Variant
from core.values.locale import Locale
from tests.core.conversation.sessions import ANSWERS, session

_STATES: dict[Where, State] = {
    Where.QUESTION: Phase.ASKING,
    Where.GAP: Phase.GAPS,
    Where.SUMMARY: Phase.SUMMARY,
    Where.OPTIONS: Phase.OPTIONS,
    Where.PROMPT: Phase.DONE,
    Where.MENU: Phase.DONE,
    Where.RATING: Phase.DONE,
}
_OTHERWISE: dict[str, dict[tuple[Where, Control], str]] = {
    "slack": {},
    "discord": {(Where.SUMMARY, Control.EDIT): "a menu of the answers"},
    "terminal": {
        (Where.QUESTION, Control.FORM): "a terminal has no form",
        (Where.SUMMARY, Control.FORM): "a terminal has no form",
        (Where.MENU, Control.SHARE): "nobody reads along on a terminal",
    },
}
"""What a platform offers by something else than the control's word, or not, and why."""


def _slack(reply: Reply, locale: Locale) -> str:
    outgoing = Outgoing(1, "s1", Place("slack", "T1", "C1", "1.1", private=False), "U1", locale, reply)
    return json.dumps(
        [posting.blocks for posting in RenderSlack(30)(outgoing, Revealed(reply, {}))], ensure_ascii=False
    )


def _discord(reply: Reply, locale: Locale) -> str:
    shown = render_discord(Revealed(reply, {}), RenderContext(locale))
    return json.dumps([message.payload() for message in shown], ensure_ascii=False)


def _terminal(reply: Reply, locale: Locale) -> str:
    console = Console(width=400)
    with console.capture() as captured:
        console.print(RenderTerminal(locale, 30)(Revealed(reply, {})))
    return captured.get()


_PLATFORMS: dict[str, Callable[[Reply, Locale], str]] = {"slack": _slack, "discord": _discord, "terminal": _terminal}


def _offered() -> Iterator[tuple[Where, Control]]:
    for where in Where:
        yield from ((where, control) for control in CONTROLS.offered(where))


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize("platform", _PLATFORMS)
def test_every_control_can_be_reached(platform: str, locale: Locale) -> None:
    missing = {
        f"{where}: {control}"
        for where, control in _offered()
        if (where, control) not in _OTHERWISE[platform]
        and TEXTS[locale][f"control.{control}"] not in "".join(_shown(platform, where, locale))
    }
    assert missing == set()


def _shown(platform: str, where: Where, locale: Locale) -> Iterator[str]:
    """Yield what is shown there, in sessions of each kind that decides about a control."""
    kinds: tuple[dict[str, object], ...] = (
        {"asking": Key.PURPOSE},
        {"asking": Key.REFERENCE, "answers": {Key.PURPOSE: ANSWERS[Key.PURPOSE]}},
    )
    if where is not Where.QUESTION:
        kinds = ({}, {"variant": Variant.COMPACT, "prompt_language": Locale.EN if locale is Locale.KO else Locale.KO})
    for kind in kinds:
        held = session(_STATES[where], locale=locale, **kind)
        for reply in advance(held, Resumed(), around=Surroundings(("gpu",), shared=True)).replies:
            yield _PLATFORMS[platform](reply, locale)
