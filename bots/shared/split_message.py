"""A message with files, as what it says in the order in which that is to be taken up."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Final

from core.conversation.questions import Key
from core.conversation.session import Phase, Session
from core.messages import Action, FilesRead, Incoming, Opened, Pressed, Typed
from core.ports import StoredSession
from core.privacy.text import RawText

_LOOKED_OVER: Final = {Phase.SUMMARY, Phase.OPTIONS, Phase.DONE}
# Words that only point to the files they come with, as in 이거 참고해 주세요, 파일 첨부합니다, here you are.
# 네 and 그만 are answers, and so is a kind of file with 로, as in 엑셀로.
_THIS: Final = r"(?:(?:[이요그저]|여기)|[이요그저](?:거|것|걸|건)만?)(?:들|도|를|을|로|요|도요|에|에요)?"
_FILE: Final = r"(?:(?:첨부|참고|참조|예시|파일|문서|자료|샘플)|(?:엑셀|pdf|워드|한글|메모|양식)(?!으?로))"
_SEND: Final = r"(?:올려|올립|올릴|보내|보냅|보낼|드려|드립|드릴|봐|넣어|써|사용해|활용해|반영해|추가해|추가)"
_ENDING: Final = (
    r"(?:으로|로|을|를|는|은|도|만|용)?"
    r"(?:요|이?에요|예요|입니다|니다|합니다|했어요|할게요|게요|해요?|해줘요?|해주세요|하세요|둘게요|줘요?|주세요|드려요|드릴게요)?"
)
_BESIDE: Final = r"(?:있어요|있습니다|주세요|줘|부탁(?:해요|드려요|드립니다|합니다)?|같이|함께|좀|한번|또)"
_ENGLISH: Final = (
    r"(?:this|these|it|files?|attached|attachment|here|is|are|you|go|see|use|please|refer|to|as|reference"
    r"|the|an?|also|too)"
)
_POINTS: Final = re.compile(rf"{_THIS}|(?:{_FILE}|{_SEND}){_ENDING}|{_BESIDE}|{_ENGLISH}", re.IGNORECASE)
_LONGEST: Final = 60  # a sentence or two: who writes more says something, whatever the words


async def split_message(
    said: Incoming, held: StoredSession | None, read: Callable[[str], Awaitable[FilesRead | Pressed]]
) -> list[Incoming]:
    """Return what a message says: its words, and what `read` returns of its files for what it is about.

    The words answer the open question, and the files are the reference. Where the reference is what is asked for, both
    are; a finished prompt has to have them before it is made anew as the words wish. Words that only point to the files
    say nothing where they can be no answer. `held` is the interview that is meant, None where one begins. Files that
    somebody else drops into it are not read, nor even fetched.
    """
    words = _words(said.action)
    if held is not None and held.person != said.person:
        return [said]
    if held is not None and _asks_for_no_words(held.session) and _points(words):
        words = ""
    action = await read(_about(held.session if held else None, words))
    file = replace(said, id=f"{said.id}:file", action=action)
    if held is None:
        return [said if words else replace(said, action=Opened()), file]
    if isinstance(action, FilesRead) and _is_asked_for(held.session):
        text = RawText(f"{words}\n\n{action.text.reveal()}") if words else action.text
        return [replace(file, action=replace(action, text=text))]
    if isinstance(action, FilesRead) and held.session.underlying.phase is Phase.RESTORING and not words:
        return [replace(file, action=Typed(action.text))]  # what is too long for a message comes as a file
    if not words:
        return [file]
    was_read = isinstance(action, FilesRead)  # why one was not is said last, or what follows would take its place
    file_first = was_read and (held.session.underlying.phase in _LOOKED_OVER or _is_asked_for(held.session))
    return [file, said] if file_first else [said, file]


def _words(action: Action) -> str:
    match action:
        case Typed(text=text) | Opened(purpose=RawText() as text):
            return text.reveal()
        case _:
            return ""


def _asks_for_no_words(session: Session) -> bool:
    """Say whether no question is open that a word or two would answer; an AI's answer is longer than that."""
    return session.underlying.phase in _LOOKED_OVER | {Phase.RESTORING} or _is_asked_for(session)


def _points(words: str) -> bool:
    """Say whether words only point to the files beside them, and are no answer themselves."""
    said = [word.strip(".,!~^:()") for word in words.split()] if len(words) <= _LONGEST else []
    return bool(said) and all(_POINTS.fullmatch(word) for word in said if word)


def _about(session: Session | None, words: str) -> str:
    purpose = session.answers.get(Key.PURPOSE) if session else None
    return str(purpose.text) if purpose else words


def _is_asked_for(session: Session) -> bool:
    return session.underlying.phase is Phase.ASKING and session.asking is Key.REFERENCE
