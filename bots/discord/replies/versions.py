"""The versions of a prompt as a message."""

from collections.abc import Sequence
from typing import Final

from bots.discord import limits
from bots.discord.markup import bold, one_line, plain, shortened
from bots.discord.message import Message, Option, Row, Select, in_rows, menu
from bots.discord.render_context import RenderContext
from bots.shared.custom_ids import encode
from core.conversation.control_names import Control
from core.conversation.prompt_events import VersionChosen
from core.conversation.questions import Key
from core.conversation.replies import ShowVersions
from core.conversation.session import Version
from core.conversation.versions import name_of_version

_QUOTED: Final = 60


def show_versions(shown: ShowVersions, ctx: RenderContext) -> Message:
    """Return the versions of a prompt with a menu to take one."""
    newest = sorted(shown.versions, key=lambda version: -version.number)[: limits.OPTIONS]
    lines = [bold(ctx.t("versions.title"))]
    for version in newest:
        current = f" · {ctx.t('versions.current')}" if version.number == shown.current else ""
        name = name_of_version(version, ctx.locale)
        lines.append(f"{version.number}. {name} – {plain(_about(version))}{current}")
    controls = ctx.controls(control for control in shown.controls if control is not Control.VERSIONS)
    rows: tuple[Row, ...] = (*_choice(newest, ctx), *in_rows(controls))
    return Message(shortened("\n".join(lines), limits.CONTENT), rows)


def _choice(versions: Sequence[Version], ctx: RenderContext) -> tuple[Select, ...]:
    options = (
        Option(name_of_version(version, ctx.locale), encode(VersionChosen(version.number)), _about(version))
        for version in versions
    )
    return menu("version", ctx.t("version.placeholder"), options)


def _about(version: Version) -> str:
    return one_line(version.instruction or version.answers[Key.PURPOSE].text, _QUOTED)
