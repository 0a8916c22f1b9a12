"""Renaming: what the answers call the thing, in the words of another kind."""

import re
from collections.abc import Mapping
from typing import Final

from core.conversation.corrections.misunderstandings import Wanted
from core.conversation.questions import Key
from core.conversation.session import Answer
from core.privacy.korean.particles import agree
from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.intents.catalogue import NEUTRAL, intent_at
from core.prompting.intents.naming import all_heads, heads_of, named_like
from core.prompting.understanding.understand import understand

_BEHIND: Final = r"(?:서|문|글)?(?=$|\s|[.,!?]|[은는이가을를도만의에와과](?![가-힣])|으로|로)"
"""What may follow the name of a thing for it to be the whole word."""

_ASKED: Final = re.compile(
    r"(?P<thing>[^\s]+?)(?:을|를|도|좀|하나)?\s(?:좀\s|하나\s)?(?:써|작성|만들|짜|보내|뽑)\S*(?:\s\S+)?$"
)
"""The thing that stands before the verb at the end of a purpose."""

_SURELY: Final = 0.75
"""How well a form of one word must do for the name of a kind: 이메일 형식."""

_AS_A_FORM: Final = re.compile(r"\s?(?:형식|형태|format)(?:으로|로)?$|으?로$", re.IGNORECASE)


def form_instead(answers: Mapping[Key, Answer], path: str, name: str) -> MaskedText | None:
    """Return the form under its new name, where the one in the person's own words names another kind."""
    form = answers.get(Key.FORM)
    words = _AS_A_FORM.sub("", form.text) if form and not form.choice else ""
    named = named_like(words)
    least = 1 if " " in words else _SURELY  # 세 문단 편지글 says more
    is_another = max(named.values(), default=0) >= least > named.get(path, 0)
    return MaskedText(name) if is_another else None


def purpose_instead(wanted: Wanted, path: str, brief: Brief) -> MaskedText | None:
    """Return the purpose with the thing called by its new name, where it stands there under the one turned down."""
    heads = [wanted.rejected, wanted.rejected.rpartition(" ")[2]] if wanted.rejected else []
    if " " not in wanted.kind:
        heads.reverse()  # 사과 메일이 아니라 문자: what it is about stays
    heads += heads_of(understand(brief).intent)
    purpose, new = str(brief.purpose), () if path == NEUTRAL else heads_of(intent_at(path))
    if (asked := _ASKED.search(purpose)) and asked["thing"] in all_heads():
        heads.append(asked["thing"])
    if (new and not any(head in wanted.kind for head in new)) or any(
        head in purpose.casefold() for head in (wanted.kind, *new)
    ):
        return None
    for head in heads:
        found = list(re.finditer(rf"{re.escape(head)}{_BEHIND}", purpose, re.IGNORECASE)) if head else []
        if found:
            before, after = purpose[: found[-1].start()], purpose[found[-1].end() :]
            before = _without_start_of(wanted.kind, before)
            return MaskedText(_with_article(before, wanted.kind) + wanted.kind + agree(after, wanted.kind))
    return None


def _without_start_of(kind: str, before: str) -> str:
    """Return what stands before a thing without the word that its new name begins with: 사과 | 문자 → 사과 메일."""
    first, blank, _ = kind.partition(" ")
    return re.sub(rf"(?:(?<=\s)|^){re.escape(first)}\s+$", "", before) if blank else before


def _with_article(before: str, noun: str) -> str:
    """Return what stands before a noun with its English article in the right form."""
    article = "an" if noun[:1] in "aeiou" else "a"
    return re.sub(r"\b(an?)(\s+)$", rf"{article}\g<2>", before)
