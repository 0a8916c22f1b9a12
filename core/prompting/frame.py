"""The frame: everything a prompt says in one locale apart from the crafts."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.prompting.audience import Audience
from core.prompting.brief import Choice
from core.prompting.heading import Heading


@dataclass(frozen=True, slots=True)
class Frame:
    """The fixed words of a locale; names in braces are filled in by the composer.

    `labels`, `tags` and `choices` are keyed by the names of the brief's answers; `tags` also holds `material`, the
    text that came along with the purpose. `choices` are the words that stand for the interview's choices.
    """

    headings: Mapping[Heading, str]
    compact_heading: str
    labels: Mapping[str, str]
    tags: Mapping[str, str]
    choices: Mapping[str, Mapping[Choice, str]]
    counts: Mapping[int, str]

    role: str
    field: str
    seen_below: str
    material_below: str

    teaching: Mapping[Audience, str]
    writing: Mapping[Audience, str]
    novice: str
    practised: str

    flow: str
    no_bullets: str
    columns: str
    cells: str
    items: str
    numbered: str
    sections: str
    section_head: str
    brief_sections: str
    copyable: str
    code_block: str
    fenced_code: str
    unnamed_code: str
    code_besides: str
    table_besides: str
    free_form: str
    form_stands: str

    characters: str
    characters_given: str
    range: str
    words: str
    prose_only: str
    split: str
    part: str
    parts_of_text: tuple[tuple[str, int], ...]
    parts_of_table: tuple[tuple[str, int], ...]
    parts_of_code: tuple[tuple[str, int], ...]
    each_item: str
    length_stands: str
    language: str
    language_as_named: str
    translation: str

    placeholders: str
    signature: str
    recipient: str
    as_data: str
    from_material: str
    from_reference: str
    reverse: str
    few_shot: str
    example_told: str
    own_steps: str

    checked: str
    fits: str
