"""The finished prompt, and why it is as it is, on a terminal."""

from collections.abc import Sequence
from typing import Final

from rich.rule import Rule
from rich.text import Text

from bots.terminal.render_context import Parts, RenderContext
from bots.terminal.replies.understood import grid, turn_parts
from core.conversation.control_names import Where
from core.conversation.privacy_line import privacy_line
from core.conversation.replies import ShowPrompt, ShowReasons
from core.conversation.understanding_lines import assumption_lines
from core.conversation.version_difference import LineChange
from core.conversation.versions import model_sentence, name_of_version, rules_sentence
from core.features.registry import CONTROLS
from core.messages import Revealed

_CHANGES: Final = 6


def prompt_parts(shown: ShowPrompt, _revealed: Revealed, ctx: RenderContext) -> Parts:
    """Yield what is to be said of the prompt, and then the prompt itself, so that it is what stands on the screen."""
    yield from _changes(ctx, shown.changes)
    yield from (Text(line, style="dim") for line in assumption_lines(shown.assumed, ctx.locale))
    yield from (Text(f"{ctx.t('prompt.notes')}: {note}", style="yellow") for note in shown.notes)
    yield from turn_parts(shown.other_ways, ctx)
    said = model_sentence(shown.version, ctx.locale), rules_sentence(shown.version, ctx.locale)
    yield from (Text(sentence, style="dim") for sentence in said if sentence)
    yield Text(privacy_line(shown, ctx.locale, ctx.retention_days), style="dim")
    yield Rule(f"{ctx.t('prompt.title')} · {name_of_version(shown.version, ctx.locale)}")
    # Bare, unbroken lines without a frame, so that a selection with the mouse copies the prompt and nothing else.
    yield Text(f"\n{shown.version.prompt}\n", no_wrap=True, overflow="ignore")
    yield Rule()
    yield Text(ctx.t("terminal.next"))
    yield from ctx.controls((*shown.controls, *shown.menu, *CONTROLS.offered(Where.RATING)))


def reasons_parts(shown: ShowReasons, _revealed: Revealed, ctx: RenderContext) -> Parts:
    """Yield what the prompt says that the answers alone did not, and why."""
    yield Rule(ctx.t("reasons.title", version=name_of_version(shown.version, ctx.locale)))
    table = grid()
    for each in shown.version.improvements:
        kind = ctx.t(f"improvement.{each.kind}")
        table.add_row(Text(kind, style="cyan"), Text.assemble(each.added, "\n", (each.why, "dim")))
    yield table if shown.version.improvements else Text(ctx.t("reasons.none"))


def _changes(ctx: RenderContext, changes: Sequence[LineChange]) -> Parts:
    if changes:
        yield Text(ctx.t("prompt.changes"), style="bold")
    for change in changes[:_CHANGES]:
        yield Text(f"{'+' if change.added else '-'} {change.line}", style="green" if change.added else "red")
    if len(changes) > _CHANGES:
        yield Text(ctx.t("prompt.changes_more", count=len(changes) - _CHANGES), style="dim")
