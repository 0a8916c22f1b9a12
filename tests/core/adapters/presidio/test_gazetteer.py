"""The gazetteer: sorted, each word once, each kind explained, read by the code, and free or frozen as its head says."""

import re
from pathlib import Path

import pytest

import core.adapters.presidio
from core.adapters.presidio import gazetteer
from core.adapters.presidio.ner import lexicon

_LINES = gazetteer.FILE.read_text("utf-8").splitlines()
_ROWS = [line.split("\t") for line in _LINES if not line.startswith("#")]
_HEAD = [line for line in _LINES if line.startswith("#")]
_EXPLAINED = [match[1] for line in _HEAD if (match := re.match(r"# ([a-z_.]+) {3,}\S", line))]
_FROZEN = "# Kinds that the weights"


def test_rows_are_sorted_and_each_word_stands_once() -> None:
    words = [word for word, *_ in _ROWS]
    assert words == sorted(set(words))
    assert _LINES[: len(_HEAD)] == _HEAD
    assert "\t" not in "".join(_HEAD)


def test_a_row_is_a_word_without_blanks_its_kinds_and_perhaps_a_note() -> None:
    odd = [
        row
        for row in _ROWS
        if not 2 <= len(row) <= 3
        or not all(row)
        or re.search(r"\s", row[0])
        or row[1].split(" ") != sorted(set(row[1].split()))
    ]
    assert odd == []


def test_each_kind_is_explained_and_has_words() -> None:
    assert sorted(_EXPLAINED) == sorted({kind for _, kinds, *_ in _ROWS for kind in kinds.split()})
    assert len({kind.partition(".")[0] for kind in _EXPLAINED}) <= 14


def test_each_kind_is_read() -> None:
    folder = Path(core.adapters.presidio.__path__[0])
    read = {
        kind for path in folder.rglob("*.py") for kind in re.findall(r"[\"']([a-z_.]+)[\"']", path.read_text("utf-8"))
    }
    of_cues = {kind for kind in _EXPLAINED if kind.startswith("cue.")}
    assert set(_EXPLAINED) - of_cues <= read


def test_the_head_says_which_kinds_the_weights_have_learnt() -> None:
    first = next(i for i, line in enumerate(_HEAD) if line.startswith(_FROZEN))
    frozen = [match[1] for line in _HEAD[first:] if (match := re.match(r"# ([a-z_.]+) {3,}\S", line))]
    assert sorted(frozen) == sorted(lexicon.FROZEN)


def test_words_of_several_kinds_are_those_of_any() -> None:
    assert gazetteer.words("place.nation", "place.abroad") == gazetteer.words("place.nation") | gazetteer.words(
        "place.abroad"
    )
    assert "monday" in gazetteer.folded("english.calendar")
    assert gazetteer.alternatives("ending.unit").startswith("(?:대학교|사업부|")


def test_an_unknown_kind_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        gazetteer.words("word.nuon")
    with pytest.raises(KeyError):
        gazetteer.words("word.noun", "word.nuon")
