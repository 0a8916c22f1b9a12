"""What people type about the library: `저장 이름 #태그`, `보관함 ㅎㅇㄹ`, `보관함 3 쓰기`."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from core.conversation import interview
from core.conversation.events import Cancelled, Event, HelpRequested, Resumed, Said, SentNoWords, Skipped, WentBack
from core.conversation.everyday import denies, meaning_of
from core.conversation.interpretation import Interpretation
from core.conversation.session import Session
from core.features.library import events
from core.features.library.limits import MOST_TAGS
from core.ports.library import Amendment
from core.privacy.text import MaskedText

_SAVE: Final = re.compile(r"(?:저장|save)\s*[:：]?\s+(?P<rest>\S.*)", re.IGNORECASE | re.DOTALL)
_LIBRARY: Final = re.compile(r"(?P<team>팀\s?|team )?(?:보관함|library)(?:\s+(?P<rest>.*))?", re.IGNORECASE | re.DOTALL)
_ENTRY: Final = re.compile(r"(?P<number>[1-9][0-9]{0,8})\s?(?:번)?(?:\s+(?P<verb>.*))?", re.DOTALL)
_TAG: Final = re.compile(r"(?<!\S)#([^\s#]{1,30})")
_POLITE: Final = re.compile(r"\s?(?:하기|해\s?줘|해\s?주세요|기)$")
_WISH: Final = re.compile(r"(?:줘요?|주세요|줄래요?|바꿔|빼|넣어|please)[.!?~]*$", re.IGNORECASE)
_VERBS: Final[Mapping[str, Amendment]] = MappingProxyType(
    {
        word: amendment
        for amendment, words in {
            Amendment.STAR: "즐겨찾|즐겨찾기|별표|star|favourite|favorite",
            Amendment.UNSTAR: "즐겨찾기 해제|별표 해제|unstar",
            Amendment.SHARE: "팀과 공유|팀에 공유|팀 공유|공유|share",
            Amendment.UNSHARE: "공유 해제|공유 취소|unshare",
            Amendment.DELETE: "삭제|지우|delete|remove",
        }.items()
        for word in words.split("|")
    }
)
_USE: Final = frozenset({"쓰", "쓰기", "사용", "use"})
_MEANINGS: Final[Mapping[str, Event]] = MappingProxyType(
    {
        "help": HelpRequested(),
        "keep": Skipped(),
        "resume": Resumed(),
        "later": Cancelled(),
        "undo": WentBack(),
        "no": Skipped(),
    }
)
"""What everyday words mean where a value is asked for: none of them is one."""
_NAMED: Final = re.compile(r"(?:이름|rename|name)\s*[:：]?\s*(?P<text>\S.*)", re.IGNORECASE | re.DOTALL)


def library_event(_session: Session, text: MaskedText) -> Event | None:
    """Return what a text asks of the library; None if it is about something else."""
    saving = _SAVE.fullmatch(text.strip())
    if saving:
        return _saved(saving["rest"])
    asked = _LIBRARY.fullmatch(text.strip())
    if not asked:
        return None
    rest = (asked["rest"] or "").strip()
    if rest.casefold() in {"내보내기", "export"}:
        return events.LibraryExported()
    entry = _ENTRY.fullmatch(rest)
    done = _done(int(entry["number"]), (entry["verb"] or "").strip()) if entry else None
    return done or events.LibraryRequested(MaskedText(rest) if rest else None, team=asked["team"] is not None)


def read_value(interpretation: Interpretation, session: Session, said: Said) -> Event | None:
    """Return what a text stands for while a kept prompt asks for its values; None for a value.

    One of its own controls, and of the everyday words those that nobody would put into a prompt.
    """
    if said.key is not None:
        return interview.late_answer(session.uncovered, said)
    if said.control or asks_for_library(said.text):
        return interpretation.meaning(session, said.text)
    if denies(said.text):
        return SentNoWords()
    meaning = meaning_of(said.text)
    return _MEANINGS[meaning] if meaning else None


def asks_for_library(text: str) -> bool:
    """Whether a text is about the library at all, rather than saving into it."""
    return _LIBRARY.fullmatch(text.strip()) is not None


def tags_in(text: MaskedText) -> tuple[MaskedText, ...]:
    """Return the tags that a text lists, with `#` before them or not."""
    listed = (tag.strip("#") for tag in text.replace(",", " ").split())
    return _tags(MaskedText(" ".join(f"#{tag}" for tag in listed)))


def _saved(rest: str) -> events.SaveRequested | None:
    name = _TAG.sub("", rest).strip()
    tags = _tags(rest)
    # "저장 버튼을 눌러 주는 메일" is a wish, not a name: a name is short and stands in one line.
    if "\n" in name or len(name) > 80 or _WISH.search(name):  # noqa: PLR2004 - longer than any name that is kept
        return None
    return events.SaveRequested(MaskedText(name) if name else None, tags)


def _done(number: int, verb: str) -> Event | None:
    """Return what is to be done to an entry; None if that is no verb of ours."""
    word = verb.casefold()
    amendment = _VERBS.get(word) or _VERBS.get(_POLITE.sub("", word))
    named = _NAMED.fullmatch(verb)
    candidates: tuple[tuple[bool, Callable[[], Event]], ...] = (
        (not verb or word in {"열기", "보기", "open", "show"}, lambda: events.EntryOpened(number)),
        (word in _USE or _POLITE.sub("", word) in _USE, lambda: events.EntryUsed(number)),
        (amendment is not None, lambda: events.EntryAmended(number, amendment or Amendment.STAR)),
        (
            named is not None,
            lambda: events.EntryAmended(number, Amendment.RENAME, (MaskedText(named["text"] if named else ""),)),
        ),
        (bool(_TAG.search(verb)), lambda: events.EntryAmended(number, Amendment.TAG, _tags(verb))),
    )
    return next((make() for fits, make in candidates if fits), None)


def _tags(text: str) -> tuple[MaskedText, ...]:
    return tuple(dict.fromkeys(MaskedText(tag) for tag in _TAG.findall(text)))[:MOST_TAGS]
