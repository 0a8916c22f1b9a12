"""How a wish was understood, as the summary shows it: names and masked texts only."""

from dataclasses import dataclass

from core.conversation.questions import Key
from core.privacy.text import MaskedText


@dataclass(frozen=True, slots=True)
class NamedIntent:
    """One kind of thing that can be made: the id of its intent, and its name in the language of the interface."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Family:
    """Kinds that belong together, with the id of their family."""

    id: str
    kinds: tuple[NamedIntent, ...]


@dataclass(frozen=True, slots=True)
class Assumption:
    """A line that stands for what was not said: the id of its slot, the question behind it, the lines instead of it."""

    slot: str
    line: MaskedText
    question: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OtherWay:
    """The other way of a contradiction of a `kind`, in the words of its control.

    It is taken by setting another `form` or `audience`, or else by having it stand; `taken`, this is the way back.
    """

    kind: str
    text: MaskedText
    form: str = ""
    audience: MaskedText | None = None
    taken: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What is offered for an optional setting, `chosen` the places from 1 of what is set; `hint` says what suits it."""

    key: Key
    texts: tuple[str, ...] = ()
    chosen: tuple[int, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Proposed:
    """One thing that a model would add: a line of a `part` of the prompt, `wanted` unless the person takes it away.

    `names` are the parts of a layout one by one, or the id of the intent that a model takes the wish for.
    """

    part: str
    text: MaskedText
    names: tuple[MaskedText, ...] = ()
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class ProposedQuestion:
    """What a model would ask, to be answered or not; its answer becomes a line that begins with what it is `about`."""

    number: int
    about: MaskedText
    ask: MaskedText
    options: tuple[MaskedText, ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """What was read from the answers; `others` are the next kinds that it could be.

    `audience` is None where nobody said who reads. `contradictions` say how each was settled, and the other way;
    `other_ways` are what takes those.
    """

    kind: NamedIntent
    others: tuple[NamedIntent, ...] = ()
    audience: MaskedText | None = None
    requirements: tuple[MaskedText, ...] = ()
    told: tuple[MaskedText, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    contradictions: tuple[MaskedText, ...] = ()
    other_ways: tuple[OtherWay, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """A kind that a text names, with the purpose and the form in its words where they say so: 메일 말고 문자로."""

    kind: NamedIntent
    purpose: MaskedText | None = None
    form: MaskedText | None = None


@dataclass(frozen=True, slots=True)
class Removal:
    """The lines that a text takes away; none where it names one that there is not.

    `bans` says that it holds for what the AI adds as well: 계좌번호는 빼 줘. `is_fixed` says that the line must stand.
    """

    lines: tuple[MaskedText, ...]
    bans: bool = False
    is_fixed: bool = False
