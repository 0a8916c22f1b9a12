"""How a person is told what was read of their reference files, and what was not."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from core.conversation.events import ReferenceAdded, RefusedFile
from core.conversation.replies import Tell
from core.conversation.session import Contents, Document, Unit
from core.conversation.texts import t
from core.privacy.entities import EntityType
from core.privacy.labels import parse
from core.privacy.text import MaskedText
from core.values.locale import Locale

_LINK: Final = re.compile(r"https?://\S+|(?:docs|drive)\.google\.com/\S+", re.IGNORECASE)
_LONGEST_NAME: Final = 40
# Units of which a long document has some left out; they stand first among what was read.
_PARTS: Final = (Unit.PAGES, Unit.SLIDES)


def received(event: ReferenceAdded, locale: Locale) -> Tell:
    """Return what is said when files were taken: what was read of each, and what was not."""
    read = ", ".join(_read(document, locale) for document in event.documents)
    lines = [t(locale, "reference.read", files=read), *_left(event.documents, locale)]
    lines += [_refused(file, locale) for file in event.refused]
    return Tell("reference.files", {"what": "\n".join(lines)})


def as_one(documents: Sequence[Document]) -> Document:
    """Return several documents as one, under all their names."""
    if len(documents) == 1:
        return documents[0]
    contents = [document.contents for document in documents]
    return Document(
        MaskedText(", ".join(document.name for document in documents)),
        Contents(
            sum(each.parts for each in contents),
            sum(each.used for each in contents),
            _sum(each.read for each in contents),
            _sum(each.unread for each in contents),
        ),
    )


def is_link(text: str) -> bool:
    """Say whether a text is links alone, written or masked: what they lead to is not there to be read."""
    words = text.split()
    return bool(words) and all(_LINK.fullmatch(word) or _is_masked_link(word) for word in words)


def contents_line(contents: Contents, locale: Locale) -> str:
    """Return what was read of a document, «3쪽, 표 2개»; empty where there is nothing to count."""
    counts = [_count(unit, contents.read[unit], locale) for unit in Unit if contents.read.get(unit)]
    if contents.used >= contents.parts:
        return ", ".join(counts)
    part = next((unit for unit in _PARTS if contents.read.get(unit) == contents.parts), None)
    if part is None:
        return ", ".join([*counts, t(locale, "reference.in_part")])
    used = t(locale, f"reference.{part}_used", count=contents.parts, used=contents.used)
    return ", ".join([used, *counts[1:]])


def _is_masked_link(word: str) -> bool:
    label = parse(word)
    return label is not None and label.type is EntityType.URL_PERSONAL


def _read(document: Document, locale: Locale) -> str:
    line = contents_line(document.contents, locale)
    name = t(locale, "reference.name_of", name=_short(document.name))
    return f"{name}({line})" if line else name


def _left(documents: Sequence[Document], locale: Locale) -> Iterator[str]:
    """Yield the sentence on what was not read of the documents that were."""
    unread = _sum(document.contents.unread for document in documents)
    counts = [_count(unit, unread[unit], locale) for unit in Unit if unread.get(unit)]
    if counts:
        yield t(locale, "reference.unread", what=", ".join(counts))


def _refused(file: RefusedFile, locale: Locale) -> str:
    return f"{t(locale, 'reference.name_of', name=_short(file.name))}: {t(locale, file.code, **file.details)}"


def _count(unit: Unit, count: int, locale: Locale) -> str:
    return t(locale, f"reference.{unit}", count=f"{count:,}")


def _sum(counts: Iterator[Mapping[Unit, int]]) -> Mapping[Unit, int]:
    total = Counter[Unit]()
    for each in counts:
        total.update(each)
    return dict(total)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"…{name[-_LONGEST_NAME:]}"
