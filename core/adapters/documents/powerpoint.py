"""PPTX, read by python-pptx: texts, tables and notes of each slide.

Pictures and charts are counted, links and linked files never followed, macros never looked at.
"""

import io
from collections import Counter
from collections.abc import Iterable, Iterator

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.group import GroupShape

from core.adapters.documents.archive import opened
from core.adapters.documents.pieces import rows


def read(content: bytes, found: Counter[str], unread: Counter[str]) -> Iterator[str]:
    """Yield the slides."""
    with opened(content) as archive:
        unread["macros"] = "ppt/vbaProject.bin" in archive.namelist()
    for slide in Presentation(io.BytesIO(content)).slides:
        found["slides"] += 1
        lines = list(_lines(slide.shapes, found, unread))
        if slide.has_notes_slide and (notes := slide.notes_slide.notes_text_frame):
            lines += [f"※ {line}" for line in notes.text.splitlines() if line.strip()]
        yield "\n".join(lines)


def _lines(shapes: Iterable[BaseShape], found: Counter[str], unread: Counter[str]) -> Iterator[str]:
    for shape in shapes:
        if isinstance(shape, GroupShape):
            yield from _lines(shape.shapes, found, unread)
        elif isinstance(shape, GraphicFrame) and shape.has_table:
            found["tables"] += 1
            yield from rows([cell.text for cell in row.cells] for row in shape.table.rows)
        elif isinstance(shape, Shape) and shape.has_text_frame:
            yield from (line.strip() for line in shape.text_frame.text.splitlines() if line.strip())
        elif isinstance(shape, GraphicFrame):
            unread["charts"] += 1
        elif shape.shape_type in (MSO_SHAPE_TYPE.PICTURE, MSO_SHAPE_TYPE.LINKED_PICTURE):
            unread["pictures"] += 1
