"""What is taken along, on a terminal."""

from typing import Final

from rich.rule import Rule
from rich.text import Text

from bots.terminal.render_context import Files, Parts, RenderContext, shows
from core.features.takeaway import ShowTakeaway, files_of, label_of, links_of
from core.messages import Revealed

_LONGEST_URL: Final = 8_000  # what browsers and servers take at least


def _takeaway(shown: ShowTakeaway, _revealed: Revealed, ctx: RenderContext) -> Parts:
    """Show the links; the files lie in the folder already."""
    yield Rule(ctx.t("take.title", number=shown.number))
    yield Text(ctx.t("take.files"))
    links = links_of(shown, _LONGEST_URL)
    if links:
        yield Text(ctx.t("take.links"), style="dim")
    for link in links:
        yield Text(f"{label_of(link, ctx.locale)}\n{link.url}", no_wrap=True, overflow="ignore")
    yield from ctx.controls(shown.controls)


TAKEAWAY: Final = (shows(ShowTakeaway, _takeaway),)
TAKEAWAY_FILES: Final[Files] = {ShowTakeaway: files_of}
"""What is written into the folder where the person is."""
