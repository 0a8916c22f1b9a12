"""The finished prompt as messages: first what is copied, then what was added to it."""

from collections.abc import Iterator, Sequence
from typing import Final

from bots.discord import limits
from bots.discord.markup import bold, fenced, holds_fence, is_literal, length, one_line, plain, shortened, small
from bots.discord.message import Button, Message, Option, Row, Select, in_rows, menu
from bots.discord.render_context import RenderContext
from bots.discord.replies.understood import settle_selects, turn_rows
from bots.shared.custom_ids import encode
from core.conversation.control_names import Control
from core.conversation.privacy_line import privacy_line
from core.conversation.replies import ShowPrompt
from core.conversation.session import Version
from core.conversation.version_difference import LineChange
from core.conversation.versions import also_to_know, name_of_version, rules_sentence
from core.features.registry import CONTROLS
from core.messages import TextFile

_PREVIEW: Final = 600
_IMPROVEMENTS: Final = 1_300  # of 2,000: what else there is to know stands beneath them
_CHANGES: Final = 6
_CHANGE: Final = 80
_ASSUMED: Final = 160
_FILE: Final = "prompt.md"
_ICONS: Final = {Control.GOOD: "👍", Control.BAD: "👎"}


def show_prompt(shown: ShowPrompt, ctx: RenderContext) -> tuple[Message, Message]:
    """Return the prompt, which stands alone so that it is copied whole, and the panel below it."""
    settles = settle_selects(shown.assumptions, ctx)
    rows: tuple[Row, ...] = (
        *in_rows(ctx.controls(shown.controls)),
        *_menu(shown, ctx),
        *turn_rows(shown.other_ways),
        *settles,
        *in_rows(_ratings(shown.version, ctx)),
    )
    title = _title(shown.version, ctx)
    panel = Message(_panel(shown, title, ctx), rows, laid_out=True)
    return show_alone(title, shown.version.prompt, ctx), panel


def show_text(title: str, text: str, ctx: RenderContext, name: str = _FILE) -> Message:
    """Return a text to be copied beneath a title: in a code block, or as a file if that cannot hold it."""
    content = f"{title}\n{fenced(text)}"
    if length(content) <= limits.CONTENT and not holds_fence(text):
        return Message(content)
    return _as_file(title, text, ctx, name)


def show_alone(title: str, text: str, ctx: RenderContext) -> Message:
    """Return a text that is copied with its message: nothing else stands there, as far as Discord shows it as it is."""
    if text.strip() and length(text) <= limits.CONTENT and is_literal(text):
        return Message(text)
    content = fenced(text)
    if length(content) <= limits.CONTENT and not holds_fence(text):
        return Message(content)
    return _as_file(title, text, ctx, _FILE)


def _as_file(title: str, text: str, ctx: RenderContext, name: str) -> Message:
    why = ctx.t("prompt.fence" if holds_fence(text) else "prompt.file")
    return Message(f"{title}\n{small(why)}\n{fenced(_preview(text))}", file=TextFile(name, text))


def _menu(shown: ShowPrompt, ctx: RenderContext) -> tuple[Select, ...]:
    offered = (each for each in shown.menu if shown.shared or each is not Control.SHARE)  # a DM has no channel
    options = (Option(button.label, button.custom_id) for button in ctx.controls(offered))
    return menu("menu", ctx.t("menu.more"), options)


def _ratings(version: Version, ctx: RenderContext) -> tuple[Button, ...]:
    """Return the buttons that say whether the prompt helped."""
    return tuple(
        Button(f"{_ICONS[control]} {ctx.t(f'control.{control}')}", encode(event))
        for control, event in CONTROLS.ratings(version.number)
    )


def _title(version: Version, ctx: RenderContext) -> str:
    return f"{bold(ctx.t('prompt.title'))} · {name_of_version(version, ctx.locale)}"


def _preview(text: str) -> str:
    """Return the beginning up to a whole line, and never a part of a code block."""
    before = text.split("```", 1)[0]
    cut = shortened(before, _PREVIEW)
    whole = cut.rpartition("\n")[0] if cut != before else cut
    return (whole or cut).strip("`\n") or "…"


def _panel(shown: ShowPrompt, title: str, ctx: RenderContext) -> str:
    """Return what changed, what is true of the prompt, and what was settled or how to go on."""
    note = f"{ctx.t('prompt.notes')}: {plain(one_line(shown.notes[0], _ASSUMED))}" if shown.notes else ""
    about = small(f"{title} · {privacy_line(shown, ctx.locale, ctx.retention_days)}")
    following = ctx.t("prompt.next") if ctx.readable else ctx.t("prompt.press")
    sentence = rules_sentence(shown.version, ctx.locale)
    by_rules = [small(sentence)] if sentence else []
    return "\n".join([*_changes(shown.changes, ctx), about, *by_rules, note or following])


def _changes(changes: Sequence[LineChange], ctx: RenderContext) -> Iterator[str]:
    """Yield the lines that came and went, the first of many."""
    if changes:
        yield bold(ctx.t("prompt.changes"))
    for change in changes[:_CHANGES]:
        yield f"{'+' if change.added else '−'} {plain(shortened(change.line, _CHANGE))}"
    if len(changes) > _CHANGES:
        yield small(ctx.t("prompt.changes_more", count=len(changes) - _CHANGES))


def show_reasons(version: Version, ctx: RenderContext) -> Message:
    """Return what the prompt says that the answers alone did not, and why."""
    title = ctx.t("reasons.title", version=name_of_version(version, ctx.locale))
    lines = [*_improvements(version, ctx), *(plain(line) for line in also_to_know(version, ctx.locale))]
    lines = lines or [ctx.t("reasons.none")]
    return Message(shortened("\n".join([bold(title), *lines]), limits.CONTENT))


def _improvements(version: Version, ctx: RenderContext) -> Iterator[str]:
    share = _IMPROVEMENTS // max(len(version.improvements), 1)
    for each in version.improvements:
        line = f"{bold(ctx.t(f'improvement.{each.kind}'))} {plain(each.added)} ({plain(each.why)})"
        yield shortened(line.replace("\n", " "), share)
