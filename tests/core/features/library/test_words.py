"""What people type about the library, and what only looks so."""

import pytest

from core.conversation.events import Event
from core.conversation.session import Session
from core.features.library.events import (
    EntryAmended,
    EntryOpened,
    EntryUsed,
    LibraryExported,
    LibraryRequested,
    SaveRequested,
)
from core.features.library.typed_words import library_event
from core.ports.library import Amendment
from core.privacy.text import MaskedText as M
from core.values.locale import Locale


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("보관함", LibraryRequested()),
        ("보관함 회의", LibraryRequested(M("회의"))),
        ("보관함 ㅎㅇㄹ", LibraryRequested(M("ㅎㅇㄹ"))),
        ("보관함 #주간", LibraryRequested(M("#주간"))),
        ("팀 보관함", LibraryRequested(team=True)),
        ("team library report", LibraryRequested(M("report"), team=True)),
        ("보관함 내보내기", LibraryExported()),
        ("보관함 3", EntryOpened(3)),
        ("보관함 3번 열기", EntryOpened(3)),
        ("보관함 3 쓰기", EntryUsed(3)),
        ("library 3 use", EntryUsed(3)),
        ("보관함 3 즐겨찾기", EntryAmended(3, Amendment.STAR)),
        ("보관함 3 즐겨찾기 해제", EntryAmended(3, Amendment.UNSTAR)),
        ("보관함 3 팀과 공유", EntryAmended(3, Amendment.SHARE)),
        ("보관함 3 공유 해제", EntryAmended(3, Amendment.UNSHARE)),
        ("보관함 3 삭제해 줘", EntryAmended(3, Amendment.DELETE)),
        ("보관함 3 이름 주간 회의록", EntryAmended(3, Amendment.RENAME, (M("주간 회의록"),))),
        ("보관함 3 #회의 #주간", EntryAmended(3, Amendment.TAG, (M("회의"), M("주간")))),
        ("보관함 3월 보고", LibraryRequested(M("3월 보고"))),
        ("저장 주간 회의록", SaveRequested(M("주간 회의록"))),
        ("저장: 주간 회의록 #회의", SaveRequested(M("주간 회의록"), (M("회의"),))),
        ("저장 #회의", SaveRequested(None, (M("회의"),))),
        ("save Weekly report #work", SaveRequested(M("Weekly report"), (M("work"),))),
    ],
)
def test_it_is_understood(text: str, event: Event) -> None:
    assert library_event(Session("s1", Locale.KO), M(text)) == event


@pytest.mark.parametrize(
    "text",
    [
        "저장 방법도 설명해 줘",
        "보관함을 정리하는 글",
        "저장하고 싶은 글",
        "도서관 안내문",
        "save the date please",
        "짧게",
    ],
)
def test_other_texts_are_about_something_else(text: str) -> None:
    assert library_event(Session("s1", Locale.KO), M(text)) is None
