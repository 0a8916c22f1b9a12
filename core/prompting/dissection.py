"""A prompt taken apart for checking: its sections, its blocks, and the words that are nobody's answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from core.prompting.blocks import unfence
from core.prompting.brief import Brief, Choice
from core.prompting.extents import extent_lines
from core.prompting.frame import Frame
from core.prompting.heading import Heading
from core.prompting.plan import Plan
from core.prompting.reading import Reading, read


@dataclass(frozen=True)
class Dissection:
    """A prompt beside the brief it was written for."""

    prompt: str
    brief: Brief

    @cached_property
    def reading(self) -> Reading:
        """What the composer reads in the brief."""
        return read(self.brief, Plan())

    @property
    def frame(self) -> Frame:
        """The fixed words of its locale."""
        return self.reading.frame

    @cached_property
    def lines(self) -> list[str]:
        """The lines outside all blocks."""
        return unfence(self.prompt)[0]

    @cached_property
    def blocks(self) -> Mapping[str, str]:
        """The fenced texts by tag."""
        return unfence(self.prompt)[1]

    @cached_property
    def headings(self) -> list[str]:
        """The headings in the order in which they stand, as often as they stand."""
        known = {*self.frame.headings.values(), self.frame.compact_heading}
        return [line for line in self.lines if line in known]

    def section(self, heading: Heading) -> list[str]:
        """The lines under a heading; none where it is missing."""
        title = self.frame.headings[heading]
        if title not in self.lines:
            return []
        below = self.lines[self.lines.index(title) + 1 :]
        end = next((at for at, line in enumerate(below) if line in self.headings), len(below))
        return [line for line in below[:end] if line]

    def labelled(self, name: str) -> list[str]:
        """The lines that carry an answer."""
        opening = f"{self.frame.labels[name]}:"
        return [line for line in self.lines if line.removeprefix("- ").startswith(opening)]

    @cached_property
    def own_lines(self) -> list[str]:
        """The lines that are not an answer, a quotation or a heading."""
        recipient = self.frame.recipient.partition("{")[0]
        answers = tuple(f"{label}:" for label in self.frame.labels.values())
        return [
            line
            for line in (line.removeprefix("- ") for line in self.lines)
            if line and not line.startswith((">", recipient, *answers)) and line not in self.headings
        ]

    @cached_property
    def own(self) -> str:
        """Those lines as one text."""
        return "\n".join(self.own_lines)

    @cached_property
    def said(self) -> str:
        """All that the person wrote."""
        return "\n".join(_texts(self.brief))

    @cached_property
    def figures(self) -> str:
        """The lines about length, whose numbers are the composer's own."""
        return "\n".join([*extent_lines(self.reading), *self.frame.choices["length"].values()])


def _texts(brief: Brief) -> Iterator[str]:
    for name in brief.__slots__:
        value = getattr(brief, name)
        if isinstance(value, str) and not isinstance(value, Choice) and name not in ("locale", "variant"):
            yield value
