"""A message with files: whose files are read."""

import pytest

from bots.shared.split_message import split_message
from core.conversation.session import Phase, Session
from core.locale import Locale
from core.messages import FilesRead, Incoming, Place, ReadFile, Typed
from core.ports import StoredSession
from core.privacy.text import RawText
from core.privacy.vault import Vault

_THREAD = Place("slack", "T1", "C1", "1.0", private=False)
_SAID = Incoming("E1", _THREAD, "U2", Locale.KO, Typed(RawText("이 파일도 봐 주세요")))


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
