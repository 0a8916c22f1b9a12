"""What a request itself is about and is masked: which labels the summary asks of, and what is said to that."""

import re
from typing import Final

from core.conversation.questions import Key
from core.conversation.session import Session
from core.conversation.summary_events import MatterKept
from core.privacy.text import MaskedText
from core.sessions.kept_readable import matter_in

_LONGEST: Final = 40
_KEEPS: Final = re.compile(
    r"(?:네|응|예|넵|그냥|둘|셋|모두|다|전부|회사|이름|가린|것|거|들|은|는|을|도|\s|,)*"
    r"(?:그대로\s?(?:보이|보여|써|쓰|공개|노출)\S*|(?:둘|셋|모두|전부|이름은?)\s?다?\s?그대로|보이게|안\s?가려\S*"
    r"|(?:가리|숨기)지\s?(?:마|말|않|않아)\S*|(?:가림|마스킹)\S?\s?(?:풀|해제)\S*)"
    r"(?:\s?(?:해|하|둬|둘|놔|줘|주세요|돼|될게|부탁)\S{0,4}){0,2}[\s.!~]*"
    r"|(?:yes,?\s)?(?:please\s)?(?:keep (?:it |them |both |the names? )?(?:readable|as written|visible|unmasked)"
    r"|(?:don['’]?t|do not) mask (?:it|them|the names?)|unmask (?:it|them|the names?))(?:,?\splease)?[.!]*",
    re.IGNORECASE,
)


def matter_of(session: Session) -> tuple[str, ...]:
    """Return the labels of what the request is about that are still masked."""
    purpose = session.underlying.answers.get(Key.PURPOSE)
    masked = {item.label for item in session.items if not item.kept}
    return tuple(label for label in matter_in(purpose.text) if label in masked) if purpose else ()


def keeps_matter(text: MaskedText, session: Session) -> MatterKept | None:
    """Return that a text has what the request is about kept as written; None where nothing is asked or said of that."""
    if len(text) > _LONGEST or not _KEEPS.fullmatch(" ".join(text.split())):
        return None
    labels = matter_of(session)
    return MatterKept(labels) if labels else None
