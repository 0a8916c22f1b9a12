"""Comments: how many code has, and what stands behind it, as a sum that can be kept."""

from typing import Final

from core.prompting.intents.intent import Product, Shape
from core.prompting.understanding.understanding import Demand, Understanding
from core.prompting.writing.length_room import Room
from core.prompting.writing.overruled_lines import named
from core.prompting.writing.phrases import phrase

_NO_COMMENTS: Final = frozenset({"mermaid", "markdown", "json", "text"})
_COMMENT, _BRIEF_COMMENT = 30, 20  # characters
_LINE, _BRIEF_LINE = 60, 40
_HALF, _MORE = 0.5, 0.6  # of what there is to say stands in the code, more of a little


def code_line(shape: Shape, understanding: Understanding, room: Room | None) -> str:
    """Say how many comments and lines of explanation there are, and how long; empty where there is no saying."""
    is_code = understanding.intent.product is Product.CODE and shape.fence not in _NO_COMMENTS
    if not (is_code and understanding.recognition.is_certain and room) or room.unit == "sentences":
        return ""
    locale, is_short = understanding.locale, room.is_short
    comment, line = (room.of(size) for size in ((_BRIEF_COMMENT, _BRIEF_LINE) if is_short else (_COMMENT, _LINE)))
    asked = named(understanding, Demand.COMMENTS)
    comments = (asked.count if asked else None) or max(int(room.middle * (_MORE if is_short else _HALF)) // comment, 1)
    lines = max((room.middle - comments * comment) // line, 1)
    unit = phrase(locale, f"share.{room.unit}")
    sizes = {
        "comment": f"{comment}{unit}",
        "line": f"{line}{unit}",
        "total": f"{comments * comment + lines * line:,}{unit}",
    }
    said = phrase(locale, "share.comments", comments=comments, lines=lines, **sizes)
    behind = shape.parts[locale] if shape.parts and not is_short else ()
    return f"{said}{phrase(locale, 'share.behind', parts=' → '.join(behind))}" if behind else said
