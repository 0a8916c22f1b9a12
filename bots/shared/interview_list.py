"""A person's interviews as a list: what each row says, the same everywhere."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from core.conversation.questions import Key
from core.messages import Place
from core.ports import StoredSession
from core.privacy.text import MaskedText
from core.usecases.time_ago import ago
from core.values.locale import Locale

MOST: Final = 20


@dataclass(frozen=True, slots=True)
class ListedInterview:
    """What it is about as masked, None where nobody has said; the version in use, 0 for none; where and since when."""

    session: str
    title: MaskedText | None
    version: int
    place: Place
    changed: str


def newest(interviews: Iterable[StoredSession], most: int = MOST) -> tuple[StoredSession, ...]:
    """Return the newest interviews in which anything has been said: an empty one is nothing to come back to."""
    return tuple(islice((held for held in interviews if held.session.answers or held.session.versions), most))


def listed(interviews: Sequence[StoredSession], locale: Locale) -> tuple[ListedInterview, ...]:
    """Return interviews as they are listed; the masked title stands in one line."""
    return tuple(
        ListedInterview(
            held.session.id,
            title_of(held),
            held.session.current_version,
            held.place,
            ago(held.changed_at, time.time(), locale),
        )
        for held in interviews
    )


def title_of(held: StoredSession) -> MaskedText | None:
    """Return what an interview is about, as masked, in one line."""
    purpose = held.session.answers.get(Key.PURPOSE)
    return MaskedText(" ".join(purpose.text.split())) if purpose else None
