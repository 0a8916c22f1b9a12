"""Everyday words that may be typed at any point, and what they mean there; none of them is an answer."""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from core.conversation import events
from core.conversation.events import Event
from core.conversation.prompt_events import RefineRequested, VersionChosen
from core.conversation.questions import QUESTIONS
from core.conversation.session import Phase, Session
from core.privacy.labels import find_labels
from core.privacy.text import MaskedText

_LONGEST: Final = 40
_MOST: Final = 7  # words
_POLITE: Final = re.compile(r"(?<=[가-힣])(?:습니다|요|여|용)$")
_LOOKED_OVER: Final = frozenset({Phase.SUMMARY, Phase.OPTIONS})
_WHERE: Final = frozenset({Phase.NEW, Phase.ASKING, Phase.GAPS, *_LOOKED_OVER, Phase.DONE, Phase.RESTORING})
_WITH_VERSIONS: Final = frozenset({Phase.DONE, Phase.RESTORING})
_VERSION: Final = re.compile(
    r"(?P<named>버전|version|v)?(?P<number>\d{1,6})(?(named)(?:번|로|으로|요|보여줘|쓸게|주세요|줘)*|번(?:째)?(?:버전|거|것|걸|으로|로|요|보여줘|쓸게|주세요|줘|이)*)"
)
_NOT_PERSONAL: Final = re.compile(
    r"(?:이건|그건|이거|그거|이것은|이게|그게|저건|여기)?(?:은|는|이|가)?"
    r"(?:(사람)?(이름|성함|사람|인명)|(전화)?번호|(회사|기관|업체|조직)(?:이름|명)?|주소|개인정보|이메일|비밀)"
    r"(?:이|가|은|는|도)?(?:아니|아닌|아님|아녜)\S{0,4}"
)
_ENGLISH_NOT: Final = re.compile(
    r"(?:that|this|it|.{0,20})(?:is|'s)?(?:not|n't)(?:a|the|my|an)?(name|person|company|number)"
)


@dataclass(frozen=True, slots=True)
class _Words:
    core: re.Pattern[str]
    others: re.Pattern[str]
    phrases: re.Pattern[str] | None

    def hold(self, words: list[str], joined: str) -> bool:
        if self.phrases and self.phrases.fullmatch(joined):
            return True
        has_core = any(self.core.fullmatch(word) for word in words)
        return has_core and all(self.core.fullmatch(word) or self.others.fullmatch(word) for word in words)


def everyday(session: Session, text: MaskedText) -> Event | None:
    """Return what everyday words mean where the conversation stands; None where they mean nothing of that kind."""
    if len(text) > _LONGEST or session.phase not in _WHERE:
        return None
    denied = _denied(session, text)
    if denied is not None:
        return denied
    found = _VERSION.fullmatch("".join(_words_of(text)))
    # Elsewhere than at a prompt a bare number is that of a choice, or of something that is listed.
    if found and (found["named"] or session.phase in _WITH_VERSIONS):
        return VersionChosen(int(found["number"]))
    meaning = meaning_of(text)
    return _MEANINGS[meaning](session) if meaning else None


def meaning_of(text: str) -> str | None:
    """Return which of the meanings in `everyday.toml` a text has, wherever it is said; None where it has none."""
    words = _words_of(text) if len(text) <= _LONGEST else []
    if not words or len(words) > _MOST:
        return None
    joined = "".join(words)
    return next((name for name, known in _known().items() if known.hold(words, joined)), None)


def _words_of(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKC", text).casefold().replace(",", " ")
    if folded.strip() and not folded.strip("?¿ "):
        return ["?"]
    stripped = (word.strip(".!~…^\"'’‘?/;:)") for word in folded.split())
    return [_POLITE.sub("", word) or word for word in stripped if word]


def _denied(session: Session, text: str) -> Event | None:
    """Return that an item is nothing personal, where a text says so: the one that it names, or the only one."""
    if not denies(text):
        return None
    labels = find_labels(text)
    masked = [item for item in session.items if not item.kept]
    meant = [item for item in masked if item.label in labels] if labels else masked
    if len(meant) == 1:
        return events.ItemSwitched(meant[0].label, kept=True)
    return events.ItemDenied()


def denies(text: str) -> bool:
    """Say whether a text says that something is no name, no number or nothing personal: 이름 아니야."""
    rest = text
    for label in find_labels(text):
        rest = rest.replace(label, " ")
    joined = "".join(_words_of(rest)) if len(text) <= _LONGEST else ""
    return bool(_NOT_PERSONAL.fullmatch(joined) or _ENGLISH_NOT.fullmatch(joined))


def _next(session: Session) -> Event | None:
    """Return what going on means: to keep what is there, or to leave out what need not be."""
    key, is_asking = session.asking, session.phase is Phase.ASKING
    is_left_out = is_asking and QUESTIONS[key].optional and key not in session.answers
    return events.Skipped() if is_left_out else events.KeptAsIs()


def _undo(session: Session) -> Event | None:
    if session.phase in _LOOKED_OVER and session.former:
        return events.ChangeUndone()
    return None if session.phase is Phase.DONE else events.WentBack()


def _no(session: Session) -> Event | None:
    """Return what a no means: at a question to leave it out, at what was made that something is to be changed."""
    if session.phase in _LOOKED_OVER:
        return events.EditRequested()
    return RefineRequested() if session.phase is Phase.DONE else events.Skipped()


_MEANINGS: Final[Mapping[str, Callable[[Session], Event | None]]] = MappingProxyType(
    {
        "help": lambda _session: events.HelpRequested(),
        "keep": lambda _session: events.KeptAsIs(),
        "resume": lambda _session: events.Resumed(),
        "later": lambda _session: events.Paused(),
        "next": _next,
        "undo": _undo,
        "no": _no,
    }
)


@cache
def _known() -> Mapping[str, _Words]:
    listed = tomllib.loads(files(__package__).joinpath("everyday.toml").read_text(encoding="utf-8"))
    beside = listed.pop("beside")["others"]
    return {
        name: _Words(_any(row["core"]), _any([*row["others"], *beside]), _any(row["phrases"]))
        for name, row in listed.items()
    }


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(unicodedata.normalize("NFKC", "|".join(patterns)) or r"(?!)")
