"""References: what is told of files, and what is no reference."""

import pytest

from core.conversation.events import ReferenceAdded, RefusedFile, Said
from core.conversation.questions import Key
from core.conversation.reference_report import as_one, contents_line, is_link, received
from core.conversation.replies import Ask, ShowSummary
from core.conversation.session import Answer, Contents, Document, Phase, Unit
from core.conversation.texts import t
from core.features.registry import MACHINE
from core.privacy.text import MaskedText
from core.values.locale import Locale
from tests.core.conversation.sessions import ANSWERS, session


@pytest.mark.parametrize(
    ("contents", "korean", "english"),
    [
        (Contents(), "", ""),
        (Contents(3, 3, {Unit.PAGES: 3, Unit.TABLES: 2}), "3쪽, 표 2개", "pages: 3, tables: 2"),
        (Contents(31, 5, {Unit.PAGES: 31}), "31쪽 중 5쪽", "5 of 31 pages"),
        (Contents(9, 2, {Unit.SLIDES: 9, Unit.TABLES: 1}), "슬라이드 9장 중 2장, 표 1개", "2 of 9 slides, tables: 1"),
        (
            Contents(40, 8, {Unit.SHEETS: 2, Unit.ROWS: 12_000}),
            "시트 2개, 12,000행, 길어서 관련 있는 부분만",
            "sheets: 2, rows: 12,000, long, so only what matters here",
        ),
        (Contents(40, 8), "길어서 관련 있는 부분만", "long, so only what matters here"),
    ],
)
def test_what_was_read_is_counted(contents: Contents, korean: str, english: str) -> None:
    assert contents_line(contents, Locale.KO) == korean
    assert contents_line(contents, Locale.EN) == english


def test_each_file_is_told_and_what_is_missing_of_all() -> None:
    first = Document(MaskedText("a.pdf"), Contents(2, 2, {Unit.PAGES: 2}, {Unit.SCANS: 1}))
    second = Document(MaskedText("b.docx"), Contents(1, 1, {Unit.TABLES: 1}, {Unit.PICTURES: 4, Unit.MACROS: 1}))
    refused = RefusedFile(MaskedText("c.doc"), "reference.older", {"old": ".doc", "new": "DOCX"})
    told = received(ReferenceAdded((first, second), MaskedText(""), (refused,)), Locale.KO)
    assert t(Locale.KO, told.text, **told.details).split("\n") == [
        "참고 자료를 받았어요: ‘a.pdf’(2쪽), ‘b.docx’(표 1개).",
        "읽지 못한 것: 글자가 없는 1쪽, 그림 4개, 매크로.",
        "‘c.doc’: .doc 파일은 읽지 못해요. DOCX 파일로 다시 저장해서 올려주세요.",
    ]
    both = as_one((first, second))
    assert both.name == "a.pdf, b.docx"
    assert contents_line(both.contents, Locale.KO) == "2쪽, 표 1개"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://docs.google.com/document/d/1/edit", True),
        ("docs.google.com/document/d/1", True),
        ("{개인링크1}", True),
        ("https://a.example\nhttps://b.example", True),
        ("https://a.example 이 글의 말투로", False),
        ("{이름1}", False),
        ("", False),
    ],
)
def test_a_text_of_links_alone_is_a_link(text: str, expected: bool) -> None:  # noqa: FBT001 - a table's row
    assert is_link(text) is expected


def test_a_link_is_told_to_lie_outside_and_taken_when_it_comes_again() -> None:
    asked = session(Phase.ASKING, asking=Key.REFERENCE)
    said = Said(MaskedText("https://drive.google.com/file/d/1"))
    told = MACHINE.advance(asked, said)
    (again,) = told.replies
    assert isinstance(again, Ask)
    assert again.hint == "hint.reference"
    taken = MACHINE.advance(told.session, said)
    assert taken.session.answers[Key.REFERENCE].text == said.text


def test_nothing_keeps_the_answer_there_is() -> None:
    asked = session(Phase.ASKING, asking=Key.LEVEL, answers=dict(ANSWERS))
    assert MACHINE.advance(asked, Said(MaskedText(""))).session.answers == asked.answers


def test_what_is_answered_already_is_not_asked() -> None:
    given = {Key.PURPOSE: ANSWERS[Key.PURPOSE], Key.FORM: ANSWERS[Key.FORM], Key.REFERENCE: Answer(MaskedText("글"))}
    asked = session(Phase.ASKING, asking=Key.BACKGROUND, answers=given)
    (reply,) = MACHINE.advance(asked, Said(MaskedText("기획팀"))).replies
    assert isinstance(reply, Ask)
    assert reply.key is Key.LENGTH
    last = session(Phase.ASKING, asking=Key.LEVEL, answers={**ANSWERS, Key.REFERENCE: Answer(MaskedText("글"))})
    assert any(isinstance(reply, ShowSummary) for reply in MACHINE.advance(last, Said(MaskedText("전문가"))).replies)
