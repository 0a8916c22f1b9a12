"""The versions of a prompt, on a terminal."""

from rich.rule import Rule
from rich.text import Text

from bots.terminal.render_context import Parts, RenderContext
from bots.terminal.replies.understood import grid
from core.conversation.questions import Key
from core.conversation.replies import ShowVersions
from core.conversation.versions import name_of_version
from core.messages import Revealed


def version_parts(shown: ShowVersions, _revealed: Revealed, ctx: RenderContext) -> Parts:
    """Yield the list of versions."""
    yield Rule(ctx.t("versions.title"))
    table = grid(3)
    for version in shown.versions:
        current = ctx.t("versions.current") if version.number == shown.current else ""
        about = version.instruction or version.answers[Key.PURPOSE].text
        table.add_row(name_of_version(version, ctx.locale), Text(about), current)
    yield table
    yield Text(ctx.t("versions.next"))
