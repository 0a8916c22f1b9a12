"""Control specs: all that is known of a control, from which everything else about controls is derived."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from core.conversation.control_names import Control, Style, Where
from core.conversation.events import Event
from core.conversation.inputs import Input, InterviewInput
from core.conversation.session import Session
from core.conversation.surroundings import NOTHING, Surroundings


@dataclass(frozen=True, slots=True)
class Offer:
    """That a control is offered somewhere: in which place from the left, and to whom, None for everybody.

    One that `needs_model` is offered where there is one that answers freely.
    """

    where: Where
    place: int
    when: Callable[[Session], bool] | None = None
    needs_model: bool = False


class AskedFirst(StrEnum):
    """When it is asked about first."""

    ALWAYS = "always"
    ANSWERS = "answers"
    """Where there are answers that would be lost."""


@dataclass(frozen=True, slots=True)
class ControlSpec:
    """One control: the words that mean it when typed, by `|` and without spaces, and what pressing it means.

    Without an event, only a platform can carry it out. One that `begins` something does so too where it is typed in
    the place of a purpose. One that `asks` is no word alone: it may stand in a sentence that asks for it. One that is
    `asked_first` destroys, or shows something to others: what it does is done once it was confirmed. `input` is what it
    opens where a platform can. One `for_person` is about them and no interview: it is answered in their DM. `commands`
    are words that mean it behind a platform's command alone, besides the others. `of_version` returns what it means
    beneath a version of the prompt, by its number.
    """

    control: Control
    words: str
    event: Event | None = None
    offers: tuple[Offer, ...] = ()
    begins: bool = False
    asks: bool = False
    style: Style = Style.PLAIN
    asked_first: AskedFirst | None = None
    of_version: Callable[[int], Event] | None = None
    input: Input | InterviewInput | None = None
    for_person: bool = False
    commands: str = ""


_ASKING: Final = re.compile(
    r"^(?:the|an?)|(?:으로도|으로|로도|로|도|을|를)?(?:만들어|써|작성해|보여|바꿔)?(?:줘요?|주세요|줄래요?|too|please)?$"
)


@dataclass(frozen=True, slots=True)
class ControlTable:
    """Every control there is."""

    specs: Mapping[Control, ControlSpec]
    _words: Mapping[str, ControlSpec] = field(repr=False)
    _commands: Mapping[str, ControlSpec] = field(repr=False)

    @classmethod
    def of(cls, specs: Iterable[ControlSpec]) -> "ControlTable":
        """Return the table of these controls."""
        rows = {spec.control: spec for spec in specs}
        words = {_folded(word): spec for spec in rows.values() for word in spec.words.split("|")}
        commands = {word: spec for spec in rows.values() if spec.commands for word in spec.commands.split("|")}
        return cls(rows, words, commands)

    def __contains__(self, control: object) -> bool:
        return control in self.specs

    def named(self, text: str) -> Control | None:
        """Return the control whose word `text` is, spaces, slashes and closing punctuation aside."""
        word = "".join(_folded(text).split()).strip("/.!~…").replace(",", "")
        spec = self._words.get(word)
        if spec is None:
            asked = self._words.get(_ASKING.sub("", word))  # 영어 프롬프트로도 만들어 줘
            spec = asked if asked and asked.asks else None
        return spec.control if spec else None

    def event(self, control: Control) -> Event | None:
        """Return what pressing a control means; None for one that only a platform can carry out."""
        spec = self.specs.get(control)
        return spec.event if spec else None

    def commanded(self, text: str) -> ControlSpec | None:
        """Return the control that a text behind a platform's command names."""
        word = "".join(_folded(text).split())
        return self._commands.get(word) or self._words.get(word)

    @property
    def inputs(self) -> Mapping[str, Input]:
        """The features' inputs, by their controls."""
        return {control: spec.input for control, spec in self.specs.items() if isinstance(spec.input, Input)}

    def style(self, control: Control) -> Style:
        """Return how much a control stands out."""
        spec = self.specs.get(control)
        return spec.style if spec else Style.PLAIN

    def input(self, control: Control) -> Input | InterviewInput | None:
        """Return what a control opens to be written into."""
        spec = self.specs.get(control)
        return spec.input if spec else None

    def begins(self, control: Control | None) -> bool:
        """Say whether a control begins something else than an interview."""
        return control is not None and control in self.specs and self.specs[control].begins

    def offered(
        self, where: Where, session: Session | None = None, around: Surroundings = NOTHING
    ) -> tuple[Control, ...]:
        """Return the controls that are offered somewhere in a session, from the left; without one, all."""
        found = sorted(self._offers(where), key=lambda pair: pair[1].place)
        return tuple(control for control, offer in found if session is None or _is_made(offer, session, around))

    def ratings(self, number: int) -> tuple[tuple[Control, Event], ...]:
        """Return the controls that rate a version, with what each means; none where nothing is rated."""
        specs = (self.specs[control] for control in self.offered(Where.RATING))
        return tuple((spec.control, spec.of_version(number)) for spec in specs if spec.of_version)

    def _offers(self, where: Where) -> Iterator[tuple[Control, Offer]]:
        for spec in self.specs.values():
            yield from ((spec.control, offer) for offer in spec.offers if offer.where is where)


def _is_made(offer: Offer, session: Session, around: Surroundings) -> bool:
    """Say whether an offer is made in a session."""
    return bool(around.models or not offer.needs_model) and (offer.when is None or offer.when(session))


def _folded(text: str) -> str:
    """Return a text as words are compared, of which single letters (ㅇㅇ) are others than they were typed."""
    return unicodedata.normalize("NFKC", text).casefold()
