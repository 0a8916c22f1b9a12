"""What leaks and what is found wrongly: rows with gold spans beside what was found in each."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from core.privacy.entities import EntityType
from core.privacy.spans import Span

_COLUMNS: Final = (
    "gold",
    "found",
    "exact P",
    "exact R",
    "exact F1",
    "covered P",
    "covered R",
    "covered F1",
    "false/1k",
)
_LABELS: Final = {
    **dict.fromkeys(("PS", "PER", "PERSON", "NAME"), EntityType.PERSON),
    **dict.fromkeys(("OG", "ORG", "ORGANIZATION", "GROUP", "CORPORATION"), EntityType.ORGANIZATION),
    **dict.fromkeys(("LC", "LOC", "LOCATION", "GPE", "ADDRESS", "ADDRESS_UNIT"), EntityType.ADDRESS),
    "SURNAME": EntityType.PERSON,
    "URL": EntityType.URL_PERSONAL,
    "CARD_EXTRA": EntityType.CREDIT_CARD,
    **{kind.value: kind for kind in EntityType},
}
_LEAKING: Final = ("texts", "persons", "identifiers", "organizations")
_LEAKING_TYPES: Final = {EntityType.PERSON: "persons", EntityType.ORGANIZATION: "organizations"}


@dataclass(frozen=True, slots=True)
class Row:
    """One text with its gold spans, those that count neither way, and what kind of text it is."""

    text: str
    gold: Sequence[Span]
    neutral: Sequence[Span] = ()
    kind: str = ""


def measure(rows: Sequence[Row], found: Sequence[Sequence[Span]], seconds: float = 0) -> dict[str, Any]:
    """Return figures per type, of leaks, and the characters per second, for rows with what was found in each."""
    characters = sum(len(row.text) for row in rows)
    tally: defaultdict[str, Counter[str]] = defaultdict(Counter)
    leaks: Counter[str] = Counter()
    for row, spans in zip(rows, found, strict=True):
        _count(tally, row, spans)
        _count_leaks(leaks, row, spans)
    return {
        "texts": len(rows),
        "characters": characters,
        "characters_per_second": round(characters / seconds) if seconds else 0,
        "leaks": {what: [leaks[f"{what} leaking"], leaks[what]] for what in _LEAKING},
        "false_items": [leaks["false"], leaks["harmless"]],
        "types": {kind: _figures(counts, characters) for kind, counts in sorted(tally.items())},
    }


def read(path: Path) -> Iterator[Row]:
    """Yield the rows of a file with gold spans."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        spans = [(start, end, _LABELS.get(label.upper())) for start, end, label in row.get("spans", ())]
        neutral = [Span(start, end, EntityType.CUSTOM, 1.0) for start, end, *_ in row.get("neutral", ())]
        gold = [Span(start, end, kind, 1.0) for start, end, kind in spans if kind]
        yield Row(row["text"], gold, neutral, row.get("kind", ""))


def _count_leaks(leaks: Counter[str], row: Row, found: Sequence[Span]) -> None:
    leaking = Counter(_LEAKING_TYPES.get(item.type, "identifiers") for item in _leaking(row, found))
    leaks.update(Counter(_LEAKING_TYPES.get(item.type, "identifiers") for item in row.gold))
    leaks.update({f"{what} leaking": count for what, count in leaking.items()})
    if row.gold:
        leaks.update({"texts": 1, "texts leaking": bool(leaking)})
    else:
        leaks.update({"harmless": 1, "false": len(_false(row, found))})


def _leaking(row: Row, found: Sequence[Span]) -> list[Span]:
    """Return the gold items of which a letter or a digit is left to read."""
    hidden = {i for span in found for i in range(span.start, span.end)}
    return [
        item for item in row.gold if any(i not in hidden for i in range(item.start, item.end) if row.text[i].isalnum())
    ]


def _false(row: Row, found: Sequence[Span]) -> list[Span]:
    known = (*row.gold, *row.neutral)
    return [span for span in found if not any(span.start < one.end and one.start < span.end for one in known)]


def misses(rows: Sequence[Row], found: Sequence[Sequence[Span]]) -> Iterator[str]:
    """Yield what leaked and what was found wrongly, by kind of text."""
    for row, spans in sorted(zip(rows, found, strict=True), key=lambda pair: pair[0].kind):
        for what, items in (("leak", _leaking(row, spans)), ("false", _false(row, spans))):
            for item in items:
                around = row.text[max(0, item.start - 25) : item.end + 25].replace("\n", "⏎")
                yield f"{row.kind:<12}{what:<7}{item.type:<16}{row.text[item.start : item.end]!r:<24} {around}\n"


def _count(tally: dict[str, Counter[str]], row: Row, found: Sequence[Span]) -> None:
    hidden = {i for span in found for i in range(span.start, span.end)}
    places = {(span.start, span.end, span.type) for span in found}
    for item in row.gold:
        tally[item.type]["gold"] += 1
        tally[item.type]["exact"] += (item.start, item.end, item.type) in places
        tally[item.type]["covered"] += all(i in hidden for i in range(item.start, item.end) if row.text[i].isalnum())
    for span in found:
        tally[span.type]["found"] += 1
        tally[span.type]["touching"] += any(
            item.type == span.type and item.start < span.end and span.start < item.end for item in row.gold
        )


def _figures(counts: Counter[str], characters: int) -> dict[str, float | None]:
    gold, found = counts["gold"], counts["found"]
    exact = _scores(counts["exact"], counts["exact"], found, gold)
    covered = _scores(counts["touching"], counts["covered"], found, gold)
    false = round((found - counts["touching"]) * 1000 / characters, 3) if characters else None
    return dict(zip(_COLUMNS, (gold, found, *exact, *covered, false), strict=True))


def _scores(right: int, hit: int, found: int, gold: int) -> tuple[float | None, float | None, float | None]:
    """Return precision, recall, F1; None where there is nothing to divide by."""
    if not gold:
        return None, None, None
    precision, recall = (right / found if found else 0.0), hit / gold
    both = precision + recall
    return round(precision, 4), round(recall, 4), round(2 * precision * recall / both, 4) if both else 0.0


def table(figures: dict[str, Any]) -> str:
    lines = [f"{'type':<20}" + "".join(f"{column:>11}" for column in _COLUMNS)]
    for kind, row in figures["types"].items():
        cells = (
            "–" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)
            for value in row.values()
        )
        lines.append(f"{kind:<20}" + "".join(f"{cell:>11}" for cell in cells))
    for what, (leaking, of) in figures["leaks"].items():
        lines.append(f"{what} leaking: {leaking} of {of}" + (f", {leaking / of:.1%}" if of else ""))
    false, harmless = figures["false_items"]
    lines.append(
        f"false items in {harmless} harmless texts: {false}"
        + (f", {100 * false / harmless:.1f} per 100" if harmless else "")
    )
    lines.append(
        f"{figures['texts']:,} texts, {figures['characters']:,} characters, "
        f"{figures['characters_per_second']:,} characters/s"
    )
    return "\n".join(lines) + "\n"
