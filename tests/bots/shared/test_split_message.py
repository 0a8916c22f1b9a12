"""A message with files: whose files are read."""

from dataclasses import replace

import pytest

from bots.shared.split_message import split_message
from core.conversation.events import ReferenceRefused
from core.conversation.questions import Key
from core.conversation.session import Phase, Session
from core.messages import FilesRead, Incoming, Place, Pressed, ReadFile, Typed
from core.ports import StoredSession
from core.privacy.text import RawText
from core.privacy.vault import Vault
from core.values.locale import Locale

_THREAD = Place("slack", "T1", "C1", "1.0", private=False)
_SAID = Incoming("E1", _THREAD, "U2", Locale.KO, Typed(RawText("3분기 숫자만 봐 주세요")))


@pytest.mark.parametrize(("owner", "read"), [("U1", 0), ("U2", 1)])
async def test_a_strangers_file_is_not_even_fetched(owner: str, read: int) -> None:
    fetched = []

    async def fetch(about: str) -> FilesRead:
        fetched.append(about)
        return FilesRead(RawText("본문"), (ReadFile(RawText("a.pdf")),))

    held = StoredSession(Session("s1", Locale.KO, Phase.ASKING), _THREAD, owner, Vault())
    parts = await split_message(_SAID, held, fetch)
    assert len(fetched) == read
    assert _SAID in parts


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("이거 참고해줘", False),
        ("이 파일도 봐 주세요", False),
        ("여기요~", False),
        ("첨부합니다.", False),
        ("참고 자료입니다", False),
        ("이것도요", False),
        ("이것만 봐주세요", False),
        ("엑셀 파일이에요", False),
        ("Please see the attached file", False),
        ("3분기 숫자만 봐 주세요", True),
        ("표 2개만 써줘", True),
        ("이거 요약해줘", True),
        ("결론은 이거예요", True),
        ("회의록이에요", True),
        ("엑셀로", True),
        ("한글로 써줘", True),
        ("네", True),
        ("그만", True),
        ("", False),
    ],
)
async def test_words_that_only_point_to_a_file_are_no_part_of_it(words: str, says: bool) -> None:  # noqa: FBT001 - a parameter
    async def read(_about: str) -> FilesRead:
        return FilesRead(RawText("본문"), (ReadFile(RawText("a.pdf")),))

    asked = Session("s1", Locale.KO, Phase.ASKING, asking=Key.REFERENCE)
    said = replace(_SAID, action=Typed(RawText(words)))
    (part,) = await split_message(said, StoredSession(asked, _THREAD, "U2", Vault()), read)
    assert isinstance(part.action, FilesRead)
    assert part.action.text.reveal() == (f"{words}\n\n본문" if says else "본문")


@pytest.mark.parametrize("words", ["엑셀", "엑셀로", "한글로", "네", "그만", "표 추가해줘", "pdf", "메모", "참고용"])
@pytest.mark.parametrize(
    "asked",
    [
        Session("s1", Locale.KO, Phase.ASKING, asking=Key.FORM),
        Session("s1", Locale.KO, Phase.GAPS),
        Session("s1", Locale.KO, Phase.CONFIRMING),
    ],
)
async def test_an_answer_with_a_file_stays_one(asked: Session, words: str) -> None:
    async def read(_about: str) -> FilesRead:
        return FilesRead(RawText("본문"), (ReadFile(RawText("a.pdf")),))

    said = replace(_SAID, action=Typed(RawText(words)))
    answer, file = await split_message(said, StoredSession(asked, _THREAD, "U2", Vault()), read)
    assert answer == said
    assert isinstance(file.action, FilesRead)


@pytest.mark.parametrize("phase", [Phase.SUMMARY, Phase.DONE])
async def test_what_points_changes_no_summary(phase: Phase) -> None:
    async def read(_about: str) -> FilesRead:
        return FilesRead(RawText("본문"), (ReadFile(RawText("a.pdf")),))

    said = replace(_SAID, action=Typed(RawText("이거 참고해줘")))
    held = StoredSession(Session("s1", Locale.KO, phase), _THREAD, "U2", Vault())
    (part,) = await split_message(said, held, read)
    assert isinstance(part.action, FilesRead)


async def test_why_a_file_was_not_read_is_said_last() -> None:
    refused = Pressed(ReferenceRefused("reference.misnamed", {}))

    async def read(_about: str) -> Pressed:
        return refused

    held = StoredSession(Session("s1", Locale.KO, Phase.SUMMARY), _THREAD, "U2", Vault())
    assert [part.action for part in await split_message(_SAID, held, read)] == [_SAID.action, refused]
