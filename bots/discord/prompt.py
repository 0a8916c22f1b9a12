"""The finished prompt as messages: first what is copied, then what was added to it."""

from collections.abc import Iterator, Sequence
from typing import Final

from bots.discord import limits
from bots.discord.markdown import bold, fenced, holds_fence, length, one_line, plain, shortened, small
from bots.discord.message import Button, Message, Option, Row, Select, TextFile, in_rows
from bots.discord.render_context import RenderContext
from bots.discord.understood import SETTLE, settle_selects
from bots.shared.custom_ids import code_of
from core.conversation.controls import Control
from core.conversation.difference import Change
from core.conversation.privacy_line import privacy_line
from core.conversation.rating import Rating
from core.conversation.replies import ShowPrompt
from core.conversation.session import Version
from core.conversation.understanding_lines import assumption_lines
from core.conversation.versions import model_sentence, name_of_version
from core.features.feedback.events import Rated

_PREVIEW: Final = 600
_PANEL: Final = 1_300
_CHANGES: Final = 6
_CHANGE: Final = 80
_ASSUMED: Final = 160
_MOST: Final = 3
_RATES: Final = ((Rating.GOOD, "👍"), (Rating.BAD, "👎"))
_FILE: Final = "prompt.md"


def show_prompt(shown: ShowPrompt, ctx: RenderContext) -> tuple[Message, Message]:
    """Return the prompt, which stands alone so that it is copied whole, and the panel below it."""
    number = shown.version.number
    rates = tuple(
        Button(f"{icon} {ctx.say(f'control.{rating}')}", code_of(Rated(rating, number))) for rating, icon in _RATES
    )
    offered = (each for each in shown.controls if shown.shared or each is not Control.SHARE)  # a DM has no channel
    settles = settle_selects(shown.assumptions, ctx)
    rows: tuple[Row, ...] = (*in_rows(ctx.controls(offered)), *_menu(shown, ctx), *settles, rates)
    rows = rows if len(rows) <= limits.ROWS else tuple(row for row in rows if not _settles(row))
    return show_text(_title(shown.version, ctx), shown.version.prompt, ctx), Message(_panel(shown, ctx), rows)


def _settles(row: Row) -> bool:
    return isinstance(row, Select) and row.custom_id == SETTLE


def show_text(title: str, text: str, ctx: RenderContext, name: str = _FILE) -> Message:
    """Return a text to be copied: in one code block, or as a file with a preview when that cannot hold it."""
    content = f"{title}\n{fenced(text)}"
    if length(content) <= limits.CONTENT and not holds_fence(text):
        return Message(content)
    why = ctx.tell("prompt.fence" if holds_fence(text) else "prompt.file")
    return Message(f"{title}\n{small(why)}\n{fenced(_preview(text))}", file=TextFile(name, text))


def _menu(shown: ShowPrompt, ctx: RenderContext) -> tuple[Select, ...]:
    options = tuple(Option(button.label, button.custom_id) for button in ctx.controls(shown.menu))
    return (Select("menu", ctx.say("menu.more"), options),) if options else ()


def _title(version: Version, ctx: RenderContext) -> str:
    return f"{bold(ctx.say('prompt.title'))} · {name_of_version(version, ctx.locale)}"


def _preview(text: str) -> str:
    """Return the beginning up to a whole line, and never a part of a code block."""
    before = text.split("```", 1)[0]
    cut = shortened(before, _PREVIEW)
    whole = cut.rpartition("\n")[0] if cut != before else cut
    return (whole or cut).strip("`\n") or "…"


def _panel(shown: ShowPrompt, ctx: RenderContext) -> str:
    lines = [
        *_changes(shown.changes, ctx),
        *(small(plain(one_line(line, _ASSUMED))) for line in assumption_lines(shown.assumed[:_MOST], ctx.locale)),
        *(f"{ctx.say('prompt.notes')}: {plain(note)}" for note in shown.notes),
    ]
    panel = shortened("\n".join(lines), _PANEL)
    closing = [
        *_by_model(shown.version, ctx),
        small(privacy_line(shown, ctx.locale, ctx.retention_days)),
        *_missing(shown.version, ctx),
    ]
    return "\n".join([panel, *closing, ctx.say("prompt.next")]).lstrip("\n")


def _changes(changes: Sequence[Change], ctx: RenderContext) -> Iterator[str]:
    """Yield the lines that came and went, the first of many."""
    if changes:
        yield bold(ctx.say("prompt.changes"))
    for change in changes[:_CHANGES]:
        yield f"{'+' if change.added else '−'} {plain(shortened(change.line, _CHANGE))}"
    if len(changes) > _CHANGES:
        yield small(ctx.say("prompt.changes_more", count=len(changes) - _CHANGES))


def _by_model(version: Version, ctx: RenderContext) -> Iterator[str]:
    if sentence := model_sentence(version, ctx.locale):
        yield small(sentence)


def _missing(version: Version, ctx: RenderContext) -> Iterator[str]:
    if version.missing:
        yield ctx.say("prompt.missing")
    yield from (f"• {ctx.say(f'missing.{each}')}" for each in version.missing)


def show_reasons(version: Version, ctx: RenderContext) -> Message:
    """Return what the prompt says that the answers alone did not, and why."""
    title = ctx.say("reasons.title", version=name_of_version(version, ctx.locale))
    lines = list(_improvements(version, ctx)) or [ctx.say("reasons.none")]
    return Message(shortened("\n".join([bold(title), *lines]), limits.CONTENT))


def _improvements(version: Version, ctx: RenderContext) -> Iterator[str]:
    share = _PANEL // max(len(version.improvements), 1)
    for each in version.improvements:
        line = f"{bold(ctx.say(f'improvement.{each.kind}'))} {plain(each.added)} ({plain(each.why)})"
        yield shortened(line.replace("\n", " "), share)
