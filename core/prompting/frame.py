"""The frame: everything a prompt says in one locale apart from the crafts."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.prompting.audience import Audience
from core.prompting.background import Experience, Field
from core.prompting.brief import Choice
from core.prompting.heading import Heading
from core.prompting.manner import Trait


class Part(StrEnum):
    """What a long answer is shared out over."""

    TEXT = "text"
    TABLE = "table"
    CODE = "code"


class Order(StrEnum):
    """What the items of a list are ordered by."""

    IMPORTANCE = "importance"
    SEQUENCE = "sequence"
    PREFERENCE = "preference"


@dataclass(frozen=True, slots=True)
class Frame:
    """The fixed words of a locale; names in braces are filled in by the composer.

    `labels`, `tags` and `choices` are keyed by the names of the brief's answers; `tags` also holds `preface` and
    `material`, the text before and behind what a long purpose asks. `choices` are the words that stand for the
    interview's choices, `parts` the names of an answer's parts with the percentage of its length that each gets.
    """

    headings: Mapping[Heading, str]
    compact_heading: str
    labels: Mapping[str, str]
    tags: Mapping[str, str]
    choices: Mapping[str, Mapping[Choice, str]]
    counts: Mapping[int, str]
    fields: Mapping[Field, str]
    teaching: Mapping[Audience, str]
    writing: Mapping[Audience, str]
    experience: Mapping[Experience, str]
    role: str
    role_asked: str
    field: str
    recipient: str
    followed: str
    material: str
    example_told: str
    inward: str
    own_steps: str
    general_steps: tuple[str, ...]
    tree: str
    dialogue: str
    flow: str
    flow_short: str
    paragraphs: str
    columns: str
    rows: str
    cells: str
    cells_short: str
    items: str
    items_around: str
    rows_around: str
    as_asked: str
    as_asked_each: str
    counts_kept: str
    order: Mapping[Order, str]
    item_short: str
    sections: str
    section_heads: str
    section_heads_short: str
    copyable: str
    fence: str
    fence_unnamed: str
    code_whole: str
    code_explained: str
    code_apart: str
    free_form: str
    characters: str
    range: str
    words: str
    code_uncounted: str
    per_turn: str
    split: str
    part: str
    parts: Mapping[Part, tuple[tuple[str, int], ...]]
    options: str
    each_item: str
    each_section: str
    language: str
    language_as_named: str
    language_of_translation: str
    choices_stand: str
    placeholders: str
    signature: str
    as_data: str
    from_material: str
    from_reference: str
    in_the_manner: str
    manner: str
    traits: Mapping[Trait, str]
    few_shot: str
    checked: str
    fits: str
