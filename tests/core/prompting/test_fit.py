from dataclasses import replace

import pytest

from core.choices import Form, Language, Length, Level
from core.locale import Locale
from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.catalogue import AudienceNote, Criterion, Missing
from core.prompting.fit import fitting
from core.prompting.plan import Technique
from core.prompting.task_types import TaskType

BRIEF = Brief(
    locale=Locale.KO,
    purpose=MaskedText("거래처에 보낼 납품 지연 메일을 써줘"),
    background=MaskedText("저는 {기관1} 영업팀에서 일합니다."),
    form=Form.PROSE,
    length=Length.MEDIUM,
    language=Language.KOREAN,
    level=Level.EXPERT,
)


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("바쁜 팀원이 한눈에 보게", AudienceNote.HURRIED),
        ("결재를 받을 문서", AudienceNote.DECIDING),
        ("고객에게 보낼 글", AudienceNote.OUTSIDE),
        ("전 직원에게 알릴 글", AudienceNote.MIXED),
        ("대표님께 드릴 글", AudienceNote.SENIOR),
        ("신입을 위한 글", AudienceNote.LEARNING),
        ("an update for our customers", AudienceNote.OUTSIDE),
    ],
)
def test_a_note_about_readers_needs_a_word_of_the_person(words: str, note: AudienceNote) -> None:
    silent = replace(BRIEF, purpose=MaskedText("글을 써줘"))
    told = replace(BRIEF, purpose=MaskedText(words))

    assert fitting((note,), silent, TaskType.WRITING) == ()
    assert fitting((note,), told, TaskType.WRITING) == (note,)


@pytest.mark.parametrize(
    ("entry", "fits", "does_not"),
    [
        (Criterion.RUNNABLE, TaskType.CODE, TaskType.EMAIL),
        (Criterion.POLITE, TaskType.EMAIL, TaskType.CODE),
        (Criterion.BALANCED, TaskType.DECISION, TaskType.EMAIL),
        (Technique.DIALOGUE, TaskType.PRACTICE, TaskType.SUMMARY),
        (Missing.ENVIRONMENT, TaskType.CODE, TaskType.EMAIL),
    ],
)
def test_an_entry_belongs_to_its_task_types(
    entry: Criterion | Technique | Missing, fits: TaskType, does_not: TaskType
) -> None:
    assert fitting((entry,), BRIEF, fits) == (entry,)
    assert fitting((entry,), BRIEF, does_not) == ()


def test_every_criterion_belongs_somewhere_and_none_everywhere() -> None:
    for criterion in Criterion:
        homes = [task_type for task_type in TaskType if fitting((criterion,), BRIEF, task_type)]
        assert 0 < len(homes) < len(TaskType)
