"""What is fenced in a prompt: the texts to work on, and answers too long or too bossy to stand in a line."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.prompting.brief import Brief
from core.prompting.fenced_blocks import Block
from core.prompting.understanding.long_texts import is_fenced, split_purpose
from core.prompting.understanding.understanding import MaterialState, Understanding
from core.prompting.writing.line import Line, Origin
from core.prompting.writing.phrases import phrase
from core.prompting.writing.sections import Heading


@dataclass(frozen=True, slots=True)
class Fenced:
    """The blocks of a prompt by the answer that they hold; `source` is the tag of the text to work on."""

    blocks: tuple[tuple[str, Block], ...] = ()

    def tag(self, *names: str) -> str:
        """Return the tag of the first of these answers that is fenced, empty for none."""
        found = dict(self.blocks)
        return next((found[name].tag for name in names if name in found), "")

    @property
    def source(self) -> str:
        """The tag of the text that the request is about."""
        return self.tag("reference", "material")


def fence(brief: Brief, understanding: Understanding) -> Fenced:
    """Fence what a prompt holds as data, in its order; a text that is missing gets a place."""
    locale = understanding.locale
    texts: dict[str, str] = {}
    if brief.reference:
        texts["reference"] = brief.reference
    _, rest = split_purpose(brief.purpose)
    if rest:
        texts["material"] = rest
    for name in ("background", "example_output", "example_input"):
        answer = getattr(brief, name)
        if answer and is_fenced(name, answer):
            texts[name] = answer
    if understanding.material.state is MaterialState.MISSING and not {"reference", "material"} & texts.keys():
        texts["reference"] = phrase(locale, "reference.place", what=understanding.material.what)
    return Fenced(tuple((name, Block.around(phrase(locale, f"tag.{name}"), text)) for name, text in texts.items()))


def reference_lines(brief: Brief, understanding: Understanding, fenced: Fenced) -> Iterator[Line]:
    """Give the texts that the answer works on, each in its fence."""
    locale = understanding.locale
    if brief.reference_name and brief.reference:
        text = phrase(locale, "reference.name", name=brief.reference_name)
        yield Line(Heading.REFERENCE, text, Origin.FACT, key="reference")
    texts = ((name, str(block)) for name, block in fenced.blocks)
    yield from (Line(Heading.REFERENCE, text, Origin.FACT, key=name, is_plain=True) for name, text in texts)
