"""The brief: what a person answered, and nothing else."""

from dataclasses import dataclass, fields
from typing import Final, TypeAlias

from core.privacy.text import MaskedText
from core.prompting.unicode_cleanup import canonical
from core.values.choices import Form, Language, Length, Level, Variant
from core.values.locale import Locale

Choice: TypeAlias = Form | Length | Language | Level

_CHOICES: Final[dict[str, type[Choice]]] = {"form": Form, "length": Length, "language": Language, "level": Level}


@dataclass(frozen=True, slots=True)
class Brief:
    """The answers to one interview, brought to canonical form (see `canonical`) when made.

    Where a question has choices, the answer is the choice or, when none fits, what the person typed
    ("300자 정도", "일본어", "중학생", "마인드맵"). An optional answer that is empty is None.

    `locale` is the language of the interface. `intent` (`family.id`), `audience` and `prompt_language` are what the
    person has set about how they were understood; the lines `left_out` are not to stand in the prompt. The
    contradictions `other_ways` (kinds of conflicts) are settled the other way. With `is_form_open` the person leaves
    the form to us.
    """

    locale: Locale
    purpose: MaskedText
    background: MaskedText
    form: Form | MaskedText
    length: Length | MaskedText
    language: Language | MaskedText
    level: Level | MaskedText
    reference: MaskedText | None = None
    reference_name: MaskedText | None = None
    tone: MaskedText | None = None
    personality: MaskedText | None = None
    constraints: MaskedText | None = None
    example_input: MaskedText | None = None
    example_output: MaskedText | None = None
    steps: MaskedText | None = None
    variant: Variant = Variant.FULL
    intent: str | None = None
    audience: MaskedText | None = None
    prompt_language: Locale | None = None
    left_out: tuple[MaskedText, ...] = ()
    other_ways: tuple[str, ...] = ()
    is_form_open: bool = False

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, MaskedText):
                object.__setattr__(self, field.name, _settled(field.name, value, optional=field.default is None))
        if self.reference is None:
            object.__setattr__(self, "reference_name", None)


def said(brief: Brief) -> str:
    """Return all that the person has typed, as one text."""
    return "\n".join(filter(None, (brief.purpose, brief.background, brief.constraints, brief.tone)))


def _settled(name: str, value: MaskedText, *, optional: bool) -> MaskedText | Choice | None:
    text = MaskedText(canonical(value))
    if optional:
        return text or None
    choices = _CHOICES.get(name)
    return choices(text) if choices and text in [str(choice) for choice in choices] else text
